"""Where somebody started and where they are now, per area: hollow dot, line, filled dot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy

from desktop_app.words import _
from ui.parts import paint
from ui.parts.charts.chart import Chart
from ui.theme import look

if TYPE_CHECKING:
    from collections.abc import Sequence

_ROW = 29
_DOT = 5.0


@dataclass(frozen=True, slots=True)
class Pair:
    """One area: where it stood at the start and where it stands now."""

    label: str
    start: int | None
    now: int | None


class Dumbbell(Chart):
    """Areas under one another on a scale.

    Args:
        name: what it shows.
        pairs: the areas, in order.
        scale: the lowest and highest value there is.
    """

    def __init__(self, name: str, pairs: Sequence[Pair], scale: tuple[int, int]) -> None:
        titles = ["", _("start"), _("now")]
        rows = [[p.label, _plain(p.start), _plain(p.now)] for p in pairs]
        super().__init__(name, [titles, *rows])
        self._pairs = list(pairs)
        self._scale = scale
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(420, self._head() + len(self._pairs) * look.px(_ROW) + 4)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._left() + 150, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.begin(self)
        low, high = self._scale
        bottom = self.height() - 4
        for value in range(low, high + 1):
            x = round(self._x(value))
            paint.line(painter, QPointF(x, self._head()), QPointF(x, bottom))
            box = QRectF(x - 20, 0, 40, self._head() - 4)
            paint.text(painter, box, str(value), "small", "text3", paint.CENTRE)
        for number, pair in enumerate(self._pairs):
            middle = self._head() + number * look.px(_ROW) + look.px(_ROW) // 2
            self._paint_pair(painter, pair, middle)
        self.paint_focus(painter)
        painter.end()

    def _paint_pair(self, painter: QPainter, pair: Pair, y: int) -> None:
        half = look.px(_ROW) / 2
        words = QRectF(0, y - half, self._left() - 18, 2 * half)
        paint.text(painter, words, pair.label, "control", "text")
        if pair.now is None:
            return
        start = pair.now if pair.start is None else pair.start
        worse = pair.now < start
        colour = "warn" if worse else "primary"
        dot = _DOT * look.now().text / 100
        if start != pair.now:
            painter.setPen(QPen(look.colour(colour), 2.5))
            painter.drawLine(QPointF(self._x(start), y), QPointF(self._x(pair.now), y))
            painter.setBrush(look.colour("surface"))
            painter.setPen(QPen(look.colour("border_strong"), 1.75))
            painter.drawEllipse(QPointF(self._x(start), y), dot, dot)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour(colour))
        painter.drawEllipse(QPointF(self._x(pair.now), y), dot + 1, dot + 1)
        self._paint_change(painter, pair.now - start, y, colour)

    def _paint_change(self, painter: QPainter, change: int, y: float, colour: str) -> None:
        box = QRectF(self.width() - 48, y - 12, 40, 24)
        if change == 0:
            paint.text(painter, box, "=", "small_strong", "text3", paint.RIGHT)
            return
        words = f"{change:+}".replace("-", "\N{MINUS SIGN}")
        paint.text(painter, box, words, "caption", colour, paint.RIGHT)
        x = box.right() - paint.width(words, "caption") - 11
        up = -1 if change > 0 else 1
        triangle = QPolygonF(
            [QPointF(x - 4.5, y - up * 4), QPointF(x + 4.5, y - up * 4), QPointF(x, y + up * 4)]
        )
        painter.setBrush(look.colour(colour))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawPolygon(triangle)

    def _head(self) -> int:
        return paint.height("small") + 8

    def _left(self) -> int:
        widest = max((paint.width(p.label, "control") for p in self._pairs), default=0)
        return min(widest + 28, max(120, round(self.width() * 0.42)))

    def _x(self, value: float) -> float:
        low, high = self._scale
        left, right = self._left(), self.width() - 62
        return left + (right - left) * (value - low) / max(1, high - low)


def _plain(value: int | None) -> str:
    return "" if value is None else str(value)
