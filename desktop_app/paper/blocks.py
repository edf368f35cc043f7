"""Blocks: things with a height that draw themselves, and the ways to put them together.

A block knows its height for a width, draws itself below a given top, and can break in two
where a page ends. Both halves keep the structure nodes of the whole, so a paragraph or table
over two pages stays one paragraph or table for a screen reader.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.paper.canvas import TaggedCanvas
    from desktop_app.paper.tags import Node


@dataclass(frozen=True, slots=True)
class Room:
    """What is left of a page for a block.

    `page` is what a whole page would give it; `fresh` says that this is one, so waiting for
    the next does not help.
    """

    height: float
    page: float
    fresh: bool

    def less(self, points: float) -> Room:
        """Return the room below something that stands on this page only."""
        return Room(self.height - points, self.page, self.fresh)

    def inside(self, points: float) -> Room:
        """Return the room within something that takes its part of every page."""
        return Room(self.height - points, self.page - points, self.fresh)


class Block(Protocol):
    """Anything that stands on a page."""

    @property
    def nodes(self) -> Sequence[Node]:
        """The block's outermost structure elements, in reading order."""

    def height(self, width: float) -> float:
        """Return the height in points at a width."""

    def split(self, width: float, room: Room) -> tuple[Block, Block] | None:
        """Break so that the first part fits the room; None: it should not break there."""

    def draw(
        self, canvas: TaggedCanvas, left: float, top: float, width: float, height: float
    ) -> None:
        """Draw below `top`; `height` is what the block was given, at least its own."""


@dataclass(frozen=True, slots=True)
class Empty:
    """Nothing, of a height."""

    tall: float = 0
    nodes: Sequence[Node] = ()

    def height(self, width: float) -> float:
        """Return the fixed height."""
        return self.tall

    def split(self, width: float, room: Room) -> None:
        """Never break."""

    def draw(
        self, canvas: TaggedCanvas, left: float, top: float, width: float, height: float
    ) -> None:
        """Draw nothing."""


@dataclass(frozen=True, slots=True)
class Gapped:
    """A block of a stack, and the space above it when something stands there."""

    block: Block
    gap: float = 0


class Stack:
    """Blocks below one another.

    The first `keep` blocks never stand without a part of what follows: a heading stays with
    its text. With `tail` the last one never stands without a part of what precedes it.
    """

    def __init__(
        self,
        items: Sequence[Gapped],
        *,
        keep: int = 0,
        tail: bool = False,
        node: Node | None = None,
    ) -> None:
        self.items = [item for item in items if not isinstance(item.block, Empty)]
        self.keep, self.tail = keep, tail
        self.nodes: Sequence[Node] = (
            (node,) if node else [n for item in self.items for n in item.block.nodes]
        )

    def height(self, width: float) -> float:
        """Return the height of all blocks and the gaps between them."""
        heights = sum(item.block.height(width) for item in self.items)
        return heights + sum(item.gap for item in self.items[1:])

    def split(self, width: float, room: Room) -> tuple[Block, Block] | None:
        """Break between blocks or within one."""
        used = 0.0
        for at, item in enumerate(self.items):
            gap = item.gap if at else 0
            tall = item.block.height(width)
            if used + gap + tall <= room.height:
                used += gap + tall
                continue
            halves = item.block.split(width, room.less(used + gap))
            broken, where = (item, at) if halves is not None else (None, at)
            if halves is None and self.tail and at and at == len(self.items) - 1:
                broken = self.items[at - 1]
                before = used - broken.block.height(width)
                almost = Room(used - before - 1, room.page, room.fresh)
                halves = broken.block.split(width, almost)
                where = at if room.fresh and halves is None else at - 1
            return self._broken(where, broken, halves, fresh=room.fresh)
        return None

    def _broken(
        self,
        at: int,
        item: Gapped | None,
        halves: tuple[Block, Block] | None,
        *,
        fresh: bool,
    ) -> tuple[Block, Block] | None:
        if item is not None and halves is not None:
            first = [*self.items[:at], Gapped(halves[0], item.gap)]
            rest = [Gapped(halves[1]), *self.items[at + 1 :]]
        elif at > self.keep or (fresh and at):
            first, rest = self.items[:at], self.items[at:]
        else:
            return None
        return self._part(first, self.keep), self._part(rest, 0, tail=self.tail)

    def _part(self, items: Sequence[Gapped], keep: int, *, tail: bool = False) -> Stack:
        part = Stack(items, keep=keep, tail=tail)
        part.nodes = self.nodes
        return part

    def draw(
        self, canvas: TaggedCanvas, left: float, top: float, width: float, height: float
    ) -> None:
        """Draw the blocks from the top down."""
        for at, item in enumerate(self.items):
            if at:
                top -= item.gap
            tall = item.block.height(width)
            item.block.draw(canvas, left, top, width, tall)
            top -= tall


class Lowered:
    """A block with free space above it that does not break."""

    def __init__(self, block: Block, down: float) -> None:
        self.block, self.down = block, down
        self.nodes = block.nodes

    def height(self, width: float) -> float:
        """Return the block's height and the space."""
        return self.down + self.block.height(width)

    def split(self, width: float, room: Room) -> None:
        """Never break."""

    def draw(
        self, canvas: TaggedCanvas, left: float, top: float, width: float, height: float
    ) -> None:
        """Draw the block below the space."""
        self.block.draw(canvas, left, top - self.down, width, height - self.down)


class Indented:
    """A block with room at its left, in which a mark may stand."""

    def __init__(self, block: Block, indent: float, mark: Mark | None = None) -> None:
        self.block, self.indent, self.mark = block, indent, mark
        self.nodes = block.nodes

    def height(self, width: float) -> float:
        """Return the block's height at the narrower width."""
        return self.block.height(width - self.indent)

    def split(self, width: float, room: Room) -> tuple[Block, Block] | None:
        """Break the block; the mark stays with the first half."""
        halves = self.block.split(width - self.indent, room)
        if halves is None:
            return None
        first = Indented(halves[0], self.indent, self.mark)
        return first, Indented(halves[1], self.indent)

    def draw(
        self, canvas: TaggedCanvas, left: float, top: float, width: float, height: float
    ) -> None:
        """Draw the mark, then the block."""
        if self.mark is not None:
            self.mark(canvas, left, top)
        self.block.draw(canvas, left + self.indent, top, width - self.indent, height)


class Mark(Protocol):
    """A drawn sign; gets the canvas and the top left corner of its block."""

    def __call__(self, canvas: TaggedCanvas, left: float, top: float) -> None:
        """Draw the sign."""
