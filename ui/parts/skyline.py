"""The brand: a row of canal-house gables with a lit window, and the little house of the logo.

Decoration only: at the edges of the program (unlocking, first run, an empty page), never in
the way of the work, and nothing to a screen reader.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QSizePolicy

from ui.parts import paint
from ui.parts.painted import Painted
from ui.theme import look

Gable = Literal["step", "bell", "neck", "spout", "flat"]


@dataclass(frozen=True, slots=True)
class _House:
    width: int
    height: int
    gable: Gable


_NEAR = (
    _House(66, 108, "flat"), _House(62, 132, "bell"), _House(72, 100, "flat"),
    _House(64, 122, "step"), _House(86, 98, "spout"), _House(94, 82, "flat"),
    _House(64, 104, "spout"), _House(96, 98, "step"), _House(84, 121, "flat"),
    _House(70, 58, "flat"), _House(80, 92, "step"), _House(84, 104, "bell"),
    _House(96, 92, "flat"), _House(74, 118, "step"), _House(64, 122, "neck"),
    _House(84, 122, "bell"), _House(96, 100, "flat"),
)  # fmt: skip
_FAR = (
    _House(30, 118, "step"), _House(96, 172, "step"), _House(64, 166, "bell"),
    _House(64, 188, "neck"), _House(92, 132, "step"), _House(72, 150, "flat"),
    _House(66, 226, "bell"), _House(62, 146, "bell"), _House(64, 196, "neck"),
    _House(74, 128, "step"), _House(64, 192, "step"), _House(84, 176, "step"),
    _House(64, 196, "step"), _House(66, 130, "bell"), _House(86, 136, "spout"),
    _House(66, 160, "spout"), _House(74, 188, "bell"), _House(96, 222, "step"),
)  # fmt: skip
_LIT = (2, 14)
"""Which near houses have somebody at home."""


class Skyline(Painted):
    """A ground with houses along its bottom edge."""

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.begin(self)
        painter.fillRect(self.rect(), look.colour("chrome"))
        paint_skyline(painter, QRectF(self.rect()))
        painter.end()


class Logo(Painted):
    """The little house on its square."""

    def __init__(self, size: int = 34) -> None:
        super().__init__()
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self._size, self._size)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.begin(self)
        paint_logo(painter, QRectF(self.rect()))
        painter.end()


def paint_skyline(painter: QPainter, rect: QRectF) -> None:
    """Draw the houses along the bottom of a rectangle, as many as its width needs."""
    _paint_row(painter, rect, _FAR, look.colour("skyline_far"), start=0, windows=False)
    _paint_row(painter, rect, _NEAR, look.colour("skyline_near"), start=-44, windows=True)


def paint_logo(painter: QPainter, rect: QRectF) -> None:
    """Draw the logo into a square."""
    paint.rounded(painter, rect, rect.width() * 0.22, look.colour("primary"))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour("on_primary"))
    unit = rect.width() / 44

    def at(x: float, y: float) -> QPointF:
        return QPointF(rect.left() + x * unit, rect.top() + y * unit)

    house = QPainterPath(at(22, 8.5))
    for corner in (at(36, 19.5), at(36, 36), at(8, 36), at(8, 19.5)):
        house.lineTo(corner)
    house.closeSubpath()
    painter.drawPath(house)
    painter.setBrush(look.colour("amber"))
    painter.drawRect(QRectF(at(18.5, 24), at(25.5, 36)))


def _paint_row(
    painter: QPainter,
    rect: QRectF,
    houses: tuple[_House, ...],
    colour: QColor,
    *,
    start: int,
    windows: bool,
) -> None:
    left, number = rect.left() + start, 0
    while left < rect.right():
        house = houses[number % len(houses)]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPath(_outline(house, left, rect.bottom()))
        if windows:
            lit = number % len(houses) in _LIT
            _paint_windows(painter, house, left, rect.bottom(), lit=lit)
        left += house.width + 2
        number += 1


def _outline(house: _House, left: float, bottom: float) -> QPainterPath:
    width, top = house.width, bottom - house.height
    right, middle = left + width, left + width / 2
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    if house.gable == "step":
        for inset, up in ((0, 0), (14, 12), (26, 22)):
            if width - 2 * inset > 8:  # noqa: PLR2004 - narrower looks like a pole
                path.addRect(
                    QRectF(left + inset, top - up, width - 2 * inset, house.height + up)
                )
    elif house.gable == "bell":
        path.addRoundedRect(QRectF(left, top, width, house.height + 40), 30, 30)
        path.addRect(QRectF(middle - 11, top - 11, 22, 16))
    elif house.gable == "neck":
        path.addRoundedRect(QRectF(left, top + 10, width, house.height + 40), 26, 26)
        path.addRect(QRectF(middle - 9, top - 4, 18, 20))
    elif house.gable == "spout":
        path.addRect(QRectF(left, top, width, house.height))
        roof = [QPointF(left, top), QPointF(middle, top - 34), QPointF(right, top)]
        path.addPolygon(QPolygonF([*roof, roof[0]]))
    else:
        path.addRect(QRectF(left, top, width, house.height))
    return path


def _paint_windows(
    painter: QPainter, house: _House, left: float, bottom: float, *, lit: bool
) -> None:
    side, tall, between = 16, 20, 12
    columns = 2 if house.width < 90 else 3  # noqa: PLR2004 - a wide house has room for three
    across = columns * side + (columns - 1) * between
    edge = round(left + (house.width - across) / 2)
    storeys = max(1, (house.height - 34) // 42)
    for storey in range(storeys):
        for place in range(columns):
            box = QRectF(
                edge + place * (side + between),
                round(bottom - house.height + 22 + storey * 44),
                side,
                tall,
            )
            at_home = lit and (storey, place) == (0, 0)
            painter.setBrush(look.colour("amber" if at_home else "skyline_window"))
            painter.drawRect(box)
