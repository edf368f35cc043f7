"""A card above the row of houses: where the program begins, and where a task ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea

from ui.parts.layouts import column, holding, row
from ui.parts.skyline import Logo, Skyline
from ui.theme import look

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QVBoxLayout, QWidget

_EDGE = 40
_AROUND = 24


class SkyCard(Skyline):
    """The card; it scrolls where the window is lower than what it holds.

    Args:
        width: of the card at normal text size.
        foot: what stands along the bottom of the window.

    Attributes:
        body: the column inside the card, under the logo.
    """

    def __init__(self, width: int = 560, foot: QWidget | None = None) -> None:
        super().__init__()
        self._wide = width
        self._card = QFrame()
        self._card.setProperty("k", "card")
        inside = column(gap=16, edge=(_EDGE, 34, _EDGE, 32))
        inside.addWidget(Logo(46), 0, Qt.AlignmentFlag.AlignLeft)
        self.body: QVBoxLayout = column(gap=8)
        inside.addLayout(self.body)
        self._card.setLayout(inside)
        middle = column(gap=0, edge=(16, _AROUND, 16, _AROUND))
        middle.addStretch(3)
        middle.addLayout(row(..., self._card, ...))
        middle.addStretch(4)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside_scroll = holding(middle)
        self._scroll.setWidget(inside_scroll)
        for ground in (inside_scroll, self._scroll.viewport()):
            ground.setAutoFillBackground(False)  # the houses show through
        whole = column(gap=0)
        whole.addWidget(self._scroll, 1)
        if foot is not None:
            around = row(gap=0, edge=(28, 0, 28, 22))
            around.addWidget(foot, 1)
            whole.addLayout(around)
        self.setLayout(whole)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def show_top(self) -> None:
        """Scroll to the top, as when the card shows something else."""
        self._scroll.verticalScrollBar().setValue(0)

    def card(self) -> QObject:
        """Return the card itself, to lay something over."""
        return self._card

    def _fit(self) -> None:
        self._card.setFixedWidth(max(320, min(look.px(self._wide), self.width() - 48)))
