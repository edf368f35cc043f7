"""What a dwelling is and was: its states with their first days, the newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from desktop_app import codelists, dates
from desktop_app.words import _
from ui.parts.buttons import Button
from ui.parts.card import Card
from ui.parts.layouts import empty, holding
from ui.parts.text import label

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.register.dwelling_card import DwellingCard, Past


class Was(Card):
    """The states of one dwelling; none is ever overwritten.

    Args:
        card: the dwelling.
        move: asks what it is from another day on.
    """

    def __init__(self, card: DwellingCard, move: Callable[[], object]) -> None:
        super().__init__(_("What it is and was"))
        self.at_right(Button(_("Move to…"), move, icon="arrow-right"))
        self.show_card(card)

    def show_card(self, card: DwellingCard) -> None:
        """Show a dwelling's states."""
        empty(self.body)
        if not card.statuses:
            self.add(label(_("Nobody wrote down yet what it is."), "body", "text2"))
            return
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        for number, one in enumerate(card.statuses):
            since = _("from {day}").format(day=dates.dutch(one.since))
            grid.addWidget(label(since, "body", "text2"), number, 0, top)
            grid.addWidget(label(_said(one), "control", wrap=True), number, 1, top)
        self.add(holding(grid))


def _said(one: Past) -> str:
    """Return a state in words: why it is empty, for whom it is kept, until when."""
    parts = [codelists.label("dwelling_status", one.status)]
    if one.client:
        parts.append(_("kept for {name}").format(name=one.client))
    if one.vacancy_reason is not None:
        parts.append(codelists.label("vacancy_reason", one.vacancy_reason))
    if one.expected_on is not None:
        parts.append(_("expected until {day}").format(day=dates.dutch(one.expected_on)))
    return " · ".join(parts)
