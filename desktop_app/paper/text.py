"""Text as a block: lines broken to a width, in one or several types.

A line that goes on keeps the space at its end, so that reading the tags aloud or copying the
text never glues two words.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from desktop_app.paper import shaping
from desktop_app.paper.tags import Node

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop_app.paper.blocks import Block, Room
    from desktop_app.paper.canvas import TaggedCanvas
    from desktop_app.paper.style import Type

Span = tuple[str, "Type"]
Align = Literal["left", "right", "centre"]
_SLACK = 0.01  # points: a width that was measured as this very text must take it
_FEWEST_LINES = 2  # of a broken paragraph, on either page


class Text:
    """A paragraph, heading or label.

    Its line distance is that of the first span; all spans share one baseline.
    """

    def __init__(
        self,
        tag: str | Node | None,
        *spans: Span,
        align: Align = "left",
        said: str | None = None,
    ) -> None:
        """Take the structure tag (None: decoration) and spans of text with their type.

        A text that begins in a right-to-left script stands at the right.
        """
        self.node = Node(tag) if isinstance(tag, str) else tag
        self.nodes: Sequence[Node] = () if self.node is None else (self.node,)
        self.spans = [(shaping.clean(text), style) for text, style in spans]
        self.base = spans[0][1]
        self.said = said
        self.rtl = not self.spans[0][0].isascii() and shaping.is_right_to_left(self.spans[0][0])
        self.align: Align = "right" if self.rtl and align == "left" else align
        self._set: dict[float, SetText] = {}

    def _at(self, width: float) -> SetText:
        if width not in self._set:
            self._set[width] = SetText(self, tuple(_lines(self.spans, width)))
        return self._set[width]

    def height(self, width: float) -> float:
        """Return the height of the lines at a width."""
        return self._at(width).height(width)

    def split(self, width: float, room: Room) -> tuple[Block, Block] | None:
        """Break between two lines, leaving at least two on either side."""
        return self._at(width).split(width, room)

    def draw(
        self, canvas: TaggedCanvas, left: float, top: float, width: float, height: float
    ) -> None:
        """Write the lines."""
        self._at(width).draw(canvas, left, top, width, height)

    def natural_width(self) -> float:
        """Return the width of the text on one line."""
        return sum(shaping.width(text, style.face) * style.size for text, style in self.spans)


@dataclass(frozen=True, slots=True)
class SetText:
    """Some lines of a text, broken to a width."""

    of: Text
    lines: tuple[tuple[Span, ...], ...]

    @property
    def nodes(self) -> Sequence[Node]:
        """The node of the whole text."""
        return self.of.nodes

    def height(self, width: float) -> float:
        """Return the height of these lines."""
        return len(self.lines) * self.of.base.leading

    def split(self, width: float, room: Room) -> tuple[Block, Block] | None:
        """Break between two lines."""
        fits = int((room.height + _SLACK) / self.of.base.leading)
        fits = min(fits, len(self.lines) - _FEWEST_LINES)
        if fits < _FEWEST_LINES:
            return None
        return SetText(self.of, self.lines[:fits]), SetText(self.of, self.lines[fits:])

    def draw(
        self, canvas: TaggedCanvas, left: float, top: float, width: float, height: float
    ) -> None:
        """Write these lines as content of the text's node."""
        of = self.of
        if of.node is not None:
            canvas.begin(of.node, of.said)
        y = top - of.base.size
        for line in self.lines:
            self._write(canvas, left, y, width, line)
            y -= of.base.leading
        if of.node is not None:
            canvas.end()

    def _write(
        self, canvas: TaggedCanvas, left: float, y: float, width: float, line: tuple[Span, ...]
    ) -> None:
        of = self.of
        shown = [(style, shaping.runs(text, style.face, rtl=of.rtl)) for text, style in line]
        if of.rtl:
            shown.reverse()
        if of.align != "left":
            free = width - sum(
                shaping.width(text if at < len(line) - 1 else text.rstrip(" "), style.face)
                * style.size
                for at, (text, style) in enumerate(line)
            )
            left += free if of.align == "right" else free / 2
            if of.rtl and line and line[-1][0].endswith(" "):
                # The space at the end of a right-to-left line stands at its left.
                left -= shaping.width(" ", line[-1][1].face) * line[-1][1].size
        for style, runs in shown:
            left = canvas.show(left, y, style, runs)


def _lines(spans: Sequence[Span], width: float) -> Iterator[tuple[Span, ...]]:
    if len(spans) == 1 and "\n" not in spans[0][0]:
        text, style = spans[0]
        if shaping.width(text, style.face) * style.size <= width + _SLACK:
            yield (spans[0],)
            return
    line: list[Span] = []
    pen = 0.0
    for word in _words(spans):
        if not word:
            yield _joined(line, ends=False)
            line, pen = [], 0.0
            continue
        wide = _measure(word)
        space = _measure([(" ", line[-1][1])]) if line else 0.0
        if line and pen + space + wide > width + _SLACK:
            yield _joined(line, ends=False)
            line, pen, space = [], 0.0, 0.0
        last = word
        if wide > width + _SLACK:
            *whole, last = list(_chopped(word, width))
            yield from (tuple(part) for part in whole)
            wide = _measure(last)
        if line:
            line.append((" ", line[-1][1]))
        line += last
        pen += space + wide
    yield _joined(line, ends=True)


def _words(spans: Sequence[Span]) -> Iterator[list[Span]]:
    """Yield words as spans without spaces; an empty one for each new line."""
    word: list[Span] = []
    for text, style in spans:
        for piece in re.split(r"([ \n])", text):
            if piece in {" ", "\n"}:
                if word:
                    yield word
                    word = []
                if piece == "\n":
                    yield []
            elif piece:
                word.append((piece, style))
    if word:
        yield word


def _measure(word: Sequence[Span]) -> float:
    return sum(shaping.width(text, style.face) * style.size for text, style in word)


def _chopped(word: list[Span], width: float) -> Iterator[list[Span]]:
    """Break a word that is wider than the line between two characters."""
    part: list[Span] = []
    pen = 0.0
    for text, style in word:
        start = 0
        for at, char in enumerate(text):
            wide = shaping.width(char, style.face) * style.size
            loose = not unicodedata.combining(char)
            if loose and pen + wide > width and (part or at > start):
                yield [*part, (text[start:at], style)] if at > start else part
                part, pen, start = [], 0.0, at
            pen += wide
        part = [*part, (text[start:], style)]
    yield part


def _joined(line: Sequence[Span], *, ends: bool) -> tuple[Span, ...]:
    """Join neighbours of one type; a line that goes on ends with a space."""
    joined: list[Span] = []
    for text, style in line:
        if joined and joined[-1][1] is style:
            joined[-1] = (joined[-1][0] + text, style)
        else:
            joined.append((text, style))
    if joined and not ends:
        joined[-1] = (joined[-1][0] + " ", joined[-1][1])
    return tuple(joined)
