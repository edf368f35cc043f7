"""The fonts of paper, loaded once and late, and what each of them can write.

One family covers Latin, Greek and Cyrillic. Arabic, Hebrew and Ethiopic have fonts of their
own, loaded when a text first needs them; `shaping` cuts such texts into runs.
"""

from __future__ import annotations

import io
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from reportlab.pdfbase.ttfonts import TTFont

from desktop_app import assets

if TYPE_CHECKING:
    import uharfbuzz

_FILES = {
    "regular": "ThuisbasisSans-Regular",
    "semibold": "ThuisbasisSans-SemiBold",
    "bold": "ThuisbasisSans-Bold",
    "italic": "ThuisbasisSans-Italic",
}
_SCRIPTS = {
    "Arabic": (
        (0x600, 0x6FF), (0x750, 0x77F), (0x8A0, 0x8FF), (0xFB50, 0xFDFF), (0xFE70, 0xFEFE),
    ),
    "Hebrew": ((0x590, 0x5FF), (0xFB1D, 0xFB4F)),
    "Ethiopic": ((0x1200, 0x139F), (0x2D80, 0x2DDF), (0xAB00, 0xAB2F)),
}  # fmt: skip
PRIVATE = 0xE000
"""Where glyphs without a character of their own get one: this number plus the glyph's."""


@dataclass(frozen=True, slots=True, eq=False)
class Face:
    """A font as the rest of this room uses it.

    `covered` are the characters it can write, `simple` those that need no shaping either.
    `bold` tells which weight stands beside it in other scripts.
    """

    font: TTFont
    covered: frozenset[str]
    simple: frozenset[str]
    bold: bool
    data: bytes

    def width(self, text: str, size: float) -> float:
        """Return the width in points of a text of simple characters."""
        return float(self.font.stringWidth(text, size))


@cache
def face(style: str) -> Face:
    """Return the main family in a style: regular, semibold, bold or italic."""
    return _load(_FILES[style], bold=style in {"semibold", "bold"})


def fallback(char: str, main: Face) -> Face | None:
    """Return the font of another script that writes a character; None: no font does."""
    code = ord(char)
    for script, ranges in _SCRIPTS.items():
        if any(first <= code <= last for first, last in ranges):
            other = _fallback(script, bold=main.bold)
            return other if char in other.covered else None
    return None


@cache
def shaper(of: Face) -> uharfbuzz.Font:
    """Return the shaping engine's view of a font."""
    import uharfbuzz  # noqa: PLC0415 - few papers need it

    return uharfbuzz.Font(uharfbuzz.Face(of.data))


def private(of: Face, glyph: int, advance: float) -> str:
    """Return a character that stands for a glyph which only shaping reaches.

    The same glyph always gets the same character, so a paper's bytes do not depend on what
    was printed before it.
    """
    code = PRIVATE + glyph
    if code not in of.font.face.charToGlyph:
        of.font.face.charToGlyph[code] = glyph
        of.font.face.charWidths[code] = advance
    return chr(code)


@cache
def _fallback(script: str, *, bold: bool) -> Face:
    return _load(f"Thuisbasis{script}-{'Bold' if bold else 'Regular'}", bold=bold)


def _is_simple(char: str) -> bool:
    if unicodedata.combining(char):
        return False
    return unicodedata.bidirectional(char) not in {"R", "AL", "AN"}


def _load(name: str, *, bold: bool) -> Face:
    data = assets.read_bytes(f"fonts/paper/{name}.ttf")
    font = TTFont(name, io.BytesIO(data), asciiReadable=0)
    # A paper needs no names within its fonts (ISO 32000-1, 9.9): 0.7 kB of each, in every file.
    del font.face.table["name"]
    covered = frozenset(map(chr, font.face.charToGlyph))
    simple = frozenset(char for char in covered if _is_simple(char))
    return Face(font, covered, simple, bold, data)
