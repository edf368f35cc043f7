"""A few words in a pill: a state, a deadline, a count. Never colour alone."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from ui.parts import paint
from ui.parts.painted import follow_look
from ui.theme import icons, look

Mood = Literal["mute", "primary", "ok", "warn", "danger", "info"]

_ROLE = "small_strong"
_SIDE = 10
_ICON = 13
_GAP = 5


class Chip(QLabel):
    """A pill with words, and an icon where it helps."""

    def __init__(self, words: str, mood: Mood = "mute", icon: str = "") -> None:
        super().__init__(words)
        self._mood: Mood = mood
        self._icon = icon
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def say(self, words: str, mood: Mood = "mute", icon: str = "") -> None:
        """Show something else."""
        self._mood, self._icon = mood, icon
        self.setText(words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return chip_size(self.text(), self._icon)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.begin(self)
        paint_chip(painter, QRectF(self.rect()), self.text(), self._mood, self._icon)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        follow_look(self, event)
        super().changeEvent(event)


def chip_size(words: str, icon: str = "") -> QSize:
    """Return the room a chip takes."""
    across = paint.width(words, _ROLE) + 2 * _SIDE
    if icon:
        across += look.px(_ICON) + _GAP - 2
    tall = max(22, paint.height(_ROLE) + 6)
    return QSize(max(across, tall), tall)


def paint_chip(painter: QPainter, rect: QRectF, words: str, mood: Mood, icon: str = "") -> None:
    """Draw a chip that fills a rectangle; words that do not fit are shortened."""
    fill, ink = ("mute_soft", "text2") if mood == "mute" else (f"{mood}_soft", mood)
    if mood == "primary":
        ink = "primary_text"
    outline = QColor(look.colour(ink))
    outline.setAlphaF(1.0 if look.now().high_contrast else 0.28)
    paint.rounded(painter, rect, rect.height() / 2, look.colour(fill), outline)
    inside = rect.adjusted(_SIDE, 0, -_SIDE, 0)
    if icon:
        size = look.px(_ICON)
        corner = QPointF(inside.left() - 2, round(rect.center().y() - size / 2))
        icons.draw(painter, QRectF(corner.x(), corner.y(), size, size), icon, ink)
        inside.setLeft(inside.left() - 2 + size + _GAP)
        paint.text(painter, inside.adjusted(0, 0, 2, 0), words, _ROLE, ink)
    else:
        paint.text(painter, inside.adjusted(-2, 0, 2, 0), words, _ROLE, ink, paint.CENTRE)
