"""The user's own list back, with a colour and a reason on each cell to look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import column_index_from_string, get_column_letter

from desktop_app import whole
from desktop_app.register import spreadsheets
from desktop_app.store import journal
from desktop_app.words import _

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from pathlib import Path

    from openpyxl.worksheet.worksheet import Worksheet

    from desktop_app.register.importing.grid import Row
    from desktop_app.register.importing.lines import Finding
    from desktop_app.register.importing.preview import Plan
    from desktop_app.store.database import Database

_STOPS = PatternFill("solid", start_color="F8D7D0")
_LOOK = PatternFill("solid", start_color="FBE9C8")


def save(plan: Plan, path: Path) -> None:
    """Write a workbook with the rows where they stood, coloured and with the findings.

    A column that is never read in, such as a citizen service number, is left out of it.

    Raises:
        UserError: the file cannot be written.
    """
    _write_list(plan, plan.rows, path, close_up=False)


def save_left_out(db: Database, plan: Plan, rows: Collection[int], path: Path) -> None:
    """Write a workbook with only some rows under the heads, to mend and read in later.

    That they left the register's sight is noted in the access log.

    Raises:
        UserError: the file cannot be written.
    """
    _write_list(plan, [row for row in plan.rows if row.number in rows], path, close_up=True)
    with db.write() as session:
        journal.note(session, "EXPORT", detail="list not read in")


def _write_list(plan: Plan, rows: Sequence[Row], path: Path, *, close_up: bool) -> None:
    """Write heads and rows with what was found: where they stood, or close under the heads."""
    book = Workbook()
    sheet = book.worksheets[0]
    hidden = {column.place for column in plan.columns if column.secret}
    first = 1 if close_up else plan.heads.number
    places = {
        row.number: first + number if close_up else row.number
        for number, row in enumerate(rows, start=1)
    }
    width = max(len(row.cells) for row in (plan.heads, *rows)) + 1
    _write(sheet, first, plan.heads, hidden)
    for cell in sheet[first]:
        cell.font = Font(bold=True)
    sheet.cell(first, width, _("What we found")).font = Font(bold=True)
    for row in rows:
        _write(sheet, places[row.number], row, hidden)
    _mark(sheet, plan.findings, places, width)
    whole.write(path, spreadsheets.in_memory(book))


def _mark(
    sheet: Worksheet, findings: Sequence[Finding], places: Mapping[int, int], width: int
) -> None:
    """Colour the cells that findings are about, and say at the end of a row what they are."""
    said: dict[int, list[str]] = {}
    for finding in findings:
        fill = _STOPS if finding.stops else _LOOK
        column = column_index_from_string(finding.column) if finding.column else width
        for number in finding.rows:
            if number not in places:
                continue
            said.setdefault(places[number], []).append(finding.sentence)
            cell = sheet.cell(places[number], column)
            cell.fill = fill
            cell.comment = Comment(finding.sentence, "Thuisbasis")
    for number, sentences in said.items():
        sheet.cell(number, width, " ".join(dict.fromkeys(sentences)))
    sheet.column_dimensions[get_column_letter(width)].width = 60


def _write(sheet: Worksheet, number: int, row: Row, hidden: set[int]) -> None:
    for place, value in enumerate(row.cells):
        if value is None or place in hidden:
            continue
        cell = sheet.cell(number, place + 1, value)
        if isinstance(value, str):
            cell.data_type = "s"  # never a formula
