"""The steps of a goal: who does what and when, ticked when done, one more with Enter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop_app.plans import goals
from desktop_app.plans.goals import ActionFields
from desktop_app.words import _
from ui.parts import taking_back
from ui.parts.buttons import IconButton
from ui.parts.check_box import CheckBox
from ui.parts.form.field import from_list
from ui.parts.form.inputs import Line, Pick
from ui.parts.layouts import column, row
from ui.screens.plan.autosave import Autosaved
from ui.theme import look

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from desktop_app.plans.reading import ActionCard
    from ui.desk import Desk


def line(name: str, text: str) -> Line:
    """Return a line of text that names itself while it is empty."""
    made = Line()
    made.setAccessibleName(name)
    made.setPlaceholderText(name)
    made.put(text)
    return made


class Steps(QWidget):
    """All steps of a goal, in their order."""

    def __init__(self, desk: Desk, cards: Sequence[ActionCard]) -> None:
        super().__init__()
        self._desk = desk
        self._rows: dict[UUID, StepRow] = {}
        self._stack = column(gap=10)
        self.setLayout(self._stack)
        self.show_steps(cards)

    def show_steps(self, cards: Sequence[ActionCard]) -> None:
        """Bring what came and take what went; a step that stays keeps its cursor."""
        for gone in self._rows.keys() - {card.action_id for card in cards}:
            taken = self._rows.pop(gone)
            taken.hide()
            taken.deleteLater()
        for place, card in enumerate(cards):
            if card.action_id not in self._rows:
                self._rows[card.action_id] = made = StepRow(self._desk, card)
                self._stack.insertWidget(place, made)

    def save(self) -> bool:
        """Save what is typed; tell whether all of it is saved."""
        saved = [one.save() for one in self._rows.values()]
        return all(saved)


class StepRow(Autosaved):
    """One step: done or not, what, who, when."""

    def __init__(self, desk: Desk, card: ActionCard) -> None:
        super().__init__(desk, self._write)
        self._id, self._version = card.action_id, card.version
        self._owner_name = card.owner_name
        self._done = CheckBox("", on=card.done_on is not None)
        self._done.setAccessibleName(_("Done: {step}").format(step=card.what))
        self._done.clicked.connect(self._tick)
        self._what = line(_("Step"), card.what)
        self._owner = Pick(from_list("action_owner"))
        self._owner.setAccessibleName(_("Who does it"))
        self._owner.put(card.owner)
        self._owner.setMaximumWidth(look.px(170))
        self._when = line(_("When"), card.when_text)
        self._when.setMaximumWidth(look.px(130))
        for made in (self._what, self._owner, self._when):
            self.watch(made)
        out = _("Take out: {step}").format(step=card.what)
        leave = IconButton("x", out, self._remove, size=28)
        shown = row(self._done, self._what, self._owner, self._when, leave, gap=8)
        self.setLayout(column(shown, self.problems, gap=4))

    def _write(self) -> None:
        fields = ActionFields(
            what=self._what.value(),
            owner=self._owner.value() or "IK",
            owner_name=self._owner_name,
            when_text=self._when.value(),
        )
        self._version = goals.edit_action(
            self._desk.db, self._id, fields, version=self._version
        )

    def _tick(self) -> None:
        done = self._done.isChecked()
        if not self.do(lambda: self._note(self._desk.today() if done else None)):
            self._done.setChecked(not done)

    def _note(self, done_on: date | None) -> None:
        self._version = goals.tick_action(
            self._desk.db, self._id, done_on=done_on, version=self._version
        )

    def _remove(self) -> None:
        if self.do(lambda: goals.remove_action(self._desk.db, self._id, version=self._version)):
            taking_back.did(self._desk, _("Step taken out"))
