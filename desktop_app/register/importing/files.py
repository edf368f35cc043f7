"""Opening a spreadsheet, whatever its name says: by its first bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import python_calamine

from desktop_app.errors import UserError
from desktop_app.register.importing import grid, texts
from desktop_app.words import _, ngettext

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.register.importing.grid import Grid

BIGGEST = 50_000_000  # bytes; a list of clients is a thousandth of it
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"


def read(path: Path) -> Grid:
    """Return the cells of a CSV, XLSX or XLS file.

    Of a workbook the sheet with most cells is read; others are mentioned.

    Raises:
        UserError: the file is missing, empty, locked with a password, damaged or no table.
    """
    try:
        if path.stat().st_size > BIGGEST:
            raise UserError(_("This file is too big to be a list. Choose another one."))
        content = path.read_bytes()
    except OSError as refused:
        raise UserError(
            _("{file} cannot be read. Does it exist, and may you open it?").format(file=path)
        ) from refused
    if not content.strip():
        raise UserError(_("This file is empty. Choose another one."))
    if content.startswith((_ZIP, _OLE)):
        return _workbook(path)
    return texts.read(content)


def _workbook(path: Path) -> Grid:
    try:
        with python_calamine.CalamineWorkbook.from_path(str(path)) as book:
            sheets = [
                (meta.name, book.get_sheet_by_name(meta.name).to_python(skip_empty_area=False))
                for meta in book.sheets_metadata
                if meta.visible == python_calamine.SheetVisibleEnum.Visible
                and meta.typ == python_calamine.SheetTypeEnum.WorkSheet
            ]
    except python_calamine.PasswordError as locked:
        raise UserError(
            _("This workbook is locked with a password. Save it without one and try again.")
        ) from locked
    except (python_calamine.CalamineError, OSError) as wrong:
        raise UserError(
            _("This workbook is damaged or no spreadsheet. Open it in Excel, save it anew.")
        ) from wrong
    filled = [(name, grid.rows(lines)) for name, lines in sheets]
    filled.sort(key=lambda sheet: -sum(not row.empty for row in sheet[1]))
    if not filled or all(row.empty for row in filled[0][1]):
        raise UserError(_("This file is empty. Choose another one."))
    name, rows = filled[0]
    notes = []
    others = sum(any(not row.empty for row in lines) for _name, lines in filled[1:])
    if others:
        told = ngettext(
            "Only the sheet “{sheet}” is read; {count} other sheet is not.",
            "Only the sheet “{sheet}” is read; {count} other sheets are not.",
            others,
        )
        notes.append(told.format(sheet=name, count=others))
    return grid.Grid(rows, notes=tuple(notes))
