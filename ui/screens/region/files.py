"""The region's files: a month line by line, and the last half year at one look."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop_app.paper import days
from desktop_app.region import receiving
from desktop_app.words import _
from ui import background
from ui.parts.banner import BannerPlace
from ui.parts.buttons import Button
from ui.parts.card import Card
from ui.parts.chip import Chip
from ui.parts.layouts import column, rule
from ui.parts.page_head import PageHead
from ui.parts.scroll_page import ScrollPage
from ui.parts.text import label
from ui.screens.region.arrivals import say_count, show_notices
from ui.screens.region.half_year import HalfYear
from ui.screens.region.month_lines import MonthLines
from ui.screens.region.months import Months
from ui.screens.region.reading import Reader

if TYPE_CHECKING:
    from desktop_app.region.arrivals import Arrival
    from desktop_app.store.database import Database
    from ui.desk import Desk

NOUNS = ("participant", "received_file", "organisation", "setting")
_LAST = 6


@dataclass(frozen=True, slots=True)
class Shown:
    """A month, and those around it, the oldest first."""

    month: date
    course: tuple[tuple[date, tuple[Arrival, ...]], ...]

    @property
    def arrivals(self) -> tuple[Arrival, ...]:
        """The month's own."""
        return next(found for month, found in self.course if month == self.month)


class FilesScreen(QWidget):
    """What came in, what did not, and what to know of each file."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._months = Months()
        self._months.turned.connect(self.reload)
        self._reader = Reader(desk, self, button=False)
        self._reader.was_read.connect(self._turn)
        self._reader.cleared.connect(self.reload)
        choose = Button(
            _("Choose files"), self._reader.choose, kind="primary", icon="folder-input"
        )
        self._head = PageHead(_("Files"), self._months.before, self._months.after, choose)
        self._errors = BannerPlace()
        self._count = Chip("")
        self._title = label("", "heading")
        self._lines = MonthLines(desk)
        self._missing = column(gap=8, edge=(0, 4, 0, 0))
        self._past = HalfYear()
        month = Card(edge=(18, 14, 18, 14))
        month.head.addWidget(self._title)
        month.head.addWidget(self._count)
        month.head.addStretch(1)
        month.add(month.head, self._lines, self._missing)
        past = Card(_("The last half year"), edge=(18, 14, 18, 16))
        past.add(self._past)
        body = ScrollPage()
        body.page.addWidget(self._errors)
        body.page.addWidget(self._reader)
        body.page.addWidget(month)
        body.page.addWidget(past)
        body.page.addStretch(1)
        stack = column(gap=0)
        stack.addLayout(column(self._head, edge=(28, 18, 28, 14)))
        stack.addWidget(rule())
        stack.addWidget(body, 1)
        self.setLayout(stack)
        desk.changes.follow(self, NOUNS, self.reload)
        self.reload()

    def reload(self) -> None:
        """Read what came in for the month that is shown, and for those before it."""
        db, today = self._desk.db, self._desk.today()
        self._months.know(receiving.months(db))
        last = today.replace(day=1) - timedelta(days=1)
        month = self._months.now or last
        background.run(self, lambda: _read(db, month), self._show, self._errors.show_error)

    def state(self) -> dict[str, object]:
        """Return what to take up again at the next visit."""
        now = self._months.now
        return {"month": now.isoformat() if now else ""}

    def restore(self, state: dict[str, object]) -> None:
        """Take up what was kept."""
        kept = state.get("month")
        if isinstance(kept, str) and kept:
            self._turn(date.fromisoformat(kept))

    def _turn(self, month: date | None) -> None:
        if month is not None:
            self._months.now = month
        self.reload()

    def _show(self, shown: Shown) -> None:
        month = days.month(shown.month)
        self._title.setText(f"{month[0].upper()}{month[1:]}")
        say_count(self._count, shown.arrivals)
        self._lines.show_arrivals(shown.arrivals, self._reader.refused)
        show_notices(self._missing, shown.arrivals)
        self._past.show_course(shown.course, self._desk.today())


def _read(db: Database, month: date) -> Shown:
    """Read a month and the five before it."""
    course: list[tuple[date, tuple[Arrival, ...]]] = []
    at = month
    for _back in range(_LAST):
        course.insert(0, (at, receiving.arrivals(db, at)))
        at = at.replace(day=1) - timedelta(days=1)
    return Shown(month, tuple(course))
