"""A sheet from the right edge for one small task: placing, ending, a new user."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import shiboken6
from PySide6.QtCore import (
    QEasingCurve,
    QEvent,
    QObject,
    QPoint,
    QPropertyAnimation,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from desktop_app.words import _
from ui.parts import paint
from ui.parts.buttons import IconButton
from ui.parts.flow import Flow
from ui.parts.layouts import column, holding, row, rule
from ui.parts.painted import Painted
from ui.parts.text import label
from ui.theme import look

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent

_WIDTH = 420
_SLIDE_MS = 120
_ABREAST = 2  # buttons at the right; more than these may need a second line


class SideSheet(Painted):
    """A sheet over the right of a page.

    Args:
        over: the page or layer it lies on.
        title: what it is for.
        body: the content; scrolls when it is taller than the page.
        buttons: at the bottom; the one that does it stands last.

    Signals:
        closed(): by the cross or Esc; a screen keeps the draft then.
    """

    closed = Signal()

    def __init__(self, over: QWidget, title: str, body: QWidget, *buttons: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self._before: QWidget | None = None
        self._resting: list[QShortcut] = []
        self.setAccessibleName(title)
        cross = IconButton("x", _("Close"), self.close_it, size=30)
        words = label(title, "heading", wrap=True)
        head = row(gap=8, edge=(22, 16, 14, 12))
        head.addWidget(words, 1)
        head.addWidget(cross, 0, Qt.AlignmentFlag.AlignTop)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(holding(column(body, ..., edge=(22, 4, 22, 16))))
        stack = column(gap=0, edge=(1, 0, 0, 0))
        stack.addLayout(head)
        stack.addWidget(scroll, 1)
        if buttons:
            stack.addWidget(rule())
            foot = row(..., *buttons) if len(buttons) <= _ABREAST else Flow(*buttons)
            stack.addLayout(column(foot, edge=(22, 12, 22, 14)))
        self.setLayout(stack)
        over.installEventFilter(self)
        self.hide()

    def open(self, focus: QWidget | None = None) -> None:
        """Slide in, with the focus in its first field."""
        self._before = QApplication.focusWidget()
        self._rest_keys()
        self.show()
        self.raise_()
        self._place()
        (focus or self).setFocus(Qt.FocusReason.OtherFocusReason)
        if focus is None:
            self.focusNextChild()
        if not look.now().still:
            self._slide()

    def close_it(self) -> None:
        """Go away and give the focus back."""
        self.hide()
        for keys in self._resting:
            if shiboken6.isValid(keys):  # the page may have thrown its button away
                keys.setEnabled(True)
        if self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._over and event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_it()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.begin(self)
        rect = QRectF(self.rect())
        painter.fillRect(rect, look.colour("surface"))
        painter.fillRect(QRectF(0, 0, 1, rect.height()), look.colour("border_strong"))
        painter.end()

    def _rest_keys(self) -> None:
        """Let the shortcuts of the page rest, so that Ctrl+Enter is the sheet's alone."""
        self._resting = [
            keys
            for keys in self._over.findChildren(QShortcut)
            if keys.isEnabled() and not self.isAncestorOf(cast("QWidget", keys.parent()))
        ]
        for keys in self._resting:
            keys.setEnabled(False)

    def _place(self) -> None:
        wide = min(look.px(_WIDTH), self._over.width())
        self.setGeometry(self._over.width() - wide, 0, wide, self._over.height())

    def _slide(self) -> None:
        slide = QPropertyAnimation(self, b"pos", self)
        slide.setDuration(_SLIDE_MS)
        slide.setEasingCurve(QEasingCurve.Type.OutCubic)
        slide.setStartValue(self.pos() + QPoint(48, 0))
        slide.setEndValue(self.pos())
        slide.start(QPropertyAnimation.DeletionPolicy.DeleteWhenStopped)
