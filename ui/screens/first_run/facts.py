"""A card with a few facts about a file that somebody chose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from ui.parts.card import Card
from ui.parts.flow import Flow
from ui.parts.text import label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget


def facts_card(title: str, facts: Sequence[tuple[str, str]], *beside: QWidget) -> Card:
    """Return a card with a line for each fact: what it is about, and what it is.

    Args:
        title: the heading.
        facts: in order.
        beside: stands under the heading.
    """
    card = Card(title)
    if beside:
        card.add(Flow(*beside))
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(1, 1)
    for number, (about, words) in enumerate(facts):
        grid.addWidget(label(about, "small", "text3"), number, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(label(words, "body", wrap=True), number, 1)
    card.add(grid)
    return card
