"""A bar that fills: steps of a plan, houses of a project, a share of a goal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtWidgets import QSizePolicy

from ui.parts import paint
from ui.parts.painted import Painted
from ui.theme import look

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter, QPaintEvent


class ProgressBar(Painted):
    """A bar.

    Args:
        name: what is counted and how far it is, in words: "Lindehof: 22 of 24 occupied".
        share: 0 to 1.
        mark: where it should be by now, 0 to 1; a short upright line.
    """

    def __init__(
        self, name: str, share: float, *, mark: float | None = None, tall: int = 8
    ) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._share, self._mark, self._tall = share, mark, tall
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_share(self, name: str, share: float) -> None:
        """Show another share."""
        self.setAccessibleName(name)
        self._share = share
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, self._tall + (6 if self._mark is not None else 0))

    def minimumSizeHint(self) -> QSize:
        return QSize(24, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.begin(self)
        whole = QRectF(self.rect())
        bar = QRectF(0, round((whole.height() - self._tall) / 2), whole.width(), self._tall)
        paint_bar(painter, bar, self._share)
        if self._mark is not None:
            at = min(round(self._mark * whole.width()), int(whole.width()) - 2)
            painter.fillRect(QRectF(at, 0, 2, whole.height()), look.colour("text"))
        painter.end()


def paint_bar(painter: QPainter, rect: QRectF, share: float, colour: str = "primary") -> None:
    """Draw a track and how much of it is filled; a little shows as a dot, never as nothing."""
    paint.rounded(painter, rect, rect.height() / 2, look.colour("track"))
    share = min(max(share, 0.0), 1.0)
    if share > 0:
        filled = QRectF(rect)
        filled.setWidth(max(rect.height(), rect.width() * share))
        paint.rounded(painter, filled, rect.height() / 2, look.colour(colour))
