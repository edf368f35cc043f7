"""The page of the region's desk: the month's files at the left, its totals at the right."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop_app.paper import days
from desktop_app.region import receiving, report
from desktop_app.register import organisation
from desktop_app.words import _, language, ngettext
from ui import background
from ui.parts import files
from ui.parts.announce import announce
from ui.parts.banner import Banner, BannerPlace
from ui.parts.buttons import Button, IconButton
from ui.parts.empty import EmptyState
from ui.parts.layouts import column, row, rule
from ui.parts.page_head import PageHead
from ui.parts.side_sheet import SideSheet
from ui.screens.region.arrivals import Arrivals
from ui.screens.region.members import Members, add_card
from ui.screens.region.profile import ProfileBody
from ui.screens.region.story import Story
from ui.theme import look

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from PySide6.QtGui import QResizeEvent

    from desktop_app.errors import UserError
    from desktop_app.region.receiving import Received
    from desktop_app.region.report import View
    from ui.background import Task
    from ui.desk import Desk

NOUNS = ("participant", "received_file", "organisation")
_FILES, _FILES_NARROW, _NARROW = 372, 318, 1060


class RegionScreen(QWidget):
    """One month of the region."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._months: list[date] = []
        self._month: date | None = None
        self._seen: View | None = None
        self._refused: list[Received] = []
        self._task: Task | None = None
        self._before = IconButton("chevron-left", _("Month before"), lambda: self._step(1))
        self._after = IconButton("chevron-right", _("Month after"), lambda: self._step(-1))
        self._book = Button(
            _("Workbook (.xlsx)"), lambda: self._save(self._write_book), icon="file-spreadsheet"
        )
        self._report = Button(
            _("Report (PDF)"),
            lambda: self._save(self._write_report),
            kind="primary",
            icon="file-text",
        )
        self._head = PageHead("", self._before, self._after, self._book, self._report)
        self._told = BannerPlace()
        self._arrivals = Arrivals()
        self._arrivals.dropped.connect(self.take)
        self._arrivals.asked.connect(self._choose)
        self._arrivals.members.connect(self.show_members)
        self._arrivals.profile.connect(self.show_profile)
        self._arrivals.cleared.connect(self._clear)
        self._story = Story()
        self._right = QStackedWidget()
        self._right.addWidget(self._story)
        self._right.addWidget(self._nothing())
        halves = row(gap=0)
        halves.addWidget(self._arrivals)
        halves.addWidget(self._right, 1)
        stack = column(gap=0)
        stack.addLayout(column(self._head, edge=(28, 18, 28, 14)))
        stack.addWidget(rule())
        stack.addLayout(column(self._told, edge=(28, 0, 28, 0)))
        stack.addLayout(halves, 1)
        self.setLayout(stack)
        desk.changes.follow(self, NOUNS, self.reload)
        self.reload()

    def reload(self) -> None:
        """Read which months there are, and add up the one that is shown."""
        db, today = self._desk.db, self._desk.today()
        self._months = receiving.months(db)
        if self._month not in self._months:
            self._month = self._months[0] if self._months else None
        month = self._month
        if self._task is not None:
            self._task.stop()
        if month is None:
            self._show_nothing()
            return
        self._task = background.run(
            self, lambda: report.view(db, month, today=today), self._show, self._failed
        )

    def state(self) -> dict[str, object]:
        """Return what to take up again at the next visit."""
        return {"month": self._month.isoformat() if self._month else ""}

    def restore(self, state: dict[str, object]) -> None:
        """Take up what was kept."""
        kept = state.get("month")
        if isinstance(kept, str) and kept:
            self._month = date.fromisoformat(kept)
            self.reload()

    def take(self, chosen: Sequence[Path]) -> None:
        """Read files: month files on the worker, cards of organisations at once."""
        self._told.clear()
        cards = [path for path in chosen if path.suffix == ".json"]
        for path in cards:
            add_card(self, self._desk, path, self._failed)
        others = [path for path in chosen if path not in cards]
        if not others:
            return
        db, today = self._desk.db, self._desk.today()
        background.run(
            self,
            lambda: receiving.receive(db, others, today=today),
            self._received,
            self._failed,
        )

    def show_members(self) -> None:
        """Show who takes part."""
        self._sheet(_("Organisations"), Members(self._desk))

    def show_profile(self) -> None:
        """Show the profile to hand out."""
        self._sheet(_("Region profile"), ProfileBody(self._desk))

    def resizeEvent(self, event: QResizeEvent) -> None:
        narrow = event.size().width() < look.px(_NARROW)
        self._arrivals.setFixedWidth(look.px(_FILES_NARROW if narrow else _FILES))
        super().resizeEvent(event)

    def _nothing(self) -> EmptyState:
        return EmptyState(
            "chart-column",
            _("No month files yet"),
            _(
                "Hand your profile to the organisations, add their cards, and drop here what "
                "they send each month."
            ),
            Button(_("Region profile to hand out"), self.show_profile, icon="file-down"),
            Button(_("Add a card file"), self.show_members, icon="plus"),
        )

    def _show_nothing(self) -> None:
        last = self._desk.today().replace(day=1) - timedelta(days=1)
        arrivals = receiving.month(self._desk.db, last).arrivals
        self._seen = None
        self._head.say(organisation.organisation(self._desk.db).name)
        self._arrivals.show_arrivals(arrivals, self._refused, ())
        self._right.setCurrentIndex(1)
        self._offer()

    def _show(self, seen: View) -> None:
        self._seen = seen
        merged = seen.month.merged
        self._head.say(f"{seen.region} · {days.month(merged.period)}")
        self._arrivals.show_arrivals(seen.month.arrivals, self._refused, seen.month.missing)
        self._story.show_view(seen)
        self._right.setCurrentIndex(0)
        self._offer()

    def _offer(self) -> None:
        """Offer what can be done with what is shown."""
        at = self._months.index(self._month) if self._month in self._months else 0
        self._before.setEnabled(at + 1 < len(self._months))
        self._after.setEnabled(at > 0)
        for button in (self._book, self._report, self._before, self._after):
            button.setVisible(self._seen is not None)

    def _step(self, by: int) -> None:
        if self._month is not None:
            self._month = self._months[self._months.index(self._month) + by]
            self.reload()

    def _choose(self) -> None:
        kinds = _("Month files and cards") + " (*.age *.json)"
        files.choose_files(self, _("Choose files"), self.take, kinds=kinds, many=True)

    def _received(self, found: Sequence[Received]) -> None:
        self._refused = [one for one in found if not one.counts]
        counting = [one for one in found if one.counts]
        periods = [one.period for one in counting if one.period is not None]
        if periods:
            self._month = max(periods)
        if counting:
            read = ngettext("{n} file read", "{n} files read", len(counting))
            self._desk.say(read.format(n=len(counting)))
        for one in self._refused:
            announce(self, f"{one.label}: {one.sentence}", at_once=True)
        self.reload()

    def _clear(self) -> None:
        self._refused = []
        self.reload()

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

    def _write_book(self, seen: View, folder: Path) -> Path:
        return report.write_workbook(seen, folder, language=language())

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

    def _sheet(self, title: str, body: QWidget) -> None:
        sheet = SideSheet(self, title, body)
        sheet.closed.connect(sheet.deleteLater)
        sheet.open()
