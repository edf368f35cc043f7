"""Timeline: a new note on top, then all that happened, the newest first, by month."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer

from desktop_app.paper import days
from desktop_app.register import timeline
from desktop_app.register.timeline import Event, Kind
from desktop_app.words import N_, _, ngettext
from ui.desk import Place
from ui.parts.buttons import Button
from ui.parts.layouts import column, empty, row
from ui.parts.pills import Filter, FilterPills
from ui.parts.scroll_page import ScrollPage, reveal
from ui.parts.search_box import SearchBox
from ui.parts.text import label
from ui.screens.client import correcting
from ui.screens.client.composer import Composer
from ui.screens.client.happened import HappenedRow
from ui.theme import look

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence
    from datetime import date
    from uuid import UUID

    from desktop_app.register.client_card import ClientCard
    from ui.desk import Desk

    Lead = tuple[str, Callable[[], object]]

_AT_ONCE = 30  # events that are drawn; more as somebody comes near the end
_NEAR = 500  # pixels
_PILLS = {
    Kind.CONTACT: N_("Contact"),
    Kind.GOAL: N_("Goals"),
    Kind.SCORE: N_("Life areas"),
    Kind.PLAN: N_("Plan"),
    Kind.HOME: N_("Housing"),
    Kind.STEP: N_("Steps"),
    Kind.DECISION: N_("Decisions"),
}


class Timeline(ScrollPage):
    """All that happened with one client.

    Args:
        desk: what it works with.
        card: the client.
        open_part: goes to another tab of this client.
    """

    def __init__(self, desk: Desk, card: ClientCard, open_part: Callable[[str], None]) -> None:
        super().__init__()
        self._desk, self._id, self._open_part = desk, card.client_id, open_part
        self._words = ""
        self._events: Sequence[Event] = ()
        self._drawn = 0
        self._month: date | None = None
        self._composer = Composer(desk, card.client_id, card.goals)
        self._pills = FilterPills([Filter(kind, _(said)) for kind, said in _PILLS.items()])
        self._pills.changed.connect(self._fill)
        self._search = SearchBox(_("Search in the timeline"))
        self._search.setFixedWidth(look.px(210))
        self._search.searched.connect(self._searched)
        self._rows = column(gap=0)
        self._older = Button("", self._draw_more, kind="link")
        choose = row(gap=16)
        choose.addWidget(self._pills, 1)
        choose.addWidget(self._search, 0, Qt.AlignmentFlag.AlignTop)
        self.page.addWidget(self._composer)
        self.page.addLayout(choose)
        self.page.addLayout(self._rows)
        self.page.addWidget(self._older, 0, Qt.AlignmentFlag.AlignHCenter)
        self.page.addStretch(1)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.show_card(card)

    def write(self) -> None:
        """Put the cursor in a new note."""
        self._composer.write()

    def keep_drafts(self) -> Sequence[str]:
        """Keep a half note."""
        return self._composer.keep_drafts()

    def choose(self, kinds: Collection[Kind]) -> None:
        """Show only these sorts of events."""
        self._pills.switch_on(kinds)
        self._fill()

    def show_note(self, note_id: UUID) -> None:
        """Show everything, with this note in sight and the keyboard at it."""
        self._search.clear()
        self._words = ""
        self.choose(())
        for at, event in enumerate(self._events):
            if event.note is not None and event.note.note_id == note_id:
                self._draw(at + 1 - self._drawn)
                QTimer.singleShot(0, self, partial(self._come_to, note_id))

    def _come_to(self, note_id: UUID) -> None:
        for happened in self.findChildren(HappenedRow):
            note = happened.event_shown.note
            if note is not None and note.note_id == note_id and happened.isVisibleTo(self):
                happened.leading.setFocus(Qt.FocusReason.OtherFocusReason)
                reveal(happened)

    def show_card(self, card: ClientCard) -> None:
        """Show what happened with the client as it is known now, as far down as before."""
        del card
        self._fill(at_least=self._drawn)

    def _fill(self, _kinds: object = None, *, at_least: int = 0) -> None:
        found = timeline.timeline(
            self._desk.db, self._id, today=self._desk.today(), words=self._words
        )
        many = Counter(event.kind for event in found)
        for kind in _PILLS:
            self._pills.count(kind, many[kind])
        on = self._pills.on()
        self._events = [event for event in found if not on or event.kind in on]
        self._drawn, self._month = 0, None
        empty(self._rows)
        if not self._events:
            nothing = _("Nothing found with these choices.") if found or self._words else ""
            self._rows.addWidget(label(nothing or _("Nothing here yet."), "body", "text2"))
        self._draw(max(at_least, _AT_ONCE))

    def _draw_more(self) -> None:
        self._draw(_AT_ONCE)

    def _draw(self, many: int) -> None:
        """Draw so many more events under what stands there."""
        for event in self._events[self._drawn : self._drawn + many]:
            first = event.on.replace(day=1)
            if first != self._month:
                self._rows.addSpacing(0 if self._month is None else 8)
                self._month = first
                named = days.month(first)
                self._rows.addWidget(label(named[:1].upper() + named[1:], "caption", "text2"))
                self._rows.addSpacing(4)
            self._rows.addWidget(HappenedRow(event, self._lead(event)))
        self._drawn = min(self._drawn + many, len(self._events))
        left = len(self._events) - self._drawn
        self._older.say(ngettext("Show {n} older", "Show {n} older", left).format(n=left))
        self._older.setVisible(left > 0)

    def _scrolled(self, at: int) -> None:
        if self._drawn < len(self._events) and at > self.verticalScrollBar().maximum() - _NEAR:
            self._draw_more()

    def _lead(self, event: Event) -> Lead:
        """Return where an event leads: to the home, the plan, or a correction of the note."""
        match event.kind:
            case Kind.CONTACT if event.note is not None:
                correct = partial(correcting.correct, self, self._desk, self._id, event.note)
                return _("Correct this note"), correct
            case Kind.HOME if event.dwelling_id is not None:
                home = Place("dwellings", event.dwelling_id)
                return _("Open the dwelling"), partial(self._desk.go, home)
            case Kind.HOME | Kind.STEP:
                return _("Open the housing"), partial(self._open_part, "housing")
            case Kind.DECISION:
                return _("Open the overview"), partial(self._open_part, "overview")
            case _:
                return _("Open the plan"), partial(self._open_part, "plan")

    def _searched(self, words: str) -> None:
        self._words = words.strip()
        self._fill()
