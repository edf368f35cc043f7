"""The user's own list back, with a colour and a reason on each cell to look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import column_index_from_string, get_column_letter

from desktop_app import whole
from desktop_app.register import spreadsheets
from desktop_app.words import _

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from openpyxl.worksheet.worksheet import Worksheet

    from desktop_app.register.importing.grid import Row
    from desktop_app.register.importing.preview import Plan

_STOPS = PatternFill("solid", start_color="F8D7D0")
_LOOK = PatternFill("solid", start_color="FBE9C8")


def save(plan: Plan, path: Path) -> None:
    """Write a workbook with the rows where they stood, coloured and with the findings.

    A column that is never read in, such as a citizen service number, is left out of it.

    Raises:
        UserError: the file cannot be written.
    """
    book = Workbook()
    sheet = book.worksheets[0]
    hidden = {c.place for c in plan.columns if c.field is not None and c.field.kind == "bsn"}
    for row in (plan.heads, *plan.rows):
        _write(sheet, row, hidden)
    width = max(len(row.cells) for row in (plan.heads, *plan.rows)) + 1
    for cell in sheet[plan.heads.number]:
        cell.font = Font(bold=True)
    sheet.cell(plan.heads.number, width, _("What we found")).font = Font(bold=True)
    said: dict[int, list[str]] = {}
    for finding in plan.findings:
        fill = _STOPS if finding.stops else _LOOK
        column = column_index_from_string(finding.column) if finding.column else width
        for number in finding.rows:
            said.setdefault(number, []).append(finding.sentence)
            cell = sheet.cell(number, column)
            cell.fill = fill
            cell.comment = Comment(finding.sentence, "Thuisbasis")
    _tell(sheet, width, said.items())
    whole.write(path, spreadsheets.in_memory(book))


def _write(sheet: Worksheet, row: Row, hidden: set[int]) -> None:
    for place, value in enumerate(row.cells):
        if value is None or place in hidden:
            continue
        cell = sheet.cell(row.number, place + 1, value)
        if isinstance(value, str):
            cell.data_type = "s"  # never a formula


def _tell(sheet: Worksheet, width: int, said: Iterable[tuple[int, list[str]]]) -> None:
    for number, sentences in said:
        sheet.cell(number, width, " ".join(dict.fromkeys(sentences)))
    sheet.column_dimensions[get_column_letter(width)].width = 60
