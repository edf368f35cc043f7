"""The top of the month file's page: which month, and at which of the four steps it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QWidget

from desktop_app.paper import days
from desktop_app.words import _
from ui.parts.stepper import Stepper
from ui.parts.text import Elided
from ui.screens.month.stages import STEPS

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QResizeEvent

    from ui.screens.month.stages import Stage

_BETWEEN = 32
_SIDES = 56


class Head(QWidget):
    """Title and steps side by side; under one another where there is no room for that."""

    def __init__(self) -> None:
        super().__init__()
        self._title = Elided("", "title")
        names = [_("Check the data"), _("Preview"), _("Make the file"), _("Note as sent")]
        self._stepper = Stepper(names, 0)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(28, 18, 28, 14)
        self._grid.setColumnStretch(0, 1)
        self._arrange(self.width())

    def show_stage(self, stage: Stage, month: date | None) -> None:
        """Show where a month stands."""
        title = _("Month file")
        if stage in STEPS and month is not None:
            title = _("Month file {month}").format(month=days.month(month))
        self._title.setText(title)
        self._stepper.setVisible(stage in STEPS)
        if stage in STEPS:
            self._stepper.go(STEPS[stage], over=stage == "done")
        self._arrange(self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange(event.size().width())
        super().resizeEvent(event)

    def _arrange(self, width: int) -> None:
        needed = self._title.sizeHint().width() + self._stepper.sizeHint().width()
        wide = needed + _BETWEEN + _SIDES <= width
        self._grid.addWidget(self._title, 0, 0)
        self._grid.addWidget(self._stepper, 0 if wide else 1, 1 if wide else 0)
        self._grid.setHorizontalSpacing(_BETWEEN if wide else 0)
        self._grid.setVerticalSpacing(0 if self._stepper.isHidden() or wide else 12)
