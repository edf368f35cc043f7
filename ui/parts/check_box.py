"""Check boxes and radio buttons, drawn in the colours of now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy, QWidget

from ui.parts import paint
from ui.parts.painted import follow_look
from ui.theme import icons, look

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent

_BOX = 18
_GAP = 10
_LINES = int(paint.LEFT | Qt.TextFlag.TextWordWrap)


class CheckBox(QCheckBox):
    """Something that is on or off."""

    def __init__(self, words: str, *, on: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(words.replace("&", "&&"), parent)
        self.setChecked(on)
        _fold(self)

    def sizeHint(self) -> QSize:
        return _size(self)

    def minimumSizeHint(self) -> QSize:
        return QSize(look.px(_BOX) + 60, _size(self).height())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return _tall(self, width)

    def hitButton(self, _pos: object) -> bool:
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.begin(self)
        box = _paint_row(painter, self, 5)
        if self.isChecked():
            paint.rounded(painter, box, 2 if self.hasFocus() else 5, look.colour("primary"))
            inset = 0 if self.hasFocus() else 2
            mark = box.adjusted(inset, inset, -inset, -inset)
            icons.draw(painter, mark, "check", "on_primary")
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        follow_look(self, event)
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
            return
        super().keyPressEvent(event)


class RadioButton(QRadioButton):
    """One out of a few that exclude each other; put them in one parent."""

    def __init__(self, words: str, *, on: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(words.replace("&", "&&"), parent)
        self.setChecked(on)
        _fold(self)

    def sizeHint(self) -> QSize:
        return _size(self)

    def minimumSizeHint(self) -> QSize:
        return QSize(look.px(_BOX) + 60, _size(self).height())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return _tall(self, width)

    def hitButton(self, _pos: object) -> bool:
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.begin(self)
        box = _paint_row(painter, self, _BOX)
        if self.isChecked():
            half = box.width() / 2
            paint.rounded(painter, box, half, None, look.colour("primary"), 2)
            inset = 3 if self.hasFocus() else 5
            dot = box.adjusted(inset, inset, -inset, -inset)
            paint.rounded(painter, dot, half, look.colour("primary"))
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        follow_look(self, event)
        super().changeEvent(event)


def _fold(button: QAbstractButton) -> None:
    """Let the words of a button go on below where the width ends."""
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    button.setSizePolicy(policy)
    button.setCursor(Qt.CursorShape.PointingHandCursor)


def _words(button: QAbstractButton) -> str:
    return button.text().replace("&&", "&")


def _size(button: QAbstractButton) -> QSize:
    words = paint.width(_words(button), "body")
    return QSize(
        look.px(_BOX) + _GAP + words + 10, max(look.px(_BOX), paint.height("body")) + 10
    )


def _tall(button: QAbstractButton, width: int) -> int:
    room = max(width - look.px(_BOX) - _GAP, 60)
    box = QFontMetrics(look.font("body")).boundingRect(0, 0, room, 2000, _LINES, _words(button))
    return max(look.px(_BOX), box.height()) + 10


def _paint_row(painter: QPainter, button: QAbstractButton, radius: float) -> QRectF:
    """Draw words, focus ring and the empty box; return where the box is."""
    side = look.px(_BOX)
    rect = QRectF(button.rect())
    box = QRectF(0, round((rect.height() - side) / 2), side, side)
    words = rect.adjusted(side + _GAP, 0, 0, 0)
    ink = "text" if button.isEnabled() else "text3"
    painter.setFont(look.font("body"))
    painter.setPen(look.colour(ink))
    painter.drawText(words, _LINES, _words(button))
    if button.hasFocus():
        paint.ring(painter, box, radius)
        box = box.adjusted(3, 3, -3, -3)
        radius = max(2, radius - 3)
    line = "primary" if button.underMouse() else "border_strong"
    paint.rounded(painter, box, radius, look.colour("surface"), look.colour(line))
    return box
