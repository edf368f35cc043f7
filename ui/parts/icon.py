"""One icon on a page, and an icon on a soft ground."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtWidgets import QSizePolicy

from ui.parts import paint
from ui.parts.painted import Painted
from ui.theme import icons, look

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class Icon(Painted):
    """One icon, for the eye only."""

    def __init__(self, name: str, colour: str = "text2", size: int = 18) -> None:
        super().__init__()
        self._name, self._colour, self._size = name, colour, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(look.px(self._size), look.px(self._size))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.begin(self)
        icons.draw(painter, QRectF(self.rect()), self._name, self._colour)
        painter.end()


class IconTile(Painted):
    """An icon on a soft square or circle: the sign of a row in a list."""

    def __init__(
        self, name: str, mood: str = "primary", size: int = 34, *, round_: bool = False
    ) -> None:
        super().__init__()
        self._name, self._mood, self._size, self._round = name, mood, size, round_
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(look.px(self._size), look.px(self._size))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.begin(self)
        rect = QRectF(self.rect())
        ink = "text2" if self._mood == "mute" else self._mood
        radius = rect.height() / 2 if self._round else 8
        paint.rounded(painter, rect, radius, look.colour(f"{self._mood}_soft"))
        side = look.px(18 if self._size > 30 else 15)  # noqa: PLR2004 - sizes of the design
        left = round(rect.center().x() - side / 2)
        top = round(rect.center().y() - side / 2)
        icons.draw(painter, QRectF(left, top, side, side), self._name, ink)
        painter.end()
