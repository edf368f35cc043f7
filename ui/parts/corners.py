"""Keeps the round corners of a box round, whatever its content paints up to its edge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPainterPath, QPaintEvent

from ui.parts import paint
from ui.parts.painted import Painted
from ui.theme import look

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class Corners(Painted):
    """Lies over a box and paints what is outside its corners, and its line.

    Args:
        box: the frame with rounded corners.
        outside: the token of the ground around the box.
        radius: of the corners.
    """

    def __init__(self, box: QWidget, outside: str, radius: int = 12) -> None:
        super().__init__(box)
        self._box = box
        self._outside = outside
        self._radius = radius
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        box.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.ChildAdded}:
            self.setGeometry(self._box.rect())
            self.raise_()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.begin(self)
        rect = QRectF(self.rect())
        whole, inside = QPainterPath(), QPainterPath()
        whole.addRect(rect)
        inside.addRoundedRect(rect, self._radius, self._radius)
        painter.fillPath(whole.subtracted(inside), look.colour(self._outside))
        paint.rounded(painter, rect, self._radius, None, look.colour("border"))
        painter.end()
