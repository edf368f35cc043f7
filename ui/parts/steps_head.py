"""The top of a page with steps: its title, and beside it (or under it) where somebody is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.parts.layouts import row
from ui.parts.stepper import Stepper
from ui.parts.text import Elided

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

_BETWEEN = 32


class StepsHead(QWidget):
    """Title and steps.

    Attributes:
        stepper: the steps.
    """

    def __init__(self, title: str, steps: Sequence[str]) -> None:
        super().__init__()
        self._title = Elided(title, "title")
        self.stepper = Stepper(steps)
        self._line = row(gap=_BETWEEN)
        self._line.addWidget(self._title, 1, Qt.AlignmentFlag.AlignVCenter)
        self._line.addWidget(self.stepper, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setLayout(self._line)

    def resizeEvent(self, event: QResizeEvent) -> None:
        needed = self._title.sizeHint().width() + self.stepper.sizeHint().width() + _BETWEEN
        wide = needed <= event.size().width()
        way = QBoxLayout.Direction
        self._line.setDirection(way.LeftToRight if wide else way.TopToBottom)
        self._line.setSpacing(_BETWEEN if wide else 10)
        super().resizeEvent(event)
