"""Workbooks of before 2007 made by hand, byte by byte: also such as Excel never makes."""

from __future__ import annotations

import struct
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_FREE, _END, _TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_SECTOR, _SMALL, _CUTOFF = 512, 64, 4096


def disk(streams: Mapping[str, bytes]) -> bytes:
    """Return a compound file: one table of sectors, a folder, then each stream.

    Streams under 4,096 bytes stand together in one of sectors of 64, as the format wants it.
    """
    small = {name: data for name, data in streams.items() if len(data) < _CUTOFF}
    packed = b"".join(_padded(data, _SMALL) for data in small.values())
    counts = [-(-len(data) // _SMALL) for data in small.values()]
    places = dict(zip(small, accumulate(counts, initial=0), strict=False))
    mini = _table(
        [_chain(place, count) for place, count in zip(places.values(), counts, strict=True)]
    )
    parts = {
        "": packed,
        "table": mini,
        **{name: data for name, data in streams.items() if name not in small},
    }
    chains, starts = [[_TABLE], [2, _END]], {}  # the table itself, and two sectors of folder
    first, data = 3, b""
    for name, part in parts.items():
        count = -(-len(part) // _SECTOR)
        starts[name] = first if count else _END
        chains.append(_chain(first, count))
        data += _padded(part, _SECTOR)
        first += count
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    head += struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    head += struct.pack(
        "<9I", 0, 1, 1, 0, _CUTOFF, starts["table"], len(mini) // _SECTOR, _END, 0
    )
    head += struct.pack("<109I", 0, *[_FREE] * 108)
    folder = _entry("Root Entry", 5, child=1, start=starts[""], size=len(packed))
    for number, (name, content) in enumerate(streams.items(), start=1):
        start = places.get(name, starts.get(name, _END))
        right = number + 1 if number < len(streams) else _FREE
        folder += _entry(name, 2, right=right, start=start, size=len(content))
    return head + _table(chains) + folder.ljust(2 * _SECTOR, b"\0") + data


def workbook(*sheets: bytes, at_once: int = 1) -> bytes:
    """Return the stream of a workbook; `at_once` sheets begin at each place."""
    names = [f"S{number}" for number in range(len(sheets) * at_once)]
    head = record(0x809, struct.pack("<HHHHII", 0x600, 5, 0, 0, 0, 0))
    begin = len(head) + sum(4 + 8 + len(name) for name in names) + 4
    listed, body = b"", b""
    for number, name in enumerate(names):
        if number % at_once == 0:
            place = begin + len(body)
            body += record(0x809, struct.pack("<HHHHII", 0x600, 0x10, 0, 0, 0, 0))
            body += sheets[number // at_once] + record(0x0A, b"")
        listed += record(0x85, struct.pack("<IBBBB", place, 0, 0, len(name), 0) + name.encode())
    return head + listed + record(0x0A, b"") + body


def text(row: int, column: int, words: str) -> bytes:
    """Return a cell with words in it."""
    return record(
        0x204, struct.pack("<HHHHB", row, column, 0, len(words), 0) + words.encode("latin-1")
    )


def size(rows: tuple[int, int], columns: tuple[int, int]) -> bytes:
    """Return what says how large a sheet is: from, and up to but without."""
    return record(0x200, struct.pack("<IIHHH", *rows, *columns, 0))


def record(kind: int, data: bytes) -> bytes:
    """Return a record of a workbook."""
    return struct.pack("<HH", kind, len(data)) + data


def _entry(
    name: str, kind: int, *, child: int = _FREE, right: int = _FREE, start: int, size: int
) -> bytes:
    words = name.encode("utf-16-le") + b"\0\0"
    return words.ljust(64, b"\0") + struct.pack(
        "<HBB3I16x4x8x8xIQ", len(words), kind, 1, _FREE, right, child, start, size
    )


def _chain(first: int, count: int) -> list[int]:
    return [*range(first + 1, first + count), _END] if count else []


def _table(chains: Sequence[Sequence[int]]) -> bytes:
    numbers = [number for chain in chains for number in chain]
    assert len(numbers) <= _SECTOR // 4
    return struct.pack("<128I", *numbers, *[_FREE] * (128 - len(numbers)))


def _padded(data: bytes, size: int) -> bytes:
    return data + bytes(-len(data) % size)
