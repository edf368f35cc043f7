"""Who sent what in the last six months: organisations down, months across, a sign in each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop_app.paper import days
from desktop_app.region import arrivals
from desktop_app.words import _
from ui.parts.icon import Icon
from ui.parts.layouts import empty, holding, row, rule
from ui.parts.text import label
from ui.screens.region.arrivals import STANDINGS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from desktop_app.region.arrivals import Arrival, Standing

_CENTRE = Qt.AlignmentFlag.AlignCenter
_LEGEND: tuple[Standing, ...] = ("read", "replaced", "late", "profile", "overdue")


class HalfYear(QWidget):
    """The months side by side, with what the signs mean under them."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(7)
        self._grid.setColumnStretch(0, 3)

    def show_course(
        self, course: Sequence[tuple[date, tuple[Arrival, ...]]], today: date
    ) -> None:
        """Show months, the oldest first."""
        empty(self._grid)
        names = sorted({one.name for _month, found in course for one in found})
        for place, (month, _found) in enumerate(course, start=1):
            self._grid.setColumnStretch(place, 2)
            head = label(days.month(month), "small_strong", "text3", wrap=True)
            head.setAlignment(_CENTRE)
            self._grid.addWidget(head, 0, place)
        across = len(course) + 1
        for line, name in enumerate(names, start=1):
            self._grid.addWidget(rule(), 2 * line - 1, 0, 1, across)
            self._grid.addWidget(label(name, "body", wrap=True), 2 * line, 0)
            for place, (month, found) in enumerate(course, start=1):
                one = next((a for a in found if a.name == name), None)
                if one is not None:
                    self._grid.addWidget(_sign(one, month, today), 2 * line, place, _CENTRE)
        self._grid.addWidget(_legend(), 2 * len(names) + 1, 0, 1, across)


def _sign(arrival: Arrival, month: date, today: date) -> QWidget:
    standing = arrival.standing(today)
    icon, mood = STANDINGS[standing]
    sign = Icon(icon, "text2" if mood == "mute" else mood, 16)
    said = _("{organisation}, {month}: {state}").format(
        organisation=arrival.name, month=days.month(month), state=arrivals.words(standing)
    )
    sign.setAccessibleName(said)
    sign.setToolTip("\n".join([said, *arrivals.remarks(arrival)]))
    return sign


def _legend() -> QWidget:
    line = row(gap=14, edge=(0, 8, 0, 0))
    for standing in _LEGEND:
        icon, mood = STANDINGS[standing]
        line.addLayout(
            row(
                Icon(icon, "text2" if mood == "mute" else mood, 14),
                label(arrivals.words(standing), "small", "text2"),
                gap=6,
            )
        )
    line.addStretch(1)
    return holding(line)
