"""Rows of a table as text for a spreadsheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.parts.table.cells import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.parts.table.model import TableModel


def as_text(table: TableModel, rows: Sequence[int], columns: Sequence[int]) -> str:
    """Return rows with their titles: a tab between cells, a line for each row."""
    lines = [[table.columns[number].title for number in columns]]
    lines += [[plain(table.cell(row, number)) for number in columns] for row in rows]
    return "\n".join("\t".join(map(_for_spreadsheet, line)) for line in lines)


def _for_spreadsheet(words: str) -> str:
    """One cell: no tab or line end breaks the row, and no text is taken for a formula."""
    flat = " ".join(words.split())
    if flat[:1] in {"=", "+", "@"} or (flat[:1] == "-" and not flat[1:2].isdigit()):
        return f"'{flat}"
    return flat
