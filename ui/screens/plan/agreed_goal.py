"""A goal of a version in force: its text stays as it was signed, how it goes is kept up."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from desktop_app import codelists
from desktop_app.plans import goals
from desktop_app.words import _
from ui.parts import taking_back
from ui.parts.card import Card
from ui.parts.check_box import CheckBox
from ui.parts.form.field import from_list
from ui.parts.form.inputs import Pick
from ui.parts.layouts import column
from ui.parts.text import label
from ui.screens.plan.autosave import Autosaved

if TYPE_CHECKING:
    from uuid import UUID

    from desktop_app.plans.reading import GoalCard
    from ui.desk import Desk


class AgreedGoal(Autosaved):
    """One goal; `number` is 1 to 3. A goal that ended does not go on in the next version."""

    def __init__(self, desk: Desk, number: int, card: GoalCard) -> None:
        super().__init__(desk, lambda: None)
        self._number, self._card = number, card
        self._pick = Pick(from_list("goal_status"))
        self._pick.setAccessibleName(_("How goal {n} goes").format(n=number))
        self._pick.typed.connect(self._set_status)
        box = Card(_("Goal {n}").format(n=number))
        box.at_right(self._pick)
        box.add(self.problems, label(card.title, "strong", wrap=True))
        self._ticks: dict[UUID, CheckBox] = {}
        for step in card.actions:
            tick = self._ticks[step.action_id] = CheckBox(step.what)
            tick.clicked.connect(partial(self._tick, step.action_id))
            box.add(tick)
        self.setLayout(column(box, gap=0))
        self.show_goal(card)

    def show_goal(self, card: GoalCard) -> None:
        """Show how it goes now."""
        self._card = card
        self._pick.put(card.status)
        for step in card.actions:
            self._ticks[step.action_id].setChecked(step.done_on is not None)

    def _set_status(self) -> None:
        status = self._pick.value()
        if not isinstance(status, str) or not self.do(lambda: self._go_on(status)):
            self._pick.put(self._card.status)
            return
        said = _("Goal {n}: {status}").format(
            n=self._number, status=codelists.label("goal_status", status)
        )
        taking_back.did(self._desk, said)

    def _go_on(self, status: str) -> None:
        goal, today = self._card, self._desk.today()
        goals.set_goal_status(
            self._desk.db, goal.goal_id, status, on=today, version=goal.version
        )

    def _tick(self, action_id: UUID) -> None:
        step = next(step for step in self._card.actions if step.action_id == action_id)
        done_on = None if step.done_on else self._desk.today()
        db = self._desk.db
        if not self.do(
            lambda: goals.tick_action(db, action_id, done_on=done_on, version=step.version)
        ):
            self.show_goal(self._card)
