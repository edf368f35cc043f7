"""Step 1: which file, and what may stand in it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal

from desktop_app.words import _
from ui.parts.card import Card
from ui.parts.drop_place import DropPlace
from ui.parts.icon import Icon, IconTile
from ui.parts.layouts import column, row
from ui.parts.scroll_page import ScrollPage
from ui.parts.text import label
from ui.parts.two_columns import TwoColumns
from ui.theme import look

_TALL = 190


class Choosing(ScrollPage):
    """Asks for a file.

    Signals:
        asked(): somebody wants to choose one.
        dropped(list): somebody dropped files.

    Attributes:
        place: where to drop, with the button.
    """

    asked = Signal()
    dropped = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.place = DropPlace(_("Drop your list here"), _("Choose a file"), "file-spreadsheet")
        self.place.setMinimumHeight(look.px(_TALL))
        self.place.asked.connect(self.asked)
        self.place.dropped.connect(self.dropped)
        self.page.addWidget(self.place)
        self.page.addWidget(TwoColumns(_what(), _how(), gap=12))
        self.page.addStretch(1)


def _what() -> Card:
    """Return what a list may hold."""
    card = Card(_("What may stand in it"))
    for icon, title, under in (
        ("user", _("Clients"), _("name, date of birth, phone, where they came from")),
        ("house", _("Dwellings"), _("address, rent, landlord, project")),
        ("key-round", _("Leases"), _("begin, end, kind of contract")),
        ("file-check", _("Decisions"), _("of the municipality, with the last day")),
    ):
        words = column(label(title, "strong"), label(under, "small", "text2", wrap=True), gap=1)
        line = row(gap=12)
        line.addWidget(IconTile(icon), 0, Qt.AlignmentFlag.AlignVCenter)
        line.addLayout(words, 1)
        card.add(line)
    card.add(label(_("One row may hold all four. Any order is fine."), "body", "text2"))
    return card


def _how() -> Card:
    """Return what to know before beginning."""
    card = Card(_("How it goes"))
    for icon, sentence in (
        ("file-spreadsheet", _("An Excel file or a CSV file, as it is. We find the columns.")),
        ("eye", _("You see first what becomes of it. Nothing is written until you say so.")),
        ("undo-2", _("One click takes the whole import back.")),
        ("shield-check", _("Citizen service numbers are left out. Formulas are never run.")),
        ("trash-2", _("Your file stays where it is. Remove it yourself when all is read in.")),
    ):
        line = row(gap=10)
        line.addWidget(Icon(icon, "primary", 18), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(label(sentence, wrap=True), 1)
        card.add(line)
    return card
