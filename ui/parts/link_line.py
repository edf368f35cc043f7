"""A sentence that leads somewhere; it goes on over more lines where it must."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from ui.parts import paint
from ui.parts.painted import PaintedButton
from ui.theme import look

if TYPE_CHECKING:
    from collections.abc import Callable

_FLAGS = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
_AROUND = 3
_NARROW = 160


class LinkLine(PaintedButton):
    """A link of any length: what is missing in a form, a place in a list of findings."""

    def __init__(self, words: str, on_click: Callable[[], object]) -> None:
        super().__init__(words)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(on_click)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        metrics = QFontMetrics(look.font("control"))
        box = metrics.boundingRect(QRect(0, 0, max(width, 1), 10_000), _FLAGS, self.words())
        return box.height() + 2 * _AROUND

    def sizeHint(self) -> QSize:
        across = paint.width(self.words(), "control") + 2
        return QSize(across, paint.height("control") + 2 * _AROUND)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(look.px(_NARROW), self.sizeHint().width()), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.begin(self)
        rect = QRectF(self.rect())
        if self.hasFocus():
            paint.rounded(painter, rect, 4, look.colour("selected"))
            under = QRectF(0, rect.bottom() - 2, rect.width(), 2)
            painter.fillRect(under, look.colour("focus"))
        ink = "primary_hover" if self.hovered else "primary"
        painter.setFont(look.font("control"))
        painter.setPen(look.colour(ink if self.isEnabled() else "text2"))
        painter.drawText(rect.adjusted(0, _AROUND, 0, 0), _FLAGS, self.words())
        painter.end()
