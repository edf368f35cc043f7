"""Tables as files that Dutch Excel opens well: CSV and XLSX, written whole or not at all."""

from __future__ import annotations

import csv
import io
import os
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from desktop_app import dates
from desktop_app.errors import UserError
from desktop_app.words import _

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    Cell = str | int | Decimal | date | bool | None

FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
GUARD = "'"
"""Stands before text that a spreadsheet would otherwise run as a formula."""
_WIDEST = 48  # characters


def as_csv(heads: Sequence[str], rows: Sequence[Sequence[Cell]]) -> bytes:
    """Return a table as CSV with semicolons and a byte order mark, as Dutch Excel wants it."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(heads)
    writer.writerows([_text(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def as_text(heads: Sequence[str], rows: Sequence[Sequence[Cell]]) -> str:
    """Return a table as text for a terminal: a line each, tabs between the columns."""
    lines = [list(heads), *([_text(cell) for cell in row] for row in rows)]
    return "".join("\t".join(" ".join(cell.split()) for cell in line) + "\n" for line in lines)


def as_xlsx(title: str, heads: Sequence[str], rows: Sequence[Sequence[Cell]]) -> bytes:
    """Return a table as a workbook of one sheet; dates are dates, amounts are numbers."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = title[:31]
    sheet.append(list(heads))
    for row in rows:
        sheet.append([_plain(cell) for cell in row])
    for column, head in enumerate(heads, start=1):
        cells = [row[column - 1] for row in rows]
        letter = get_column_letter(column)
        width = max([len(head), *(len(_text(cell)) for cell in cells)])
        sheet.column_dimensions[letter].width = min(width, _WIDEST) + 2
        sheet.cell(1, column).font = Font(bold=True)
        for line, cell in enumerate(cells, start=2):
            if isinstance(cell, date):
                sheet.cell(line, column).number_format = "dd-mm-yyyy"
            elif isinstance(cell, Decimal):
                sheet.cell(line, column).number_format = "#,##0.00"
            elif isinstance(cell, str):
                sheet.cell(line, column).data_type = "s"
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def save(path: Path, content: bytes) -> None:
    """Write a file whole or not at all.

    Raises:
        UserError: the folder does not exist or may not be written, or the disk is full.
    """
    part = path.with_name(f"{path.name}.part")
    try:
        with part.open("wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(path)
    except OSError as refused:
        part.unlink(missing_ok=True)
        raise UserError(
            _(
                "{file} cannot be written. Is it open in another program, may you write there, "
                "and is the disk full?"
            ).format(file=path)
        ) from refused


def _text(cell: Cell) -> str:
    """Return what stands in a CSV: Dutch dates and amounts, no formulas."""
    match cell:
        case None:
            return ""
        case bool():
            return _("yes") if cell else _("no")
        case date():
            return dates.dutch(cell)
        case Decimal():
            return f"{cell:.2f}".replace(".", ",")
        case int():
            return str(cell)
        case _:
            return f"{GUARD}{cell}" if cell.startswith(FORMULA_SIGNS) else cell


def _plain(cell: Cell) -> str | int | float | date | None:
    match cell:
        case bool():
            return _text(cell)
        case Decimal():
            return float(cell)
        case _:
            return cell
