"""The page of the month file: four steps, of which one is at hand."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop_app import paths
from desktop_app.register import findings
from desktop_app.summary import export, ledger
from desktop_app.words import _
from ui import background
from ui.parts.banner import BannerPlace
from ui.parts.layouts import column, rule
from ui.parts.side_sheet import SideSheet
from ui.screens.month import choices, stages
from ui.screens.month.checking import Checking
from ui.screens.month.connecting import Connecting
from ui.screens.month.earlier import Earlier
from ui.screens.month.foot import Foot
from ui.screens.month.head import Head
from ui.screens.month.making import Making, make_file
from ui.screens.month.previewing import Previewing
from ui.screens.month.sending import Done, Sending

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from desktop_app.errors import UserError
    from desktop_app.summary.export import Draft, Made
    from ui.desk import Desk
    from ui.screens.month.stages import Stage

COUNTED = ("client", "tenancy", "dwelling", "complex", "trajectory_step", "support_period")
"""Nouns that change what is counted or found."""


class MonthScreen(QWidget):
    """One month on its way to the region."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.stage: Stage = "connect"
        self._month: date | None = None
        self._draft: Draft | None = None
        self._errors = BannerPlace(above=12)
        self._connecting = Connecting(desk)
        self._checking = Checking(desk.go)
        self._previewing = Previewing(desk)
        self._making = Making(paths.documents() / _("Export"))
        self._sending = Sending(desk)
        self._done = Done(desk, self._errors.show_error)
        self._of_stage: dict[Stage, QWidget] = {
            "connect": self._connecting,
            "check": self._checking,
            "preview": self._previewing,
            "make": self._making,
            "made": self._making,
            "send": self._sending,
            "done": self._done,
        }
        self._head, self._foot = Head(), Foot()
        self._pages = QStackedWidget()
        self._lay()
        self._wire()
        self.reload()

    def reload(self) -> None:
        """See which step is at hand; one that somebody is in the middle of stays."""
        hand = stages.at_hand(self._desk.db, self._desk.today())
        if self.stage in stages.MIDWAY and hand.stage != "connect":
            self._show(self.stage)
            return
        self._month = hand.month
        if hand.stage == "check":
            self._recheck()
        elif hand.stage == "send" and hand.card is not None:
            self._sending.ask(hand.card)
        elif hand.card is not None:
            self._done.tell(hand.card)
        self._show(hand.stage)

    def state(self) -> dict[str, object]:
        """Return what to take up again at the next visit, or after a lock."""
        looking = self.stage in {"preview", "make"}
        return {"folder": str(self._making.folder), "looking": looking}

    def restore(self, state: dict[str, Any]) -> None:
        """Take up what was kept; figures that were looked at are counted anew."""
        kept = state.get("folder")
        if isinstance(kept, str) and kept:
            self._making.folder = Path(kept)
        if state.get("looking") and self.stage == "check":
            self._count()

    def keep_drafts(self) -> Sequence[str]:
        """Keep what is typed: the eight words of the region, how a file was sent."""
        return [*self._connecting.keep_drafts(), *self._sending.keep_drafts()]

    def _lay(self) -> None:
        for page in dict.fromkeys(self._of_stage.values()):
            self._pages.addWidget(page)
        stack = column(self._head, rule(), gap=0)
        stack.addLayout(column(self._errors, edge=(28, 0, 28, 0)))
        stack.addWidget(self._pages, 1)
        stack.addWidget(self._foot)
        self.setLayout(stack)

    def _wire(self) -> None:
        desk, failed = self._desk, self._errors.show_error
        self._previewing.recount.connect(self._count)
        self._previewing.headlines.connect(lambda: choices.headlines(self, desk, self._count))
        self._previewing.newer.connect(
            lambda: choices.newer_profile(self, desk, self._count, failed)
        )
        self._done.correct.connect(self._count)
        self._done.newer.connect(
            lambda: choices.newer_profile(self, desk, self._tell_newer, failed)
        )
        self._foot.on.connect(self._step_on)
        self._foot.back.connect(self._step_back)
        self._foot.earlier.connect(self._show_earlier)
        desk.changes.follow(self, ("setting", "month_file", "organisation"), self.reload)
        desk.changes.follow(self, COUNTED, self._recheck)

    def _show(self, stage: Stage) -> None:
        if stage != self.stage:
            self._errors.clear()
        self.stage = stage
        self._pages.setCurrentWidget(self._of_stage[stage])
        self._head.show_stage(stage, self._month)
        self._foot.show_stage(stage, ledger.month_files(self._desk.db))

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
                self._begin_anew()
            case "send":
                self._sending.save()
            case _:
                pass

    def _step_back(self) -> None:
        if self.stage == "make":
            self._show("preview")
        else:
            self._begin_anew()

    def _begin_anew(self) -> None:
        """Leave the figures that were looked at, and see what is at hand now."""
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
        month, db, today = self._month, self._desk.db, self._desk.today()
        if month is None:
            return
        self._errors.clear()
        self._foot.next.busy(_("Counting and testing…"))
        background.run(
            self,
            lambda: export.prepare(db, month, today=today),
            self._counted,
            self._failed,
        )

    def _counted(self, draft: Draft) -> None:
        self._foot.next.ready()
        self._draft = draft
        self._previewing.show_draft(draft)
        self._show("preview")

    def _make(self) -> None:
        draft, folder = self._draft, self._making.folder
        if draft is None:
            return
        db, today = self._desk.db, self._desk.today()
        self._errors.clear()
        self._foot.next.busy(_("Making the file…"))
        background.run(
            self,
            lambda: make_file(db, draft, folder, today=today),
            self._is_made,
            self._failed,
        )

    def _is_made(self, made: Made) -> None:
        self._foot.next.ready()
        receiver = self._draft.receiver.name if self._draft else ""
        self._making.tell(made, receiver, self._desk.today())
        self._show("made")

    def _tell_newer(self) -> None:
        self._errors.clear()
        self._desk.say(_("The newer profile of the region is in use"))

    def _failed(self, error: UserError) -> None:
        self._foot.next.ready()
        self._errors.show_error(error)

    def _show_earlier(self) -> None:
        listed = Earlier(self._desk, self._errors.show_error)
        sheet = SideSheet(self, _("Months before"), listed)
        sheet.closed.connect(sheet.deleteLater)
        sheet.open()
