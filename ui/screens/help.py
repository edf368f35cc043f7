"""Help: every key of the program on one sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QScrollArea, QWidget

from desktop_app.words import _
from ui.parts.card import Card
from ui.parts.keys import Keys
from ui.parts.layouts import EDGE, column, holding, row
from ui.parts.page_head import PageHead
from ui.parts.text import label

if TYPE_CHECKING:
    from ui.desk import Desk

_Lines = tuple[tuple[str, str], ...]


class HelpScreen(QWidget):
    """The keys, grouped by where they work."""

    def __init__(self, _desk: Desk) -> None:
        super().__init__()
        left = column(
            _card(_("Everywhere"), everywhere()), _card(_("On a client"), client()), ...
        )
        right = column(
            _card(_("In a list"), lists()), _card(_("While writing"), writing()), ...
        )
        both = row(left, right, gap=12)
        both.setStretch(0, 1)
        both.setStretch(1, 1)
        head = PageHead(
            _("Explanation and help"),
            under=_("Everything works by mouse and by keyboard. These keys save time."),
        )
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setAccessibleName(_("Keys"))
        scroll.setWidget(holding(column(head, both, ..., gap=16, edge=EDGE)))
        self.setLayout(column(scroll, gap=0))


def everywhere() -> _Lines:
    """Return the keys that work on every page."""
    return (
        ("Ctrl+K", _("Search a client, dwelling or action")),
        ("Ctrl+1", _("The first item of the menu; 2 to 5 for the others")),
        ("Alt+←", _("Back to where you were")),
        ("Alt+→", _("Forward again")),
        ("Ctrl+Z", _("Undo what you did last")),
        ("Ctrl+Shift+Z", _("Do it again")),
        ("Ctrl+P", _("Print this")),
        ("Ctrl+L", _("Lock at once; your draft is kept")),
        ("Ctrl+Shift+L", _("Shield names, or show them in full")),
        ("F6", _("To the next part of the window")),
        ("F1", _("This page")),
    )


def client() -> _Lines:
    """Return the keys that work on a client's page."""
    return (
        ("Ctrl+N", _("Write a note")),
        ("Ctrl+D", _("Update goals")),
        ("Alt+↑", _("Previous client")),
        ("Alt+↓", _("Next client")),
    )


def lists() -> _Lines:
    """Return the keys that work while a list has the focus."""
    return (
        ("↑ ↓", _("Choose a row")),
        ("Enter", _("Open it")),
        ("F2", _("Edit it")),
        ("Ctrl+C", _("Copy the row for a spreadsheet")),
        ("Ctrl+Shift+N", _("Add a new one")),
        ("Ctrl+F", _("Filter this list")),
    )


def writing() -> _Lines:
    """Return the keys that work in a form or a note."""
    return (
        ("Ctrl+Enter", _("Save or finish")),
        ("Esc", _("Close; what you typed is kept")),
        ("Tab", _("To the next field")),
    )


def _card(title: str, lines: _Lines) -> Card:
    card = Card(title)
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(8)
    grid.setColumnStretch(1, 1)
    for number, (keys, words) in enumerate(lines):
        grid.addWidget(Keys(keys), number, 0, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(label(words, "body", "text2", wrap=True), number, 1)
    card.add(grid)
    return card
