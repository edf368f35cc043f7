"""Step: who begins, and the password that opens the register. After it the register exists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from desktop_app.errors import UserError
from desktop_app.words import _
from ui import background
from ui.parts import paint
from ui.parts.at_most import at_most
from ui.parts.banner import BannerPlace
from ui.parts.icon import Icon
from ui.parts.layouts import column, holding, row
from ui.parts.painted import Painted
from ui.parts.password_field import PasswordField
from ui.parts.question import Question
from ui.parts.segmented import Segmented
from ui.parts.text import label, recolour
from ui.parts.two_columns import TwoColumns
from ui.screens.first_run import work
from ui.screens.first_run.step import FoundingStep
from ui.theme import look

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from PySide6.QtGui import QPaintEvent

    from desktop_app.store.passwords import Strength
    from ui.screens.first_run.answers import Answers, Made

_WIDTH = 460
_LEVELS = {"": 0, "weak": 1, "fair": 2, "good": 3, "strong": 4}
_INKS = {"": "text3", "weak": "danger", "fair": "warn", "good": "ok", "strong": "ok"}


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
        self.password = PasswordField(_("Password"))
        self.again = PasswordField(_("The same password once more"))
        self.meter = Meter()
        self._password = Question(
            _("Password"),
            self.password,
            _("At least 12 characters, or 4 words that do not belong together."),
            self.meter,
        )
        self._again = Question(_("The same password once more"), self.again)
        self.password.textChanged.connect(self._measure)
        self.person.textChanged.connect(self._measure)
        self.again.textChanged.connect(lambda _words: self._again.say(""))
        fields = column(self._person, self._role, self._password, self._again, gap=16)
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
        first = self.password if self.person.text() else self.person
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def note(self) -> str:
        return self.answers.person

    def go_on(self, then: Callable[[], object]) -> None:
        self._problems.clear()
        if not self._complete():
            return
        password = self.password.text()
        self.working.emit(_("Making the register…"))

        def made(result: Made) -> None:
            self.answers.made = result
            self.password.clear()
            self.again.clear()
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
        for question in (self._person, self._password, self._again):
            question.say("")
        self.answers.person = " ".join(self.person.text().split())
        if not self.answers.person:
            self._person.say(_("Fill in your own name."))
            return False
        try:
            work.check_password(self.password.text(), self.answers.person)
        except UserError as weak:
            self._password.say(str(weak))
            return False
        if self.again.text() != self.password.text():
            self._again.say(_("This is not the same password. Type it once more."))
            return False
        return True

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

    def _measure(self) -> None:
        self._password.say("") if self._password.wrong() else None
        typed = self.password.text()
        self.meter.show_strength(work.strength(typed, self.person.text()) if typed else "")


class Meter(QWidget):
    """How strong a password is: four bars and a few words."""

    def __init__(self) -> None:
        super().__init__()
        self._bars = _Bars()
        self._words = label("", "small", "text3")
        self.setLayout(row(self._bars, self._words, ..., gap=10, edge=(0, 4, 0, 0)))
        self.show_strength("")

    def show_strength(self, strength: Strength | str) -> None:
        """Show one; "" before anything was typed."""
        self._words.setText(_sentences()[strength])
        recolour(self._words, _INKS[strength])
        self._bars.show_level(_LEVELS[strength], _INKS[strength])

    def words(self) -> str:
        """Return what is said."""
        return self._words.text()


class _Bars(Painted):
    def __init__(self) -> None:
        super().__init__()
        self._level, self._ink = 0, "text3"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_level(self, level: int, ink: str) -> None:
        self._level, self._ink = level, ink
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(look.px(132), look.px(14))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.begin(self)
        wide = (self.width() - 3 * 4) / 4
        for place in range(4):
            bar = QRectF(place * (wide + 4), self.height() / 2 - 3, wide, 6)
            ink = self._ink if place < self._level else "track"
            paint.rounded(painter, bar, 3, look.colour(ink))
        painter.end()


def _sentences() -> dict[str, str]:
    return {
        "": _("Length is what counts"),
        "weak": _("Too weak"),
        "fair": _("Good enough"),
        "good": _("Strong"),
        "strong": _("Very strong"),
    }


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
