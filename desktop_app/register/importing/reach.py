"""How many cells a workbook asks room for, before anybody makes that room.

A reader makes room for every cell between the first and the last one. Two cells, in the first
and in the last corner of a sheet, would ask for more memory than there is, and end the program.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Iterator

_CHUNK, _OVERLAP = 1_000_000, 64  # bytes
_PLACE = re.compile(rb"""\sr\s*=\s*["']([A-Za-z]{0,3})([0-9]{1,10})["']""")
_OPEN_DOCUMENT = "content.xml"
_TAG = re.compile(rb"<(/?)table:(?:covered-)?(table|table-row|table-cell)(?=[\s/>])([^>]*)>")
_REPEATED = re.compile(rb"""\stable:number-\w+-repeated\s*=\s*["'](\d{1,10})["']""")


def cells(packed: zipfile.ZipFile) -> int:
    """Return the cells of the widest part of an Excel workbook, or of a whole OpenDocument."""
    widest = max((_part(packed, part) for part in packed.infolist()), default=0)
    whole = sum(_tables(packed)) if _OPEN_DOCUMENT in packed.namelist() else 0
    return max(widest, whole)


def _part(packed: zipfile.ZipFile, part: zipfile.ZipInfo) -> int:
    across = down = 1
    with packed.open(part) as stream:
        kept = b""
        while chunk := stream.read(_CHUNK):
            text = kept + chunk
            for letters, digits in set(_PLACE.findall(text)):
                across, down = max(across, _number(letters)), max(down, int(digits))
            kept = text[-_OVERLAP:]
    return across * down


def _number(letters: bytes) -> int:
    """Return which column "AB" is: 28."""
    number = 0
    for letter in letters.upper():
        number = 26 * number + letter - 64
    return number


def _tables(packed: zipfile.ZipFile) -> Iterator[int]:
    """Yield how many cells each table of an OpenDocument has.

    Cells and rows may say that they are repeated. Those at the end that hold nothing are
    repeated to the edge of the sheet and do not count.
    """
    across = down = passed = width = filled = 0
    repeats = 1
    for closing, kind, rest in _tags(packed):
        match kind, bool(closing):
            case b"table", False:
                across = down = passed = 0
            case b"table", True:
                yield across * down
            case b"table-row", False:
                repeats, width, filled = _times(rest), 0, 0
            case b"table-cell", False:
                width += _times(rest)
                filled = width if not rest.endswith(b"/") or b"office:" in rest else filled
            case b"table-row", True:
                passed += repeats
                across, down = max(across, filled), passed if filled else down
            case _:
                pass


def _times(rest: bytes) -> int:
    found = _REPEATED.search(rest)
    return int(found[1]) if found else 1


def _tags(packed: zipfile.ZipFile) -> Iterator[tuple[bytes, bytes, bytes]]:
    with packed.open(_OPEN_DOCUMENT) as stream:
        kept = b""
        while chunk := stream.read(_CHUNK):
            text = kept + chunk
            cut = max(text.rfind(b"<"), 0)
            yield from _TAG.findall(text[:cut])
            kept = text[cut:]
        yield from _TAG.findall(kept)
