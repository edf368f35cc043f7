"""Timeline: a new note on top, then what happened, the newest first, by month."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop_app import codelists
from desktop_app.paper import days
from desktop_app.register import contacts
from desktop_app.words import _
from ui.parts.icon import IconTile
from ui.parts.layouts import column, empty, holding, row
from ui.parts.scroll_page import ScrollPage
from ui.parts.search_box import SearchBox
from ui.parts.text import Elided, label
from ui.screens.client import wording
from ui.screens.client.composer import Composer
from ui.theme import look

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from desktop_app.register.client_card import ClientCard
    from desktop_app.register.contacts import Note
    from ui.desk import Desk

_AT_ONCE = 60  # notes on the page; more on asking


class Timeline(ScrollPage):
    """All contacts of one client."""

    def __init__(self, desk: Desk, card: ClientCard) -> None:
        super().__init__()
        self._desk, self._id = desk, card.client_id
        self._words = ""
        self._shown = _AT_ONCE
        self._composer = Composer(desk, card.client_id, card.goals)
        search = SearchBox(_("Search in the timeline"))
        search.setFixedWidth(look.px(230))
        search.searched.connect(self._searched)
        self._rows = column(gap=16)
        self.page.addWidget(self._composer)
        self.page.addLayout(row(..., search))
        self.page.addLayout(self._rows)
        self.page.addStretch(1)
        self.show_card(card)

    def write(self) -> None:
        """Put the cursor in a new note."""
        self._composer.write()

    def keep_drafts(self) -> Sequence[str]:
        """Keep a half note."""
        return self._composer.keep_drafts()

    def show_card(self, card: ClientCard) -> None:
        """Show the client's notes as they are now."""
        del card
        self._fill()

    def _fill(self) -> None:
        empty(self._rows)
        month = ""
        for note in self._notes():
            named = days.month(note.at.astimezone().date())
            if named != month:
                month = named
                self._rows.addWidget(label(month, "caption", "text2"))
            self._rows.addWidget(_line(note))
        if not month:
            self._rows.addWidget(label(_("Nothing here yet."), "body", "text2"))

    def _notes(self) -> list[Note]:
        words = self._words.casefold()
        found = contacts.notes(self._desk.db, self._id)
        return [note for note in found if words in note.text.casefold()][: self._shown]

    def _searched(self, words: str) -> None:
        self._words = words.strip()
        self._fill()


def _line(note: Note) -> QWidget:
    when = note.at.astimezone()
    facts = [f"{when:%d-%m-%Y %H:%M}"]
    if note.minutes:
        facts.append(_("{n} min").format(n=note.minutes))
    facts.append(note.worker)
    head = row(gap=10)
    head.addWidget(label(codelists.label("contact_moment", note.kind), "strong"))
    head.addStretch(1)
    head.addWidget(Elided(" · ".join(facts), "small", "text2"))
    words = column(head, label(note.text, "body", "text2", wrap=True), gap=3)
    if note.corrected_at is not None:
        corrected = _("Corrected on {day}. First it read: {text}").format(
            day=f"{note.corrected_at.astimezone():%d-%m-%Y}", text=note.first_text
        )
        words.addWidget(label(corrected, "small", "text3", wrap=True))
    line = row(gap=12)
    sign = IconTile(
        wording.NOTE_ICONS.get(note.kind, "message-square"), "primary", 30, round_=True
    )
    line.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
    line.addLayout(words, 1)
    return holding(line)
