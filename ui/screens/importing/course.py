"""One file's course: read, decided about, written, taken back; all of it on the worker.

A lock throws the page away and this with it. What is under way then stops at its next row, and
nothing of it is kept.
"""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, Signal

from desktop_app.register.importing.preview import AS_FOUND, Asked
from desktop_app.words import _
from ui import background
from ui.screens.importing import work

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from desktop_app.errors import UserError
    from desktop_app.register.importing.applying import Imported
    from desktop_app.register.importing.doubts import Decisions
    from desktop_app.store.undoing import Act
    from ui.background import Task
    from ui.desk import Desk
    from ui.screens.importing.work import Read


class Course(QObject):
    """What is known of one file.

    Attributes:
        path: the file; None before one is chosen.
        asked: how it is to be read, and what was decided about its rows.
        read: what was found in it.
        done: what it became.
        busy: whether something is under way.

    Signals:
        began(str, bool): work is under way, and whether it can be stopped.
        progress(float, str): how far it is.
        looked(Read): the file was read, or looked at again.
        not_read(UserError): it could not be.
        written(Imported): it is in the register.
        taken_back(): it is that no more.
        failed(UserError): writing or taking back was refused or stopped.
    """

    began = Signal(str, bool)
    progress = Signal(float, str)
    looked = Signal(object)
    not_read = Signal(object)
    written = Signal(object)
    taken_back = Signal()
    failed = Signal(object)

    def __init__(self, page: QWidget, desk: Desk) -> None:
        super().__init__(page)
        self._desk = desk
        self._task: Task | None = None
        self._stop = Event()
        self.path: Path | None = None
        self.asked: Asked = AS_FOUND
        self.read: Read | None = None
        self.done: Imported | None = None
        self.busy = False
        self._back: set[Act] = set()

    def begin(self, path: Path, asked: Asked = AS_FOUND) -> None:
        """Read another file."""
        self.path, self.asked, self.read, self.done = path, asked, None, None
        self.read_file()

    def forget(self) -> None:
        """Know of no file."""
        self.path, self.asked, self.read, self.done = None, AS_FOUND, None, None

    def read_file(self) -> None:
        """Read the file, again if need be."""
        path, db, today, asked = self.path, self._desk.db, self._desk.today(), self.asked
        if path is not None:
            self._look(lambda: work.read(db, path, today=today, asked=asked))

    def read_anew(self, asked: Asked) -> None:
        """Read the file another way: another sheet, other heads."""
        self.asked = asked
        self.read_file()

    def decide(self, decisions: Decisions) -> None:
        """Look at the file again with these decisions, in the register of now."""
        if self.read is None:
            return
        plan, db, today = self.read.plan, self._desk.db, self._desk.today()
        self.asked = work.with_decisions(self.asked, plan, decisions)
        self._look(lambda: work.decide(db, plan, decisions, today=today))

    def write(self) -> None:
        """Read the file in, in one transaction."""
        found = self.read
        if found is None or self.busy:
            return
        db, today, stop = self._desk.db, self._desk.today(), self._begin(_("Reading in…"))
        background.run_reporting(
            self,
            lambda report: work.write(db, found.ready, today=today, stop=stop, report=report),
            self._is_written,
            self._is_refused,
            self.progress.emit,
        )

    def take_back(self) -> None:
        """Take the import back."""
        act = self.done.act if self.done is not None else None
        if act is None or self.busy:
            return
        db, stop = self._desk.db, self._begin(_("Taking back…"))
        background.run_reporting(
            self,
            lambda report: work.take_back(db, act, stop=stop, report=report),
            lambda _act: self._is_back(act),
            self._is_refused,
            self.progress.emit,
        )

    def stop(self) -> None:
        """End what is under way; everything is as it was before."""
        self._stop.set()

    def _look(self, read: Callable[[], Read]) -> None:
        if self._task is not None:
            self._task.stop()
        self.busy = True
        self.began.emit(_("Reading the list…"), False)
        self._task = background.run(self, read, self._is_read, self._is_not_read)

    def _begin(self, words: str) -> Event:
        self.busy = True
        self._stop = stop = Event()
        self.destroyed.connect(stop.set)
        self.began.emit(words, True)
        return stop

    def _is_read(self, found: Read) -> None:
        self.busy = False
        self.read = found
        self.asked = work.with_decisions(self.asked, found.plan, found.plan.decisions)
        self.looked.emit(found)

    def _is_not_read(self, error: UserError) -> None:
        self.busy, self.read = False, None
        self.not_read.emit(error)

    def _is_written(self, done: Imported) -> None:
        self.busy, self.done = False, done
        self.written.emit(done)
        said = _("Read in: {things}").format(things=done.counts.things())
        act = done.act
        if act is None:
            self._desk.say(said)
        else:
            self._desk.say(said, lambda: self._take_back_from_anywhere(act, said))

    def _is_back(self, act: Act) -> None:
        self.busy = False
        self._back.add(act)
        self.taken_back.emit()

    def _is_refused(self, error: UserError) -> None:
        self.busy = False
        self.failed.emit(error)

    def _take_back_from_anywhere(self, act: Act, said: str) -> Task | None:
        """Take back by Ctrl+Z or the toast, wherever somebody is by now.

        The page may be gone: so how far it is, and its end, are told by the toast. Where the
        page took it back already, there is nothing to do.
        """
        if act in self._back:
            return None
        db, desk, never = self._desk.db, self._desk, Event()

        def is_back(_act: Act) -> None:
            desk.say(_("Undone: {what}").format(what=said))
            if shiboken6.isValid(self):
                self._is_back(act)

        desk.say(_("Taking back…"))
        return background.run_reporting(
            desk.changes,
            lambda report: work.take_back(db, act, stop=never, report=report, parts=4),
            is_back,
            lambda error: desk.say(str(error)),
            lambda share, words: desk.say(words) if 0 < share < 1 else None,
        )
