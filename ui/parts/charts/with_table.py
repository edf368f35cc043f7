"""A chart that can also be read as a table: the switch and the two views."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedLayout, QWidget

from desktop_app.words import _
from ui.parts.segmented import Segmented
from ui.parts.table import Column, Table, Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.parts.charts.chart import Chart

_Line = tuple[int, list[str]]


class ChartWithTable(QWidget):
    """A chart and its numbers in one place.

    Attributes:
        switch: put it at the right of the card's heading.
    """

    def __init__(self, chart: Chart) -> None:
        super().__init__()
        words = [("chart", _("Chart")), ("table", _("Table"))]
        self.switch = Segmented(chart.accessibleName(), words)
        self._views = QStackedLayout(self)
        self._views.addWidget(chart)
        self._views.addWidget(_table(chart))
        self.switch.chosen.connect(
            lambda which: self._views.setCurrentIndex(0 if which == "chart" else 1)
        )


def _table(chart: Chart) -> Table:
    titles = chart.numbers[0]
    columns: list[Column[_Line]] = [
        Column(str(place), title, _cell_of(place), 0 if place == 0 else 120)
        for place, title in enumerate(titles)
    ]
    table = Table(columns, name=chart.accessibleName(), key=lambda line: line[0], compact=True)
    table.show_rows(list(enumerate(chart.numbers[1:])))
    return table


def _cell_of(place: int) -> Callable[[_Line], Text]:
    return lambda line: Text(line[1][place], strong=place == 0)
