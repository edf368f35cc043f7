"""The way back by paper: the recovery code and a new password."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop_app.words import _
from ui import background, unlocking
from ui.parts.banner import BannerPlace
from ui.parts.buttons import Button
from ui.parts.error_line import ErrorLine
from ui.parts.layouts import column, row
from ui.parts.password_field import PasswordField
from ui.parts.text import label

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.errors import UserError
    from desktop_app.store.opened import KeySlot


class RecoveryCard(QWidget):
    """Asks for the code on the sheet and a new password for one person.

    Signals:
        unlocked(object): the `Unlocked` register.
        left(): back to the password.
    """

    unlocked = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._folder: Path | None = None
        self._person: KeySlot | None = None
        self._who = label("", "body", "text2", wrap=True)
        self._problems = BannerPlace()
        self._code_error, self._password_error = ErrorLine(), ErrorLine()
        self._code = QLineEdit()
        self._code.setAccessibleName(_("Recovery code"))
        self._code.setPlaceholderText("K7RM 2QXD 9HTP …")
        self._password = PasswordField(_("New password"))
        self._go = Button(_("Set password and open"), self.try_it, kind="primary", wide=True)
        for field in (self._code, self._password):
            field.returnPressed.connect(self.try_it)
        hint = _("9 groups of 4 characters. Capitals, spaces and dashes do not matter.")
        long = _("At least 12 characters, or 4 words that do not belong together.")
        self.setLayout(
            column(
                label(_("Forgotten your password?"), "display", wrap=True),
                4,
                self._who,
                12,
                self._problems,
                label(_("Recovery code"), "strong"),
                label(hint, "small", "text3", wrap=True),
                self._code_error,
                self._code,
                12,
                label(_("New password"), "strong"),
                label(long, "small", "text3", wrap=True),
                self._password_error,
                self._password,
                10,
                self._go,
                10,
                row(Button(_("Back to the password"), self.left.emit, kind="link"), ...),
                gap=4,
            )
        )

    def ask(self, folder: Path, person: KeySlot) -> None:
        """Begin, for one person of a register."""
        self._folder, self._person = folder, person
        sentence = _("Take the recovery sheet. You choose a new password for {name}.")
        self._who.setText(sentence.format(name=person.label))
        self._code.clear()
        self._password.clear()
        self._clear_errors()
        self._code.setFocus(Qt.FocusReason.OtherFocusReason)

    def try_it(self) -> None:
        """Try the code; the worker does the rest."""
        folder, person = self._folder, self._person
        if folder is None or person is None:
            return
        self._clear_errors()
        code, password = self._code.text(), self._password.text()
        self._go.busy(_("Opening…"))
        background.run(
            self,
            lambda: unlocking.recover(folder, code, person.id, password),
            self.unlocked.emit,
            self._refused,
        )

    def _refused(self, error: UserError) -> None:
        self._go.ready()
        if isinstance(error, unlocking.WrongSecretError):
            self._code_error.say(str(error), aloud=True)
            self._code.setFocus(Qt.FocusReason.OtherFocusReason)
        elif isinstance(error, unlocking.WeakSecretError):
            self._password_error.say(str(error), aloud=True)
            self._password.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._problems.show_error(error)

    def _clear_errors(self) -> None:
        self._code_error.say("")
        self._password_error.say("")
        self._problems.clear()
