"""Two parts side by side, and under one another where there is no room for that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.parts.layouts import column, holding, row
from ui.theme import look

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

Way = QBoxLayout.Direction


class TwoColumns(QWidget):
    """Two parts.

    Args:
        left, right: the parts; the left one comes first when they stack.
        shares: how they share the width.
        narrow: below this width, at normal text size, they stack.
        tall: the left part takes all the height there is.

    Signals:
        folded(bool): they stack now, or stand side by side.
    """

    folded = Signal(bool)

    def __init__(
        self,
        left: QWidget,
        right: QWidget,
        *,
        shares: tuple[int, int] = (1, 1),
        narrow: int = 720,
        gap: int = 28,
        tall: bool = False,
    ) -> None:
        super().__init__()
        self._shares, self._narrow, self._folded = shares, narrow, False
        self._box = row(gap=gap)
        first = left if tall else holding(column(left, ..., gap=0))
        self._parts = (first, holding(column(right, ..., gap=0)))
        for part, share in zip(self._parts, shares, strict=True):
            self._box.addWidget(part, share)
        self.setLayout(self._box)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fold(on=event.size().width() < look.px(self._narrow))
        super().resizeEvent(event)

    def minimumSizeHint(self) -> QSize:
        """Need no more width than the wider of both: with less than both need they stack."""
        wide = max(part.minimumSizeHint().width() for part in self._parts)
        return QSize(wide, self._box.minimumSize().height())

    def is_folded(self) -> bool:
        """Tell whether the parts stack."""
        return self._folded

    def _fold(self, *, on: bool) -> None:
        if on == self._folded:
            return
        self._folded = on
        self._box.setDirection(Way.TopToBottom if on else Way.LeftToRight)
        for place, share in enumerate(self._shares):
            self._box.setStretch(place, 0 if on else share)
        self.folded.emit(on)
