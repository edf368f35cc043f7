"""Drawing by token and type role: what the painted parts share."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from ui.theme import look

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter
TOP = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


def begin(widget: QWidget) -> QPainter:
    """Return a painter on a widget, with smooth edges. End it with `end()`."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return painter


def rounded(
    painter: QPainter,
    rect: QRectF,
    radius: float,
    fill: QColor | None = None,
    line: QColor | None = None,
    width: float = 1.0,
) -> None:
    """Draw a rounded box whose line lies wholly inside the rectangle, so that it is crisp."""
    half = width / 2 if line else 0.0
    painter.setPen(QPen(line, width) if line else Qt.PenStyle.NoPen)
    painter.setBrush(fill or Qt.BrushStyle.NoBrush)
    inside = rect.adjusted(half, half, -half, -half)
    corner = min(radius, inside.height() / 2)
    painter.drawRoundedRect(inside, corner, corner)


def ring(painter: QPainter, rect: QRectF, radius: float) -> None:
    """Draw the 2 px focus ring along the inside of a rectangle."""
    rounded(painter, rect, radius, None, look.colour("focus"), 2.0)


def line(painter: QPainter, start: QPointF, end: QPointF, colour: str = "border") -> None:
    """Draw a straight line of 1 px, sharp when it is level or upright."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.setPen(QPen(look.colour(colour), 1))
    painter.drawLine(start, end)
    painter.restore()


def text(
    painter: QPainter,
    rect: QRectF,
    words: str,
    role: str = "body",
    colour: str = "text",
    align: Qt.AlignmentFlag = LEFT,
) -> None:
    """Write one line into a rectangle; what does not fit ends in an ellipsis."""
    painter.setFont(look.font(role))
    painter.setPen(look.colour(colour))
    painter.drawText(rect, int(align), shortened(words, role, rect.width()))


def shortened(words: str, role: str, room: float) -> str:
    """Return words cut with an ellipsis to fit a width."""
    metrics = QFontMetricsF(look.font(role))
    return metrics.elidedText(words, Qt.TextElideMode.ElideRight, math.ceil(room))


def width(words: str, role: str) -> int:
    """Return the width of one line of text, rounded up."""
    return math.ceil(QFontMetricsF(look.font(role)).horizontalAdvance(words))


def height(role: str) -> int:
    """Return the height of one line of text, rounded up."""
    return math.ceil(QFontMetricsF(look.font(role)).height())
