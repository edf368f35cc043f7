"""The top-level window: it holds the unlock screen or the window of an opened register.

Its title is the program's name and nothing else: a title bar is read by whoever passes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QGuiApplication, QPaintEvent

_WIDTH, _HEIGHT = 1440, 900


class Shell(QWidget):
    """The window on the desktop.

    Args:
        qt: the application, for the room on the screen.

    Signals:
        painted(): the first picture stands on the screen; once.
        closing(): the user closes it; what is being typed must be kept now.
    """

    painted = Signal()
    closing = Signal()

    def __init__(self, qt: QGuiApplication) -> None:
        super().__init__()
        self.setWindowTitle("Thuisbasis")
        self._content: QWidget | None = None
        self._told = False
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        room = qt.primaryScreen().availableGeometry()
        self.resize(min(_WIDTH, room.width()), min(_HEIGHT, room.height()))

    def hold(self, content: QWidget) -> None:
        """Show something else, at once; what was there is thrown away."""
        before = self._content
        self._content = content
        self._box.addWidget(content)
        if before is not None:
            before.hide()
            self._box.removeWidget(before)
            before.deleteLater()
        content.show()
        (content.focusWidget() or content).setFocus()

    def content(self) -> QWidget | None:
        """Return what is shown."""
        return self._content

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._told:
            self._told = True
            QTimer.singleShot(0, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        super().closeEvent(event)
