"""A large button with a sign, a title and a sentence: one way out of a few to go on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QSizePolicy

from ui.parts import paint
from ui.parts.painted import PaintedButton
from ui.theme import icons, look

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent

_SIDE = 16
_TOP = 12
_SIGN = 38
_GAP = 14
_ARROW = 18
_RADIUS = 10
_FOLD = int(Qt.TextFlag.TextWordWrap)


class Tile(PaintedButton):
    """A way to go on.

    Args:
        icon: a Lucide icon.
        title: the verb.
        sentence: what comes of it; folds over lines.
        on_click: called without arguments.
        strong: the way that most people go; it is filled.
    """

    def __init__(
        self,
        icon: str,
        title: str,
        sentence: str,
        on_click: Callable[[], object] | None = None,
        *,
        strong: bool = False,
    ) -> None:
        super().__init__(title)
        self.setAccessibleDescription(sentence)
        self._icon, self._sentence, self._strong = icon, sentence, strong
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        if on_click is not None:
            self.clicked.connect(on_click)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        words = width - 2 * _SIDE - look.px(_SIGN) - 2 * _GAP - look.px(_ARROW)
        box = QFontMetrics(look.font("small")).boundingRect(
            0, 0, max(words, 80), 2000, _FOLD, self._sentence
        )
        tall = paint.height("strong") + 3 + box.height()
        return max(tall, look.px(_SIGN)) + 2 * _TOP

    def sizeHint(self) -> QSize:
        return QSize(look.px(420), self.heightForWidth(look.px(420)))

    def minimumSizeHint(self) -> QSize:
        return QSize(look.px(220), look.px(_SIGN) + 2 * _TOP)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.begin(self)
        rect = QRectF(self.rect())
        ground = "primary_soft" if self._strong else "surface"
        if self.hovered:
            ground = "selected" if self._strong else "hover"
        line = "primary" if self._strong or self.hovered else "border"
        paint.rounded(painter, rect, _RADIUS, look.colour(ground), look.colour(line))
        if self.hasFocus():
            paint.ring(painter, rect, _RADIUS)
        side = look.px(_SIGN)
        tile = QRectF(_SIDE, round(rect.center().y() - side / 2), side, side)
        fill = "primary" if self._strong else "primary_soft"
        paint.rounded(painter, tile, 9, look.colour(fill))
        sign = QRectF(0, 0, look.px(20), look.px(20))
        sign.moveCenter(tile.center())
        icons.draw(painter, sign, self._icon, "on_primary" if self._strong else "primary")
        arrow = look.px(_ARROW)
        right = rect.right() - _SIDE - arrow
        at = QRectF(right, round(rect.center().y() - arrow / 2), arrow, arrow)
        icons.draw(painter, at, "chevron-right", "primary" if self._strong else "text3")
        words = QRectF(tile.right() + _GAP, 0, right - tile.right() - 2 * _GAP, 0)
        tall = self.heightForWidth(self.width()) - 2 * _TOP
        top = (rect.height() - tall) / 2
        if tall == side:
            top = (rect.height() - self._words_height(words.width())) / 2
        paint.text(
            painter,
            QRectF(words.left(), top, words.width(), paint.height("strong")),
            self.words(),
            "strong",
        )
        painter.setFont(look.font("small"))
        painter.setPen(look.colour("text2"))
        below = top + paint.height("strong") + 3
        room = QRectF(words.left(), below, words.width(), rect.height() - below)
        painter.drawText(room, _FOLD, self._sentence)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.updateGeometry()

    def _words_height(self, width: float) -> float:
        box = QFontMetrics(look.font("small")).boundingRect(
            0, 0, round(width), 2000, _FOLD, self._sentence
        )
        return paint.height("strong") + 3 + box.height()
