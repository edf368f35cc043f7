"""Step 3: what would become of the file, and what it needs first."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from ui.parts.scroll_page import ScrollPage
from ui.parts.two_columns import TwoColumns
from ui.screens.importing.counts import CountCards
from ui.screens.importing.doubtful import Doubtful
from ui.screens.importing.found import Found
from ui.screens.importing.one_row import OneRow

if TYPE_CHECKING:
    from ui.screens.importing.found import FoundRow
    from ui.screens.importing.work import Read


class Checking(ScrollPage):
    """Counts, people to decide about, findings, and one row as an example.

    Signals:
        decided(Decisions): what the user says about rows now.
        marked(): the list is wanted back with coloured cells.

    Attributes:
        found: the findings.
    """

    decided = Signal(object)
    marked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._read: Read | None = None
        self._counts = CountCards()
        self.doubtful = Doubtful()
        self.found = Found()
        self._row = OneRow()
        self.doubtful.decided.connect(self.decided)
        self.found.left_out.connect(self._leave_out)
        self.found.chosen.connect(self._show_row)
        self.found.marked.connect(self.marked)
        self.page.addWidget(self._counts)
        self.page.addWidget(self.doubtful)
        self.page.addWidget(
            TwoColumns(self.found, self._row, shares=(3, 1), narrow=900, gap=12)
        )
        self.page.addStretch(1)

    def begin(self) -> None:
        """Forget the file before."""
        self.doubtful.begin()

    def tell(self, found: Read) -> None:
        """Show a file."""
        self._read = found
        self._counts.tell(found)
        self.doubtful.tell(found)
        self.found.tell(found)

    def _leave_out(self, number: int, out: bool) -> None:  # noqa: FBT001 - a signal's value
        if self._read is None:
            return
        decisions = self._read.plan.decisions
        rows = decisions.left_out | {number} if out else decisions.left_out - {number}
        self.decided.emit(replace(decisions, left_out=rows))

    def _show_row(self, chosen: FoundRow | None) -> None:
        if self._read is not None:
            self._row.tell(self._read, chosen)
