"""What one row of the file becomes: up to four things."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop_app.register.importing import telling
from desktop_app.words import _, ngettext
from ui.parts.card import Card
from ui.parts.chip import Chip
from ui.parts.icon import IconTile
from ui.parts.layouts import column, empty, row, rule
from ui.parts.text import Elided, label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QHBoxLayout

    from desktop_app.register.importing.telling import Thing
    from ui.screens.importing.found import FoundRow
    from ui.screens.importing.work import Read

_ICONS = {
    "client": "user",
    "dwelling": "house",
    "tenancy": "key-round",
    "decision": "file-check",
}


class OneRow(Card):
    """A card about one row."""

    def __init__(self) -> None:
        self._number = Chip("")
        super().__init__(_("What a row becomes"), edge=(16, 14, 16, 14))
        self.at_right(self._number)

    def tell(self, found: Read, chosen: FoundRow | None) -> None:
        """Show the row of a finding with its whole sentence, else the first that is read."""
        first = found.ready.reading[0].row if found.ready.reading else 0
        number = chosen.row if chosen is not None and chosen.row else first
        self._number.say(_("row {row}").format(row=number))
        self._number.setVisible(bool(number))
        empty(self.body)
        things = telling.things(found.ready, number)
        for thing in things:
            self.add(_line(thing))
        if not things:
            self.add(label(_("Nothing: this row is left out."), "body", "text2", wrap=True))
        if chosen is not None:
            self.add(rule(), label(chosen.finding.sentence, "small", "text2", wrap=True))
        new = sum(thing.new for thing in things)
        told = ngettext("{n} new thing", "{n} new things", new).format(n=new)
        self.setAccessibleName(f"{_('What a row becomes')}: {told}")


def _line(thing: Thing) -> QHBoxLayout:
    line = row(gap=12)
    line.addWidget(IconTile(_ICONS[thing.noun], size=32), 0, Qt.AlignmentFlag.AlignTop)
    words = column(Elided(thing.title, "strong"), gap=1)
    if thing.under:
        words.addWidget(label(thing.under, "small", "text2", wrap=True))
    line.addLayout(words, 1)
    chip = Chip(_("new"), "ok") if thing.new else Chip(_("known"), "mute")
    line.addWidget(chip, 0, Qt.AlignmentFlag.AlignTop)
    return line
