"""A line without axes: how a number went lately."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy

from ui.parts import paint
from ui.parts.painted import Painted
from ui.theme import look

if TYPE_CHECKING:
    from collections.abc import Sequence


class Sparkline(Painted):
    """A small line; the last value is a dot.

    Args:
        name: what went how, in words: "Occupied: from 46 to 52 in six months".
        values: oldest first.
    """

    def __init__(self, name: str, values: Sequence[float]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._values = list(values)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_values(self, name: str, values: Sequence[float]) -> None:
        """Show other values."""
        self.setAccessibleName(name)
        self._values = list(values)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(look.px(92), look.px(34))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._values:
            return
        low, high = min(self._values), max(self._values)
        inside = self.rect().adjusted(4, 5, -5, -5)
        step = inside.width() / max(1, len(self._values) - 1)
        points = [
            QPointF(
                inside.left() + number * step,
                inside.bottom()
                - (inside.height() * ((value - low) / (high - low)) if high > low else 0),
            )
            for number, value in enumerate(self._values)
        ]
        painter = paint.begin(self)
        painter.setPen(QPen(look.colour("primary"), 2, j=Qt.PenJoinStyle.RoundJoin))
        painter.drawPolyline(QPolygonF(points))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("primary"))
        painter.drawEllipse(points[-1], 3.5, 3.5)
        painter.end()
