"""From blocks to pages: what stands where, before anything is drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.paper.blocks import Room

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from desktop_app.paper.blocks import Block

_HARDLY = 0.01  # points


@dataclass(frozen=True, slots=True)
class Item:
    """A block of a paper, the gap above it, and whether it starts a page."""

    block: Block
    gap: float = 0
    starts_page: bool = False


@dataclass(frozen=True, slots=True)
class Placed:
    """A block and how far below the frame's top it stands."""

    block: Block
    down: float
    height: float


def paginate(items: Iterable[Item], width: float, room: float) -> list[list[Placed]]:
    """Return the pages of a paper; `room` is the height of the frame on each.

    Nothing is cut: a block that does not fit moves to the next page or breaks, and one that
    is taller than a page breaks as often as it must.
    """
    pages: list[list[Placed]] = [[]]
    used = 0.0
    for item in items:
        if item.starts_page and pages[-1]:
            pages.append([])
            used = 0
        rest: Block | None = item.block
        while rest is not None:
            gap = item.gap if pages[-1] else 0
            tall = rest.height(width)
            if used + gap + tall <= room + _HARDLY:
                pages[-1].append(Placed(rest, used + gap, tall))
                used += gap + tall
                break
            fresh = not pages[-1]
            halves = rest.split(width, Room(room - used - gap, room, fresh))
            if halves is not None:
                first, rest = halves
                pages[-1].append(Placed(first, used + gap, first.height(width)))
            elif fresh:
                raise OverflowError(f"{type(rest).__name__} is higher than a page")
            pages.append([])
            used = 0
    return pages


def height(items: Sequence[Item], width: float) -> float:
    """Return the height of blocks below one another, with the gaps between them."""
    return sum(i.block.height(width) + (i.gap if at else 0) for at, i in enumerate(items))
