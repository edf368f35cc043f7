"""Initials in a circle: tells people apart in a list, without a photo."""

from __future__ import annotations

from zlib import crc32

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from ui.parts import paint
from ui.parts.painted import Painted
from ui.theme import look

_TINTS = 6


def initials(name: str) -> str:
    """Return the first letters of the first and the last word: Saskia de Vries, SV."""
    words = [word for word in name.split() if word[0].isalnum()]
    ends = words[:1] + words[1:][-1:]
    return "".join(word[0].upper() for word in ends)


class Avatar(Painted):
    """The initials of somebody; `key` (an id) chooses the tint and keeps it the same."""

    def __init__(self, name: str, key: str = "", size: int = 32) -> None:
        super().__init__()
        self._name = name
        self._key = key or name
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_name(self, name: str, key: str = "") -> None:
        """Show somebody else."""
        self._name, self._key = name, key or name
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(look.px(self._size), look.px(self._size))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.begin(self)
        paint_avatar(painter, QRectF(self.rect()), self._name, self._key)
        painter.end()


def paint_avatar(painter: QPainter, rect: QRectF, name: str, key: str) -> None:
    """Draw initials into a square."""
    tint = f"tint{crc32(key.encode()) % _TINTS + 1}"
    paint.rounded(painter, rect, rect.height() / 2, look.colour(tint))
    font = QFont(look.font("strong"))
    font.setPixelSize(max(8, round(rect.height() * 0.36)))
    painter.setFont(font)
    painter.setPen(look.colour(f"{tint}_text"))
    painter.drawText(rect, int(paint.CENTRE), initials(name))
