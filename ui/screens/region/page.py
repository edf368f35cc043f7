"""The region's overview: who sent what at the left, the month's totals at the right."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop_app.paper import days
from desktop_app.region import receiving, report
from desktop_app.register import organisation
from desktop_app.words import _, language
from ui import background
from ui.desk import Place
from ui.parts import files
from ui.parts.banner import Banner, BannerPlace
from ui.parts.buttons import Button
from ui.parts.empty import EmptyState
from ui.parts.layouts import column, row, rule
from ui.parts.page_head import PageHead
from ui.screens.region.arrivals import Arrivals
from ui.screens.region.months import Months
from ui.screens.region.story import Story
from ui.theme import look

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from PySide6.QtGui import QResizeEvent

    from desktop_app.errors import UserError
    from desktop_app.region.report import View
    from ui.background import Task
    from ui.desk import Desk

NOUNS = ("participant", "received_file", "organisation", "setting")
_FILES, _FILES_NARROW, _NARROW = 372, 318, 1060


class RegionScreen(QWidget):
    """One month of the region."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._seen: View | None = None
        self._task: Task | None = None
        self._months = Months()
        self._months.turned.connect(self.reload)
        self._book = Button(
            _("Workbook (.xlsx)"), lambda: self._save(_write_book), icon="file-spreadsheet"
        )
        self._report = Button(
            _("Report (PDF)"),
            lambda: self._save(self._write_report),
            kind="primary",
            icon="file-text",
        )
        self._head = PageHead(
            "", self._months.before, self._months.after, self._book, self._report
        )
        self._told = BannerPlace(above=12)
        self._arrivals = Arrivals(desk, self)
        self._arrivals.reader.was_read.connect(self._turn)
        self._arrivals.reader.cleared.connect(self.reload)
        self._arrivals.all_asked.connect(lambda: desk.go(Place("region-files")))
        self._story = Story()
        self._right = QStackedWidget()
        self._right.addWidget(self._story)
        self._right.addWidget(self._nothing())
        self._lay()
        desk.changes.follow(self, NOUNS, self.reload)
        self.reload()

    def reload(self) -> None:
        """Read which months there are, and add up the one that is shown."""
        db, today = self._desk.db, self._desk.today()
        self._months.know(receiving.months(db))
        month = self._months.now
        if self._task is not None:
            self._task.stop()
        if month is None:
            self._show_nothing()
            return
        self._task = background.run(
            self, lambda: report.view(db, month, today=today), self._show, self._failed
        )

    def take(self, chosen: Sequence[Path]) -> None:
        """Read files, as when they are dropped."""
        self._arrivals.reader.take(chosen)

    def show_place(self, place: Place) -> None:
        """Show the month that a place names, such as one that was searched for."""
        if place.part:
            self._turn(date.fromisoformat(place.part))

    def state(self) -> dict[str, object]:
        """Return what to take up again at the next visit."""
        now = self._months.now
        return {"month": now.isoformat() if now else ""}

    def restore(self, state: dict[str, object]) -> None:
        """Take up what was kept."""
        kept = state.get("month")
        if isinstance(kept, str) and kept:
            self._turn(date.fromisoformat(kept))

    def resizeEvent(self, event: QResizeEvent) -> None:
        narrow = event.size().width() < look.px(_NARROW)
        self._arrivals.setFixedWidth(look.px(_FILES_NARROW if narrow else _FILES))
        super().resizeEvent(event)

    def _lay(self) -> None:
        halves = row(gap=0)
        halves.addWidget(self._arrivals)
        halves.addWidget(self._right, 1)
        stack = column(gap=0)
        stack.addLayout(column(self._head, edge=(28, 18, 28, 14)))
        stack.addWidget(rule())
        stack.addLayout(column(self._told, edge=(28, 0, 28, 0)))
        stack.addLayout(halves, 1)
        self.setLayout(stack)

    def _turn(self, month: date | None) -> None:
        """Show a month, if there is one."""
        if month is not None:
            self._months.now = month
        self.reload()

    def _nothing(self) -> EmptyState:
        go = self._desk.go
        return EmptyState(
            "chart-column",
            _("No month files yet"),
            _(
                "Fill in what was agreed, hand your profile to the organisations, add their "
                "cards, and drop here what they send each month."
            ),
            Button(
                _("Fill in what was agreed"), lambda: go(Place("region-goals")), icon="target"
            ),
            Button(
                _("Profile and organisations"),
                lambda: go(Place("region-profile")),
                icon="map",
            ),
        )

    def _show_nothing(self) -> None:
        last = self._desk.today().replace(day=1) - timedelta(days=1)
        self._seen = None
        self._head.say(organisation.organisation(self._desk.db).name)
        self._arrivals.show_arrivals(receiving.arrivals(self._desk.db, last))
        self._right.setCurrentIndex(1)
        self._offer()

    def _show(self, seen: View) -> None:
        self._seen = seen
        self._told.clear()
        self._head.say(f"{seen.region} · {days.month(seen.month.merged.period)}")
        self._arrivals.show_arrivals(seen.month.arrivals)
        self._story.show_view(seen)
        self._right.setCurrentIndex(0)
        self._offer()

    def _offer(self) -> None:
        """Offer what can be done with what is shown."""
        for button in (self._book, self._report):
            button.setVisible(self._seen is not None)

    def _save(self, write: Callable[[View, Path], Path]) -> None:
        seen = self._seen
        if seen is None:
            return
        files.choose_folder(
            self,
            _("Where does it go?"),
            lambda folder: background.run(
                self, lambda: write(seen, folder), self._written, self._failed
            ),
        )

    def _write_report(self, seen: View, folder: Path) -> Path:
        today = self._desk.today()
        return report.write_pdf(seen, folder, made_on=today, language=language())

    def _written(self, path: Path) -> None:
        show = Button(
            _("Open folder"), lambda: files.show_folder(path.parent), icon="folder-open"
        )
        title = _("Saved as {file}").format(file=path.name)
        self._told.show_banner(Banner("ok", title, str(path.parent), show))

    def _failed(self, error: UserError) -> None:
        self._told.show_error(error)


def _write_book(seen: View, folder: Path) -> Path:
    return report.write_workbook(seen, folder, language=language())
