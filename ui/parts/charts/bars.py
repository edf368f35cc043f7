"""Bars under one another, each with its label and its number; whole or in shares."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QSizePolicy

from ui.parts import paint
from ui.parts.charts.chart import Chart
from ui.parts.charts.progress import paint_bar
from ui.theme import look

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter, QPaintEvent

_TALL, _TALL_WITH_MARGIN = 8, 11
_STACK = 14
SERIES = ("chart1", "chart3", "chart4", "chart_other", "chart2")
"""Colours of shares, in order. No more: a fifth hue is not told apart by everybody."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar.

    Args:
        label: what it counts.
        value: how long it is.
        of: how long the longest could be.
        text: its number as it should be read: "22 / 24", "about 5".
        margin: between which numbers the true one lies; drawn over the bar.
        faint: too small to lean on; it is drawn in grey.
    """

    label: str
    value: float
    of: float
    text: str
    margin: tuple[float, float] | None = None
    faint: bool = False


class Bars(Chart):
    """Bars on tracks: how much of each is filled.

    Attributes:
        bars: what is drawn.
    """

    def __init__(self, name: str, bars: Sequence[Bar]) -> None:
        super().__init__(name, [["", ""], *([bar.label, bar.text] for bar in bars)])
        self.bars = tuple(bars)
        margins = any(bar.margin is not None for bar in self.bars)
        self._tall = _TALL_WITH_MARGIN if margins else _TALL
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(260, max(1, len(self.bars)) * self._row() - 12)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.begin(self)
        for number, bar in enumerate(self.bars):
            top = number * self._row()
            box = QRectF(0, top, self.width(), paint.height("control"))
            right = paint.width(bar.text, "small") + 2
            paint.text(painter, box.adjusted(0, 0, -right - 8, 0), bar.label, "control")
            paint.text(painter, box, bar.text, "small", "text2", paint.RIGHT)
            track = QRectF(0, box.bottom() + 7, self.width(), self._tall)
            colour = "chart_other" if bar.faint else "primary"
            paint_bar(painter, track, bar.value / bar.of if bar.of else 0, colour)
            if bar.margin is not None and bar.of:
                _paint_margin(painter, track, *(end / bar.of for end in bar.margin))
        self.paint_focus(painter)
        painter.end()

    def _row(self) -> int:
        return paint.height("control") + 7 + self._tall + 14


def _paint_margin(painter: QPainter, track: QRectF, low: float, high: float) -> None:
    """Draw a line from one share to another with a stop at each end, clear of what is under."""
    left, right = (track.left() + (track.width() - 2) * end + 1 for end in (low, high))
    middle, half = track.center().y(), track.height() / 2 + 2
    strokes = (
        QLineF(left, middle, right, middle),
        QLineF(left, middle - half, left, middle + half),
        QLineF(right, middle - half, right, middle + half),
    )
    for colour, wide in (("surface", 4.0), ("text", 1.6)):
        painter.setPen(QPen(look.colour(colour), wide, c=Qt.PenCapStyle.FlatCap))
        painter.drawLines(strokes)


@dataclass(frozen=True, slots=True)
class Stack:
    """One bar in shares; `parts` are values in the order of the series."""

    label: str
    parts: tuple[float, ...]
    text: str = ""


class Stacked(Chart):
    """Bars divided into shares, with the names of the shares beneath.

    Args:
        name: what it shows.
        series: the names of the shares, at most five.
        stacks: the bars.
    """

    def __init__(self, name: str, series: Sequence[str], stacks: Sequence[Stack]) -> None:
        rows = [[s.label, *(f"{part:g}" for part in s.parts), s.text] for s in stacks]
        super().__init__(name, [["", *series, ""], *rows])
        self._series = list(series)
        self._stacks = list(stacks)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(260, self._legend_top() + self._legend_rows() * self._legend_row())

    def minimumSizeHint(self) -> QSize:
        return QSize(180, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.begin(self)
        for number, stack in enumerate(self._stacks):
            self._paint_stack(painter, stack, number * self._row())
        self._paint_legend(painter)
        self.paint_focus(painter)
        painter.end()

    def _paint_stack(self, painter: QPainter, stack: Stack, top: float) -> None:
        box = QRectF(0, top, self.width(), paint.height("small"))
        right = paint.width(stack.text, "small_strong") + 2 if stack.text else 0
        paint.text(painter, box.adjusted(0, 0, -right - 8, 0), stack.label, "small_strong")
        paint.text(painter, box, stack.text, "small_strong", "text", paint.RIGHT)
        whole = sum(stack.parts)
        left, y = 0.0, box.bottom() + 5
        gaps = 2 * (sum(1 for part in stack.parts if part) - 1)
        for value, colour in zip(stack.parts, SERIES, strict=False):
            if not value:
                continue
            wide = (self.width() - gaps) * value / whole
            part = QRectF(left, y, wide, _STACK)
            paint.rounded(painter, part, 3, look.colour(colour))
            if paint.width(f"{value:g}", "caption") + 6 < wide:
                paint.text(painter, part, f"{value:g}", "caption", "surface", paint.CENTRE)
            left += wide + 2

    def _paint_legend(self, painter: QPainter) -> None:
        left, top = 0.0, float(self._legend_top())
        for words, colour in zip(self._series, SERIES, strict=False):
            wide = 16 + paint.width(words, "small") + 16
            if left and left + wide - 16 > self.width():
                left, top = 0.0, top + self._legend_row()
            square = QRectF(left, round(top + (self._legend_row() - 10) / 2), 10, 10)
            paint.rounded(painter, square, 3, look.colour(colour))
            words_box = QRectF(left + 16, top, wide, self._legend_row())
            paint.text(painter, words_box, words, "small", "text2")
            left += wide

    def _row(self) -> int:
        return paint.height("small") + 5 + _STACK + 9

    def _legend_top(self) -> int:
        return len(self._stacks) * self._row() + 2

    def _legend_row(self) -> int:
        return paint.height("small") + 5

    def _legend_rows(self) -> int:
        left, rows = 0, 1
        for words in self._series:
            wide = 16 + paint.width(words, "small") + 16
            if left and left + wide - 16 > max(self.width(), 180):
                left, rows = 0, rows + 1
            left += wide
        return rows
