"""A field for a secret: dots, an eye to look, and a warning when Caps Lock is on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from desktop_app.words import _
from ui.theme import icons

if TYPE_CHECKING:
    from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent


class PasswordField(QLineEdit):
    """A password.

    Args:
        name: what it asks, for a screen reader.
        eye: False where it must be painted at once; `add_eye` then gives it later.

    Signals:
        caps_changed(bool): whether capitals seem locked, told by the letters that come.
    """

    caps_changed = Signal(bool)

    def __init__(self, name: str, *, eye: bool = True) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._caps = False
        self._eye: QAction | None = None
        self.setEchoMode(
            QLineEdit.EchoMode.Password
        )  # Qt then tells the keyboard to learn nothing
        if eye:
            self.add_eye()

    def add_eye(self) -> None:
        """Give the eye that shows what was typed."""
        if self._eye is None:
            self._eye = QtGui.QAction(self)
            self._eye.triggered.connect(lambda: self.show_secret(on=self._hidden()))
            self.addAction(self._eye, QLineEdit.ActionPosition.TrailingPosition)
            self.show_secret(on=False)

    def show_secret(self, *, on: bool) -> None:
        """Show the letters, or dots."""
        if self._eye is None:
            return
        mode = QLineEdit.EchoMode.Normal if on else QLineEdit.EchoMode.Password
        self.setEchoMode(mode)
        if on:
            learn_nothing = QtCore.Qt.InputMethodHint.ImhSensitiveData
            self.setInputMethodHints(
                learn_nothing | QtCore.Qt.InputMethodHint.ImhNoPredictiveText
            )
        self._eye.setIcon(icons.icon("eye-off" if on else "eye", "text2"))
        words = _("Hide the password") if on else _("Show the password")
        self._eye.setText(words)
        self._eye.setToolTip(words)

    def caps(self) -> bool:
        """Tell whether capitals seem locked."""
        return self._caps

    def keyPressEvent(self, event: QKeyEvent) -> None:
        letter = event.text()
        if letter.isalpha() and letter.lower() != letter.upper():
            shift = bool(event.modifiers() & QtCore.Qt.KeyboardModifier.ShiftModifier)
            self._note_caps(caps=letter.isupper() != shift)
        elif event.key() == QtCore.Qt.Key.Key_CapsLock:
            self._note_caps(caps=not self._caps)
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.show_secret(on=False)
        super().focusOutEvent(event)

    def _hidden(self) -> bool:
        return self.echoMode() == QLineEdit.EchoMode.Password

    def _note_caps(self, *, caps: bool) -> None:
        if caps != self._caps:
            self._caps = caps
            self.caps_changed.emit(caps)
