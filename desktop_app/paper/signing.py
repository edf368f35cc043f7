"""Room for a signature, and boxes to tick with the words beside them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.paper import marks
from desktop_app.paper.inline import Inline, Piece
from desktop_app.paper.style import MM
from desktop_app.paper.text import Text
from desktop_app.words import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.paper.blocks import Room
    from desktop_app.paper.canvas import TaggedCanvas
    from desktop_app.paper.style import Kit
    from desktop_app.paper.tags import Node

_ROOM = 24.5 * MM


@dataclass(frozen=True, slots=True)
class Signer:
    """Somebody who signs: the role in bold, the name, and a date that is already known."""

    role: str
    name: str
    date: str = ""


class SignatureRoom:
    """Columns with a name, writing room and lines for signature and date."""

    def __init__(self, signers: Sequence[Signer], kit: Kit) -> None:
        self.kit = kit
        self.gap = 6 * MM
        self.columns = [
            (
                Text(
                    "P",
                    (signer.role, kit.cell_strong),
                    (f"\u00a0\u00a0{signer.name}", kit.cell),
                ),
                Text("P", (_("Signature"), kit.small)),
                Text("P", (_("Date"), kit.small)),
                Text("P", (signer.date, kit.cell)) if signer.date else None,
            )
            for signer in signers
        ]
        self.nodes: Sequence[Node] = [
            node for texts in self.columns for text in texts if text for node in text.nodes
        ]

    def _width(self, width: float) -> float:
        return (width - self.gap * (len(self.columns) - 1)) / len(self.columns)

    def height(self, width: float) -> float:
        """Return the height: long names make the room higher, not smaller."""
        own = self._width(width)
        names = max(texts[0].height(own) for texts in self.columns)
        return _ROOM + names - self.kit.cell.leading + (6 if self.kit.large else 0)

    def split(self, width: float, room: Room) -> None:
        """Never break."""

    def draw(
        self, canvas: TaggedCanvas, left: float, top: float, width: float, height: float
    ) -> None:
        """Draw the columns."""
        own = self._width(width)
        line = top - height + 4.4 * MM + (4 if self.kit.large else 0)
        for name, signature, date, known in self.columns:
            name.draw(canvas, left, top, own, 0)
            for text, start, share in ((signature, 0.0, 0.62), (date, 0.67, 0.33)):
                x = left + own * start
                canvas.rule(x, x + own * share, line, self.kit.colours.grey, 0.8)
                text.draw(canvas, x, line - 1.4, own * share, 0)
                if known and start:
                    known.draw(canvas, x, line + self.kit.cell.leading + 1, own * share, 0)
            left += own + self.gap


@dataclass(frozen=True, slots=True)
class Choice:
    """A sentence with a box in front; `done` ticks it."""

    text: str
    done: bool = False


def tick_line(choices: Sequence[Choice], kit: Kit, *, lead: str = "") -> Inline:
    """Return choices beside one another, after a grey text."""
    size, colours = kit.tick_box, kit.colours
    items: list[Piece] = []
    if lead:
        items.append(Piece(Text("P", (lead, kit.cell_grey))))
    for choice in choices:

        def mark(canvas: TaggedCanvas, left: float, y: float, done: bool = choice.done) -> None:  # noqa: FBT001
            marks.tick_box(canvas, left, y - size / 2, size, colours, done=done)

        said = _("chosen: {text}").format(text=choice.text) if choice.done else None
        text = Text("P", (choice.text, kit.cell), said=said)
        items.append(Piece(text, size + 5, mark))
    return Inline(items, gap=14, step=max(17.4, kit.cell.leading + 5))
