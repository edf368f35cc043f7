"""Coloured panels with round corners, and small things that stand in and beside them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.paper import marks
from desktop_app.paper.canvas import disc, rounded
from desktop_app.paper.style import MM
from desktop_app.paper.tags import Node
from desktop_app.paper.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.paper.blocks import Block, Room
    from desktop_app.paper.canvas import TaggedCanvas
    from desktop_app.paper.inline import Sign
    from desktop_app.paper.style import Kit, Type

_RADIUS = 6.0
_BAR = 5.0
_DISC = 17.0
_AFTER_DISC = 28.0


@dataclass(frozen=True, slots=True)
class Panel:
    """A block on a coloured ground; `bar` is the colour of a bar at its left edge."""

    block: Block
    fill: str
    across: float
    down: float
    bar: str = ""
    line: str = ""
    middle: bool = False

    @property
    def nodes(self) -> Sequence[Node]:
        """The block's own elements: the ground is decoration."""
        return self.block.nodes

    def _left(self) -> float:
        return self.across + (_BAR if self.bar else 0)

    def _inner(self, width: float) -> float:
        return width - self._left() - self.across

    def height(self, width: float) -> float:
        """Return the block's height with the padding."""
        return self.block.height(self._inner(width)) + 2 * self.down

    def split(self, width: float, room: Room) -> tuple[Block, Block] | None:
        """Break the block into two panels."""
        halves = self.block.split(self._inner(width), room.inside(2 * self.down))
        return None if halves is None else (self._with(halves[0]), self._with(halves[1]))

    def _with(self, block: Block) -> Panel:
        return Panel(block, self.fill, self.across, self.down, self.bar, self.line, self.middle)

    def draw(
        self, canvas: TaggedCanvas, left: float, top: float, width: float, height: float
    ) -> None:
        """Draw the ground at the given height and the block on it."""
        path = rounded(left, top - height, width, height, _RADIUS)
        canvas.paint(path, fill=self.fill, stroke=self.line, width=0.9)
        if self.bar:
            bar = rounded(left, top - height, _BAR, height, _BAR / 2)
            canvas.paint(bar, fill=self.bar)
        inner = self._inner(width)
        own = self.block.height(inner)
        down = (height - own) / 2 if self.middle else self.down
        self.block.draw(canvas, left + self._left(), top - down, inner, own)


class TickBox:
    """An empty box in the middle of its cell, or a ticked one that says so."""

    def __init__(self, kit: Kit, *, done: bool, said: str) -> None:
        self.kit, self.done, self.said = kit, done, said
        self.node = Node("Span") if done else None
        self.nodes: Sequence[Node] = () if self.node is None else (self.node,)

    def height(self, width: float) -> float:
        """Return the box's side."""
        return self.kit.box

    def split(self, width: float, room: Room) -> None:
        """Never break."""

    def draw(
        self, canvas: TaggedCanvas, left: float, top: float, width: float, height: float
    ) -> None:
        """Draw the box."""
        size = self.kit.box
        left += (width - size) / 2
        if self.node is not None:
            canvas.begin(self.node, self.said)
        marks.tick_box(canvas, left, top - size, size, self.kit.colours, done=self.done)
        if self.node is not None:
            canvas.end()


class Signed:
    """A text with a sign at its left that is higher than the text; both stand in the middle."""

    def __init__(self, text: Text, sign: Sign, indent: float, tall: float, style: Type) -> None:
        self.text, self.sign, self.indent, self.tall, self.style = (
            text,
            sign,
            indent,
            tall,
            style,
        )
        self.nodes = text.nodes

    def height(self, width: float) -> float:
        """Return the height of the higher one."""
        return max(self.tall, self.text.height(width - self.indent))

    def split(self, width: float, room: Room) -> None:
        """Never break."""

    def draw(
        self, canvas: TaggedCanvas, left: float, top: float, width: float, height: float
    ) -> None:
        """Draw sign and text."""
        own = self.text.height(width - self.indent)
        self.sign(canvas, left, top - height / 2)
        # Text hangs above the middle of its line box by what its descenders leave free.
        down = (height - own) / 2 - self.style.leading * 0.07
        self.text.draw(canvas, left + self.indent, top - down, width - self.indent, own)


class Numbered:
    """A step with its number in a disc; the two parts of a list item."""

    def __init__(self, number: int, text: str, kit: Kit) -> None:
        self.kit = kit
        self.label = Text("Lbl", (str(number), kit.disc), align="centre")
        self.text = Text("LBody", (text, kit.body))
        self.nodes: Sequence[Node] = (*self.label.nodes, *self.text.nodes)

    def height(self, width: float) -> float:
        """Return the height of disc or text, whichever is higher."""
        return max(_DISC, self.text.height(width - _AFTER_DISC))

    def split(self, width: float, room: Room) -> None:
        """Never break."""

    def draw(
        self, canvas: TaggedCanvas, left: float, top: float, width: float, height: float
    ) -> None:
        """Draw the disc and both texts, their first lines at one height."""
        middle = top - _DISC / 2
        canvas.paint(disc(left + _DISC / 2, middle, _DISC / 2), fill=self.kit.colours.teal)
        for text, x, wide in (
            (self.label, left, _DISC),
            (self.text, left + _AFTER_DISC, width - _AFTER_DISC),
        ):
            text.draw(canvas, x, middle + text.base.size * 0.67, wide, 0)


class WritingLines:
    """Lines to write on beside one another, each with its label below."""

    def __init__(self, labels: Sequence[str], kit: Kit) -> None:
        self.kit = kit
        self.labels = [Text("P", (label, kit.small)) for label in labels]
        self.nodes: Sequence[Node] = [node for text in self.labels for node in text.nodes]

    def height(self, width: float) -> float:
        """Return the height of writing room and labels."""
        return 9 * MM + self.kit.small.leading

    def split(self, width: float, room: Room) -> None:
        """Never break."""

    def draw(
        self, canvas: TaggedCanvas, left: float, top: float, width: float, height: float
    ) -> None:
        """Draw the lines."""
        gap = 6 * MM
        wide = (width - gap * (len(self.labels) - 1)) / len(self.labels)
        for text in self.labels:
            canvas.rule(left, left + wide, top - 9 * MM, self.kit.colours.grey, 0.8)
            text.draw(canvas, left, top - 9 * MM - 1.4, wide, 0)
            left += wide + gap


class QrCode:
    """A QR mark of a text, error level M, drawn as one path; `said` is what it is for."""

    def __init__(self, text: str, size: float, said: str) -> None:
        self.rows = qr_rows(text)
        self.size = size
        self.node = Node("Figure", alt=said)
        self.nodes: Sequence[Node] = (self.node,)

    def height(self, width: float) -> float:
        """Return the side of the square."""
        return self.size

    def split(self, width: float, room: Room) -> None:
        """Never break."""

    def draw(
        self, canvas: TaggedCanvas, left: float, top: float, width: float, height: float
    ) -> None:
        """Draw the mark flush right."""
        left += width - self.size
        bounds = f"{left:.2f} {top - self.size:.2f} {left + self.size:.2f} {top:.2f}"
        self.node.attributes = f"<</O/Layout/Placement/Block/BBox [{bounds}]>>"
        canvas.begin(self.node)
        marks.modules(canvas, self.rows, left, top, self.size)
        canvas.end()


def qr_rows(text: str) -> list[bytearray]:
    """Return the modules of a QR code, row by row; 1 is dark."""
    import segno  # noqa: PLC0415 - a fifth of the first paper's time, and not every paper has one

    return [bytearray(row) for row in segno.make_qr(text, error="m").matrix]
