"""Step: who opens the backup, with a password or the recovery sheet; then it is put back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop_app import dates
from desktop_app.words import _
from ui import background
from ui.parts.at_most import at_most
from ui.parts.banner import BannerPlace
from ui.parts.error_line import ErrorLine
from ui.parts.form.field import Choice
from ui.parts.form.inputs import Pick
from ui.parts.layouts import column, empty, holding, row
from ui.parts.password_field import PasswordField
from ui.parts.question import Question
from ui.parts.segmented import Segmented
from ui.parts.text import label
from ui.parts.two_columns import TwoColumns
from ui.screens.first_run.facts import facts_card
from ui.screens.first_run.putting_back import work
from ui.screens.first_run.step import Step

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from desktop_app.errors import UserError
    from desktop_app.store.opened import KeySlot
    from desktop_app.store.restoring import Restored
    from ui.screens.first_run.putting_back.chosen import Chosen

_WIDTH = 460


class SecretStep(Step):
    """Asks whose password it is, and puts the backup back.

    Signals:
        no_backup(UserError): the file itself will not do after all.
        restored(object): the `Restored` register.
    """

    no_backup = Signal(object)
    restored = Signal(object)

    def __init__(self, chosen: Chosen, now: Callable[[], datetime]) -> None:
        super().__init__(now)
        self.chosen = chosen
        self._people: dict[str, KeySlot] = {}
        self.problems = BannerPlace()
        self.way = Segmented(
            _("With what do you open it?"),
            [("password", _("My password")), ("sheet", _("The recovery sheet"))],
        )
        self.way.chosen.connect(lambda _way: self._fit())
        self.person = Pick(())
        self._person_error = ErrorLine()
        self._who = column(gap=3)
        self.password, self.code = PasswordField(_("Password")), QLineEdit()
        self.new_password = PasswordField(_("New password"))
        self._password = Question(
            _("Password"),
            self.password,
            _("The one of when the backup was made, if you changed it since."),
        )
        self.code.setPlaceholderText("K7RM 2QXD 9HTP …")
        self._code = Question(
            _("Recovery code"),
            self.code,
            _("9 groups of 4 characters. Capitals, spaces and dashes do not matter."),
        )
        self._new = Question(
            _("New password"),
            self.new_password,
            _("At least 12 characters, or 4 words that do not belong together."),
        )
        self._plan = column(gap=0)
        self._lay_out()

    def name(self) -> str:
        return _("Who opens it")

    def head(self) -> tuple[str, str]:
        return (
            _("Who opens the backup?"),
            _("A backup is locked as the register was. Only who could open that puts it back."),
        )

    def verb(self) -> str:
        return _("Put the backup back")

    def begin(self) -> None:
        self.problems.clear()
        self._show_people()
        self._show_plan()
        self._fit()

    def go_on(self, then: Callable[[], object]) -> None:
        secret = self._secret()
        if secret is None:
            return
        self.problems.clear()
        chosen = self.chosen
        self.working.emit(_("Reading the backup…"))

        def done(restored: Restored) -> None:
            self.working.emit("")
            for field in (self.password, self.new_password, self.code):
                field.clear()
            self.restored.emit(restored)
            then()

        background.run_reporting(
            self,
            lambda report: work.put_back(
                chosen, secret, lambda doing: report(0, _said(doing.value))
            ),
            done,
            self._refused,
            lambda _share, words: self.working.emit(words),
        )

    def _secret(self) -> work.Secret | None:
        """Return what was filled in; None where something is missing, which is then said."""
        for question in (self._password, self._code, self._new):
            question.say("")
        person = self._people.get(self.person.raw())
        self._person_error.say("" if person else _("Choose who you are."), aloud=True)
        if person is None:
            self.person.setFocus(Qt.FocusReason.OtherFocusReason)
            return None
        if self.way.value() == "password":
            if not self.password.text():
                self._password.say(_("Type your password."))
                return None
            return work.Secret(person.id, person.label, self.password.text())
        if not self.code.text().strip():
            self._code.say(_("Type the code that stands on the recovery sheet."))
            return None
        return work.Secret(person.id, person.label, self.new_password.text(), self.code.text())

    def _refused(self, error: UserError) -> None:
        self.working.emit("")
        if isinstance(error, work.NoBackupError):
            self.no_backup.emit(error)
        elif isinstance(error, work.WrongPasswordError):
            self._password.say(str(error))
        elif isinstance(error, work.WrongCodeError):
            self._code.say(str(error))
        elif isinstance(error, work.WeakPasswordError):
            self._new.say(str(error))
        else:
            self.problems.show_error(error)

    def _show_people(self) -> None:
        people = {str(person.id): person for person in self.chosen.backup.people}
        if people == self._people:
            return
        self._people = people
        self.person = Pick(tuple(Choice(key, slot.label) for key, slot in people.items()))
        self.person.setAccessibleName(_("Who are you?"))
        empty(self._who)
        self._who.addWidget(self.person)
        if len(people) == 1:
            self.person.put(next(iter(people)))

    def _show_plan(self) -> None:
        """Say once more what is going to happen, before it does."""
        at = self.chosen.backup.backup.made_at.astimezone(self.now().tzinfo)
        made = _("{day} at {time}").format(day=dates.dutch(at), time=f"{at:%H:%M}")
        facts = [(_("Backup of"), made), (_("Comes in"), str(self.chosen.place))]
        if self.chosen.aside is not None:
            facts.append((_("Set aside in"), self.chosen.aside.name))
        facts.append((_("Afterwards"), _("everybody opens it as they did at that moment")))
        empty(self._plan)
        self._plan.addWidget(facts_card(_("This is going to happen"), facts))

    def _fit(self) -> None:
        sheet = self.way.value() == "sheet"
        self._password.setVisible(not sheet)
        self._code.setVisible(sheet)
        self._new.setVisible(sheet)
        first: QWidget = self._code if sheet else self._password
        if not self.person.raw():
            first = self.person
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        who = column(label(_("Who are you?"), "strong"), self._person_error, self._who, gap=3)
        with_what = column(
            label(_("With what do you open it?"), "strong"), row(self.way, ...), gap=5
        )
        fields = column(holding(who), with_what, self._password, self._code, self._new, gap=16)
        both = TwoColumns(at_most(_WIDTH, fields), holding(self._plan), shares=(3, 2))
        self.setLayout(column(self.problems, both, ..., gap=14))


def _said(doing: str) -> str:
    return {
        "reading": _("Reading the backup…"),
        "unlocking": _("Opening it…"),
        "checking": _("Checking every page…"),
        "placing": _("Putting it in its place…"),
    }[doing]
