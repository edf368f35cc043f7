"""Who sent what: a place to drop files, a line per organisation, and what was refused."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop_app import dates
from desktop_app.words import _, ngettext
from ui.parts.banner import Banner
from ui.parts.buttons import Button
from ui.parts.card import Card
from ui.parts.chip import Chip
from ui.parts.drop_place import DropPlace
from ui.parts.icon import Icon
from ui.parts.layouts import column, empty, row, rule
from ui.parts.scroll_page import ScrollPage
from ui.parts.text import Elided, label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.region.arrivals import Arrival
    from desktop_app.region.opening import State
    from desktop_app.region.receiving import Received
    from ui.parts.chip import Mood

SIGNS: dict[State, tuple[str, Mood]] = {
    "read": ("check", "ok"),
    "replaces": ("refresh-cw", "info"),
    "again": ("copy-check", "mute"),
    "older": ("history", "warn"),
    "conflict": ("circle-alert", "danger"),
    "damaged": ("circle-alert", "danger"),
    "unknown": ("circle-question-mark", "warn"),
    "key": ("shield-alert", "danger"),
    "elsewhere": ("map-pin", "warn"),
    "newer": ("triangle-alert", "warn"),
    "future": ("clock", "warn"),
}


class Arrivals(ScrollPage):
    """The left side of the page.

    Signals:
        dropped(list): files that somebody dropped.
        asked(): somebody wants to choose files.
        members(), profile(): somebody wants to see who takes part, or the region's profile.
        cleared(): what was refused has been read.
    """

    dropped = Signal(object)
    asked = Signal()
    members = Signal()
    profile = Signal()
    cleared = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.page.setContentsMargins(28, 14, 6, 20)
        self._count = Chip("")
        card = Card(_("Files"), self._count, edge=(16, 14, 16, 14))
        place = DropPlace(_("Drop month files here"), _("Choose files"))
        place.dropped.connect(self.dropped)
        place.asked.connect(self.asked)
        self._refused = column(gap=8)
        self._lines = column(gap=0)
        self._missing = column(gap=0)
        card.add(place, self._refused, self._lines, self._missing)
        desk = Card(_("Organisations and profile"), edge=(16, 14, 16, 14))
        for words, icon, signal in (
            (_("Organisations and their cards"), "users", self.members),
            (_("Region profile to hand out"), "file-down", self.profile),
        ):
            desk.add(Button(words, signal.emit, icon=icon, wide=True))
        self.page.addWidget(card)
        self.page.addWidget(desk)
        self.page.addStretch(1)

    def show_arrivals(
        self, arrivals: Sequence[Arrival], refused: Sequence[Received], missing: Sequence[str]
    ) -> None:
        """Show where each organisation stands, and what was refused just now."""
        here = sum(one.revision is not None for one in arrivals)
        words = _("{n} of {all}").format(n=here, all=len(arrivals))
        self._count.say(words, "ok" if here == len(arrivals) else "warn")
        self._count.setVisible(bool(arrivals))
        empty(self._lines)
        troubled = {one.organisation: one for one in refused if one.organisation}
        for number, arrival in enumerate(arrivals):
            if number:
                self._lines.addWidget(rule())
            self._lines.addWidget(ArrivalLine(arrival, troubled.get(arrival.name)))
        self._show_refused(refused)
        empty(self._missing)
        if missing:
            self._missing.addWidget(missing_banner(missing))

    def _show_refused(self, refused: Sequence[Received]) -> None:
        empty(self._refused)
        for one in refused:
            icon, mood = SIGNS[one.state]
            kind: Literal["danger", "warn"] = "danger" if mood == "danger" else "warn"
            title = f"{one.label}: {_breakable(one.file_name)}"
            banner = Banner(kind, title, one.sentence, icon=icon)
            banner.setAccessibleName(f"{one.label}: {one.file_name}. {one.sentence}")
            self._refused.addWidget(banner)
        if refused:
            self._refused.addLayout(
                row(Button(_("Clear these messages"), self.cleared.emit, kind="link"), ...)
            )


class ArrivalLine(QWidget):
    """One organisation in one month."""

    def __init__(self, arrival: Arrival, refused: Received | None) -> None:
        super().__init__()
        icon, mood, words, under = _standing(arrival, refused)
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
        self.setLayout(line)


def _standing(arrival: Arrival, refused: Received | None) -> tuple[str, Mood, str, str]:
    """Return icon, mood, state and the line under the name."""
    if arrival.revision is None or arrival.received_on is None:
        if refused is not None:
            return (*SIGNS[refused.state], refused.label, _("its file was refused"))
        return "circle-dashed", "mute", _("Not received yet"), _("no file")
    under = _("received {day}").format(day=dates.dutch(arrival.received_on))
    if not arrival.whole:
        under = _("{received} · totals only").format(received=under)
    if arrival.revision > 1:
        return "refresh-cw", "info", _("Replaces the one before"), under
    return "check", "ok", _("Read"), under


def missing_banner(names: Sequence[str]) -> Banner:
    """Return the names of who sent nothing."""
    title = ngettext(
        "{n} organisation is missing", "{n} organisations are missing", len(names)
    ).format(n=len(names))
    text = _("{names}. We estimate nothing: their figures do not count.")
    return Banner("warn", title, text.format(names=", ".join(names)))


def _breakable(name: str) -> str:
    """Return a file name that may go on in the next line after each underscore."""
    return name.replace("_", "_\u200b")
