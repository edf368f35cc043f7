"""Step: who begins, and the password that opens the register. After it the register exists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop_app.words import _
from ui import background
from ui.parts.at_most import at_most
from ui.parts.banner import BannerPlace
from ui.parts.icon import Icon
from ui.parts.layouts import column, holding, row
from ui.parts.new_password import NewPassword
from ui.parts.question import Question
from ui.parts.segmented import Segmented
from ui.parts.text import label
from ui.parts.two_columns import TwoColumns
from ui.screens.first_run import work
from ui.screens.first_run.step import FoundingStep

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from desktop_app.errors import UserError
    from ui.screens.first_run.answers import Answers, Made

_WIDTH = 460


class PasswordStep(FoundingStep):
    """Asks name, role and password, and makes the register."""

    def __init__(self, answers: Answers, now: Callable[[], datetime]) -> None:
        super().__init__(answers, now)
        self._problems = BannerPlace()
        self.person = QLineEdit()
        self._person = Question(_("Your own name"), self.person)
        self.role = Segmented(
            _("Your role"),
            [("MAN", _("Coordinator")), ("FB", _("Application manager"))],
            answers.role,
        )
        self.role.chosen.connect(self._choose_role)
        self._about_role = label("", "small", "text3", wrap=True)
        self._role = holding(
            column(
                label(_("Your role"), "strong"),
                row(self.role, ...),
                self._about_role,
                gap=5,
            )
        )
        self.secret = NewPassword(
            lambda typed: work.strength(typed, self.person.text()),
            lambda typed: work.check_password(typed, self.answers.person),
        )
        self.password, self.again = self.secret.password, self.secret.again
        self.meter = self.secret.meter
        self.person.textChanged.connect(lambda _name: self.secret.measure())
        fields = column(self._person, self._role, self.secret, gap=16)
        both = TwoColumns(at_most(_WIDTH, fields), _tips(), shares=(3, 2))
        self.setLayout(column(self._problems, both, ..., gap=14))
        self._choose_role(answers.role)

    def name(self) -> str:
        return _("Your password")

    def head(self) -> tuple[str, str]:
        return (
            _("Choose your password"),
            _("You are the first one in. Colleagues get a password of their own later."),
        )

    def begin(self) -> None:
        self._role.setVisible(self.answers.kind == "provider")
        first = self.secret if self.person.text() else self.person
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def note(self) -> str:
        return self.answers.person

    def go_on(self, then: Callable[[], object]) -> None:
        self._problems.clear()
        if not self._complete():
            return
        password = self.secret.password.text()
        self.working.emit(_("Making the register…"))

        def made(result: Made) -> None:
            self.answers.made = result
            self.secret.clear()
            self.working.emit("")
            then()

        background.run(self, lambda: work.found(self.answers, password), made, self._refused)

    def typed(self) -> Mapping[str, str]:
        return {"person": self.person.text(), "role": self.role.value()}

    def restore(self, typed: Mapping[str, str]) -> None:
        self.person.setText(typed.get("person", ""))
        role = "FB" if typed.get("role") == "FB" else "MAN"
        self.role.choose(role)
        self._choose_role(role)

    def _complete(self) -> bool:
        """Say what is still missing or wrong; the first of it at its field."""
        self._person.say("")
        self.secret.calm()
        self.answers.person = " ".join(self.person.text().split())
        if not self.answers.person:
            self._person.say(_("Fill in your own name."))
            return False
        return self.secret.complete()

    def _refused(self, error: UserError) -> None:
        self.working.emit("")
        self._problems.show_error(error)

    def _choose_role(self, role: str) -> None:
        self.answers.role = role
        self._about_role.setText(
            _("Sees all clients and dwellings, sends the month file, lets colleagues in.")
            if role == "MAN"
            else _("Sees to colleagues, backups and settings. Opens no files of clients.")
        )


def _tips() -> QWidget:
    lines = (
        _("Think of four words that do not belong together, such as things you see now."),
        _("Spaces count. Capitals and signs are not needed."),
        _("Use it for nothing else, and write it down nowhere near this computer."),
        _("Nobody can look it up for you. For that there is the recovery sheet, next."),
    )
    head = row(Icon("lightbulb", "primary", 18), label(_("A good password"), "strong"), ...)
    box = column(head, gap=8, edge=(18, 16, 18, 16))
    for line in lines:
        point = row(gap=9)
        point.addWidget(Icon("check", "primary", 14), 0, Qt.AlignmentFlag.AlignTop)
        point.addWidget(label(line, "body", "text2", wrap=True), 1)
        box.addLayout(point)
    return holding(box, "inset")
