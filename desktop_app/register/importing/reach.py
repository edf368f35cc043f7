"""How far the cells of a packed workbook reach, before anybody makes room for them.

A reader makes room for every cell between the first and the last one. Two cells, in the first
and in the last corner of a sheet, would ask for more memory than there is, and end the program.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import zipfile

_CHUNK, _OVERLAP = 1_000_000, 64  # bytes
_PLACE = re.compile(rb"""\sr\s*=\s*["']([A-Za-z]{0,3})([0-9]{1,10})["']""")


def cells(packed: zipfile.ZipFile) -> int:
    """Return how many cells there are between the first and the furthest of the widest part."""
    return max((_part(packed, part) for part in packed.infolist()), default=0)


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
