"""Saves what is typed a second after the last key, and at once when the focus leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop_app.errors import UserError
from ui.parts.banner import BannerPlace

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import SignalInstance

    from ui.desk import Desk

_PAUSE_MS = 1000
_BY_KEYS = Qt.FocusPolicy.TabFocus


class Typed(Protocol):
    """An input that tells when it is typed in and when it is left."""

    typed: SignalInstance
    left: SignalInstance


class Autosaved(QWidget):
    """A part of the editor that saves itself.

    Attributes:
        problems: where a part shows what could not be saved or done.
    """

    def __init__(self, desk: Desk, save: Callable[[], object]) -> None:
        super().__init__()
        self._desk, self._save_it = desk, save
        self._dirty = False
        self.problems = BannerPlace()
        self._pause = QTimer(self, interval=_PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self.save)

    def begin(self) -> None:
        """Put the cursor in the first input; not on the button that takes the part out."""
        able = (one for one in self.findChildren(QWidget) if one.focusPolicy() & _BY_KEYS)
        first = next((one for one in able if not isinstance(one, QAbstractButton)), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def watch(self, typed: Typed) -> None:
        """Save after typing in this input, and when it is left."""
        typed.typed.connect(self.touch)
        typed.left.connect(self.save)

    def touch(self) -> None:
        """Something changed: save it after a pause."""
        self._dirty = True
        self._desk.saving("saving")
        self._pause.start()

    def save(self) -> bool:
        """Save now, if something changed, and tell whether all of it is saved.

        What cannot be saved is said, and stays on screen.
        """
        self._pause.stop()
        if not self._dirty:
            return True
        self._dirty = False
        self.problems.clear()
        try:
            self._save_it()
        except UserError as error:
            self._dirty = True
            self._desk.saving("failed")
            self.problems.show_error(error)
            return False
        self._desk.saving("saved")
        return True

    def do(self, act: Callable[[], object]) -> bool:
        """Save what is typed, then do something; tell whether both went well.

        What is refused is said here, and nothing of it is done.
        """
        if not self.save():
            return False
        self.problems.clear()
        try:
            act()
        except UserError as error:
            self.problems.show_error(error)
            return False
        return True
