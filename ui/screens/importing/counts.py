"""How much a file brings: a card for each noun, and a sentence where there is nothing new."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QWidget

from desktop_app.words import _, ngettext
from ui.parts.card import Card
from ui.parts.icon import Icon
from ui.parts.layouts import column, empty, row
from ui.parts.text import Elided, label
from ui.theme import look

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QResizeEvent

    from ui.screens.importing.work import Read

_EACH = 170
Number = tuple[str, str, str, str]


class CountCards(QWidget):
    """Cards side by side: new clients, dwellings, leases, decisions, and rows left out."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(12)
        self._across = 5
        self._cards: list[Card] = []
        self.setLayout(self._grid)

    def tell(self, found: Read) -> None:
        """Show how much a file brings."""
        empty(self._grid)
        self._cards = [_card(*number) for number in _numbers(found)]
        self._lay()

    def resizeEvent(self, event: QResizeEvent) -> None:
        fit = event.size().width() // look.px(_EACH)
        across = 5 if fit >= 5 else 3 if fit >= 3 else 1  # noqa: PLR2004 - five cards
        if across != self._across:
            self._across = across
            self._lay()
        super().resizeEvent(event)

    def _lay(self) -> None:
        for number in range(5):
            self._grid.setColumnStretch(number, 1 if number < self._across else 0)
        for number, card in enumerate(self._cards):
            self._grid.addWidget(card, number // self._across, number % self._across)


def _numbers(found: Read) -> Iterator[Number]:
    """Return icon, title, figure and the words under it."""
    new, known = found.ready.counts, found.ready.known
    for icon, title, count, there in (
        ("users", _("New clients"), new.clients, known.clients),
        ("house", _("New dwellings"), new.dwellings, known.dwellings),
        ("key-round", _("New leases"), new.tenancies, known.tenancies),
        ("file-check", _("New decisions"), new.decisions, known.decisions),
    ):
        under = ngettext("{n} known already", "{n} known already", there).format(n=there)
        yield icon, title, str(count), under if there else _("none known before")
    out = len(found.left_out)
    under = _("to mend and read in later") if out else _("everything is read in")
    yield "minus", _("Rows left out"), str(out), under


def _card(icon: str, title: str, figure: str, under: str) -> Card:
    card = Card(edge=(14, 12, 14, 12))
    card.setAccessibleName(f"{title}: {figure}. {under}")
    head = row(Icon(icon, "primary", 16), gap=8)
    head.addWidget(Elided(title, "body", "text2"), 1)
    card.add(column(head, label(figure, "figure"), Elided(under, "small", "text2"), gap=3))
    return card
