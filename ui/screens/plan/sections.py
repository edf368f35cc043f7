"""A section of the plan as a card: its heading, what to write here, and its questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.plans import writing
from desktop_app.words import _
from ui.parts import taking_back
from ui.parts.buttons import IconButton
from ui.parts.card import Card
from ui.parts.layouts import column
from ui.parts.text import label
from ui.screens.plan import answers
from ui.screens.plan.autosave import Autosaved

if TYPE_CHECKING:
    from uuid import UUID

    from desktop_app.plans.reading import PlanCard, SectionCard
    from ui.desk import Desk


class SectionBox(Autosaved):
    """One section, saved as it is written.

    Args:
        desk: what it works with.
        plan: the version it belongs to.
        card: the section as it stands.
    """

    def __init__(self, desk: Desk, plan: PlanCard, card: SectionCard) -> None:
        super().__init__(desk, self._write)
        self._plan_id: UUID = plan.plan_id
        self._code = card.section.code
        self._version = card.version
        self._answers: dict[str, answers.Answer] = {}
        box = Card(card.section.heading)
        if not card.section.required:
            name = _("Leave out: {section}").format(section=card.section.heading)
            box.at_right(IconButton("x", name, self._close, size=28))
        if card.section.help:
            box.add(label(card.section.help, "body", "text2", wrap=True))
        box.add(self.problems)
        for field in card.section.fields:
            if field.kind == "fact":
                known = plan.facts.get(field.source, "")
                said = f"{field.label}: {known or _('not in the register yet')}"
                box.add(label(said, "body", "text2" if known else "warn", wrap=True))
                continue
            made = answers.make(field, desk.today())
            made.put_answer(card.answers.get(field.code))
            self.watch(made)
            self._answers[field.code] = made
            alone = sum(f.kind != "fact" for f in card.section.fields) == 1
            box.add(column(*([] if alone else [label(field.label, "strong")]), made, gap=4))
        self.setLayout(column(box, gap=0))

    def _write(self) -> None:
        given = {code: made.answer() for code, made in self._answers.items()}
        self._version = writing.save_section(
            self._desk.db, self._plan_id, self._code, given, version=self._version
        )

    def _close(self) -> None:
        if self.do(self._leave_out):
            taking_back.did(self._desk, _("Left out of the plan"))

    def _leave_out(self) -> None:
        if self._version is not None:
            writing.close_section(
                self._desk.db, self._plan_id, self._code, version=self._version
            )
