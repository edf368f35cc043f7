"""One line of what asks for attention: sign, who and what, how far, and the verb to act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop_app.register.agenda import Kind, Severity
from desktop_app.words import N_, _, ngettext
from ui.desk import Place
from ui.parts.buttons import Button
from ui.parts.chip import Chip
from ui.parts.icon import IconTile
from ui.parts.layouts import column, row
from ui.parts.text import Elided

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.register.agenda import Attention
    from ui.parts.chip import Mood

ICONS = {
    Kind.LEASE: "file-clock",
    Kind.DECISION: "calendar-clock",
    Kind.REVIEW: "clipboard-check",
    Kind.SIGNATURE: "signature",
    Kind.SILENCE: "message-square",
    Kind.FLIP: "refresh-cw",
    Kind.VACANT: "key-round",
    Kind.MONTH: "send",
    Kind.SEND: "send",
    Kind.BACKUP: "hard-drive-download",
    Kind.PROOF: "scroll-text",
    Kind.SHEET: "scroll-text",
}
_MOODS: dict[Severity, Mood] = {
    Severity.PRESSING: "danger",
    Severity.SOON: "warn",
    Severity.CALM: "mute",
}


class AttentionRow(QWidget):
    """A line with its button.

    Args:
        line: what asks for attention.
        go: goes to a place.
    """

    def __init__(self, line: Attention, go: Callable[[Place], None]) -> None:
        super().__init__()
        mood = _MOODS[line.severity]
        title = line.title or _(_OFFICE[line.kind])
        if line.also:
            title += " " + ngettext("and {n} more", "and {n} more", len(line.also)).format(
                n=len(line.also)
            )
        place = place_of(line)
        button = Button(line.verb, lambda: go(place))
        button.setAccessibleName(f"{line.verb}: {line.title}, {line.sentence}")
        words = column(Elided(title, "strong"), Elided(line.sentence, "body", "text2"), gap=1)
        layout = row(gap=12, edge=(0, 7, 0, 7))
        tile = IconTile(ICONS[line.kind], "mute" if mood == "mute" else mood, 34)
        layout.addWidget(tile, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addLayout(words, 1)
        layout.addWidget(Chip(how_far(line.days), mood), 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setLayout(layout)


def how_far(days: int) -> str:
    """Return how far a day is: "in 2 days", "today", "for 4 days"."""
    if days == 0:
        return _("today")
    if days > 0:
        return ngettext("in {n} day", "in {n} days", days).format(n=days)
    return ngettext("for {n} day", "for {n} days", -days).format(n=-days)


_PARTS = {
    Kind.LEASE: ("housing", "contract_until"),
    Kind.FLIP: ("housing", "flipped_on"),
    Kind.DECISION: ("details", "ends_on"),
    Kind.REVIEW: ("plan", ""),
    Kind.SIGNATURE: ("plan", ""),
    Kind.SILENCE: ("note", ""),
}
"""The part of a client's page, and the field there that the button begins at."""


def place_of(line: Attention) -> Place:
    """Return where a line is acted on."""
    match line.kind:
        case Kind.VACANT:
            return Place("placing", None, str(line.dwelling_id))
        case Kind.MONTH | Kind.SEND:
            return Place("month")
        case Kind.BACKUP:
            return Place("settings", None, "backups")
        case Kind.PROOF | Kind.SHEET:
            return Place("settings", None, "sheet")
        case _:
            part, field = _PARTS[line.kind]
            return Place("client", line.client_id, part, field, line.sentence if field else "")


_OFFICE = {
    Kind.MONTH: N_("Month file"),
    Kind.SEND: N_("Month file"),
    Kind.BACKUP: N_("Backup"),
    Kind.PROOF: N_("Recovery sheet"),
    Kind.SHEET: N_("Recovery sheet"),
}
