"""Opening a spreadsheet, whatever its name says: by its first bytes."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING

import python_calamine

from desktop_app.archives import NO_ZIP
from desktop_app.errors import UserError
from desktop_app.register.importing import grid, reach, texts
from desktop_app.words import _, ngettext

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.register.importing.grid import Grid, Row

BIGGEST = 50_000_000  # bytes; a list of clients is a thousandth of it
LONGEST = 20_000  # rows; the largest organisations have some hundreds
WIDEST = 120  # columns
_CELLS = 20_000_000  # room made for a sheet, empty cells and all; some 650 MB
_UNPACKED = 6 * BIGGEST  # bytes; a workbook is packed some ten times smaller
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_OTHERS = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"{\\rtf", b"age-encryption.org")


def read(path: Path, sheet: str = "") -> Grid:
    """Return the cells of a CSV, XLSX or XLS file.

    Args:
        path: the file.
        sheet: of a workbook; the one with most rows where it is empty or gone.

    Raises:
        UserError: the file is missing, empty, locked with a password, damaged or no table.
    """
    content = _content(path)
    if content.startswith(_OTHERS):
        raise UserError(
            _("This is another kind of file, whatever its name. Choose a CSV or Excel file.")
        )
    packed = content.startswith((_ZIP, _OLE))
    found = _workbook(content, sheet) if packed else texts.read(content)
    _measure(found.rows)
    return replace(found, digest=sha256(content).hexdigest())


def _content(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        content = path.read_bytes() if size <= BIGGEST else b""
    except OSError as refused:
        raise UserError(
            _(
                "{file} cannot be read. Is it still there, may you open it, and is it closed "
                "in Excel?"
            ).format(file=path.name)
        ) from refused
    if size > BIGGEST:
        raise _too_big()
    if not content.strip():
        raise UserError(_("This file is empty. Choose another one."))
    return content


def _workbook(content: bytes, wanted: str) -> Grid:
    if _LOCKED in content:
        raise _locked()
    _weigh(content)
    try:
        with python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content)) as book:
            sheets = {
                meta.name: book.get_sheet_by_name(meta.name).to_python(skip_empty_area=False)
                for meta in book.sheets_metadata
                if meta.visible == python_calamine.SheetVisibleEnum.Visible
                and meta.typ == python_calamine.SheetTypeEnum.WorkSheet
            }
    except python_calamine.PasswordError as locked:
        raise _locked() from locked
    except (python_calamine.CalamineError, OSError) as wrong:
        raise _damaged() from wrong
    rows = {name: grid.rows(lines) for name, lines in sheets.items()}
    filled = {name: sum(not row.empty for row in lines) for name, lines in rows.items()}
    names = tuple(name for name, count in filled.items() if count)
    if not names:
        raise UserError(_("This file is empty. Choose another one."))
    name = wanted if wanted in names else max(names, key=lambda one: filled[one])
    return grid.Grid(rows[name], notes=_notes(name, names), sheet=name, sheets=names)


def _notes(name: str, names: tuple[str, ...]) -> tuple[str, ...]:
    others = len(names) - 1
    if not others:
        return ()
    told = ngettext(
        "Only the sheet “{sheet}” is read; {count} other sheet is not.",
        "Only the sheet “{sheet}” is read; {count} other sheets are not.",
        others,
    )
    return (told.format(sheet=name, count=others),)


def _weigh(content: bytes) -> None:
    """Refuse what would fill the memory when it is unpacked."""
    if not content.startswith(_ZIP):
        return
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            fits = sum(part.file_size for part in packed.infolist()) <= _UNPACKED
            fits = fits and reach.cells(packed) <= _CELLS
    except (*NO_ZIP, OSError) as wrong:
        raise _damaged() from wrong
    if not fits:
        raise _too_big()


def _measure(rows: tuple[Row, ...]) -> None:
    """Refuse what is too long or too wide to be a list of clients."""
    filled = sum(not row.empty for row in rows)
    wide = max((len(row.cells) for row in rows), default=0)
    if filled > LONGEST or wide > WIDEST:
        raise UserError(
            _(
                "This sheet has {rows} rows and {columns} columns; we read at most {most} rows "
                "and {widest} columns. Keep what you need and try again."
            ).format(rows=filled, columns=wide, most=LONGEST, widest=WIDEST)
        )


def _too_big() -> UserError:
    return UserError(_("This file is too big to be a list. Choose another one."))


def _locked() -> UserError:
    return UserError(
        _("This workbook is locked with a password. Save it without one and try again.")
    )


def _damaged() -> UserError:
    return UserError(
        _("This workbook is damaged or no spreadsheet. Open it in Excel, save it anew.")
    )
