"""A few choices in one trough, one of them on: list or table, mine or everyone's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QSizePolicy

from ui.parts import paint
from ui.parts.layouts import row
from ui.parts.painted import Painted, PaintedButton
from ui.theme import look

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QPaintEvent


class Segmented(Painted):
    """One choice out of a few.

    Args:
        name: what is chosen here, for a screen reader.
        options: value and words of each, in order.
        value: the one that is on at first; the first one if empty.

    Signals:
        chosen(str): the value that a user switched on.
    """

    chosen = Signal(str)

    def __init__(self, name: str, options: Sequence[tuple[str, str]], value: str = "") -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, _Segment] = {}
        line = row(gap=0, edge=(3, 3, 3, 3))
        for key, words in options:
            segment = _Segment(words)
            segment.setAccessibleDescription(name)
            segment.clicked.connect(lambda _on=False, key=key: self.chosen.emit(key))
            self._group.addButton(segment)
            self._buttons[key] = segment
            line.addWidget(segment)
        self.setLayout(line)
        self.choose(value or options[0][0])

    def choose(self, value: str) -> None:
        """Switch a choice on without a signal."""
        self._buttons[value].setChecked(True)

    def value(self) -> str:
        """Return the choice that is on."""
        return next(key for key, button in self._buttons.items() if button.isChecked())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.key() not in {*steps}:
            super().keyPressEvent(event)
            return
        keys = list(self._buttons)
        there = keys.index(self.value()) + steps[Qt.Key(event.key())]
        if 0 <= there < len(keys):
            button = self._buttons[keys[there]]
            button.setFocus(Qt.FocusReason.TabFocusReason)
            button.click()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.begin(self)
        paint.rounded(painter, QRectF(self.rect()), 8, look.colour("chrome"))
        painter.end()


class _Segment(PaintedButton):
    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.setCheckable(True)

    def sizeHint(self) -> QSize:
        across = paint.width(self.words(), "strong") + 26
        return QSize(across, paint.height("control") + 12)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            event.ignore()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.begin(self)
        rect = QRectF(self.rect())
        on = self.isChecked()
        if on:
            paint.rounded(painter, rect, 6, look.colour("surface"), look.colour("border"))
        if self.hasFocus():
            paint.ring(painter, rect, 6)
        ink = "text" if on or self.hovered else "text2"
        role = "strong" if on else "control"
        paint.text(painter, rect, self.words(), role, ink, paint.CENTRE)
        painter.end()
