"""What stands beside the figures: what never leaves, the rules, the attack test, the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from desktop_app import dates
from desktop_app.words import _
from ui.parts.card import Card
from ui.parts.facts import facts
from ui.parts.icon import Icon
from ui.parts.layouts import column, row
from ui.parts.text import label

if TYPE_CHECKING:
    from desktop_app.summary.connection import ExactHeadlines
    from desktop_app.summary.export import Draft

_KILO = 1000


def never() -> Card:
    """Return what is in no month file."""
    card = Card(_("Never in it"))
    card.body.setSpacing(5)
    for words in (
        _("Names, dates of birth, citizen service numbers"),
        _("Addresses and dates"),
        _("Client numbers, not in code either"),
        _("Notes, plans, free text"),
        _("Percentages and averages"),
    ):
        card.add(_sign("x", "text2", words))
    return card


def rules(draft: Draft, agreed: ExactHeadlines | None, *buttons: QWidget) -> Card:
    """Return by which rules the figures leave, and to whom."""
    receiver = draft.receiver
    if draft.release.published.exact_headlines and agreed is not None:
        headlines = _("exact from 10; agreed by {name} on {day}").format(
            name=agreed.agreed_by, day=dates.dutch(agreed.agreed_on)
        )
    else:
        headlines = _("rounded to fives")
    profile = _("{code}, version {version}").format(
        code=receiver.code.upper(), version=receiver.version
    )
    card = Card(_("Rules of the region"))
    card.add(
        facts(
            (
                (_("Profile"), profile),
                (_("Headlines"), headlines),
                (_("Breakdowns"), _("to fives; anew only after 3 people changed")),
                (_("Receiver"), _("{name}, eight words compared").format(name=receiver.name)),
            )
        )
    )
    for button in buttons:
        card.add(row(button, ...))
    return card


def attack(draft: Draft) -> QFrame:
    """Return what was tried to find a person in the figures, and that it failed."""
    frame = QFrame()
    frame.setProperty("k", "ok")
    title = _("Attack test: nobody can be found back")
    frame.setAccessibleName(title)
    head = row(gap=10)
    head.addWidget(Icon("shield-check", "ok"), 0, Qt.AlignmentFlag.AlignTop)
    head.addWidget(label(title, "strong", wrap=True), 1)
    said = column(head, gap=7, edge=(16, 14, 16, 14))
    for sentence in draft.told:
        said.addWidget(_sign("check", "ok", sentence))
    frame.setLayout(said)
    return frame


def afterwards(draft: Draft) -> Card:
    """Return what happens to the file."""
    card = Card(_("After that"))
    sealed = _(
        "The file is sealed for the region and for yourselves. You send it; this program "
        "remembers what was in it."
    )
    name = label(draft.file_name.replace("_", "_\u200b"), "small_strong", wrap=True)
    size = _("about {n} kB").format(n=max(1, round(draft.size / _KILO)))
    card.add(label(sealed, "body", "text2", wrap=True), name, label(size, "small", "text2"))
    return card


def _sign(icon: str, colour: str, words: str) -> QWidget:
    line = row(gap=9)
    line.addWidget(Icon(icon, colour, 15), 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(label(words, "body", "text2" if colour == "text2" else "text", wrap=True), 1)
    around = QWidget()
    around.setLayout(line)
    return around
