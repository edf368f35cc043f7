"""The page of one client: who it is, and a tab for each side of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop_app.register import client_card
from desktop_app.words import _
from ui.parts import page
from ui.parts.avatar import Avatar
from ui.parts.buttons import Button
from ui.parts.layouts import column, empty, row
from ui.parts.tabs import Tabs
from ui.parts.text import Elided
from ui.screens.client import mending, wording
from ui.screens.client.details import Details
from ui.screens.client.housing import Housing
from ui.screens.client.overview import Overview
from ui.screens.client.timeline import Timeline

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ui.desk import Desk, Place

    PlanPart = Callable[[Desk, UUID], QWidget]

NOUNS = (
    "client",
    "tenancy",
    "trajectory_step",
    "support_period",
    "decision",
    "household_member",
    "contact_person",
    "contact_note",
    "plan",
    "plan_goal",
    "plan_action",
    "plan_score",
    "task",
)


class ClientScreen(QWidget):
    """One client.

    Signals:
        moved(): another tab was chosen.

    Args:
        desk: what it works with.
        client_id: whose page it is; opening it is noted in the access log.
        plan: makes the plan's tab, which is a screen of its own; without it there is none.
    """

    moved = Signal()

    def __init__(self, desk: Desk, client_id: UUID, plan: PlanPart | None = None) -> None:
        super().__init__()
        self._desk = desk
        self._id = client_id
        self._plan = plan
        self._parts: dict[str, QWidget] = {}
        client_card.note_read(desk.db, client_id)
        self._card = client_card.client_card(desk.db, client_id, today=desk.today())
        self._name = Elided("", "title")
        self._facts = Elided("", "body", "text2")
        self._avatar = Avatar("", size=48)
        self._chips = row(gap=8)
        self._tabs = Tabs(_("Parts of this client"), self._tab_names())
        self._tabs.chosen.connect(self._show_part)
        self._stack = QStackedWidget()
        self.setLayout(
            column(
                column(self._head(), self._tabs, gap=12, edge=(28, 18, 28, 0)),
                self._stack,
                gap=0,
            )
        )
        desk.changes.follow(self, NOUNS, self.reload)
        self._say_who()
        self.open_part("overview")

    def reload(self) -> None:
        """Read the client again and show it in the parts that were opened."""
        self._card = client_card.client_card(self._desk.db, self._id, today=self._desk.today())
        self._say_who()
        for part in self._parts.values():
            if isinstance(part, Overview | Timeline | Housing | Details):
                part.show_card(self._card)

    def open_part(self, name: str) -> None:
        """Go to a tab; "note" is the timeline with the cursor in a new note."""
        part = "timeline" if name == "note" else name
        if part not in dict(self._tab_names()):
            part = "overview"
        self._tabs.choose(part)
        self._show_part(part)
        timeline = self._parts.get("timeline")
        if name == "note" and isinstance(timeline, Timeline):
            timeline.write()

    def show_place(self, place: Place) -> None:
        """Open the tab that a place names, and the question; without one the tab stays."""
        if place.part:
            self.open_part(place.part)
        timeline = self._parts.get("timeline")
        if place.part == "timeline" and place.field and isinstance(timeline, Timeline):
            timeline.show_note(UUID(place.field))
        elif place.field:
            mending.mend(self, self._desk, self._card, place)

    def crumbs(self) -> Sequence[str]:
        """Return the name and the tab, for the breadcrumb alone."""
        return self._card.name, dict(self._tab_names())[self._tabs.value()]

    def alone(self) -> bool:
        """Tell whether one sits beside the client: a plan is written together."""
        return self._tabs.value() == "plan"

    def keep_drafts(self) -> Sequence[str]:
        """Keep a half note, and whatever the plan's tab holds."""
        kept: list[str] = []
        for part in self._parts.values():
            if isinstance(part, page.KeepsDrafts):
                kept += part.keep_drafts()
        return kept

    def state(self) -> dict[str, Any]:
        """Return the tab, to come back to it."""
        return {"part": self._tabs.value()}

    def restore(self, state: dict[str, Any]) -> None:
        """Open the tab again."""
        self.open_part(str(state.get("part", "overview")))

    def _head(self) -> QWidget:
        note = Button(_("Note"), lambda: self.open_part("note"), icon="pen-line", keys="Ctrl+N")
        plan = Button(
            _("Plan"),
            lambda: self.open_part("plan"),
            kind="primary",
            icon="file-text",
            keys="Ctrl+D",
        )
        named = row(self._name, self._chips, ..., gap=10)
        names = column(named, self._facts, gap=4)
        line = row(gap=14)
        line.addWidget(self._avatar, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(names, 1)
        acts = row(note, plan)
        line.addLayout(acts)
        line.setAlignment(acts, Qt.AlignmentFlag.AlignTop)
        head = QWidget()
        head.setLayout(line)
        return head

    def _say_who(self) -> None:
        card = self._card
        self._name.setText(card.name)
        self._facts.setText(wording.facts(card))
        self._avatar.show_name(card.name, str(card.client_id))
        empty(self._chips)
        if card.status is not None:
            self._chips.addWidget(wording.status_chip(card.status))

    def _tab_names(self) -> list[tuple[str, str]]:
        return [
            ("overview", _("Overview")),
            ("timeline", _("Timeline")),
            *([("plan", _("Plan"))] if self._plan else []),
            ("housing", _("Housing")),
            ("details", _("Details")),
        ]

    def _show_part(self, name: str) -> None:
        if name not in self._parts:
            made = self._make(name)
            self._parts[name] = made
            self._stack.addWidget(made)
        self._stack.setCurrentWidget(self._parts[name])
        self.moved.emit()

    def _make(self, name: str) -> QWidget:
        match name:
            case "overview":
                return Overview(self._desk, self._card, self.open_part)
            case "timeline":
                return Timeline(self._desk, self._card, self.open_part)
            case "plan" if self._plan is not None:
                return self._plan(self._desk, self._id)
            case "housing":
                return Housing(self._desk, self._card)
            case _:
                return Details(self._desk, self._card)
