"""A column of a list, and small things that several lists show."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Generic, TypeVar

from desktop_app import codelists

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from desktop_app.register.spreadsheets import Cell

Line = TypeVar("Line")


@dataclass(frozen=True, slots=True)
class Column(Generic[Line]):
    """The head (an English source string) and the value of each line."""

    head: str
    value: Callable[[Line], Cell]


def coded(head: str, listed: str, code: Callable[[Line], str | None]) -> Column[Line]:
    """Return a column that shows a code of a list in words."""
    return Column(head, lambda line: codelists.label(listed, code(line)))


def table(
    columns: Sequence[Column[Line]], lines: Iterable[Line]
) -> tuple[list[str], list[tuple[Cell, ...]]]:
    """Return heads and rows."""
    heads = [column.head for column in columns]
    return heads, [tuple(column.value(line) for column in columns) for line in lines]


def euros(cents: int | None) -> Decimal | None:
    """Return an amount as people write it."""
    return None if cents is None else Decimal(cents) / 100
