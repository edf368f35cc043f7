"""The page that reads a spreadsheet in: four steps, of which one is at hand.

Which file it was and what was decided about its rows is taken up again after a lock; what
stands in it is read anew.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop_app.register.importing.applying import Imported
from desktop_app.register.importing.layout import NoHeadsError
from desktop_app.register.importing.preview import Asked
from desktop_app.words import _
from ui import background
from ui.parts import files
from ui.parts.announce import announce
from ui.parts.banner import Banner, BannerPlace
from ui.parts.buttons import Button
from ui.parts.drop_place import dropped_files
from ui.parts.hit import Hit
from ui.parts.layouts import column, rule
from ui.parts.steps_head import StepsHead
from ui.screens.importing import work
from ui.screens.importing.checking import Checking
from ui.screens.importing.choosing import Choosing
from ui.screens.importing.columns import Columns
from ui.screens.importing.course import Course
from ui.screens.importing.done import Done
from ui.screens.importing.foot import Foot

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from desktop_app.errors import UserError
    from desktop_app.register.importing.columns import Column
    from desktop_app.register.importing.doubts import Decisions
    from ui.desk import Desk
    from ui.screens.importing.work import Read

Stage = Literal["choose", "columns", "check", "done"]
STAGES: tuple[Stage, ...] = ("choose", "columns", "check", "done")
NOUNS = ("client", "dwelling", "tenancy", "decision")
KINDS = "(*.csv *.txt *.xlsx *.xlsm *.xls *.ods)"


class ImportScreen(QWidget):
    """One file on its way into the register."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.stage: Stage = "choose"
        self._wanted: Stage = "columns"
        self.course = Course(self, desk)
        self.setAcceptDrops(True)
        names = [_("Choose a file"), _("Columns"), _("Look it over"), _("Read in")]
        self._head = StepsHead(_("Read in from Excel"), names)
        self._told = BannerPlace()
        self._choosing = Choosing()
        self._columns = Columns()
        self._checking = Checking()
        self._result = Done(desk)
        self._pages = QStackedWidget()
        for page in (self._choosing, self._columns, self._checking, self._result):
            self._pages.addWidget(page)
        self.foot = Foot()
        self._wire_steps()
        self._wire_course()
        stack = column(gap=0)
        stack.addLayout(column(self._head, edge=(28, 18, 28, 14)))
        stack.addWidget(rule())
        stack.addLayout(column(self._told, edge=(28, 10, 28, 0)))
        stack.addWidget(self._pages, 1)
        stack.addWidget(self.foot)
        self.setLayout(stack)
        self.setFocusProxy(self._choosing.place.button)
        desk.changes.follow(self, NOUNS, self._look_again)
        self._show("choose")

    def take(self, chosen: Sequence[Path]) -> None:
        """Begin with a file; of several, the first one."""
        if chosen and not self.course.busy:
            self._checking.begin()
            self._wanted = "columns"
            self.course.begin(chosen[0])

    def state(self) -> dict[str, Any]:
        """Return which file it was and what was decided, to take up again after a lock."""
        course = self.course
        return {
            "path": course.path,
            "asked": course.asked,
            "stage": self.stage,
            "done": course.done,
        }

    def restore(self, state: dict[str, Any]) -> None:
        """Take up what was kept, unless this page has something at hand."""
        path, done = state.get("path"), state.get("done")
        if self.course.path is not None or not isinstance(path, Path):
            return
        if isinstance(done, Imported):
            self.course.path, self.course.done = path, done
            self._result.tell(done, 0)
            self._show("done")
            return
        self._wanted = "check" if state["stage"] == "check" else "columns"
        self.course.begin(path, state["asked"])

    def commands(self) -> list[Hit]:
        """Return what can be done here."""
        return [Hit(_("Actions"), _("Choose a list to read in"), self._choose, icon="upload")]

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.take(dropped_files(event.mimeData()))

    def _wire_steps(self) -> None:
        self._choosing.asked.connect(self._choose)
        self._choosing.dropped.connect(self.take)
        self._columns.chosen.connect(self._choose_column)
        self._columns.again.connect(self._recognise_again)
        self._columns.sheet_chosen.connect(lambda name: self._read_anew(Asked(sheet=name)))
        self._checking.decided.connect(self._decide)
        self._checking.marked.connect(lambda: self._save(work.save_marked))
        self._result.save_asked.connect(lambda: self._save(work.save_left_out))
        self._result.back_asked.connect(self.course.take_back)
        self.foot.back.connect(self._step_back)
        self.foot.on.connect(self._step_on)
        self.foot.stop.connect(self.course.stop)

    def _wire_course(self) -> None:
        self.course.began.connect(self._began)
        self.course.progress.connect(self.foot.progress)
        self.course.looked.connect(self._is_read)
        self.course.not_read.connect(self._not_read)
        self.course.written.connect(self._is_written)
        self.course.taken_back.connect(self._is_back)
        self.course.failed.connect(self._failed)

    def _show(self, stage: Stage) -> None:
        self.stage = stage
        at = STAGES.index(stage)
        self._pages.setCurrentIndex(at)
        self._head.stepper.go(at, over=stage == "done")
        self.foot.offer(stage, self.course.read)

    def _step_on(self) -> None:
        match self.stage:
            case "choose":
                self._show("columns")
            case "columns":
                self._show("check")
            case "check":
                self.course.write()
            case "done":
                self.course.forget()
                self._told.clear()
                self._show("choose")

    def _step_back(self) -> None:
        self._told.clear()
        self._show("columns" if self.stage == "check" else "choose")

    def _choose(self) -> None:
        kinds = f"{_('Spreadsheets')} {KINDS}"
        files.choose_files(self, _("Choose a list"), self.take, kinds=kinds)

    def _read_anew(self, asked: Asked) -> None:
        self._checking.begin()
        self._wanted = "columns"
        self.course.read_anew(asked)

    def _choose_column(self, chosen: Column, code: str) -> None:
        if self.course.read is not None:
            work.choose(self._desk.db, self.course.read.plan.columns, chosen, code)
            self._wanted = "columns"
            self.course.read_file()

    def _recognise_again(self, chosen: Column) -> None:
        work.unchoose(self._desk.db, chosen)
        self._wanted = "columns"
        self.course.read_file()

    def _decide(self, decisions: Decisions) -> None:
        self._wanted = self.stage
        self.course.decide(decisions)

    def _look_again(self) -> None:
        """See what it is now that the register changed."""
        if self.stage == "done":
            self._result.reload()
        elif self.course.read is not None and not self.course.busy:
            self._decide(self.course.read.plan.decisions)

    def _began(self, words: str, stops: bool) -> None:  # noqa: FBT001 - a signal's value
        self._told.clear()
        self.foot.work(words, stops=stops)

    def _is_read(self, found: Read) -> None:
        self.foot.rest()
        self._columns.tell(found.plan)
        self._checking.tell(found)
        moved = self._wanted != self.stage
        self._show(self._wanted)
        if moved:
            self.foot.next.setFocus()

    def _not_read(self, error: UserError) -> None:
        self.foot.rest()
        self._show("choose")
        here = None
        if isinstance(error, NoHeadsError) and error.likely:
            asked = Asked(sheet=self.course.asked.sheet, heads_row=error.likely)
            words = _("The heads stand in row {row}").format(row=error.likely)
            here = Button(words, lambda: self._read_anew(asked))
        self._told.show_error(error, here)

    def _is_written(self, done: Imported) -> None:
        self.foot.rest()
        left = len(self.course.read.left_out) if self.course.read is not None else 0
        self._result.tell(done, left)
        self._show("done")

    def _is_back(self) -> None:
        self.foot.rest()
        self._result.tell_back()
        announce(self, _("Everything was taken back."))

    def _failed(self, error: UserError) -> None:
        self.foot.rest()
        self.foot.offer(self.stage, self.course.read)
        self._told.show_error(error)

    def _save(self, write: Callable[..., Path]) -> None:
        found, db, today = self.course.read, self._desk.db, self._desk.today()
        if found is None:
            return
        files.choose_folder(
            self,
            _("Where does it go?"),
            lambda folder: background.run(
                self, lambda: write(db, found, folder, today=today), self._saved, self._failed
            ),
        )

    def _saved(self, path: Path) -> None:
        show = Button(
            _("Open folder"), lambda: files.show_folder(path.parent), icon="folder-open"
        )
        title = _("Saved as {file}").format(file=path.name)
        self._told.show_banner(Banner("ok", title, str(path.parent), show))
