"""What every part that draws itself has in common: it follows the look, and the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QAbstractButton, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QEnterEvent, QKeyEvent

_LOOK_EVENTS = (QEvent.Type.FontChange, QEvent.Type.StyleChange, QEvent.Type.PaletteChange)


def follow_look(widget: QWidget, event: QEvent) -> None:
    """Measure and draw a widget anew when the look changed; call it from changeEvent."""
    if event.type() in _LOOK_EVENTS:
        widget.updateGeometry()
        widget.update()


class Painted(QWidget):
    """A widget that draws itself."""

    def changeEvent(self, event: QEvent) -> None:
        follow_look(self, event)
        super().changeEvent(event)


class PaintedButton(QAbstractButton):
    """A button that draws itself. Space and Enter press it; only Tab gives it the focus.

    A mouse press leaves the focus where somebody was typing, and no ring appears at a click.
    """

    def __init__(self, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(words.replace("&", "&&"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.hovered = False

    def words(self) -> str:
        """Return what the button says."""
        return self.text().replace("&&", "&")

    def say(self, words: str) -> None:
        """Change what the button says."""
        self.setText(words.replace("&", "&&"))
        self.updateGeometry()

    def enterEvent(self, event: QEnterEvent) -> None:
        self.hovered = True
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.hovered = False
        self.update()
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        follow_look(self, event)
        super().changeEvent(event)
