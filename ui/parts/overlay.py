"""Covers a window and holds the focus until it is closed: the palette and the few dialogs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from ui.parts import paint
from ui.parts.painted import Painted
from ui.theme import look

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent


class Overlay(Painted):
    """A veil over a window with one panel on it.

    Esc and a press beside the panel close it. The focus stays inside, and goes back to where
    it was.

    Signals:
        closed(): it is gone.
    """

    closed = Signal()

    def __init__(self, over: QWidget, *, width: int, top: int | None = None) -> None:
        super().__init__(over)
        self._over = over
        self._width = width
        self._top = top
        self._before: QWidget | None = None
        self.panel = QFrame(self)
        self.panel.setProperty("k", "floating")
        over.installEventFilter(self)
        self.hide()

    def open(self, focus: QWidget) -> None:
        """Appear, with the focus in a widget of the panel."""
        self._before = QApplication.focusWidget()
        self.place()
        self.show()
        self.raise_()
        focus.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_it(self) -> None:
        """Go away and give the focus back."""
        self.hide()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.closed.emit()

    def place(self) -> None:
        """Cover the window and put the panel in its place."""
        self.setGeometry(self._over.rect())
        wide = min(look.px(self._width), self.width() - 32)
        layout = self.panel.layout()
        tall = self.panel.sizeHint().height()
        if layout is not None and layout.hasHeightForWidth():
            tall = layout.heightForWidth(wide)
        tall = min(tall, self.height() - 32)
        top = (self.height() - tall) // 2 if self._top is None else self._top
        top = max(16, min(top, self.height() - tall - 16))
        self.panel.setGeometry((self.width() - wide) // 2, top, wide, tall)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._over and event.type() == QEvent.Type.Resize and self.isVisible():
            self.place()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_it()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.panel.geometry().contains(event.position().toPoint()):
            self.close_it()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.begin(self)
        painter.fillRect(self.rect(), look.colour("scrim"))
        panel = QRectF(self.panel.geometry().translated(0, 4))
        soft = QColor(look.colour("shadow"))
        soft.setAlpha(soft.alpha() // 8)
        for spread in range(14, 0, -1):
            around = panel.adjusted(-spread, -spread, spread, spread)
            paint.rounded(painter, around, 12 + spread, soft)
        painter.end()

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - Qt's form
        chain = _focusable(self.panel)
        if not chain:
            return True
        now = QApplication.focusWidget()
        at = chain.index(now) if now in chain else -1
        there = chain[(at + (1 if forward else -1)) % len(chain)]
        reason = Qt.FocusReason
        there.setFocus(reason.TabFocusReason if forward else reason.BacktabFocusReason)
        return True


def _focusable(panel: QWidget) -> list[QWidget]:
    found: list[QWidget] = []
    each = panel.nextInFocusChain()
    while each is not None and each is not panel:
        stops = bool(each.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if panel.isAncestorOf(each) and stops and each.isVisible() and each.isEnabled():
            found.append(each)
        each = each.nextInFocusChain()
    return found
