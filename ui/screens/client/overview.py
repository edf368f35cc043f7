"""Overview: goals and life areas at the left; deadlines, contact and network at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop_app import codelists
from desktop_app.words import _, ngettext
from ui.parts.buttons import Button
from ui.parts.card import Card
from ui.parts.charts.dumbbell import Dumbbell, Pair
from ui.parts.charts.progress import ProgressBar
from ui.parts.chip import Chip
from ui.parts.icon import Icon
from ui.parts.layouts import column, empty, holding, row, rule
from ui.parts.scroll_page import ScrollPage
from ui.parts.task_sheet import add_task
from ui.parts.text import Elided, label
from ui.screens.client import wording

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QResizeEvent

    from desktop_app.register.client_card import ClientCard, Goal
    from desktop_app.register.contacts import Note
    from ui.desk import Desk

_NARROW = 860  # pixels of content under which the right column goes below the left
_WARN_DAYS = 84
Fact = tuple[str, str, str]  # what, its value, its colour


class Overview(ScrollPage):
    """Everything of one client on one page."""

    def __init__(self, desk: Desk, card: ClientCard, go: Callable[[str], None]) -> None:
        self._left, self._right = column(gap=12), column(gap=12)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(28, 14, 28, 20)
        self._grid.setSpacing(12)
        self._grid.addLayout(self._left, 0, 0)
        super().__init__(self._grid)
        self._desk, self._go = desk, go
        self._wide = False
        self._arrange(wide=True)
        self.show_card(card)

    def show_card(self, card: ClientCard) -> None:
        """Show a client."""
        empty(self._left)
        empty(self._right)
        self._left.addWidget(self._goals(card))
        if card.scores:
            self._left.addWidget(_areas(card))
        self._left.addStretch(1)
        for part in (self._deadlines(card), self._contact(card), _network(card)):
            if part is not None:
                self._right.addWidget(part)
        self._right.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange(wide=event.size().width() >= _NARROW)
        super().resizeEvent(event)

    def _arrange(self, *, wide: bool) -> None:
        if wide == self._wide:
            return
        self._wide = wide
        self._grid.removeItem(self._right)
        self._right.setParent(None)
        self._grid.addLayout(self._right, 0 if wide else 1, 1 if wide else 0)
        self._grid.setColumnStretch(0, 3)
        self._grid.setColumnStretch(1, 2 if wide else 0)
        self._grid.setRowStretch(0 if wide else 2, 1)

    def _goals(self, card: ClientCard) -> Card:
        steps = sum(goal.steps for goal in card.goals)
        done = sum(goal.steps_done for goal in card.goals)
        box = Card(_("Goals"))
        if steps:
            words = _("{done} of {total} steps done").format(done=done, total=steps)
            box.at_right(Chip(words, "ok" if done == steps else "mute"))
        words = _("Open the plan") if card.plan else _("Start a plan")
        box.at_right(Button(words, lambda: self._go("plan"), kind="link"))
        if not card.goals:
            box.add(label(_("No goals yet. They come from the plan."), "body", "text2"))
        for number, goal in enumerate(card.goals):
            if number:
                box.add(rule())
            box.add(_goal(goal))
        return box

    def _deadlines(self, card: ClientCard) -> Card:
        today = self._desk.today()
        box = Card(_("Agreements and deadlines"))
        adding = Button(
            _("New task"), lambda: add_task(self, self._desk, card.client_id), kind="link"
        )
        box.at_right(adding)
        facts: list[Fact] = []
        if card.next_task is not None:
            due = wording.dated(card.next_task.due_on, today)
            facts.append((card.next_task.title, due, "text"))
        if card.plan is not None and card.plan.review_on is not None:
            days = (card.plan.review_on - today).days
            colour = "danger" if days < 0 else "warn" if days <= 7 else "text"  # noqa: PLR2004
            facts.append(
                (_("Review of the plan"), wording.dated(card.plan.review_on, today), colour)
            )
        facts += [
            (
                codelists.label("legal_frame", decision.legal_frame),
                wording.period(decision.starts_on, decision.ends_on),
                _deadline_colour((decision.ends_on - today).days if decision.ends_on else None),
            )
            for decision in card.decisions[:2]
        ]
        if card.home is not None and card.home.contract_until is not None:
            until = card.home.contract_until
            facts.append(
                (
                    _("Temporary lease until"),
                    wording.dated(until, today, within=120),
                    _deadline_colour((until - today).days),
                )
            )
        if not facts:
            box.add(label(_("Nothing has a deadline."), "body", "text2"))
        box.add(_fact_grid(facts))
        return box

    def _contact(self, card: ClientCard) -> Card:
        box = Card(_("Last contact"))
        box.at_right(Button(_("Timeline"), lambda: self._go("timeline"), kind="link"))
        if not card.notes:
            box.add(label(_("No contact noted yet."), "body", "text2"))
        for number, note in enumerate(card.notes[:2]):
            if number:
                box.add(rule())
            box.add(_note(note))
        return box


def _deadline_colour(days: int | None) -> str:
    return "warn" if days is not None and days <= _WARN_DAYS else "text"


def _goal(goal: Goal) -> QWidget:
    head = row(label(goal.title, "strong", wrap=True), gap=10)
    head.setStretch(0, 1)
    head.addWidget(wording.goal_chip(goal), 0, Qt.AlignmentFlag.AlignTop)
    words = column(head, gap=6)
    if goal.next_step:
        words.addWidget(Elided(goal.next_step, "body", "text2"))
    if goal.steps:
        said = ngettext("{done} of {n} step done", "{done} of {n} steps done", goal.steps)
        words.addWidget(
            ProgressBar(
                said.format(done=goal.steps_done, n=goal.steps), goal.steps_done / goal.steps
            )
        )
    line = row(gap=12)
    sign = Icon(wording.AREA_ICONS.get(goal.life_area or "", "target"), "primary", 18)
    line.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
    line.addLayout(words, 1)
    return holding(line)


def _areas(card: ClientCard) -> Card:
    box = Card(_("How it goes per life area"))
    pairs = [
        Pair(codelists.label("life_area", score.life_area), score.first, score.now)
        for score in card.scores
    ]
    box.add(Dumbbell(_("How it goes per life area"), pairs, (1, 5)))
    newest = max((s.scored_on for s in card.scores if s.scored_on), default=None)
    legend = _("1 = it goes wrong, 5 = I manage myself")
    if newest is not None:
        legend += " · " + _("last scored {day}").format(day=f"{newest:%d-%m-%Y}")
    box.add(label(legend, "small", "text2", wrap=True))
    return box


def _network(card: ClientCard) -> Card | None:
    people = [
        (
            codelists.label("contact_role", person.role),
            " · ".join(part for part in (person.name, person.phone) if part),
            "text",
        )
        for person in card.network
    ]
    people += [
        (
            codelists.label("household_member_relation", member.relation),
            " · ".join(
                part
                for part in (
                    member.first_name,
                    str(member.birth_year) if member.birth_year else "",
                    _("lives in") if member.lives_in else "",
                )
                if part
            ),
            "text",
        )
        for member in card.household
    ]
    if not people:
        return None
    box = Card(_("Network and household"))
    box.add(_fact_grid(people))
    return box


def _note(note: Note) -> QWidget:
    when = note.at.astimezone()
    head = f"{codelists.label('contact_moment', note.kind)} · {when:%d-%m-%Y %H:%M}"
    if note.minutes:
        head += " · " + _("{n} min").format(n=note.minutes)
    words = column(
        label(head, "strong", wrap=True),
        label(note.text, "body", "text2", wrap=True),
        label(note.worker, "small", "text3"),
        gap=3,
    )
    line = row(gap=10)
    line.addWidget(
        Icon(wording.NOTE_ICONS.get(note.kind, "message-square"), "primary", 18),
        0,
        Qt.AlignmentFlag.AlignTop,
    )
    line.addLayout(words, 1)
    return holding(line)


def _fact_grid(facts: Sequence[Fact]) -> QWidget:
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(8)
    grid.setColumnStretch(0, 2)
    grid.setColumnStretch(1, 3)
    for number, (what, value, colour) in enumerate(facts):
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(label(what, "body", "text2", wrap=True), number, 0, top)
        role = "control" if colour == "text" else "strong"
        grid.addWidget(label(value, role, colour, wrap=True), number, 1, top)
    return holding(grid)
