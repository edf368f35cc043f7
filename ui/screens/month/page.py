"""The page of the month file: four steps, of which one is at hand."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtWidgets import QGridLayout, QStackedWidget, QWidget

from desktop_app import dates, disk, paths
from desktop_app.paper import days
from desktop_app.register import findings
from desktop_app.summary import connection, export, ledger
from desktop_app.words import _
from ui import background
from ui.parts.banner import BannerPlace
from ui.parts.buttons import Button
from ui.parts.layouts import column, holding, row, rule
from ui.parts.side_sheet import SideSheet
from ui.parts.stepper import Stepper
from ui.parts.text import Elided
from ui.screens.month import choices
from ui.screens.month.checking import Checking
from ui.screens.month.connecting import Connecting
from ui.screens.month.earlier import Earlier, month_of
from ui.screens.month.making import Making
from ui.screens.month.previewing import Previewing
from ui.screens.month.sending import Done, Sending

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QResizeEvent

    from desktop_app.errors import UserError
    from desktop_app.summary.cards import Profile
    from desktop_app.summary.export import Draft, Made
    from ui.desk import Desk

Stage = Literal["connect", "check", "preview", "make", "made", "send", "done"]
STAGES: tuple[Stage, ...] = ("connect", "check", "preview", "make", "made", "send", "done")
COUNTED = ("client", "tenancy", "dwelling", "complex", "trajectory_step", "support_period")
"""Nouns that change what is counted or found."""
_STEPS = {"check": 0, "preview": 1, "make": 2, "made": 2, "send": 3, "done": 4}
_BETWEEN = 32
_SIDES = 56


class MonthScreen(QWidget):
    """One month on its way to the region."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.stage: Stage = "connect"
        self._month: date | None = None
        self._draft: Draft | None = None
        self._made: Made | None = None
        self._title = Elided("", "title")
        names = [_("Check the data"), _("Preview"), _("Make the file"), _("Note as sent")]
        self._stepper = Stepper(names, 0)
        self._errors = BannerPlace()
        self._connecting = Connecting(desk)
        self._checking = Checking(desk.go)
        self._previewing = Previewing(desk)
        self._making = Making(paths.documents() / _("Export"))
        self._sending = Sending(desk)
        self._done = Done(desk, self._errors.show_error)
        self._wire()
        self._pages = self._stacked()
        self._back = Button(_("Back"), self._step_back, icon="arrow-left")
        self._earlier = Button(
            _("Months before"), self._show_earlier, kind="ghost", icon="history"
        )
        self._last = Elided("", "body", "text2")
        self._next = Button("", self._step_on, kind="primary")
        self._foot = holding(
            row(self._back, self._earlier, ..., self._last, self._next, edge=(28, 10, 28, 10))
        )
        self._head = QGridLayout()
        self._head.setContentsMargins(28, 18, 28, 14)
        self._head.setColumnStretch(0, 1)
        stack = column(self._head, rule(), gap=0)
        stack.addLayout(column(self._errors, edge=(28, 0, 28, 0)))
        stack.addWidget(self._pages, 1)
        stack.addWidget(rule())
        stack.addWidget(self._foot)
        self.setLayout(stack)
        self._arrange(self.width())
        desk.changes.follow(self, ("setting", "month_file", "organisation"), self.reload)
        desk.changes.follow(self, COUNTED, self._recheck)
        self.reload()

    def reload(self) -> None:
        """See which step is at hand; one that somebody is in the middle of stays."""
        profile = connection.region(self._desk.db)
        if profile is None:
            self._show("connect")
            return
        if self.stage in {"preview", "make", "made"}:
            self._show(self.stage)
            return
        self._start(profile)

    def state(self) -> dict[str, object]:
        """Return what to take up again at the next visit."""
        return {"folder": str(self._making.folder)}

    def restore(self, state: dict[str, object]) -> None:
        """Take up what was kept."""
        kept = state.get("folder")
        if isinstance(kept, str) and kept:
            self._making.folder = Path(kept)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange(event.size().width())
        super().resizeEvent(event)

    def _start(self, _profile: Profile) -> None:
        """Begin with the month that is due; without one, with the file that was made last."""
        due = export.month_due(self._desk.db, self._desk.today())
        made = ledger.month_files(self._desk.db)
        if due is not None or not made:
            self._month = due
            self._recheck()
            self._show("check")
        elif made[0].sent_on is None:
            self._month = made[0].period
            self._sending.ask(made[0])
            self._show("send")
        else:
            self._month = made[0].period
            self._done.tell(made[0])
            self._show("done")

    def _wire(self) -> None:
        self._previewing.recount.connect(self._count)
        self._previewing.headlines.connect(
            lambda: choices.headlines(self, self._desk, self._count)
        )
        self._previewing.newer.connect(
            lambda: choices.newer_profile(
                self, self._desk, self._count, self._errors.show_error
            )
        )
        self._done.correct.connect(self._count)

    def _stacked(self) -> QStackedWidget:
        pages = QStackedWidget()
        self._of_stage = {
            "connect": self._connecting,
            "check": self._checking,
            "preview": self._previewing,
            "make": self._making,
            "made": self._making,
            "send": self._sending,
            "done": self._done,
        }
        for page in dict.fromkeys(self._of_stage.values()):
            pages.addWidget(page)
        return pages

    def _show(self, stage: Stage) -> None:
        if stage != self.stage:
            self._errors.clear()
        self.stage = stage
        connected = stage != "connect"
        self._stepper.setVisible(connected)
        self._foot.setVisible(stage not in {"connect", "done"})
        self._pages.setCurrentWidget(self._of_stage[stage])
        self._title.setText(self._titled())
        self._arrange(self.width())
        if connected:
            self._stepper.go(min(_STEPS[stage], 3), over=stage == "done")
            self._show_foot(stage)

    def _show_foot(self, stage: Stage) -> None:
        words, icon = {
            "check": (_("On to the preview"), "arrow-right"),
            "preview": (_("Agreed, on to the file"), "lock"),
            "make": (_("Make the file"), "lock"),
            "made": (_("On: note as sent"), "send"),
            "send": (_("Note as sent"), "send"),
        }.get(stage, ("", ""))
        self._next.setVisible(bool(words))
        self._next.icon_name = icon
        self._next.say(words)
        self._back.setVisible(stage in {"preview", "make"})
        self._earlier.setVisible(stage != "done")
        sent = next(
            (one for one in ledger.month_files(self._desk.db) if one.sent_on is not None), None
        )
        self._last.setText(
            _("{month}: sent on {day}").format(
                month=month_of(sent), day=dates.dutch(sent.sent_on)
            )
            if sent is not None and sent.sent_on is not None and stage != "done"
            else ""
        )

    def _titled(self) -> str:
        if self.stage == "connect" or self._month is None:
            return _("Month file")
        return _("Month file {month}").format(month=days.month(self._month))

    def _step_on(self) -> None:
        match self.stage:
            case "check":
                self._count()
            case "preview" if self._draft is not None:
                self._making.ask(self._draft)
                self._show("make")
            case "make":
                self._make()
            case "made":
                self._made = self._draft = None
                self.stage = "send"
                self.reload()
            case "send":
                self._sending.save()
            case _:
                pass

    def _step_back(self) -> None:
        if self.stage == "make":
            self._show("preview")
            return
        self._draft = None
        self.stage = "check"
        self.reload()

    def _recheck(self) -> None:
        """Look again at what is missing; figures on the screen are told to be old."""
        self._checking.show_findings(findings.find(self._desk.db, today=self._desk.today()))
        if self.stage == "preview":
            self._previewing.tell_stale()

    def _count(self) -> None:
        """Count, round and attack the month, off the window's own thread."""
        month = self._month
        if month is None:
            return
        self._errors.clear()
        self._next.busy(_("Counting and testing…"))
        today = self._desk.today()
        background.run(
            self,
            lambda: export.prepare(self._desk.db, month, today=today),
            self._counted,
            self._failed,
        )

    def _counted(self, draft: Draft) -> None:
        self._next.ready()
        self._draft = draft
        self._previewing.show_draft(draft)
        self._show("preview")

    def _make(self) -> None:
        draft, folder = self._draft, self._making.folder
        if draft is None:
            return
        self._errors.clear()
        self._next.busy(_("Making the file…"))
        today = self._desk.today()

        def make() -> Made:
            with disk.writing(folder):
                folder.mkdir(parents=True, exist_ok=True)
            return export.approve(self._desk.db, draft, folder, today=today)

        background.run(self, make, self._is_made, self._failed)

    def _is_made(self, made: Made) -> None:
        self._next.ready()
        self._made = made
        receiver = self._draft.receiver.name if self._draft else ""
        self._making.tell(made, receiver, self._desk.today())
        self._show("made")

    def _failed(self, error: UserError) -> None:
        self._next.ready()
        self._errors.show_error(error)

    def _show_earlier(self) -> None:
        listed = Earlier(self._desk, self._errors.show_error)
        sheet = SideSheet(self, _("Months before"), listed)
        sheet.closed.connect(sheet.deleteLater)
        sheet.open()

    def _arrange(self, width: int) -> None:
        needed = self._title.sizeHint().width() + self._stepper.sizeHint().width()
        wide = needed + _BETWEEN + _SIDES <= width
        self._head.addWidget(self._title, 0, 0)
        self._head.addWidget(self._stepper, 0 if wide else 1, 1 if wide else 0)
        self._head.setHorizontalSpacing(_BETWEEN if wide else 0)
        self._head.setVerticalSpacing(0 if self._stepper.isHidden() or wide else 12)
