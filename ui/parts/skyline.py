"""The brand: a row of canal-house gables with a lit window, and the little house of the logo.

Decoration only: at the edges of the program (unlocking, first run, an empty page), never in
the way of the work, and nothing to a screen reader.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtGui
from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QFrame, QWidget

from ui.parts.gables import paint_houses
from ui.theme import look

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon, QPaintEvent

_LOGO = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 44 44">
<rect width="44" height="44" rx="9.7" fill="{primary}"/>
<path d="M22 8.5L36 19.5V36H8V19.5Z" fill="{on_primary}"/>
<path d="M18.5 24h7v12h-7Z" fill="{amber}"/></svg>"""


class Skyline(QFrame):
    """A ground with houses along its bottom edge."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("k", "chrome")

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        paint_houses(painter, QRectF(self.rect()), vars(look.colours()).__getitem__)
        painter.end()


class Logo(QWidget):
    """The little house on its square."""

    def __init__(self, size: int = 34) -> None:
        super().__init__()
        self.setFixedSize(size, size)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_logo(painter, QRectF(self.rect()))
        painter.end()


def paint_logo(painter: QPainter, rect: QRectF) -> None:
    """Draw the logo into a square."""
    drawing = _LOGO.format_map(vars(look.colours()))
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, rect)


def app_icon() -> QIcon:
    """Return the program's icon, drawn at the sizes that desktops ask for."""
    icon = QtGui.QIcon()
    for side in (16, 24, 32, 48, 64, 128, 256):
        picture = QtGui.QPixmap(side, side)
        picture.fill("transparent")
        painter = QPainter(picture)
        paint_logo(painter, QRectF(picture.rect()))
        painter.end()
        icon.addPixmap(picture)
    return icon
