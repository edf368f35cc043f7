"""A field to search or filter with: it waits until somebody stops typing."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, Qt
from PySide6.QtWidgets import QLineEdit

from desktop_app.words import _
from ui.theme import icons

_PAUSE_MS = 120
_QT_CLEARS = "_q_qlineeditclearaction"
"""Qt's name for the action of the cross, which it leaves without words."""


class SearchBox(QLineEdit):
    """A search field with a sign and a cross to clear it.

    Args:
        name: what it searches, as placeholder and for a screen reader.

    Signals:
        searched(str): the words, 120 ms after the last key; at once on Enter or when cleared.
    """

    searched = Signal(str)

    def __init__(self, name: str, icon: str = "search") -> None:
        super().__init__()
        self.setPlaceholderText(name)
        self.setAccessibleName(name)
        self.setProperty("sign", True)
        where = QLineEdit.ActionPosition.LeadingPosition
        self.addAction(icons.icon(icon, "text3"), where).setText(name)
        self.setClearButtonEnabled(True)
        for action in self.findChildren(QAction, _QT_CLEARS):
            action.setText(_("Clear"))
        self._last = ""
        self._pause = QTimer(self, interval=_PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self._search)
        self.textChanged.connect(self._typed)
        self.returnPressed.connect(self._search)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        super().keyPressEvent(event)

    def _typed(self, words: str) -> None:
        if words:
            self._pause.start()
        else:
            self._search()

    def _search(self) -> None:
        self._pause.stop()
        if self.text() != self._last:
            self._last = self.text()
            self.searched.emit(self._last)
