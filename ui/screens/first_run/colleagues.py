"""Step: colleagues, each with a first password."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desktop_app import codelists
from desktop_app.errors import InvalidFieldsError, UserError
from desktop_app.words import _, ngettext
from ui import background
from ui.parts import roles
from ui.parts.at_most import at_most
from ui.parts.avatar import Avatar
from ui.parts.buttons import Button
from ui.parts.chip import Chip
from ui.parts.form import Field, Form
from ui.parts.layouts import column, empty, holding, row, rule
from ui.parts.text import Elided, label
from ui.parts.two_columns import TwoColumns
from ui.screens.first_run import work
from ui.screens.first_run.step import FoundingStep

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from PySide6.QtWidgets import QWidget

    from desktop_app.register.workers import WorkerRow
    from ui.screens.first_run.answers import Answers

_WIDTH = 460


class ColleaguesStep(FoundingStep):
    """Lets colleagues in; may be left for later."""

    skippable = True

    def __init__(self, answers: Answers, now: Callable[[], datetime]) -> None:
        super().__init__(answers, now)
        self._count = 0
        self.form = self._made_form()
        self._asked = column(self.form, gap=0)
        self._asked_for = answers.kind
        self.button = Button(_("Add colleague"), self.add, icon="user-plus")
        self._listed = column(gap=0)
        asks = column(
            self._asked,
            row(self.button, ...),
            label(
                _(
                    "Tell the first password by word of mouth. Your colleague chooses another"
                    " one in Settings."
                ),
                "small",
                "text3",
                wrap=True,
            ),
            gap=12,
        )
        everybody = column(label(_("Who may come in"), "strong"), self._listed, gap=6)
        everybody.setContentsMargins(18, 14, 18, 8)
        both = TwoColumns(at_most(_WIDTH, asks), holding(everybody, "card"))
        self.setLayout(column(both, ..., gap=0))

    def name(self) -> str:
        return _("Colleagues")

    def head(self) -> tuple[str, str]:
        return (
            _("Who works with you?"),
            _("Everybody has a password of their own. So it stays clear who wrote what."),
        )

    def begin(self) -> None:
        made = self.answers.register
        if self.answers.kind != self._asked_for:
            self._ask_anew()
        background.run(self, lambda: work.colleagues(made), self._show, self.form.show_error)
        self.form.go_to("name")

    def note(self) -> str:
        added = self._count - 1
        return ngettext("{n} added", "{n} added", added).format(n=added) if added > 0 else ""

    def go_on(self, then: Callable[[], object]) -> None:
        """Go on; somebody whose name stands in the form already is added first."""
        if any(self.form.draft()[name] for name in ("name", "password")):
            self.add(then)
        else:
            then()

    def add(self, then: Callable[[], object] | None = None) -> None:
        """Let the colleague in the form in; the worker does the half second it takes."""
        self.form.clear_errors()
        try:
            values = self.form.values()
        except InvalidFieldsError as error:
            self.form.show_error(error)
            return
        made = self.answers.register
        self.button.busy(_("Adding…"))
        self.working.emit(_("Adding…"))

        def done(rows: Sequence[WorkerRow]) -> None:
            self._ready()
            self._show(rows)
            self.form.restore({"name": "", "password": ""})
            self.form.go_to("name")
            if callable(then):
                then()

        background.run(self, lambda: _add(made, values), done, self._refused)

    def _made_form(self) -> Form:
        form = Form(_fields(self.answers.kind), today=self.now().date())
        form.submitted.connect(self.add)
        return form

    def _ask_anew(self) -> None:
        """Offer the roles of the kind of register that it became."""
        self._asked_for = self.answers.kind
        self.form = self._made_form()
        empty(self._asked)
        self._asked.addWidget(self.form)

    def _show(self, rows: Sequence[WorkerRow]) -> None:
        self._count = len(rows)
        empty(self._listed)
        for number, worker in enumerate(rows):
            if number:
                self._listed.addWidget(rule())
            self._listed.addWidget(_line(worker))
        self.changed.emit()

    def _refused(self, error: UserError) -> None:
        self._ready()
        self.form.show_error(error)

    def _ready(self) -> None:
        self.button.ready()
        self.working.emit("")


def _add(made: Any, values: dict[str, Any]) -> list[WorkerRow]:
    fields = work.worker_fields(values["name"], values["role"])
    try:
        return work.add_colleague(made, fields, values["password"])
    except InvalidFieldsError:
        raise
    except UserError as error:
        raise InvalidFieldsError({work.wrong_field(error): str(error)}) from error


def _line(worker: WorkerRow) -> QWidget:
    role = codelists.label("user_role", worker.role)
    line = row(gap=12, edge=(0, 8, 0, 8))
    line.addWidget(Avatar(worker.name, str(worker.worker_id), 32))
    line.addLayout(
        column(Elided(worker.name, "strong"), Elided(role, "small", "text2"), gap=1), 1
    )
    line.addWidget(Chip(_("has access"), "ok", "check"))
    return holding(line)


def _fields(kind: str) -> list[Field | tuple[Field, ...]]:
    return [
        Field("name", _("Name")),
        Field("role", _("Role"), "choice", choices=roles.choices(kind)),
        Field(
            "password",
            _("First password"),
            hint=_("At least 12 characters, or 4 words that do not belong together."),
        ),
    ]
