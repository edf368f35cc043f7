"""A file as rows of cells, and how we came to read it that way."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from desktop_app.errors import UserError
from desktop_app.register.legible import legible
from desktop_app.words import _

if TYPE_CHECKING:
    from collections.abc import Iterable

Cell = str | int | float | date | bool | None


@dataclass(frozen=True, slots=True)
class Row:
    """A row under the number that the user's spreadsheet shows."""

    number: int
    cells: tuple[Cell, ...]

    @property
    def empty(self) -> bool:
        """Whether nothing stands in it."""
        return all(cell is None for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells of one sheet.

    `encoding` and `separator` are empty for a workbook, `sheet` and `sheets` for a text;
    `notes` say what else was seen; `digest` is of the file's bytes.
    """

    rows: tuple[Row, ...]
    encoding: str = ""
    separator: str = ""
    notes: tuple[str, ...] = ()
    digest: str = ""
    sheet: str = ""
    sheets: tuple[str, ...] = ()


def letter(column: int) -> str:
    """Return the letter of a column as spreadsheets name it: 0 is A, 26 is AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def rows(lines: Iterable[Iterable[object]]) -> tuple[Row, ...]:
    """Return the rows that hold something, numbered from 1; cells trimmed, empty ones None."""
    every = (
        Row(number, tuple(cleaned(cell) for cell in line))
        for number, line in enumerate(lines, start=1)
    )
    return tuple(row for row in every if not row.empty)


def cleaned(cell: object) -> Cell:
    """Return a cell without what nobody sees: blanks, hard spaces, a guard against formulas."""
    if isinstance(cell, str):
        text = legible(cell.replace("\xa0", " ")).strip()
        guarded = text[:1] == "'" and text[1:2] in {"=", "+", "-", "@"}
        return (text[1:] if guarded else text) or None
    if isinstance(cell, float):
        return int(cell) if cell.is_integer() else cell
    if isinstance(cell, datetime):
        return cell.date()
    return cell if isinstance(cell, (bool, int, date)) else None


def shown(cell: Cell) -> str:
    """Return a cell as text."""
    match cell:
        case None:
            return ""
        case bool():
            return "ja" if cell else "nee"
        case date():
            return f"{cell:%d-%m-%Y}"
        case _:
            return str(cell)


def too_big() -> UserError:
    """Return the sentence for what asks for more room than any list does."""
    return UserError(_("This file is too big to be a list. Choose another one."))
