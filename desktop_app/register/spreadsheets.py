"""Tables as files that Dutch Excel opens well: CSV and XLSX."""

from __future__ import annotations

import csv
import io
import zipfile
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from openpyxl import Workbook
from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.writer.excel import ExcelWriter

from desktop_app import dates
from desktop_app.register.legible import legible
from desktop_app.words import _

if TYPE_CHECKING:
    from collections.abc import Sequence

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
    return in_memory(book)


def in_memory(book: Workbook) -> bytes:
    """Return a workbook as bytes; openpyxl alone would write each sheet to a plain file."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        _WithoutFiles(book, archive).save()
    return out.getvalue()


class _WithoutFiles(ExcelWriter):
    """Writes sheets in memory, by the steps of the one it comes from."""

    _archive: zipfile.ZipFile

    def write_worksheet(self, ws: Any) -> None:
        """Put a sheet into the workbook's archive."""
        ws._drawing = SpreadsheetDrawing()  # noqa: SLF001 - openpyxl's own step
        sheet = io.BytesIO()
        writer: Any = WorksheetWriter(ws, sheet)
        writer.write()
        ws._rels = writer._rels  # noqa: SLF001 - as above
        self._archive.writestr(ws.path[1:], sheet.getvalue())
        self.manifest.append(ws)


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
            text = legible(cell)
            return f"{GUARD}{text}" if text.startswith(FORMULA_SIGNS) else text


def _plain(cell: Cell) -> str | int | float | date | None:
    match cell:
        case bool():
            return _text(cell)
        case Decimal():
            return float(cell)
        case str():
            return legible(cell)
        case _:
            return cell
