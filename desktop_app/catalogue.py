"""A compiled catalogue of texts (gettext's .mo), read no further than somebody asks.

Python's own reader makes text of every line first. The first picture would wait for that, and
it needs ten lines.
"""

from __future__ import annotations

from functools import cache
from struct import unpack_from
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_CONTEXT = "\x04"
_FORM = "\0"


class Catalogue:
    """Translations by their English source strings; what has none stays English.

    The languages here have one singular and one plural, as English has.
    """

    def __init__(self, compiled: bytes = b"") -> None:
        self._compiled = compiled
        self._line: dict[bytes, int] = {}
        self._texts: tuple[int, ...] = ()
        if compiled:
            count, keys, texts = unpack_from("<8x3I", compiled)  # after magic and revision
            at = unpack_from(f"<{2 * count}I", compiled, keys)
            self._texts = unpack_from(f"<{2 * count}I", compiled, texts)
            for line, (length, start) in enumerate(zip(at[::2], at[1::2], strict=True)):
                self._line[compiled[start : start + length]] = line
        self._find = cache(self._read)

    def one(self, text: str, context: str = "") -> str:
        """Return the translation of a text, within a context if English alone is ambiguous."""
        found = self._find(f"{context}{_CONTEXT}{text}" if context else text)
        return found[0] if found else text

    def counted(self, one: str, many: str, count: int) -> str:
        """Return the singular or the plural, as fits a count."""
        return (self._find(f"{one}{_FORM}{many}") or (one, many))[count != 1]

    def keys(self) -> Iterable[bytes]:
        """Return what it has: source strings, with their contexts and plurals."""
        return self._line.keys()

    def _read(self, key: str) -> tuple[str, ...]:
        line = self._line.get(key.encode())
        if line is None:
            return ()
        length, start = self._texts[2 * line : 2 * line + 2]
        return tuple(self._compiled[start : start + length].decode().split(_FORM))
