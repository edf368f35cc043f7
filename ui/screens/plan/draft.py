"""A draft as it is written together: what is opened, what can be, what is still needed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop_app import codelists, dates
from desktop_app.plans import scoring, writing
from desktop_app.words import _
from ui.parts.banner import Banner
from ui.parts.buttons import Button
from ui.parts.card import Card
from ui.parts.flow import Flow
from ui.parts.layouts import column, holding, row
from ui.parts.scroll_page import reveal
from ui.parts.text import label
from ui.screens.plan.areas import AreaBox
from ui.screens.plan.goals import GoalBox
from ui.screens.plan.needed import Needed
from ui.screens.plan.sections import SectionBox
from ui.screens.plan.shape import WRITTEN, is_written, shape

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.plans.reading import PlanCard, SectionCard
    from desktop_app.plans.versions import VersionRow
    from ui.desk import Desk
    from ui.screens.plan.autosave import Autosaved

    Attempt = Callable[[Callable[[], object]], object]


class DraftEditor(QWidget):
    """The newest version while it is written; every part saves itself.

    Args:
        desk: what it works with.
        plan: the draft.
        attempt: does something, or says why not.

    Attributes:
        shape: what it was made for.

    Signals:
        goal_wanted(): one more goal is asked for.
        compared(): what changed since the version before is asked for.
        discarded(): the draft is to be thrown away.
    """

    goal_wanted = Signal()
    compared = Signal()
    discarded = Signal()

    def __init__(self, desk: Desk, plan: PlanCard, attempt: Attempt) -> None:
        super().__init__()
        self._desk, self._plan, self._attempt = desk, plan, attempt
        self.shape = shape(plan)
        self._parts: dict[str, Autosaved] = {}
        self._first: dict[str, QWidget] = {}
        stack = column(gap=12)
        if plan.replaces is not None:
            stack.addWidget(self._follows(plan.replaces))
        for card in plan.sections:
            if (made := self._section(card)) is not None:
                self._first[card.section.code] = made
                stack.addWidget(made)
        self._needed = Needed(self._go)
        discard = Button(_("Throw this draft away"), self.discarded.emit, kind="ghost")
        stack.addWidget(self._closed())
        stack.addWidget(self._needed)
        stack.addLayout(row(discard, ...))
        self.setLayout(stack)
        self._needed.show_missing(plan.missing)  # within the page: alone it would flash up

    def keep(self) -> bool:
        """Save what is typed, and tell whether all of it is saved."""
        saved = [part.save() for part in self._parts.values()]
        return all(saved)

    def renew(self, plan: PlanCard) -> None:
        """Take up what was saved; the parts and the cursor stay as they are."""
        self._needed.show_missing(plan.missing)
        for goal in plan.goals:
            box = self._parts.get(str(goal.goal_id))
            if isinstance(box, GoalBox):
                box.show_goal(goal)

    def begin_with(self, part: str) -> None:
        """Go to a part that was just opened, and begin to write there."""
        opened = self._parts[part]
        opened.begin()
        reveal(opened)

    def _go(self, section: str) -> None:
        place = self._first.get(section)
        if place is not None:
            reveal(place)
            place.setFocus(Qt.FocusReason.OtherFocusReason)
            place.focusNextChild()

    def _follows(self, old: VersionRow) -> Banner:
        """Say which version this one follows, and offer what changed since."""
        stays = _("Version {n} stays as it was printed.").format(n=old.number)
        if old.agreed_on is not None:
            stays = _("Version {n} stays as it was agreed on {date}.").format(
                n=old.number, date=dates.dutch(old.agreed_on)
            )
        return Banner(
            "info",
            _("This is version {n} (draft)").format(n=self._plan.number),
            stays,
            Button(_("Show what changed"), self.compared.emit),
            icon="history",
        )

    def _section(self, card: SectionCard) -> QWidget | None:
        """Return where a section is written; None where it is closed or writes nothing."""
        if card.section.form == "goals":
            return self._goals()
        if card.section.form == "scores" and self._plan.areas:
            return self._areas()
        if is_written(card):
            return self._part(card.section.code, SectionBox(self._desk, self._plan, card))
        return None

    def _goals(self) -> QWidget:
        plan, stack = self._plan, column(gap=12)
        for number, card in enumerate(plan.goals, start=1):
            box = GoalBox(self._desk, number, card)
            stack.addWidget(self._part(str(card.goal_id), box))
        if plan.goals_left is None or plan.goals_left > 0:
            words = _("Another goal") if plan.goals else _("First goal")
            more = Button(words, self.goal_wanted.emit, icon="plus")
            stack.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
        return holding(stack)

    def _areas(self) -> QWidget:
        plan, box = self._plan, Card(_("How is it going?"))
        for card in plan.areas:
            made = AreaBox(self._desk, plan.plan_id, card)
            box.add(self._part(card.life_area, made))
        return box

    def _part(self, key: str, made: Autosaved) -> QWidget:
        self._parts[key] = made
        return made

    def _closed(self) -> QWidget:
        """Offer what can still be opened; nothing is required, nothing counts as empty."""
        db, plan_id = self._desk.db, self._plan.plan_id
        closed = Flow()
        for code in self._plan.closed_areas:
            act = partial(scoring.open_area, db, plan_id, code)
            closed.addWidget(self._opener(codelists.label("life_area", code), act))
        for card in self._plan.sections:
            if not card.opened and card.section.form in WRITTEN:
                act = partial(writing.open_section, db, plan_id, card.section.code)
                closed.addWidget(self._opener(card.section.heading, act))
        said = _("Only what you open comes into the plan. Nothing is required.")
        return holding(
            column(
                label(_("What can be added"), "heading"),
                label(said, "body", "text2", wrap=True),
                holding(closed),
            )
        )

    def _opener(self, words: str, act: Callable[[], object]) -> Button:
        return Button(words, partial(self._attempt, act), icon="plus")
