"""Folded text: what search and sorting compare, so that "Yılmaz" is found by "yilmaz"."""

from __future__ import annotations

import unicodedata

# Letters that Unicode does not take apart into a base letter and a mark.
_WHOLE = str.maketrans(
    {
        "ł": "l", "đ": "d", "ø": "o", "ħ": "h", "ı": "i", "ŧ": "t", "ð": "d",
        "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ĳ": "ij", "'": "", "’": "", "ʼ": "",
    }
)  # fmt: skip


def fold(text: str) -> str:
    """Return text in lower case without marks, apostrophes and double spaces."""
    # Taking apart can bring capitals (from a mathematical A), lowering can bring marks ("İ").
    lowered = unicodedata.normalize("NFKD", text).casefold()
    apart = unicodedata.normalize("NFKD", lowered).casefold()
    bare = "".join(c for c in apart if not unicodedata.combining(c))
    return " ".join(bare.translate(_WHOLE).split())
