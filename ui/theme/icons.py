"""Lucide's line icons in the colours of now.

Every icon is drawn from its SVG at the size and screen density asked for, in the colour of a
token, and kept. An icon on a button follows a change of look by itself.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from PySide6 import QtGui
from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from desktop_app import assets
from ui.theme import look

if TYPE_CHECKING:
    from PySide6.QtCore import QRect, QSize
    from PySide6.QtGui import QIcon


def icon(name: str, colour: str = "text2") -> QIcon:
    """Return an icon for a button or a menu, in a token's colour."""
    return QtGui.QIcon(_Engine(name, colour))


def draw(painter: QPainter, rect: QRectF, name: str, colour: str = "text2") -> None:
    """Draw an icon into a rectangle."""
    device = painter.device()
    density = device.devicePixelRatio() if device is not None else 1.0
    picture = _picture(name, look.colour(colour).name(), round(rect.width()), density)
    painter.drawPixmap(rect.topLeft(), picture)


def pixmap(name: str, colour: str, size: int, density: float = 1.0) -> QPixmap:
    """Return an icon as a picture of a size in logical pixels."""
    return _picture(name, look.colour(colour).name(), size, density)


@cache
def _drawing(name: str) -> str:
    return assets.read_bytes(f"icons/{name}.svg").decode()


@cache
def _picture(name: str, colour: str, size: int, density: float) -> QPixmap:
    drawing = _drawing(name).replace("currentColor", colour)
    side = round(size * density)
    picture = QPixmap(side, side)
    picture.fill("transparent")
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(0, 0, side, side))
    painter.end()
    picture.setDevicePixelRatio(density)
    return picture


class _Engine(QIconEngine):
    """Draws one icon whenever Qt asks, so that it always wears the colours of now."""

    def __init__(self, name: str, colour: str) -> None:
        super().__init__()
        self._name = name
        self._token = colour

    def _colour(self, mode: QIcon.Mode) -> str:
        return "text3" if mode == QtGui.QIcon.Mode.Disabled else self._token

    def paint(
        self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State
    ) -> None:
        draw(painter, QRectF(rect), self._name, self._colour(mode))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(
        self, size: QSize, mode: QIcon.Mode, _state: QIcon.State, scale: float
    ) -> QPixmap:
        side = round(min(size.width(), size.height()) / scale)
        return pixmap(self._name, self._colour(mode), side, scale)

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._token)
