"""The password: one field, one button, and what is wrong said at the field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.words import _
from ui import background, unlocking
from ui.parts.banner import BannerPlace
from ui.parts.buttons import Button
from ui.parts.error_line import ErrorLine
from ui.parts.layouts import column
from ui.parts.password_field import PasswordField
from ui.parts.text import label

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.errors import UserError
    from desktop_app.store.opened import KeySlot

WAITS = (0, 0, 1, 5, 30)
"""Seconds to wait after the first, second … wrong password; the last holds for all after."""


class PasswordPart(QWidget):
    """Asks for the password of one person and opens the register.

    Args:
        field: what was typed in already, in the first picture.

    Signals:
        unlocked(object): the `Unlocked` register.
        backup_asked(): a backup is to be put back.
    """

    unlocked = Signal(object)
    backup_asked = Signal()

    def __init__(self, field: PasswordField | None = None) -> None:
        super().__init__()
        self._folder: Path | None = None
        self._person: KeySlot | None = None
        self._wrong = 0
        self._seconds = 0
        self._working = False
        self._eager = False
        self._problems = BannerPlace()
        self._error = ErrorLine()
        self.field = field or PasswordField(_("Password"))
        self.field.add_eye()
        self.field.caps_changed.connect(self._note_caps)
        self.field.returnPressed.connect(self.try_it)
        self.button = Button(_("Open"), self.try_it, kind="primary", wide=True)
        self._clock = QTimer(self, interval=1000)
        self._clock.timeout.connect(self._tick)
        self.setLayout(
            column(
                self._problems,
                label(_("Password"), "strong"),
                self._error,
                self.field,
                6,
                self.button,
                gap=4,
            )
        )

    def ask(self, folder: Path, person: KeySlot | None) -> None:
        """Ask the password of a person; None while the key file is still being read."""
        if person != self._person:
            self._note_caps(self.field.caps())
        self._folder, self._person = folder, person
        if self._eager and person is not None:
            self._eager = False
            self.try_it()

    def show_problem(self, error: UserError) -> None:
        """Say what is the matter with the register itself, and offer the way out there is."""
        button = None
        if unlocking.calls_for_backup(error):
            button = Button(_("Put a backup back"), self.backup_asked.emit)
        self._problems.show_error(error, button)

    def try_it(self) -> None:
        """Try the password; the worker does the rest."""
        folder, person = self._folder, self._person
        if self._working or self._seconds:
            return
        if folder is None or person is None:
            self._eager = True  # Enter came before the key file was read
            return
        if not self.field.text():
            self._say(_("Type your password."))
            return
        password = self.field.text()
        self._working = True
        self._problems.clear()
        self.button.busy(_("Opening…"))
        background.run(
            self,
            lambda: unlocking.unlock(folder, person.id, password),
            self._opened,
            self._refused,
        )

    def _opened(self, unlocked: unlocking.Unlocked) -> None:
        self.field.clear()
        self.unlocked.emit(unlocked)

    def _refused(self, error: UserError) -> None:
        self._working = False
        self.button.ready()
        if not isinstance(error, unlocking.WrongSecretError):
            self.show_problem(error)
            return
        self._seconds = WAITS[min(self._wrong, len(WAITS) - 1)]
        self._wrong += 1
        if self._seconds:
            self._clock.start()
        self._say(self._sentence(str(error)))
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _sentence(self, wrong: str) -> str:
        parts = [wrong]
        if self._seconds >= WAITS[-1]:
            wait = _("Wait {n} seconds. Forgotten your password? Take the recovery sheet.")
            return wait.format(n=self._seconds)
        if self._seconds:
            parts.append(_("Try again in {n} s.").format(n=self._seconds))
        if self.field.caps():
            parts.append(_("Mind: Caps Lock is on."))
        return " ".join(parts)

    def _tick(self) -> None:
        self._seconds -= 1
        if self._seconds <= 0:
            self._clock.stop()
            self._say("")
        else:
            self._say(self._sentence(_("This password is not right.")), aloud=False)

    def _note_caps(self, on: bool) -> None:  # noqa: FBT001 - a signal's argument
        if not self._seconds:
            self._say(_("Mind: Caps Lock is on.") if on else "")

    def _say(self, sentence: str, *, aloud: bool = True) -> None:
        self._error.say(sentence, aloud=aloud)
        wrong = bool(sentence)
        if bool(self.field.property("wrong")) != wrong:
            self.field.setProperty("wrong", wrong)
            self.field.style().polish(self.field)
