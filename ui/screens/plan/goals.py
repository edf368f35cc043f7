"""A goal of the plan: in the client's words, how we see that it worked, and its steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.plans import goals
from desktop_app.plans.goals import ActionFields, GoalFields
from desktop_app.words import _
from ui.parts import taking_back
from ui.parts.buttons import IconButton
from ui.parts.card import Card
from ui.parts.form.field import from_list
from ui.parts.form.inputs import Day, Pick
from ui.parts.layouts import column, holding, row
from ui.parts.text import label
from ui.screens.plan.autosave import Autosaved
from ui.screens.plan.steps import Steps, line
from ui.theme import look

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop_app.plans.reading import GoalCard
    from ui.desk import Desk


class GoalBox(Autosaved):
    """One goal with its steps; `number` is 1 to 3."""

    def __init__(self, desk: Desk, number: int, card: GoalCard) -> None:
        super().__init__(desk, self._write)
        self._id, self._version = card.goal_id, card.version
        self._title = line(_("What do I want to reach?"), card.title)
        self._success = line(_("How do we see that it worked?"), card.success)
        self._area = Pick(from_list("life_area"))
        self._area.setAccessibleName(_("Life area"))
        self._area.put(card.life_area or "")
        self._ready = Day(desk.today())
        self._ready.setAccessibleName(_("Ready on"))
        self._ready.setMaximumWidth(look.px(150))
        self._ready.put(self._ready.shown(card.ready_on))
        self._status = Pick(from_list("goal_status"))
        self._status.setAccessibleName(_("How the goal goes"))
        self._status.put(card.status)
        self._status.typed.connect(self._set_status)
        for made in (self._title, self._success, self._area, self._ready):
            self.watch(made)
        self._steps = Steps(desk, card.actions)
        self._new = line(_("New step, then Enter"), "")
        self._new.returnPressed.connect(self._add_step)
        self.setLayout(column(self._box(number), gap=0))

    def save(self) -> bool:
        """Save the goal and its steps."""
        own, theirs = super().save(), self._steps.save()
        return own and theirs

    def begin(self) -> None:
        """Put the cursor where the next step is written."""
        self._new.setFocus()

    def show_goal(self, card: GoalCard) -> None:
        """Show the steps that came and went; what is being typed stays."""
        self._steps.show_steps(card.actions)

    def _box(self, number: int) -> Card:
        box = Card(_("Goal {n}").format(n=number))
        name = _("Take out goal {n}").format(n=number)
        box.at_right(self._status)
        box.at_right(IconButton("x", name, self._remove, size=28))
        box.add(self.problems)
        box.add(_asked(_("What do I want to reach? In the client's words"), self._title))
        box.add(_asked(_("How do we see that it worked?"), self._success))
        area = _asked(_("Life area"), self._area)
        box.add(row(area, _asked(_("Ready on"), self._ready), gap=12))
        box.add(label(_("Who does what"), "strong"))
        box.add(self._steps, self._new)
        return box

    def _write(self) -> None:
        fields = GoalFields(
            title=self._title.value(),
            life_area=self._area.value(),
            success=self._success.value(),
            ready_on=self._ready.value(),
        )
        self._version = goals.edit_goal(self._desk.db, self._id, fields, version=self._version)

    def _set_status(self) -> None:
        status = self._status.value()
        if status is not None:
            self.do(lambda: self._go_on(status))

    def _go_on(self, status: str) -> None:
        self._version = goals.set_goal_status(
            self._desk.db, self._id, status, on=self._desk.today(), version=self._version
        )

    def _add_step(self) -> None:
        what = self._new.value()
        if what and self.do(
            lambda: goals.add_action(self._desk.db, self._id, ActionFields(what=what))
        ):
            self._new.clear()

    def _remove(self) -> None:
        if self.do(lambda: goals.remove_goal(self._desk.db, self._id, version=self._version)):
            taking_back.did(self._desk, _("Goal taken out"))


def _asked(question: str, made: QWidget) -> QWidget:
    return holding(column(label(question, "small_strong", "text2"), made, gap=4))
