"""Blocks side by side, equally high: no table, so a screen reader finds none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.paper.blocks import Empty

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.paper.blocks import Block, Room
    from desktop_app.paper.canvas import TaggedCanvas
    from desktop_app.paper.tags import Node


class Beside:
    """Two blocks side by side, equally high; the left one is read first."""

    def __init__(self, left: Block, right: Block, *, share: tuple[float, float]) -> None:
        """Take two blocks and the widths of the left one and of the gap."""
        self.left, self.right = left, right
        self.left_width, self.gap = share
        self.nodes: Sequence[Node] = [*left.nodes, *right.nodes]

    def _widths(self, width: float) -> tuple[float, float]:
        return self.left_width, width - self.left_width - self.gap

    def height(self, width: float) -> float:
        """Return the height of the taller one."""
        left, right = self._widths(width)
        return max(self.left.height(left), self.right.height(right))

    def split(self, width: float, room: Room) -> tuple[Block, Block] | None:
        """Break both sides where the page ends."""
        halves = _broken_beside((self.left, self.right), self._widths(width), room)
        if halves is None:
            return None
        (left, right), (left_rest, right_rest) = halves
        share = (self.left_width, self.gap)
        first, rest = (
            Beside(left, right, share=share),
            Beside(left_rest, right_rest, share=share),
        )
        first.nodes = rest.nodes = self.nodes
        return first, rest

    def draw(
        self, canvas: TaggedCanvas, left: float, top: float, width: float, height: float
    ) -> None:
        """Draw both at the given height."""
        own, other = self._widths(width)
        self.left.draw(canvas, left, top, own, height)
        self.right.draw(canvas, left + own + self.gap, top, other, height)


class Across:
    """Blocks side by side in columns of one width, equally high."""

    def __init__(self, blocks: Sequence[Block], gap: float) -> None:
        self.blocks, self.gap = blocks, gap
        self.nodes: Sequence[Node] = [node for block in blocks for node in block.nodes]

    def _width(self, width: float) -> float:
        return (width - self.gap * (len(self.blocks) - 1)) / len(self.blocks)

    def height(self, width: float) -> float:
        """Return the height of the tallest one."""
        return max(block.height(self._width(width)) for block in self.blocks)

    def split(self, width: float, room: Room) -> tuple[Block, Block] | None:
        """Break all where the page ends."""
        widths = [self._width(width)] * len(self.blocks)
        halves = _broken_beside(self.blocks, widths, room)
        if halves is None:
            return None
        first, rest = (Across(part, self.gap) for part in halves)
        first.nodes = rest.nodes = self.nodes
        return first, rest

    def draw(
        self, canvas: TaggedCanvas, left: float, top: float, width: float, height: float
    ) -> None:
        """Draw all at the given height."""
        own = self._width(width)
        for block in self.blocks:
            block.draw(canvas, left, top, own, height)
            left += own + self.gap


def _broken_beside(
    blocks: Sequence[Block], widths: Sequence[float], room: Room
) -> tuple[list[Block], list[Block]] | None:
    """Break blocks at one height; what fits stays whole and has an empty rest."""
    first: list[Block] = []
    rest: list[Block] = []
    for block, width in zip(blocks, widths, strict=True):
        fits = block.height(width) <= room.height
        halves = (block, Empty()) if fits else block.split(width, room)
        if halves is None:
            return None
        first.append(halves[0])
        rest.append(halves[1])
    return first, rest
