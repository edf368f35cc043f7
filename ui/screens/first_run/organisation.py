"""Step: whose register it will be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, cast

from desktop_app.words import _
from ui.parts.at_most import at_most
from ui.parts.form import Field, Form
from ui.parts.layouts import column, empty, row
from ui.parts.segmented import Segmented
from ui.parts.text import label
from ui.screens.first_run import work
from ui.screens.first_run.step import FoundingStep

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from ui.screens.first_run.answers import Answers

_WIDTH = 620


class OrganisationStep(FoundingStep):
    """Asks name, name of the register, short code and telephone."""

    def __init__(self, answers: Answers, now: Callable[[], datetime]) -> None:
        super().__init__(answers, now)
        self._own_name = self._own_code = False
        self._kind = Segmented(
            _("What this register is for"),
            [("provider", _("An organisation")), ("region", _("A region"))],
            answers.kind,
        )
        self._kind.chosen.connect(self._choose_kind)
        self._about = label("", "small", "text3", wrap=True)
        self.form = self._made_form()
        self._asked = column(self.form, gap=0)
        self.setLayout(
            column(
                label(_("What this register is for"), "strong"),
                row(self._kind, ...),
                self._about,
                12,
                at_most(_WIDTH, self._asked),
                ...,
                gap=6,
            )
        )
        self._show_about()

    def name(self) -> str:
        return _("Organisation") if self.answers.kind == "provider" else _("Region")

    def head(self) -> tuple[str, str]:
        return (
            _("Whose register is it?"),
            _("These names stand at the top of the window and on what you print."),
        )

    def begin(self) -> None:
        self.form.go_to("name")

    def note(self) -> str:
        return self.answers.short_code

    def go_on(self, then: Callable[[], object]) -> None:
        self.form.attempt(self._take, lambda _none: then())

    def typed(self) -> Mapping[str, str]:
        return {"kind": self.answers.kind, **self.form.draft()}

    def restore(self, typed: Mapping[str, str]) -> None:
        kind = "region" if typed.get("kind") == "region" else "provider"
        self._kind.choose(kind)
        self._choose_kind(kind)
        self.form.restore(typed)
        register, code = work.proposals(typed.get("name", ""))
        self._own_name = typed.get("register_name", register) != register
        self._own_code = typed.get("short_code", code) != code

    def _take(self, values: dict[str, Any]) -> None:
        for name, value in values.items():
            setattr(self.answers, name, value)
        work.check_organisation(self.answers)

    def _choose_kind(self, kind: str) -> None:
        if kind == self.answers.kind:
            return
        self.answers.kind = cast('Literal["provider", "region"]', kind)
        self._show_about()
        self._ask_anew()
        self.changed.emit()

    def _made_form(self) -> Form:
        form = Form(_fields(self.answers.kind), today=self.now().date())
        form.input("name").typed.connect(self._propose)
        form.input("register_name").typed.connect(self._keep_name)
        form.input("short_code").typed.connect(self._keep_code)
        form.submitted.connect(self.changed)
        return form

    def _ask_anew(self) -> None:
        """Ask in the words of the kind that was chosen; what was typed stays."""
        typed = self.form.draft()
        self.form = self._made_form()
        self.form.restore(typed)
        empty(self._asked)
        self._asked.addWidget(self.form)

    def _show_about(self) -> None:
        self._about.setText(
            _("Houses people and supports them. Keeps clients, dwellings and plans.")
            if self.answers.kind == "provider"
            else _("Adds up the month files of organisations. Keeps nothing about people.")
        )

    def _propose(self) -> None:
        register, code = work.proposals(self.form.draft()["name"])
        if not self._own_name:
            self.form.restore({"register_name": register})
        if not self._own_code:
            self.form.restore({"short_code": code})

    def _keep_name(self) -> None:
        self._own_name = True

    def _keep_code(self) -> None:
        self._own_code = True


def _fields(kind: str) -> list[Field | tuple[Field, ...]]:
    name = _("Name of the region") if kind == "region" else _("Name of the organisation")
    return [
        Field("name", name),
        Field(
            "register_name",
            _("Name of the register"),
            hint=_("You may make another register later, for another town for example."),
        ),
        (
            Field(
                "short_code",
                _("Short name for files"),
                hint=_("Small letters and digits."),
                width=220,
            ),
            Field("phone", _("Telephone"), optional=True, width=240),
        ),
    ]
