"""A goal of the plan: in the client's words, how we see that it worked, and its steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.plans import goals
from desktop_app.plans.goals import ActionFields, GoalFields
from desktop_app.words import _
from ui.parts.buttons import IconButton
from ui.parts.card import Card
from ui.parts.check_box import CheckBox
from ui.parts.form.field import from_list
from ui.parts.form.inputs import Day, Line, Pick
from ui.parts.layouts import column, row
from ui.parts.text import label
from ui.screens.plan.autosave import Autosaved
from ui.theme import look

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from desktop_app.plans.reading import ActionCard, GoalCard
    from ui.desk import Desk

    Rebuild = Callable[[], object]


class GoalBox(Autosaved):
    """One goal with its steps.

    Args:
        desk: what it works with.
        number: 1 to 3.
        card: the goal as it stands.
        rebuild: called after a step or the goal itself came or went.
    """

    def __init__(self, desk: Desk, number: int, card: GoalCard, rebuild: Rebuild) -> None:
        super().__init__(desk, self._write)
        self._id, self._version, self._rebuild = card.goal_id, card.version, rebuild
        self._title = _line(_("What do I want to reach?"), card.title)
        self._success = _line(_("How do we see that it worked?"), card.success)
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
        self._new = _line(_("New step, then Enter"), "")
        self._new.returnPressed.connect(self._add_step)
        self.steps = [StepRow(desk, step, rebuild) for step in card.actions]
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
        box.add(*self.steps, self._new)
        self.setLayout(column(box, gap=0))

    def save(self) -> None:
        """Save the goal and its steps."""
        super().save()
        for step in getattr(self, "steps", ()):
            step.save()

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
        if status is None:
            return
        self.save()
        self._version = goals.set_goal_status(
            self._desk.db, self._id, status, on=self._desk.today(), version=self._version
        )

    def _add_step(self) -> None:
        what = self._new.value()
        if what:
            self.save()
            goals.add_action(self._desk.db, self._id, ActionFields(what=what))
            self._rebuild()

    def _remove(self) -> None:
        self.save()
        goals.remove_goal(self._desk.db, self._id, version=self._version)
        self._rebuild()


class StepRow(Autosaved):
    """One step: done or not, what, who, when."""

    def __init__(self, desk: Desk, card: ActionCard, rebuild: Rebuild) -> None:
        super().__init__(desk, self._write)
        self._id, self._version, self._rebuild = card.action_id, card.version, rebuild
        self._owner_name = card.owner_name
        self._done = CheckBox("", on=card.done_on is not None)
        self._done.setAccessibleName(_("Done: {step}").format(step=card.what))
        self._done.clicked.connect(self._tick)
        self._what = _line(_("Step"), card.what)
        self._owner = Pick(from_list("action_owner"))
        self._owner.setAccessibleName(_("Who does it"))
        self._owner.put(card.owner)
        self._owner.setMaximumWidth(look.px(170))
        self._when = _line(_("When"), card.when_text)
        self._when.setMaximumWidth(look.px(130))
        for made in (self._what, self._owner, self._when):
            self.watch(made)
        leave = IconButton(
            "x", _("Take out: {step}").format(step=card.what), self._remove, size=28
        )
        line = row(self._done, self._what, self._owner, self._when, leave, gap=8)
        self.setLayout(column(line, self.problems, gap=4))

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
        self.save()
        on = self._desk.today() if self._done.isChecked() else None
        self._version = goals.tick_action(
            self._desk.db, self._id, done_on=on, version=self._version
        )

    def _remove(self) -> None:
        self.save()
        goals.remove_action(self._desk.db, self._id, version=self._version)
        self._rebuild()


def _line(name: str, text: str) -> Line:
    made = Line()
    made.setAccessibleName(name)
    made.setPlaceholderText(name)
    made.put(text)
    return made


def _asked(question: str, made: QWidget) -> QWidget:
    asked = Card(edge=(0, 0, 0, 0), kind="")
    asked.add(column(label(question, "small_strong", "text2"), made, gap=4))
    return asked
