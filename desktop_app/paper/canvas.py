"""The page on which blocks draw: text and shapes, each marked as content or as decoration.

Everything drawn outside `begin` and `end` is decoration (an artifact), so no line, box or
footer can be forgotten. Drawing goes through few operators of our own, because a plan holds
some thousand of them.
"""

from __future__ import annotations

import io
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from reportlab import rl_config
from reportlab.lib.rl_accel import escapePDF
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from desktop_app.paper import tags

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop_app.paper.shaping import Part, Run
    from desktop_app.paper.style import Page, Type
    from desktop_app.paper.tags import Node

# Letters instead of bytes would make every page a quarter larger; no printer asks for them.
rl_config.useA85 = 0

_ARTIFACT = "/Artifact BMC"
_CURVE = 0.5523


class TaggedCanvas(Canvas):
    """A reportlab canvas that keeps the structure of what is drawn on it."""

    _code: list[str]
    _doc: Any

    def __init__(self, page: Page) -> None:
        super().__init__(
            io.BytesIO(),
            pagesize=(page.width, page.height),
            pageCompression=1,
            invariant=1,
            pdfVersion=(1, 7),
        )
        self.marks: list[list[Node]] = []
        self._decorating = False
        self._start()

    def _make_preamble(self) -> None:
        # reportlab would name its built-in Helvetica here, a font that no file embeds.
        self._preamble = ""

    def _start(self) -> None:
        self.marks.append([])
        self._state: dict[str, str] = {}
        self._code.append(_ARTIFACT)

    def next_page(self) -> None:
        """Close the page and open a new one."""
        self._close()
        self.showPage()
        self._start()

    def finish(self) -> list[list[Node]]:
        """Close the last page; return per page the nodes of its marks."""
        self._close()
        self.showPage()
        for index, page in enumerate(self._doc.Pages.pages):
            page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
            page.StructParents = index
            page.Tabs = pdfdoc.PDFName("S")
        return self.marks

    def _close(self) -> None:
        if self._code[-1] == _ARTIFACT:
            self._code.pop()
        else:
            self._code.append("EMC")

    def begin(self, one: Node, said: str | None = None) -> None:
        """Start content of a structure element; `said` replaces what the drawing reads as.

        It is written beside the content for copying and searching, and with the element for
        readers that only look there.
        """
        if self._decorating:
            return
        self._close()
        marks = self.marks[-1]
        one.kids.append((len(self.marks) - 1, len(marks)))
        one.said = said
        actual = f"/ActualText {tags.text_string(said)}" if said is not None else ""
        tag = one.tag if said is None else "Span"
        self._code.append(f"/{tag} <</MCID {len(marks)}{actual}>> BDC")
        marks.append(one)

    def end(self) -> None:
        """End content; what follows is decoration."""
        if self._decorating:
            return
        self._code.append("EMC")
        self._code.append(_ARTIFACT)

    @contextmanager
    def as_decoration(self) -> Iterator[None]:
        """Draw content that was said before: a table's head on its second page."""
        self._decorating = True
        yield
        self._decorating = False

    def show(self, x: float, y: float, style: Type, runs: tuple[Run, ...]) -> float:
        """Write runs on a baseline and return where the pen stands after them."""
        self._set("rg", style.colour)
        for run in runs:
            if run.said is not None:
                self._code.append(f"/Span <</ActualText {tags.text_string(run.said)}>> BDC")
            for part in run.parts:
                x = self._part(x, y, style.size, part)
            if run.said is not None:
                self._code.append("EMC")
        return x

    def _part(self, x: float, y: float, size: float, part: Part) -> float:
        code, doc, font = self._code, self._doc, part.font
        code.append("BT")
        if part.moves is None:
            code.append(f"1 0 0 1 {x:.2f} {y:.2f} Tm")
            for subset, shown in font.splitString(part.text, doc):
                name = font.getSubsetInternalName(subset, doc)
                code.append(f"{name} {size:g} Tf ({escapePDF(shown)}) Tj")
        else:
            pen = x
            for char, (right, up, on) in zip(part.text, part.moves, strict=True):
                ((subset, shown),) = font.splitString(char, doc)
                name = font.getSubsetInternalName(subset, doc)
                code.append(f"1 0 0 1 {pen + right * size:.2f} {y + up * size:.2f} Tm")
                code.append(f"{name} {size:g} Tf ({escapePDF(shown)}) Tj")
                pen += on * size
        code.append("ET")
        return x + part.width * size

    def _set(self, operator: str, value: str) -> None:
        """Set a piece of graphics state when it differs from what holds."""
        if self._state.get(operator) != value:
            self._state[operator] = value
            self._code.append(f"{value} {operator}")

    def paint(
        self,
        path: str,
        *,
        fill: str = "",
        stroke: str = "",
        width: float = 1,
        round_: bool = False,
    ) -> None:
        """Fill and stroke a path of PDF operators; `round_` rounds ends and corners."""
        if fill:
            self._set("rg", fill)
        if stroke:
            self._set("RG", stroke)
            self._set("w", f"{width:g}")
            self._set("J", "1" if round_ else "0")
            self._set("j", "1" if round_ else "0")
        self._code.append(f"{path} {'B' if fill and stroke else 'f' if fill else 'S'}")

    def rule(self, left: float, right: float, y: float, colour: str, width: float) -> None:
        """Draw a horizontal line."""
        self.paint(f"{left:.2f} {y:.2f} m {right:.2f} {y:.2f} l", stroke=colour, width=width)


def box(left: float, bottom: float, width: float, height: float) -> str:
    """Return the path of a rectangle."""
    return f"{left:.2f} {bottom:.2f} {width:.2f} {height:.2f} re"


def rounded(left: float, bottom: float, width: float, height: float, radius: float) -> str:
    """Return the path of a rectangle with round corners."""
    radius = min(radius, width / 2, height / 2)
    near, right, top = radius * (1 - _CURVE), left + width, bottom + height
    return (
        f"{left + radius:.2f} {bottom:.2f} m {right - radius:.2f} {bottom:.2f} l "
        f"{right - near:.2f} {bottom:.2f} {right:.2f} {bottom + near:.2f} "
        f"{right:.2f} {bottom + radius:.2f} c {right:.2f} {top - radius:.2f} l "
        f"{right:.2f} {top - near:.2f} {right - near:.2f} {top:.2f} "
        f"{right - radius:.2f} {top:.2f} c {left + radius:.2f} {top:.2f} l "
        f"{left + near:.2f} {top:.2f} {left:.2f} {top - near:.2f} "
        f"{left:.2f} {top - radius:.2f} c {left:.2f} {bottom + radius:.2f} l "
        f"{left:.2f} {bottom + near:.2f} {left + near:.2f} {bottom:.2f} "
        f"{left + radius:.2f} {bottom:.2f} c h"
    )


def disc(x: float, y: float, radius: float) -> str:
    """Return the path of a circle around a point."""
    return rounded(x - radius, y - radius, 2 * radius, 2 * radius, radius)
