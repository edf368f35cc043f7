"""Tabs of a page: words on a line, the chosen one underlined."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QTabBar

from ui.parts import paint
from ui.parts.painted import follow_look
from ui.theme import look

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

_BETWEEN = 24


class Tabs(QTabBar):
    """A row of tabs; arrow keys move between them.

    Args:
        name: what the tabs divide, for a screen reader.
        tabs: key and words of each, in order.

    Signals:
        chosen(str): the key of the tab that a user went to.
    """

    chosen = Signal(str)

    def __init__(self, name: str, tabs: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setUsesScrollButtons(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self._keys = [key for key, _ in tabs]
        for _, words in tabs:
            self.addTab(words.replace("&", "&&"))
        self.currentChanged.connect(lambda index: self.chosen.emit(self._keys[index]))

    def choose(self, key: str) -> None:
        """Go to a tab without a signal."""
        self.blockSignals(True)
        self.setCurrentIndex(self._keys.index(key))
        self.blockSignals(False)
        self.update()

    def value(self) -> str:
        """Return the key of the chosen tab."""
        return self._keys[self.currentIndex()]

    def tabSizeHint(self, index: int) -> QSize:
        words = self.tabText(index).replace("&&", "&")
        return QSize(paint.width(words, "strong") + _BETWEEN, paint.height("strong") + 24)

    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.begin(self)
        base = self.height() - 1
        paint.line(painter, QPointF(0, base), QPointF(self.width(), base))
        under = self.mapFromGlobal(self.cursor().pos())
        for index in range(self.count()):
            words = self.tabText(index).replace("&&", "&")
            box = QRectF(self.tabRect(index)).adjusted(0, 0, -_BETWEEN + 6, 0)
            chosen = index == self.currentIndex()
            hovered = self.tabRect(index).contains(under)
            ink = "primary" if chosen else "text" if hovered else "text2"
            role = "strong" if chosen else "control"
            paint.text(painter, box.adjusted(3, 0, 3, -2), words, role, ink)
            if chosen:
                bar = QRectF(box.left(), self.height() - 2.0, box.width(), 2)
                painter.fillRect(bar, look.colour("primary"))
                if self.hasFocus():
                    paint.ring(painter, box.adjusted(-3, 6, 3, -8), 6)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        follow_look(self, event)
        super().changeEvent(event)
