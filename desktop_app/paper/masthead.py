"""Top and bottom of every paper: title and organisation, the concept strip, the footer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.paper import marks, shaping
from desktop_app.paper.canvas import disc, rounded
from desktop_app.paper.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.paper.blocks import Room
    from desktop_app.paper.canvas import TaggedCanvas
    from desktop_app.paper.style import Kit, Type
    from desktop_app.paper.tags import Node
    from desktop_app.paper.text import Span

_LOGO = 26.0
_LOGO_GAP = 7.0
_PILL = 20.0
_ORGANISATION = 190.0  # widest block at the right, in points
_BETWEEN = 14.0


@dataclass(frozen=True, slots=True)
class Head:
    """What a masthead says; `pill` and `note` stand below the organisation."""

    title: str
    name: tuple[Span, ...]
    organisation: str
    phone: str = ""
    pill: str = ""
    note: str = ""


class Masthead:
    """Title and name at the left, the organisation at the right."""

    def __init__(self, head: Head, kit: Kit) -> None:
        self.kit = kit
        self.pill = head.pill
        self.title = Text("H1", (head.title, kit.h1))
        self.name = Text("P", *head.name) if head.name else None
        self.org = Text("P", (head.organisation, kit.org))
        self.phone = Text("P", (head.phone, kit.org_small)) if head.phone else None
        self.pill_text = Text("P", (head.pill, kit.pill)) if head.pill else None
        self.note = Text("P", (head.note, kit.small), align="right") if head.note else None
        texts = (self.title, self.name, self.org, self.phone, self.pill_text, self.note)
        self.nodes: Sequence[Node] = [n for text in texts if text for n in text.nodes]
        widest = _ORGANISATION - _LOGO - _LOGO_GAP
        own = max(text.natural_width() for text in (self.org, self.phone) if text)
        self.org_width = min(own, widest) + 0.1
        below = max(
            self.note.natural_width() if self.note else 0,
            self.pill_text.natural_width() + _PILL if self.pill_text else 0,
        )
        self.right = max(self.org_width + _LOGO + _LOGO_GAP, below)

    def _right_heights(self) -> tuple[float, float]:
        """Return the heights of the organisation's texts and of pill and note."""
        texts = self.org.height(self.org_width)
        texts += self.phone.height(self.org_width) if self.phone else 0
        below = 6.0 + self._pill() if self.pill_text else 0
        return max(texts, _LOGO + 2), below

    def _pill(self) -> float:
        return self.kit.pill.leading + 7

    def _left_height(self, width: float) -> float:
        left = width - self.right - _BETWEEN
        name = self.name.height(left) if self.name else 0
        return self.title.height(left) + name - self._raised()

    def _raised(self) -> float:
        """Return how far the title rises so that its capitals begin where the logo does."""
        return self.kit.h1.size * 0.17

    def height(self, width: float) -> float:
        """Return the height; the note hangs below it, in the gap."""
        return max(self._left_height(width) + 4, sum(self._right_heights()) + 8)

    def split(self, width: float, room: Room) -> None:
        """Never break: even the longest name is lower than a page."""

    def draw(
        self, canvas: TaggedCanvas, left: float, top: float, width: float, height: float
    ) -> None:
        """Draw both sides."""
        inner = width - self.right - _BETWEEN
        down = top + self._raised()
        self.title.draw(canvas, left, down, inner, 0)
        if self.name:
            self.name.draw(canvas, left, down - self.title.height(inner), inner, 0)
        right = left + width
        self._draw_organisation(canvas, right, top)
        tall, below = self._right_heights()
        y = top - tall - below
        if self.pill_text:
            self._draw_pill(canvas, right, y)
        if self.note:
            self.note.draw(canvas, left, y - 3, width, 0)

    def _draw_organisation(self, canvas: TaggedCanvas, right: float, top: float) -> None:
        left = right - self.org_width
        logo = left - _LOGO_GAP - _LOGO
        marks.house(canvas, logo, top - _LOGO - 1.2, _LOGO, self.kit.colours)
        self.org.draw(canvas, left, top, self.org_width, 0)
        if self.phone:
            down = self.org.height(self.org_width)
            self.phone.draw(canvas, left, top - down, self.org_width, 0)

    def _draw_pill(self, canvas: TaggedCanvas, right: float, bottom: float) -> None:
        assert self.pill_text is not None  # noqa: S101 - drawn only when there is one
        tall = self._pill()
        wide = self.pill_text.natural_width() + _PILL
        path = rounded(right - wide + 0.6, bottom + 0.6, wide - 1.2, tall - 1.2, tall / 2)
        canvas.paint(path, stroke=self.kit.colours.teal, width=1.2)
        style = self.kit.pill
        # The eye takes the middle of a text from its capitals: 0.66 of the size.
        top = bottom + tall / 2 + style.size * 0.66 / 2 + style.size * 0.34
        self.pill_text.draw(canvas, right - wide + _PILL / 2, top, wide, 0)


def strip(canvas: TaggedCanvas, kit: Kit, word: str, text: str, right: str) -> None:
    """Draw the concept strip above the frame; `right` stands at its right end."""
    page, colours = kit.page, kit.colours
    tall = 20.0 if not kit.large else 23.0
    bottom = page.strip
    canvas.paint(rounded(page.left, bottom, page.measure, tall, tall / 2), fill=colours.panel)
    canvas.paint(disc(page.left + 10, bottom + tall / 2, 3.7), fill=colours.warm)
    y = bottom + tall / 2 - kit.strip.size * 0.33
    x = _write(canvas, page.left + 18.5, y, kit.strip_strong, word)
    x = _write(canvas, x + 6, y, kit.strip, text)
    if right:
        shown = shortened(right, kit.strip, page.right - x - 24)
        wide = shaping.width(shown, kit.strip.face) * kit.strip.size
        _write(canvas, page.right - 10 - wide, y, kit.strip, shown)


def footer(canvas: TaggedCanvas, kit: Kit, lines: Sequence[str], page_of: str) -> None:
    """Draw the rule, up to two lines of text, and the page number."""
    page = kit.page
    canvas.rule(page.left, page.right, page.footer, kit.colours.rule, 0.6)
    y = page.footer - (3.2 if kit.large else 5.3) - kit.footer.size
    wide = shaping.width(page_of, kit.page_number.face) * kit.page_number.size
    _write(canvas, page.right - wide, y, kit.page_number, page_of)
    for line in lines:
        shown = shortened(line, kit.footer, page.measure - wide - 18)
        _write(canvas, page.left, y, kit.footer, shown)
        y -= kit.footer.leading


def shortened(text: str, style: Type, width: float) -> str:
    """Return a text that fits a width, its end replaced by dots when it must be.

    Only for what stands in full elsewhere on the paper.
    """
    text = shaping.clean(text)
    if shaping.width(text, style.face) * style.size <= width:
        return text
    while text and shaping.width(text + "…", style.face) * style.size > width:
        text = text[:-1]
    return text.rstrip(" ·") + "…"


def fitted(parts: Sequence[str], style: Type, width: float) -> str:
    """Return the first parts that fit a line together, with dots between them."""
    line = parts[0]
    for part in parts[1:]:
        longer = f"{line}  ·  {part}"
        if shaping.width(shaping.clean(longer), style.face) * style.size > width:
            break
        line = longer
    return line


def _write(canvas: TaggedCanvas, x: float, y: float, style: Type, text: str) -> float:
    return canvas.show(x, y, style, shaping.runs(shaping.clean(text), style.face))
