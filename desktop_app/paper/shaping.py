"""Texts of any script as runs that a page can show.

Most texts are one run in one font. A text with Arabic, Hebrew, Ethiopic or loose accents is
cut by font and direction, ordered as it is read on paper, and shaped where its script asks
for it. What a run shows may differ from what it says; then it carries the words it says, for
screen readers, searching and copying.

Direction follows the rules that matter on a form (UAX 9 in short): each run has its own
direction, brackets go with what they hold or follow, signs and numbers between two
right-to-left words go with them, the rest goes with the paragraph.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from desktop_app.paper import fonts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlab.pdfbase.ttfonts import TTFont

    from desktop_app.paper.fonts import Face

_MISSING = "□"
_KEPT_FORMATS = "\u200c\u200d"  # joiners change how Persian and Arabic words look
_TOKENS = re.compile(r"\d(?:[\d.,:/-]*\d)?|.", re.DOTALL)  # a number keeps its order
_PAIRS = {"(": ")", "[": "]", "{": "}"}
_MIRRORED = str.maketrans("()[]{}<>«»", ")(][}{><»«")


@dataclass(frozen=True, slots=True)
class Part:
    """Characters in one font, at size 1.

    `moves` gives per character how far it stands right of and above the pen, and how far the
    pen goes on; None means the font's own widths.
    """

    font: TTFont
    text: str
    width: float
    moves: tuple[tuple[float, float, float], ...] | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """Parts in the order of the paper, and what they say when that is something else."""

    parts: tuple[Part, ...]
    width: float
    said: str | None = None


@dataclass(frozen=True, slots=True)
class _Piece:
    face: Face | None
    text: str
    direction: str  # "L", "R" or "N"


def clean(text: str) -> str:
    """Return a text in composed form, without signs that paper cannot show.

    Tabs become spaces; a new line stays.
    """
    if text.isascii() and text.isprintable():
        return text
    text = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\t", " ")
    return "".join(
        char
        for char in text
        if char == "\n" or char in _KEPT_FORMATS or unicodedata.category(char) not in _UNSEEN
    )


_UNSEEN = {"Cc", "Cf", "Cs"}


def width(text: str, face: Face) -> float:
    """Return a text's width at size 1."""
    if face.simple.issuperset(text):
        return face.width(text, 1)
    return sum(run.width for run in runs(text, face))


def is_right_to_left(text: str) -> bool:
    """Tell whether a text begins in a script that is read from right to left."""
    for char in text:
        direction = unicodedata.bidirectional(char)
        if direction in {"L", "R", "AL"}:
            return direction != "L"
    return False


def runs(text: str, face: Face, *, rtl: bool = False) -> tuple[Run, ...]:
    """Return a line's runs from left to right; `rtl` is the paragraph's own direction."""
    if face.simple.issuperset(text):
        return (Run((Part(face.font, text, face.width(text, 1)),), face.width(text, 1)),)
    groups = [
        (direction, list(group))
        for direction, group in groupby(
            _directed(_pieces(text, face), rtl), lambda p: p.direction
        )
    ]
    made = [_run(direction, pieces, face) for direction, pieces in groups]
    if not rtl:
        return tuple(made)
    parts = tuple(part for run in reversed(made) for part in run.parts)
    return (Run(parts, sum(part.width for part in parts), text),)


def _pieces(text: str, face: Face) -> Iterator[_Piece]:
    """Cut a text where its font changes, and neutral signs from right-to-left words."""
    for (found, direction), chars in groupby(_classes(text, face), lambda item: item[:2]):
        yield _Piece(found, "".join(char for _, _, char in chars), direction)


def _classes(text: str, face: Face) -> Iterator[tuple[Face | None, str, str]]:
    last: tuple[Face | None, str] = (face, "N")
    brackets = _brackets(text)
    for at, char in enumerate(text):
        if unicodedata.combining(char) or char in _KEPT_FORMATS:
            if last[0] is None or char not in last[0].covered:
                last = (face if char in face.covered else fonts.fallback(char, face), "L")
            yield (*last, char)
            continue
        found = face if char in face.covered else fonts.fallback(char, face)
        last = (found, brackets.get(at) or _strong(char) or "N")
        yield (*last, char)


