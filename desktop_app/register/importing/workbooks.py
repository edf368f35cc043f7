"""Workbooks of Excel and LibreOffice: the rows of each sheet, and what is wrong with a file.

The reader is not ours and works in native code. A file that asks it for more memory than there
is ends the whole program, so that is looked for before.
"""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import python_calamine

from desktop_app.archives import NO_ZIP
from desktop_app.errors import UserError
from desktop_app.register.importing import compound, grid, reach
from desktop_app.words import _

if TYPE_CHECKING:
    from desktop_app.register.importing.grid import Row

BEGINNINGS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""The first bytes of a workbook: of a zip, and of one of before 2007."""
_CELLS = 20_000_000  # room made for a sheet, empty cells and all; some 650 MB
_UNPACKED = 300_000_000  # bytes; a workbook is packed some ten times smaller
_BINARY = "xl/workbook.bin"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_GAVE_UP = "PanicException"  # the reader's own bug: no Exception, and nowhere to be imported


def sheets(content: bytes) -> dict[str, tuple[Row, ...]]:
    """Return the rows of each sheet that people see.

    Raises:
        UserError: it is locked with a password, damaged, too big, or of a kind not read here.
    """
    if _LOCKED in content:
        raise _locked()
    _weigh(content)
    try:
        return _read(content)
    except python_calamine.PasswordError as locked:
        raise _locked() from locked
    except (python_calamine.CalamineError, OSError) as wrong:
        raise _damaged() from wrong
    except BaseException as wrong:
        if type(wrong).__name__ != _GAVE_UP:
            raise
        raise _damaged() from wrong


def _read(content: bytes) -> dict[str, tuple[Row, ...]]:
    with python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content)) as book:
        return {
            meta.name: grid.rows(
                book.get_sheet_by_name(meta.name).to_python(skip_empty_area=False)
            )
            for meta in book.sheets_metadata
            if meta.visible == python_calamine.SheetVisibleEnum.Visible
            and meta.typ == python_calamine.SheetTypeEnum.WorkSheet
        }


def _weigh(content: bytes) -> None:
    """Refuse what would fill the memory when it is unpacked and read."""
    try:
        fits = _cells(content) <= _CELLS
    except (*NO_ZIP, OSError, compound.BrokenError) as wrong:
        raise _damaged() from wrong
    if not fits:
        raise grid.too_big()


def _cells(content: bytes) -> int:
    if not content.startswith(BEGINNINGS[0]):
        return compound.cells(content)
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        if _BINARY in packed.namelist():
            raise UserError(
                _(
                    "This is a binary workbook (XLSB), which we do not read. Save it as XLSX "
                    "and try again."
                )
            )
        if sum(part.file_size for part in packed.infolist()) > _UNPACKED:
            raise grid.too_big()
        return reach.cells(packed)


def _locked() -> UserError:
    return UserError(
        _("This workbook is locked with a password. Save it without one and try again.")
    )


def _damaged() -> UserError:
    return UserError(
        _("This workbook is damaged or no spreadsheet. Open it in Excel, save it anew.")
    )
