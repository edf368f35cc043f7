"""One's own password: the one of now, and another one twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.errors import InvalidFieldsError, UserError
from desktop_app.register import own_password
from desktop_app.store import passwords
from desktop_app.words import _
from ui import background
from ui.parts.banner import Banner, BannerPlace
from ui.parts.buttons import Button
from ui.parts.card import Card
from ui.parts.layouts import column, row
from ui.parts.new_password import NewPassword
from ui.parts.password_field import PasswordField
from ui.parts.question import Question
from ui.parts.text import label
from ui.screens.settings.section import Section

if TYPE_CHECKING:
    from ui.desk import Desk


class PasswordSection(Section):
    """Changes the password of whoever opened the register."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            _("My password"),
            _("Only you know it. Nobody can look it up, only give you another one."),
        )
        self._desk = desk
        name = desk.me.name if desk.me is not None else ""
        self.told = BannerPlace()
        self.old = PasswordField(_("Password of now"))
        self._old = Question(_("Password of now"), self.old)
        self.secret = NewPassword(
            lambda typed: passwords.strength(typed, name),
            lambda typed: passwords.check_password(typed, name),
            _("New password"),
        )
        self.change = Button(
            _("Change my password"), self.change_it, kind="primary", icon="key-round"
        )
        self.old.textChanged.connect(lambda _words: self._old.say(""))
        for field in (self.old, self.secret.password, self.secret.again):
            field.returnPressed.connect(self.change.click)
        card = Card()
        card.add(self._old, self.secret, row(self.change, ...))
        note = label(
            _(
                "Backups that were made before still open with the password of before. Make a"
                " new one if somebody else knows that password."
            ),
            "small",
            "text2",
            wrap=True,
        )
        self.lay_out(column(self.told, card), note)
        desk.changes.follow(self, ("setting",), self.reload)
        self.reload()

    def reload(self) -> None:
        """Ask for another password while a colleague knows this one."""
        me = self._desk.me
        if me is not None and own_password.is_first(self._desk.db, me.worker_id):
            self.told.show_banner(
                Banner(
                    "warn",
                    _("A colleague chose this password for you"),
                    _("Choose one of your own, so that only you can work in your name."),
                    icon="key-round",
                )
            )

    def change_it(self) -> None:
        """Change it, on the worker, or say at the field what is wrong."""
        self._old.say("")
        if not self.old.text():
            self._old.say(_("Type the password that you open the register with now."))
            return
        if not self.secret.complete():
            return
        db, opened = self._desk.db, self._desk.opened
        old, new = self.old.text(), self.secret.password.text()
        self.change.busy(_("Changing…"))
        background.run(
            self,
            lambda: own_password.change(db, opened, old, new),
            lambda _none: self._done(),
            self._refused,
        )

    def _done(self) -> None:
        self.change.ready()
        self.old.clear()
        self.secret.clear()
        self.told.show_banner(
            Banner(
                "ok",
                _("Your password was changed"),
                _("From now on you open the register with the new one."),
            )
        )

    def _refused(self, error: UserError) -> None:
        self.change.ready()
        if not isinstance(error, InvalidFieldsError):
            self.told.show_error(error)
            return
        if "old" in error.fields:
            self._old.say(error.fields["old"])
        else:
            self.secret.refuse(" ".join(error.fields.values()))
