"""What a column of a table is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.parts.table.cells import Cell

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """One column.

    Args:
        key: how the table remembers it.
        title: what stands above it.
        cell: makes the cell out of a row.
        width: pixels at normal text size; 0 shares what room is left.
        hidden: off until the user chooses it.
        least: how narrow a sharing column may become, in pixels at normal text size, before
            the table leaves out columns, the last one first.
    """

    key: str
    title: str
    cell: Callable[[Row], Cell]
    width: int = 0
    hidden: bool = False
    least: int = 190
