"""How the file was read: rows, signs, separator, dates; a strip above the columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from desktop_app.words import _, ngettext
from ui.parts.card import Card
from ui.parts.icon import Icon
from ui.parts.layouts import column, empty, row
from ui.parts.text import Elided, label
from ui.screens.importing.work import rows
from ui.theme import look

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QResizeEvent

    from desktop_app.register.importing.preview import Plan

Fact = tuple[str, str, str]
_EACH = 250
"""Pixels that a fact needs at normal text size."""


class Facts(Card):
    """A few facts side by side, on more lines where there is no room."""

    def __init__(self) -> None:
        super().__init__(edge=(14, 12, 14, 12), kind="inset")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(10)
        self._facts: list[Fact] = []
        self._across = 4
        self.add(self._grid)

    def tell(self, plan: Plan) -> None:
        """Show what a file is."""
        self._facts = list(_facts(plan))
        self.setAccessibleName(
            ". ".join(f"{title}: {under}" for _icon, title, under in self._facts)
        )
        self._lay()

    def resizeEvent(self, event: QResizeEvent) -> None:
        fit = event.size().width() // look.px(_EACH)
        across = 4 if fit >= 4 else 2 if fit >= 2 else 1  # noqa: PLR2004 - four facts
        if across != self._across:
            self._across = across
            self._lay()
        super().resizeEvent(event)

    def _lay(self) -> None:
        empty(self._grid)
        for number in range(4):
            self._grid.setColumnStretch(number, 1 if number < self._across else 0)
        for number, (icon, title, under) in enumerate(self._facts):
            line = row(gap=10)
            line.addWidget(Icon(icon, "primary", 16), 0, Qt.AlignmentFlag.AlignTop)
            words = column(
                Elided(title, "strong"), label(under, "small", "text2", wrap=True), ..., gap=1
            )
            line.addLayout(words, 1)
            self._grid.addLayout(line, number // self._across, number % self._across)


def _facts(plan: Plan) -> Iterator[Fact]:
    read = sum(c.field is not None and c.certainty != "left out" for c in plan.columns)
    first, last = plan.rows[0].number, plan.rows[-1].number
    told = _("{rows} ({first} to {last}), {columns}.").format(
        rows=rows(len(plan.rows)),
        first=first,
        last=last,
        columns=ngettext("{n} column", "{n} columns", len(plan.columns)).format(
            n=len(plan.columns)
        ),
    )
    yield "file-spreadsheet", plan.file, " ".join([told, *plan.notes])
    if plan.encoding:
        yield (
            "languages",
            _("Signs: {encoding}").format(encoding=plan.encoding),
            _("do names with marks look right below? Then this is right"),
        )
        yield (
            "columns-3",
            _("Separator: {sign}").format(sign=plan.separator),
            _("cuts the rows into the same number of columns"),
        )
    else:
        yield (
            "table-2",
            _("Sheet: {sheet}").format(sheet=plan.sheet),
            _("results of formulas are read as they were saved"),
        )
    yield (
        "copy-check",
        ngettext("{n} column is read in", "{n} columns are read in", read).format(n=read),
        _("change below what we understood wrongly"),
    )
