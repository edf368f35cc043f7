"""Where the table stands on the sheet: title rows above, heads, lines, and what is no line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.errors import UserError
from desktop_app.register.importing import heads
from desktop_app.register.importing.grid import shown
from desktop_app.store.folding import fold
from desktop_app.words import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Collection

    from desktop_app.register.importing.grid import Grid, Row

_LOOKED_AT = 25  # rows from the top in which heads may stand
_ENOUGH = 2  # known heads that make a row the row of heads
_TOTALS = ("totaal", "total", "subtota", "aantal ", "som ", "gemiddeld")


@dataclass(frozen=True, slots=True)
class Table:
    """The heads and the lines below them; `notes` say what was left out."""

    heads: Row
    lines: tuple[Row, ...]
    notes: tuple[str, ...]


class NoHeadsError(UserError):
    """No row looks like heads; `likely` is the row in which they would stand, 0 for none."""

    def __init__(self, likely: int) -> None:
        super().__init__(
            _(
                "No row with heads was found. Put a head above each column, such as Name, "
                "Date of birth and Address, and try again."
            )
        )
        self.likely = likely


def find(grid: Grid, also: Collection[str] = (), top_row: int = 0) -> Table:
    """Return the table on a sheet.

    Args:
        grid: the cells.
        also: keys of heads that are known besides ours.
        top_row: the row of heads, where the user said so.

    Raises:
        NoHeadsError: no row of heads.
        UserError: no line below them.
    """
    top = _top(grid, also, top_row)
    below = [row for row in grid.rows if row.number > top.number and not row.empty]
    lines = [row for row in below if row.cells != top.cells and not _is_total(row)]
    if not lines:
        raise UserError(_("There are heads in this file but no lines below them."))
    above = sum(not row.empty for row in grid.rows if row.number < top.number)
    notes = list(grid.notes)
    if above:
        notes.append(_("The heads stand in row {row}.").format(row=top.number))
    left = len(below) - len(lines)
    if left:
        told = ngettext(
            "{count} row is left out: heads again, or a total.",
            "{count} rows are left out: heads again, or a total.",
            left,
        )
        notes.append(told.format(count=left))
    return Table(top, tuple(lines), tuple(notes))


def _top(grid: Grid, also: Collection[str], said: int) -> Row:
    """Return the row of heads."""
    for row in grid.rows:
        if row.number == said and not row.empty:
            return row
    looked_at = grid.rows[:_LOOKED_AT]
    top = max(looked_at, key=lambda row: (_known(row, also), -row.number))
    if _known(top, also) >= _ENOUGH:
        return top
    texts = (row.number for row in looked_at if _may_be_heads(row))
    raise NoHeadsError(next(texts, 0))


def _may_be_heads(row: Row) -> bool:
    """Return whether a row has two words or more, and nothing but words."""
    filled = [cell for cell in row.cells if cell is not None]
    words = [cell for cell in filled if isinstance(cell, str) and cell[0].isalpha()]
    return len(filled) >= _ENOUGH and len(words) == len(filled)


def _known(row: Row, also: Collection[str]) -> int:
    texts = [cell for cell in row.cells if isinstance(cell, str)]
    return sum(heads.is_known(text) or heads.key(text) in also for text in texts)


def _is_total(row: Row) -> bool:
    filled = [cell for cell in row.cells if cell is not None]
    first = fold(shown(filled[0]))
    return first.startswith(_TOTALS) and len(filled) <= max(3, len(row.cells) // 2)
