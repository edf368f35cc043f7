"""Where everything stands on the unlock screen: one card above the houses.

The first picture and the screen that takes its place are both laid out here, so that nothing
jumps when the one follows the other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame

from ui.parts.layouts import column, row
from ui.parts.skyline import Logo
from ui.parts.text import Elided
from ui.theme import look

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

    from ui.parts.layouts import Item

_WIDTH = 478
_GAP = 12


class TwoLines(QFrame):
    """A small card: a sign, two lines of text, and a link.

    Args:
        sign: at the left; or room for one of so many pixels.
        link: at the right, if any.
    """

    def __init__(self, sign: QWidget | int, link: QWidget | None = None) -> None:
        super().__init__()
        self.setProperty("k", "card")
        self.title, self.under = Elided("", "strong"), Elided("", "small", "text2")
        line = row(gap=_GAP, edge=(14, 9, 16, 9))
        if isinstance(sign, int):
            line.addSpacing(sign + _GAP)
            line.addStrut(sign)
        else:
            line.addWidget(sign)
        line.addLayout(column(self.title, self.under, gap=2), 1)
        if link is not None:
            line.addWidget(link)
        self.setLayout(line)

    def say(self, title: str, under: str) -> None:
        """Show two lines."""
        self.title.setText(title)
        self.under.setText(under)


def page(
    title: QWidget,
    under: QWidget,
    register: QWidget,
    person: QWidget,
    password: QWidget | QVBoxLayout,
    below: QHBoxLayout,
) -> QVBoxLayout:
    """Return the page of the card that asks for the password."""
    return column(title, under, 14, register, person, 14, password, 14, below, gap=8)


def lay_out(screen: QWidget, pages: Sequence[Item], foot: Item) -> None:
    """Put the card with its pages, and what stands along the bottom, on the screen."""
    card = QFrame()
    card.setProperty("k", "card")
    card.setFixedWidth(look.px(_WIDTH))
    card.setLayout(column(row(Logo(46), ...), *pages, gap=16, edge=(40, 36, 40, 30)))
    whole = column(gap=0, edge=(16, 24, 16, 0))
    whole.addStretch(3)
    whole.addLayout(row(..., card, ...))  # aligned, its words would be measured too wide
    whole.addStretch(4)
    whole.addLayout(row(foot, edge=(12, 0, 12, 22)))
    screen.setLayout(whole)
