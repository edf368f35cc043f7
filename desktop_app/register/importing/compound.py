"""Workbooks of before 2007: how many cells they ask room for, read from their own bytes.

Such a file is a small disk of its own (MS-CFB): a table says which sector follows which, a
folder which stream begins where. The stream of the workbook is a row of records (MS-XLS); each
cell says its row and column. The reader ends the program where these ask for too much.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_NAMES = frozenset({"Workbook", "Book"})
_SHEET_BEGINS, _SHEET_ENDS, _SIZE = 0x0085, 0x000A, 0x0200
_CELLS = frozenset({0x0006, 0x00BE, 0x00D6, 0x00FD, 0x0201, 0x0203, 0x0204, 0x0205, 0x027E})
_MANY_CELLS = 0x00BD
_LARGEST = 65_536 * 256
_UNSIGNED = 1 << 32
_MOST_RECORDS = 10_000_000
_FOLDER_ENTRY = 128  # bytes
_ROOT = 5


class BrokenError(ValueError):
    """The file does not hold together."""


def cells(content: bytes) -> int:
    """Return how many cells all sheets have together.

    Raises:
        BrokenError: the file does not hold together.
    """
    try:
        return sum(_sheets(stream) for stream in _Disk(content).workbooks())
    except (struct.error, IndexError, UnicodeDecodeError) as wrong:
        raise BrokenError from wrong


class _Disk:
    """The sectors of a file, and what the folder says of them."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        shift, mini = struct.unpack_from("<HH", content, 30)
        if shift not in {9, 12} or mini != 6:  # noqa: PLR2004 - the only ones there are
            raise BrokenError
        self._size, self._mini = 1 << shift, 1 << mini
        (folder,) = struct.unpack_from("<I", content, 48)
        self._cutoff, mini_first = struct.unpack_from("<2I", content, 56)
        self._next = self._numbers(self._tables())
        self._next_mini = self._numbers(_chain(self._next, mini_first))
        self._folder = b"".join(map(self._sector, _chain(self._next, folder)))
        self._small = b""

    def workbooks(self) -> Iterator[bytes]:
        """Yield the streams in which a workbook may stand."""
        entries = [
            self._folder[at : at + _FOLDER_ENTRY]
            for at in range(0, len(self._folder), _FOLDER_ENTRY)
        ]
        for entry in entries:
            if entry[66] == _ROOT:
                first = struct.unpack_from("<I", entry, 116)[0]
                self._small = b"".join(map(self._sector, _chain(self._next, first)))
        for entry in entries:
            length = max(struct.unpack_from("<H", entry, 64)[0] - 2, 0)
            if entry[:length].decode("utf-16-le") in _NAMES:
                yield self._stream(*struct.unpack_from("<2I", entry, 116))

    def _stream(self, first: int, length: int) -> bytes:
        if length >= self._cutoff:
            return b"".join(map(self._sector, _chain(self._next, first)))[:length]
        parts = (
            self._small[at * self._mini : (at + 1) * self._mini]
            for at in _chain(self._next_mini, first)
        )
        return b"".join(parts)[:length]

    def _tables(self) -> Iterator[int]:
        """Yield the sectors that say which sector follows which."""
        first, count = struct.unpack_from("<2I", self._content, 68)
        listed = list(struct.unpack_from("<109I", self._content, 76))
        for _turn in range(min(count, len(self._content) // self._size)):
            *more, first = self._numbers([first])
            listed += more
        yield from (sector for sector in listed if sector < len(self._content) // self._size)

    def _sector(self, number: int) -> bytes:
        return self._content[(number + 1) * self._size : (number + 2) * self._size]

    def _numbers(self, sectors: Sequence[int] | Iterator[int]) -> tuple[int, ...]:
        found = b"".join(map(self._sector, sectors))
        return struct.unpack(f"<{len(found) // 4}I", found[: len(found) // 4 * 4])


def _chain(following: Sequence[int], first: int) -> Iterator[int]:
    """Yield the sectors of a stream.

    Raises:
        BrokenError: they go round.
    """
    for _turn in range(len(following) + 1):
        if first >= len(following):
            return
        yield first
        first = following[first]
    raise BrokenError


def _sheets(stream: bytes) -> int:
    """Return the cells of all sheets; several may begin at the same place."""
    begins = [
        struct.unpack_from("<I", stream, at)[0]
        for kind, at, length in _records(stream, 0)
        if kind == _SHEET_BEGINS and length >= 4  # noqa: PLR2004 - bytes of a place
    ]
    return sum(_sheet(stream, at, _MOST_RECORDS // len(begins)) for at in begins)


def _sheet(stream: bytes, begin: int, most: int) -> int:
    across = down = 0
    for number, (kind, at, length) in enumerate(_records(stream, begin)):
        if number > most:
            raise BrokenError
        if kind == _SIZE and length >= 10:  # noqa: PLR2004 - bytes of a size
            form = "<2I2H" if length >= 14 else "<4H"  # noqa: PLR2004 - of 1997 and later
            top, bottom, left, right = struct.unpack_from(form, stream, at)
            # The reader counts without a sign: an end before its begin is far away.
            asked: int = (bottom - top) % _UNSIGNED * ((right - left) % _UNSIGNED)
            if asked > _LARGEST:
                return asked
        elif kind in _CELLS or kind == _MANY_CELLS:
            row, column = struct.unpack_from("<2H", stream, at)
            if kind == _MANY_CELLS:
                (column,) = struct.unpack_from("<H", stream, at + length - 2)
            across, down = max(across, column + 1), max(down, row + 1)
    return across * down


def _records(stream: bytes, at: int) -> Iterator[tuple[int, int, int]]:
    """Yield the kind of each record, where its data begin and how long they are."""
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        if kind == _SHEET_ENDS:
            return
        yield kind, at + 4, length
        at += 4 + length
