"""A month's files under one another: state, day, profile, and what to know of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop_app import dates
from desktop_app.region import arrivals
from desktop_app.words import _
from ui.parts.chip import Chip
from ui.parts.icon import Icon
from ui.parts.layouts import column, empty, holding, rule
from ui.parts.text import label
from ui.screens.region.arrivals import told

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.region.arrivals import Arrival
    from desktop_app.region.receiving import Received
    from ui.desk import Desk

_NOTHING = "–"
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class MonthLines(QWidget):
    """The list; remarks stand in full under the name they are about."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(18)
        self._grid.setVerticalSpacing(9)
        self._grid.setColumnStretch(1, 1)

    def show_arrivals(self, found: Sequence[Arrival], refused: Sequence[Received]) -> None:
        """Show the organisations of a month, by name."""
        empty(self._grid)
        if not found:
            words = _("Nobody takes part yet. Add the cards of the organisations first.")
            self._grid.addWidget(label(words, "body", "text2", wrap=True), 0, 0, 1, 5)
            return
        heads = ("", _("Organisation"), _("Received"), _("Profile"), "")
        for place, head in enumerate(heads):
            self._grid.addWidget(label(head, "small_strong", "text3"), 0, place)
        troubled = {one.organisation: one for one in refused if one.organisation}
        for number, arrival in enumerate(found):
            self._grid.addWidget(rule(), 2 * number + 1, 0, 1, len(heads))
            self._add(2 * number + 2, arrival, troubled.get(arrival.name))

    def _add(self, line: int, arrival: Arrival, refused: Received | None) -> None:
        icon, mood, words, under = told(arrival, refused, self._desk.today())
        colour = "text2" if mood == "mute" else mood
        said = arrivals.remarks(arrival)
        if arrival.received_on is None:
            said = [refused.sentence if refused is not None else under]
        name = column(..., label(arrival.name, "strong", wrap=True), gap=2)
        for sentence in said:
            name.addWidget(label(sentence, "small", "text2", wrap=True))
        name.addStretch(1)
        came = arrival.received_on
        around = holding(name)
        around.setAccessibleName(f"{arrival.name}: {words}. {' '.join(said)}")
        self._grid.addWidget(around, line, 1)
        cells: tuple[tuple[int, QWidget, Qt.AlignmentFlag], ...] = (
            (0, Icon(icon, colour, 16), _MIDDLE),
            (2, label(dates.dutch(came) if came else _NOTHING, "body", "text2"), _MIDDLE),
            (3, label(arrival.profile or _NOTHING, "body", "text2"), _MIDDLE),
            (4, Chip(words, mood), _MIDDLE | Qt.AlignmentFlag.AlignRight),
        )
        for place, cell, where in cells:
            self._grid.addWidget(cell, line, place, where)
