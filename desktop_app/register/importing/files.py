"""Opening a spreadsheet, whatever its name says: by its first bytes."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING

from desktop_app.errors import UserError
from desktop_app.register.importing import grid, texts, workbooks
from desktop_app.words import _, ngettext

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.register.importing.grid import Grid, Row

BIGGEST = 50_000_000  # bytes; a list of clients is a thousandth of it
LONGEST = 20_000  # rows; the largest organisations have some hundreds
WIDEST = 120  # columns
_OTHERS = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"{\\rtf", b"age-encryption.org")


def read(path: Path, sheet: str = "") -> Grid:
    """Return the cells of a CSV, XLSX, ODS or XLS file.

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
    packed = content.startswith(workbooks.BEGINNINGS)
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
        raise grid.too_big()
    if not content.strip():
        raise UserError(_("This file is empty. Choose another one."))
    return content


def _workbook(content: bytes, wanted: str) -> Grid:
    rows = workbooks.sheets(content)
    names = tuple(name for name, lines in rows.items() if lines)
    if not names:
        raise UserError(_("This file is empty. Choose another one."))
    name = wanted if wanted in names else max(names, key=lambda one: len(rows[one]))
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


def _measure(rows: tuple[Row, ...]) -> None:
    """Refuse what is too long or too wide to be a list of clients."""
    filled = len(rows)
    wide = max((len(row.cells) for row in rows), default=0)
    if filled > LONGEST or wide > WIDEST:
        raise UserError(
            _(
                "This sheet has {rows} rows and {columns} columns; we read at most {most} rows "
                "and {widest} columns. Keep what you need and try again."
            ).format(rows=filled, columns=wide, most=LONGEST, widest=WIDEST)
        )
