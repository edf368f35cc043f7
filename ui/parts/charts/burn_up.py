"""How a total grows towards a goal, and where it is heading, with the room for doubt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy

from ui.parts import paint
from ui.parts.charts.chart import Chart
from ui.theme import look

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Point:
    """A value at a time. `low` and `high` bound what is expected; None for what was counted."""

    label: str
    value: float
    low: float | None = None
    high: float | None = None


class BurnUp(Chart):
    """A line of counted values, then a dashed one of expected values, below a goal.

    Args:
        name: what it shows.
        counted: what was counted, oldest first; the time between points is the same.
        expected: what is expected after that.
        goal: the height of the dashed line, and its words.
        now_words: written at the last counted point: "118 housed".
        then_words: written at the last expected point: "expected: 180".
    """

    def __init__(
        self,
        name: str,
        counted: Sequence[Point],
        expected: Sequence[Point] = (),
        *,
        goal: tuple[float, str] | None = None,
        now_words: str = "",
        then_words: str = "",
    ) -> None:
        every = [*counted, *expected]
        rows = [[p.label, f"{p.value:g}", _bounds(p)] for p in every]
        super().__init__(name, [["", name, ""], *rows])
        self._counted, self._expected = list(counted), list(expected)
        self._goal = goal
        self._now_words, self._then_words = now_words, then_words
        highest = max(
            [p.high or p.value for p in every] + ([goal[0]] if goal else []), default=1
        )
        self._step = _round_step(highest)
        self._top = highest * 1.04
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(560, look.px(180))

    def minimumSizeHint(self) -> QSize:
        return QSize(320, look.px(140))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.begin(self)
        self._paint_axes(painter)
        if self._counted:
            self._paint_doubt(painter)
            self._paint_counted(painter)
            self._paint_expected(painter)
        self._paint_goal(painter)
        self._paint_words(painter)
        self.paint_focus(painter)
        painter.end()

    def _area(self) -> QRectF:
        left = paint.width("1000", "small") + 10
        right = max(paint.width(self._then_words, "small_strong") + 14, 16)
        under = paint.height("small") + 8
        return QRectF(left, 8, self.width() - left - right, self.height() - 8 - under)

    def _at(self, place: int, value: float) -> QPointF:
        area = self._area()
        points = max(1, len(self._counted) + len(self._expected) - 1)
        x = area.left() + area.width() * place / points
        return QPointF(x, area.bottom() - area.height() * value / self._top)

    def _ahead(self) -> list[tuple[int, Point]]:
        return list(enumerate(self._expected, start=len(self._counted)))

    def _paint_axes(self, painter: QPainter) -> None:
        area = self._area()
        value = 0.0
        while value < self._top:
            y = round(self._at(0, value).y())
            paint.line(painter, QPointF(area.left(), y), QPointF(area.right(), y))
            box = QRectF(0, y - 10, area.left() - 8, 20)
            paint.text(painter, box, f"{value:g}", "small", "text3", paint.RIGHT)
            value += self._step
        every = [*self._counted, *self._expected]
        widest = max((paint.width(p.label, "small") for p in every), default=0) + 24
        skip = max(1, -(-len(every) * widest // max(1, round(area.width()))))
        for place in range(0, len(every), skip):
            x = self._at(place, 0).x()
            box = QRectF(x - widest / 2, area.bottom() + 6, widest, paint.height("small"))
            paint.text(painter, box, every[place].label, "small", "text3", paint.CENTRE)

    def _paint_doubt(self, painter: QPainter) -> None:
        bounded = [(i, p) for i, p in self._ahead() if p.low is not None and p.high is not None]
        if not bounded:
            return
        start = self._at(len(self._counted) - 1, self._counted[-1].value)
        upper = [self._at(i, p.high or 0) for i, p in bounded]
        lower = [self._at(i, p.low or 0) for i, p in bounded]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("info_soft"))
        painter.drawPolygon(QPolygonF([start, *upper, *reversed(lower)]))

    def _paint_counted(self, painter: QPainter) -> None:
        points = [self._at(i, p.value) for i, p in enumerate(self._counted)]
        floor = self._area().bottom()
        soft = QColor(look.colour("primary"))
        soft.setAlphaF(0.10)
        ends = [QPointF(points[-1].x(), floor), QPointF(points[0].x(), floor)]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(soft)
        painter.drawPolygon(QPolygonF([*points, *ends]))
        painter.setPen(QPen(look.colour("primary"), 2.5, j=Qt.PenJoinStyle.RoundJoin))
        painter.drawPolyline(QPolygonF(points))

    def _paint_expected(self, painter: QPainter) -> None:
        last = self._at(len(self._counted) - 1, self._counted[-1].value)
        ahead = [self._at(i, p.value) for i, p in self._ahead()]
        painter.setPen(QPen(look.colour("chart3"), 2, Qt.PenStyle.DashLine))
        painter.drawPolyline(QPolygonF([last, *ahead]))
        painter.setPen(QPen(look.colour("primary"), 2.5))
        painter.setBrush(look.colour("surface"))
        painter.drawEllipse(last, 5, 5)

    def _paint_goal(self, painter: QPainter) -> None:
        if self._goal is None:
            return
        area = self._area()
        y = round(self._at(0, self._goal[0]).y())
        painter.setPen(QPen(look.colour("chart4"), 2, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
        box = QRectF(area.left() + 4, y + 3, area.width(), paint.height("small_strong"))
        paint.text(painter, box, self._goal[1], "small_strong", "chart4")

    def _paint_words(self, painter: QPainter) -> None:
        if self._counted and self._now_words:
            last = self._at(len(self._counted) - 1, self._counted[-1].value)
            wide, tall = paint.width(self._now_words, "strong"), paint.height("strong")
            before = last.x() - wide - 14
            left = before if before >= self._area().left() else last.x() + 12
            box = QRectF(left, last.y() - tall - 6, wide + 2, tall)
            paint.text(painter, box, self._now_words, "strong", "primary")
        if self._expected and self._then_words:
            end = self._at(
                len(self._counted) + len(self._expected) - 1, self._expected[-1].value
            )
            box = QRectF(end.x() + 8, end.y() - 10, self.width() - end.x() - 8, 20)
            paint.text(painter, box, self._then_words, "small_strong", "info")


def _bounds(point: Point) -> str:
    if point.low is None or point.high is None:
        return ""
    return f"{point.low:g}-{point.high:g}"


def _round_step(highest: float) -> float:
    """Return the distance of the lines: 1, 2 or 5 times a power of ten, about four of them."""
    power = 1.0
    while True:
        for times in (1, 2, 5):
            if highest / (times * power) <= 5:  # noqa: PLR2004 - more lines than that are noise
                return times * power
        power *= 10
