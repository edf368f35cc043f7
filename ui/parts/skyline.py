"""The brand: a row of canal-house gables with a lit window, and the little house of the logo.

Decoration only: at the edges of the program (unlocking, first run, an empty page), never in
the way of the work, and nothing to a screen reader.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy

from ui.parts import paint
from ui.parts.gables import paint_ground
from ui.parts.painted import Painted
from ui.theme import look


class Skyline(Painted):
    """A ground with houses along its bottom edge."""

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.begin(self)
        colours = look.colours()
        paint_ground(painter, QRectF(self.rect()), lambda token: str(getattr(colours, token)))
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


def app_icon() -> QIcon:
    """Return the program's icon, drawn at the sizes that desktops ask for."""
    icon = QIcon()
    for side in (16, 24, 32, 48, 64, 128, 256):
        picture = QPixmap(side, side)
        picture.fill("transparent")
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_logo(painter, QRectF(picture.rect()))
        painter.end()
        icon.addPixmap(picture)
    return icon