def _strong(char: str) -> str:
    kind = unicodedata.bidirectional(char)
    return "R" if kind in {"R", "AL", "AN"} else "L" if kind == "L" else ""


def _brackets(text: str) -> dict[int, str]:
    """Return the direction of brackets that hold right-to-left words only (UAX 9, N0)."""
    opened: list[tuple[int, str]] = []
    found: dict[int, str] = {}
    for at, char in enumerate(text):
        if char in _PAIRS:
            opened.append((at, _PAIRS[char]))
        elif opened and char == opened[-1][1]:
            start, _closing = opened.pop()
            inside = {_strong(other) for other in text[start:at]} - {""}
            if inside == {"R"}:
                before = next(filter(None, map(_strong, reversed(text[:start]))), "L")
                found[start] = found[at] = before
    return found


def _directed(pieces: Iterator[_Piece], rtl: bool) -> list[_Piece]:  # noqa: FBT001
    """Give neutral pieces the direction of both neighbours, else that of the paragraph."""
    found = list(pieces)
    own = "R" if rtl else "L"
    strong = [piece.direction for piece in found]
    settled: list[_Piece] = []
    for at, piece in enumerate(found):
        direction = piece.direction
        if direction == "N":
            before = next((d for d in reversed(strong[:at]) if d != "N"), own)
            after = next((d for d in strong[at + 1 :] if d != "N"), own)
            direction = before if before == after else own
        settled.append(_Piece(piece.face, piece.text, direction))
    return settled


def _run(direction: str, pieces: list[_Piece], face: Face) -> Run:
    """Return one direction's pieces as a run that says them in their own order."""
    said = "".join(piece.text for piece in pieces)
    if direction == "R":
        pieces = [
            _Piece(p.face, _turned(p.text) if p.face is face else p.text, "R")
            for p in reversed(pieces)
        ]
    parts = tuple(_part(piece, face) for piece in pieces)
    plain = direction != "R" and "".join(part.text for part in parts) == said
    total = sum(part.width for part in parts)
    return Run(parts, total, None if plain and _unmoved(parts) else said)


def _turned(text: str) -> str:
    """Return signs and numbers in the order and shape of a right-to-left line."""
    return "".join(reversed(_TOKENS.findall(text))).translate(_MIRRORED)


def _unmoved(parts: tuple[Part, ...]) -> bool:
    return all(part.moves is None for part in parts)


def _part(piece: _Piece, main: Face) -> Part:
    if piece.face is None:
        boxes = _MISSING * len(piece.text)
        return Part(main.font, boxes, main.width(boxes, 1))
    if piece.face.simple.issuperset(piece.text):
        return Part(piece.face.font, piece.text, piece.face.width(piece.text, 1))
    return _shaped(piece.face, piece.text)


def _shaped(face: Face, text: str) -> Part:
    """Return a text set by the rules of its script, glyphs from left to right."""
    import uharfbuzz  # noqa: PLC0415 - few papers need it

    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    # Discretionary ligatures would turn the letters mhmd into one vocalised sign.
    uharfbuzz.shape(fonts.shaper(face), buffer, {"dlig": False})
    per_em = face.font.face.unitsPerEm
    chars: list[str] = []
    moves: list[tuple[float, float, float]] = []
    infos, positions = buffer.glyph_infos, buffer.glyph_positions
    for info, position in zip(infos or (), positions or (), strict=True):
        advance = position.x_advance / per_em
        chars.append(fonts.private(face, info.codepoint, advance * 1000))
        moves.append((position.x_offset / per_em, position.y_offset / per_em, advance))
    return Part(face.font, "".join(chars), sum(move[2] for move in moves), tuple(moves))
