"""The one file that knows everybody: from start to window, to lock, and back.

Starting paints the unlock screen first; everything heavy loads on the worker after that.
Locking throws the window and the opened register away together. Unlocking makes both anew, at
the same place.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_app import dates
from ui import background, crash, crash_box, held, seen, unlocking
from ui.choices import Choices
from ui.desk import Place
from ui.doors import Doors
from ui.held import Held
from ui.inactivity import Inactivity
from ui.parts import clipboard
from ui.parts.first_paint import when_painted
from ui.parts.page import Drafts
from ui.parts.skyline import app_icon
from ui.screens.first_run import FirstRun

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from desktop_app.errors import UserError
    from desktop_app.settings import Settings
    from desktop_app.store.database import Database
    from desktop_app.store.opened import Opened
    from ui.shell import Shell
    from ui.trail import Step
    from ui.unlocking import Unlocked
    from ui.window import Window


class App(QObject):
    """The program while it runs.

    Args:
        qt: Qt's application.
        shell: the window on the desktop, which shows the first picture already.
        chosen: the choices of this computer.
        file: where they are kept.
    """

    def __init__(self, qt: QApplication, shell: Shell, chosen: Settings, file: Path) -> None:
        super().__init__(qt)
        self._qt = qt
        self.shell = shell
        self.choices = Choices(qt, chosen, file)
        self._doors = Doors(shell, self.choices)
        self._held: Held | None = None
        self._window: Window | None = None
        self._at: Step | None = None
        self._idle: Inactivity | None = None
        self._doors.unlocked.connect(self._unlocked)
        self._doors.founded.connect(self._founded)
        self._doors.finished.connect(self._finished)
        self.choices.changed.connect(self._chosen)
        self.shell.closing.connect(self.close)
        crash.install(partial(crash_box.tell, shell))

    def start(self) -> None:
        """Show the unlock screen or the first run; load the rest once it is painted."""
        when_painted(self._doors.first(), self._load)
        self.shell.show()

    def lock(self) -> None:
        """Lock, at once and without a question: drafts are kept, everything else goes."""
        shown = self.shell.content()
        if self._held is None or shown is None:
            return
        held.close_what_floats(self._qt)
        drafts = Drafts() if self._window is None else self._leave(self._window)
        held.silence(shown)
        self._doors.lock(self._held.unlocked.folder, drafts)
        self._let_go()

    def _put_back(self) -> None:
        """Close what is open and go to putting a backup back."""
        self.lock()
        self._doors.put_back()

    def close(self) -> None:
        """Keep what is being typed and close the register; the program ends."""
        shown = self.shell.content()
        if self._window is not None:
            self._window.keep_drafts()
            held.silence(self._window)
        elif isinstance(shown, FirstRun):
            shown.keep()
        self._let_go()

    def _load(self) -> None:
        """Read who can open the register, then load the rest while somebody types."""
        background.collect_on_gui_thread(self)
        self.shell.setWindowIcon(app_icon())
        self._doors.read_people()
        background.run(self, _load_window, lambda _none: None, _never)

    def _unlocked(self, unlocked: Unlocked) -> None:
        taken = self._take(unlocked)
        warned = seen.note(self.choices, unlocked, _today())
        window = self._show_window(taken)
        if window.desk.me is not None and window.desk.me.first_password:
            window.go(Place("settings", None, "password"))  # a colleague knows it too
        if warned is not None:
            window.warn(*warned)

    def _founded(self, folder: Path, opened: Opened, db: Database) -> None:
        """Take a register that the first run made; it goes on with its steps."""
        self._at = None
        made = self._take(unlocking.unlocked(folder, opened, db))
        seen.note(self.choices, made.unlocked, _today())

    def _finished(self) -> None:
        if self._held is not None:
            self._show_window(self._held)

    def _take(self, unlocked: Unlocked) -> Held:
        """Have a register open from now on, and lock it when nobody is there."""
        self._held = taken = Held(unlocked)
        if self._idle is None:
            self._idle = Inactivity(self._qt, self.choices.settings.lock_minutes)
            self._idle.passed.connect(self.lock)
        return taken

    def _show_window(self, taken: Held) -> Window:
        from desktop_app.register import organisation, workers  # noqa: PLC0415 - loaded by now
        from ui import pages, window  # noqa: PLC0415 - as above

        unlocked = taken.unlocked
        card = organisation.organisation(unlocked.db)
        session = window.Session(
            db=unlocked.db,
            opened=unlocked.opened,
            me=workers.me(unlocked.db),
            organisation=card.name,
            register=card.register_name,
            changes=taken.changes,
            today=_today,
            preferences=self.choices,
        )
        self._window = shown = window.Window(session, pages.contents(), self._at)
        shown.lock_asked.connect(self.lock)
        shown.put_back_asked.connect(self._put_back)
        self.shell.hold(shown)
        return shown

    def _leave(self, window: Window) -> Drafts:
        """Keep what is being typed, and where somebody was, to come back to."""
        drafts = window.keep_drafts()
        self._at = window.here()
        return drafts

    def _let_go(self) -> None:
        """Close the register; the window is gone already."""
        clipboard.wipe()
        self._window = None
        if self._held is not None:
            self._held.let_go()
        self._held = None

    def _chosen(self, before: Settings) -> None:
        now = self.choices.settings
        if self._idle is not None:
            self._idle.set_minutes(now.lock_minutes)
        if before.language != now.language:
            self._speak_anew()

    def _speak_anew(self) -> None:
        """Build what is shown in another language."""
        if self._window is not None and self._held is not None:
            self._leave(self._window)
            self._show_window(self._held)
        elif isinstance(shown := self.shell.content(), FirstRun):
            shown.keep()
            self._doors.first_run()
        else:
            self._doors.again()


def _load_window() -> None:
    """Load what the window of an opened register needs, on the worker."""
    from desktop_app.store import opening  # noqa: F401, PLC0415 - after the first paint
    from ui import pages, window  # noqa: F401, PLC0415 - as above
    from ui.screens.first_run import order  # noqa: F401, PLC0415 - as above


def _never(error: UserError) -> None:
    raise error  # loading refuses nothing; if it does, that is a bug


def _today() -> date:
    return dates.now().astimezone().date()
