"""Room for a signature, and boxes to tick with the words beside them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.paper import marks
from desktop_app.paper.beside import Across
from desktop_app.paper.blocks import Gapped, Stack
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
_BETWEEN = 6 * MM


@dataclass(frozen=True, slots=True)
class Signer:
    """Somebody who signs: the role in bold, the name, and a date that is already known."""

    role: str
    name: str
    date: str = ""


def signature_room(signers: Sequence[Signer], kit: Kit) -> Stack:
    """Return columns with a name, writing room, and lines for signature and date."""
    names = [
        Text("P", (signer.role, kit.cell_strong), (f"\u00a0\u00a0{signer.name}", kit.cell))
        for signer in signers
    ]
    lines = _Lines([signer.date for signer in signers], kit)
    room = Stack([Gapped(Across(names, _BETWEEN)), Gapped(lines)], tail=True)
    # Read by column: who, then where that person signs and when.
    room.nodes = [
        node
        for name, own in zip(names, lines.columns, strict=True)
        for node in (*name.nodes, *own.nodes)
    ]
    return room


class _Lines:
    """Writing room above lines for signature and date, once per signer."""

    def __init__(self, dates: Sequence[str], kit: Kit) -> None:
        self.kit = kit
        self.columns = [_LineTexts(date, kit) for date in dates]
        self.nodes: Sequence[Node] = [node for own in self.columns for node in own.nodes]

    def height(self, width: float) -> float:
        """Return the height of writing room and labels."""
        return _ROOM - 13.4 + (6 if self.kit.large else 0)

    def split(self, width: float, room: Room) -> None:
        """Never break."""

    def draw(
        self, canvas: TaggedCanvas, left: float, top: float, width: float, height: float
    ) -> None:
        """Draw the lines and what stands on and below them."""
        wide = (width - _BETWEEN * (len(self.columns) - 1)) / len(self.columns)
        line = top - height + 4.4 * MM + (4 if self.kit.large else 0)
        for own in self.columns:
            for text, start, share in ((own.signature, 0.0, 0.62), (own.date, 0.67, 0.33)):
                x = left + wide * start
                canvas.rule(x, x + wide * share, line, self.kit.colours.grey, 0.8)
                text.draw(canvas, x, line - 1.4, wide * share, 0)
            if own.known:
                x = left + wide * 0.67
                own.known.draw(canvas, x, line + self.kit.cell.leading + 1, wide * 0.33, 0)
            left += wide + _BETWEEN


class _LineTexts:
    """The words of one signer's lines."""

    def __init__(self, known: str, kit: Kit) -> None:
        self.signature = Text("P", (_("Signature"), kit.small))
        self.date = Text("P", (_("Date"), kit.small))
        self.known = Text("P", (known, kit.cell)) if known else None
        texts = (self.signature, self.date, self.known)
        self.nodes: Sequence[Node] = [node for text in texts if text for node in text.nodes]


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
