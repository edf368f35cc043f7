"""How far the region is on its way: the line to the goal, and what is planned when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop_app.paper import days
from desktop_app.region import story, telling
from desktop_app.words import _, ngettext
from ui.parts.card import Card
from ui.parts.charts.bars import Bar, Bars
from ui.parts.layouts import column, empty
from ui.parts.text import label
from ui.screens.region.story import card, sections

if TYPE_CHECKING:
    from desktop_app.region.outlook import Outlook
    from desktop_app.region.report import View


class Way(QWidget):
    """Two cards; one sentence while nothing came in yet."""

    def __init__(self) -> None:
        super().__init__()
        self._cards = column(gap=12)
        self.setLayout(self._cards)

    def show_view(self, seen: View | None) -> None:
        """Show the way as it was at the end of a month."""
        empty(self._cards)
        if seen is None:
            waiting = Card(_("The way to the goal"))
            words = _("Once month files have come in, you see here how far the region is.")
            waiting.add(label(words, "body", "text2", wrap=True))
            self._cards.addWidget(waiting)
            return
        months = [merged.period for merged in seen.past]
        for section in sections(list(story.goal(seen.ahead, seen.past))):
            made = card(section, months)
            day = days.month(seen.month.merged.period)
            made.head.insertWidget(1, label(day, "small", "text2"))
            self._cards.addWidget(made)
        self._cards.addWidget(_planned(seen.ahead))


def _planned(ahead: Outlook) -> Card:
    """Return the dwellings that are planned, quarter by quarter."""
    made = Card(_("Planned dwellings"))
    made.at_right(label(_("exact"), "small", "text2"))
    if not ahead.expected:
        said = _("No organisation has planned dwellings in its file.")
        made.add(label(said, "body", "text2", wrap=True))
        return made
    most = max(one.dwellings for one in ahead.expected)
    bars = []
    for one in ahead.expected:
        homes = ngettext("{n} dwelling", "{n} dwellings", one.dwellings)
        then = _("{homes}, then {people} people ({low} to {high})").format(
            homes=homes.format(n=one.dwellings),
            people=one.people,
            low=one.low,
            high=one.high,
        )
        when = telling.quarter(one.quarter)
        bars.append(Bar(f"{when[0].upper()}{when[1:]}", one.dwellings, most, then))
    made.add(Bars(_("Planned dwellings"), bars))
    return made
