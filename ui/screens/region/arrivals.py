"""Who sent what, beside the totals: a line per organisation, and the names of the missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop_app import dates
from desktop_app.region import arrivals, story
from desktop_app.words import _
from ui.parts.banner import Banner
from ui.parts.buttons import Button
from ui.parts.card import Card
from ui.parts.chip import Chip
from ui.parts.icon import Icon
from ui.parts.layouts import column, empty, row, rule
from ui.parts.scroll_page import ScrollPage
from ui.parts.text import Elided, label
from ui.screens.region.reading import SIGNS, Reader

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtWidgets import QVBoxLayout

    from desktop_app.region.arrivals import Arrival, Standing
    from desktop_app.region.receiving import Received
    from ui.desk import Desk
    from ui.parts.chip import Mood

STANDINGS: dict[Standing, tuple[str, Mood]] = {
    "awaited": ("circle-dashed", "mute"),
    "overdue": ("circle-dashed", "warn"),
    "read": ("check", "ok"),
    "replaced": ("refresh-cw", "info"),
    "late": ("clock", "warn"),
    "profile": ("history", "warn"),
}


class Arrivals(ScrollPage):
    """The left side of the overview.

    Attributes:
        reader: takes the files in.

    Signals:
        all_asked(): somebody wants to see all files.
    """

    all_asked = Signal()

    def __init__(self, desk: Desk, over: QWidget) -> None:
        super().__init__()
        self.page.setContentsMargins(28, 14, 6, 20)
        self._desk = desk
        self._count = Chip("")
        self.reader = Reader(desk, over)
        card = Card(_("Files"), self._count, edge=(16, 14, 16, 14))
        card.at_right(Button(_("All files"), self.all_asked.emit, kind="link"))
        self._lines = column(gap=0)
        self._missing = column(gap=8)
        card.add(self.reader, self._lines, self._missing)
        self.page.addWidget(card)
        self.page.addStretch(1)

    def show_arrivals(self, found: Sequence[Arrival]) -> None:
        """Show where each organisation stands."""
        say_count(self._count, found)
        empty(self._lines)
        refused = {one.organisation: one for one in self.reader.refused if one.organisation}
        for number, arrival in enumerate(found):
            if number:
                self._lines.addWidget(rule())
            line = ArrivalLine(arrival, refused.get(arrival.name), self._desk.today())
            self._lines.addWidget(line)
        show_notices(self._missing, found)


class ArrivalLine(QWidget):
    """One organisation in one month."""

    def __init__(self, arrival: Arrival, refused: Received | None, today: date) -> None:
        super().__init__()
        icon, mood, words, under = told(arrival, refused, today)
        colour = "text2" if mood == "mute" else mood
        line = row(gap=10, edge=(0, 8, 0, 8))
        line.addWidget(Icon(icon, colour, 16), 0, Qt.AlignmentFlag.AlignVCenter)
        line.addLayout(
            column(
                label(arrival.name, "strong", wrap=True), Elided(under, "small", "text2"), gap=1
            ),
            1,
        )
        line.addWidget(Chip(words, mood), 0, Qt.AlignmentFlag.AlignVCenter)
        self.setAccessibleName(f"{arrival.name}: {words}. {under}")
        remarks = "\n".join(arrivals.remarks(arrival))
        self.setToolTip(remarks)
        self.setAccessibleDescription(remarks)
        self.setLayout(line)


def told(arrival: Arrival, refused: Received | None, today: date) -> tuple[str, Mood, str, str]:
    """Return icon, mood, state and the line under the name."""
    standing = arrival.standing(today)
    if arrival.received_on is None and refused is not None:
        icon, mood = SIGNS[refused.state]
        return icon, mood, refused.label, _("its file was refused")
    icon, sign = STANDINGS[standing]
    words = arrivals.words(standing)
    if arrival.received_on is None:
        under = _("expected by {day}").format(day=dates.dutch(arrival.expected_by))
        return icon, sign, words, under
    under = _("received {day}").format(day=dates.dutch(arrival.received_on))
    if not arrival.whole:
        under = _("{received} · totals only").format(received=under)
    return icon, sign, words, under


def say_count(chip: Chip, found: Sequence[Arrival]) -> None:
    """Say how many of the organisations sent their file."""
    here = sum(one.revision is not None for one in found)
    words = _("{n} of {all}").format(n=here, all=len(found))
    chip.say(words, "ok" if here == len(found) else "warn")
    chip.setVisible(bool(found))


def show_notices(place: QVBoxLayout, found: Sequence[Arrival]) -> None:
    """Show who sent nothing and who counts from another day, as the report prints it."""
    empty(place)
    for notice in story.notices(found):
        place.addWidget(Banner("warn", notice.title, notice.text))
