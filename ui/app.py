"""The one file that knows everybody: language, look, unlock, window, lock, and the crash path.

Starting paints the unlock window first; everything heavy loads on the worker after that.
Locking throws the window and the opened register away together. Unlocking makes both anew, at
the same place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QObject, QTimer, QTranslator

from desktop_app import dates, settings, words
from desktop_app.errors import UserError
from desktop_app.words import _
from ui import background, crash, unlocking
from ui.changes import Changes
from ui.desk import Place
from ui.inactivity import Inactivity
from ui.parts import clipboard
from ui.parts.dialog import Dialog
from ui.parts.first_paint import when_painted
from ui.parts.page import Drafts
from ui.parts.skyline import app_icon
from ui.screens.first_run import FirstRun
from ui.screens.unlock.front import Front
from ui.screens.unlock.hello import Hello
from ui.screens.unlock.screen import UnlockScreen
from ui.theme import look

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

    from PySide6.QtWidgets import QApplication, QWidget

    from desktop_app.settings import Settings
    from desktop_app.store.database import Database
    from desktop_app.store.opened import Opened
    from ui.shell import Shell
    from ui.trail import Step
    from ui.window import Window


class App(QObject):
    """The program while it runs.

    Args:
        qt: Qt's application.
        shell: the window on the desktop, which shows the houses already.
        chosen: the choices of this computer.
        file: where they are kept.
    """

    def __init__(
        self, qt: QApplication, shell: Shell, chosen: settings.Settings, file: Path
    ) -> None:
        super().__init__(qt)
        self._qt = qt
        self.shell = shell
        self.settings = chosen
        self._file = file
        self._translator = QTranslator(self)
        self._open: unlocking.Unlocked | None = None
        self._changes: Changes | None = None
        self._window: Window | None = None
        self._at: Step | None = None
        self._idle: Inactivity | None = None
        self._dress()
        self.shell.closing.connect(self.close)
        qt.styleHints().colorSchemeChanged.connect(lambda _scheme: self._wear())
        crash.install(self._tell_crash)

    def start(self) -> None:
        """Show the unlock window or the first run; load the rest once it is painted."""
        folder = settings.known_register(self.settings)
        when_painted(
            self._show_first_run() if folder is None else self._show_unlock(folder), self._load
        )
        self.shell.show()

    def lock(self) -> None:
        """Lock, at once and without a question: drafts are kept, everything else goes."""
        shown = self.shell.content()
        if self._open is None or shown is None:
            return
        _close_what_floats(self._qt)
        drafts = Drafts()
        if self._window is not None:
            drafts = self._window.keep_drafts()
            self._at = self._window.here()
        _silence(shown)
        self._show_unlock(self._open.folder, locked=True, drafts=drafts).read_people()
        self._forget()

    def close(self) -> None:
        """Keep what is being typed and close the register; the program ends."""
        shown = self.shell.content()
        if self._window is not None:
            self._window.keep_drafts()
            _silence(self._window)
        elif isinstance(shown, FirstRun):
            shown.keep()
        self._forget()

    def choose(self, chosen: Settings) -> None:
        """Take up other choices for this computer, and keep them."""
        settings.save(self._file, chosen)
        before, self.settings = self.settings, chosen
        if self._idle is not None:
            self._idle.set_minutes(chosen.lock_minutes)
        self._dress()
        if before.language != chosen.language:
            self._speak_anew()

    def _show_unlock(
        self, folder: Path, *, locked: bool = False, drafts: Drafts | None = None
    ) -> UnlockScreen:
        drafts, first = drafts or Drafts(), self.shell.content()
        hello = Hello(
            folder=folder,
            slot=self.settings.slot,
            hour=dates.now().astimezone().hour,
            locked=locked,
            kept=drafts.kept,
            lost=drafts.lost,
        )
        screen = UnlockScreen(hello, first.field if isinstance(first, Front) else None)
        screen.unlocked.connect(self._unlocked)
        screen.language_chosen.connect(self._choose_language)
        screen.other_asked.connect(self._show_first_run)
        screen.backup_asked.connect(self._put_back)
        self.shell.hold(screen)
        if isinstance(first, Front) and first.asked:
            screen.password.try_it()
        return screen

    def _put_back(self) -> None:
        """Close what is open and go to putting a backup back."""
        self.lock()
        self._show_first_run().put_back()

    def _show_first_run(self) -> FirstRun:
        known, last = settings.known_register(self.settings), self.settings.folder
        screen = FirstRun(
            lambda: dates.now().astimezone(),
            back=known is not None,
            last=last,
            begun=self.settings.begun,
        )
        screen.kept.connect(self._keep_begun)
        if known is None and last is not None:
            screen.welcome.miss(last)
        screen.left.connect(self._offer_last)
        screen.founded.connect(self._founded)
        screen.finished.connect(self._show_window)
        screen.open_asked.connect(self._offer)
        screen.language_chosen.connect(self._choose_language)
        self.shell.hold(screen)
        return screen

    def _offer(self, folder: Path) -> None:
        """Ask who opens a register that somebody pointed at."""
        self.settings = self.settings._replace(folder=folder, slot="")
        self._show_unlock(folder).read_people()

    def _offer_last(self) -> None:
        folder = settings.known_register(self.settings)
        if folder is None:
            self._show_first_run()
        else:
            self._show_unlock(folder).read_people()

    def _load(self) -> None:
        """Read who can open the register, then load the rest while somebody types."""
        background.collect_on_gui_thread(self)
        self.shell.setWindowIcon(app_icon())
        screen = self.shell.content()
        if isinstance(screen, UnlockScreen):
            screen.read_people()
        background.run(self, _load_window, lambda _none: None, _never)

    def _unlocked(self, unlocked: unlocking.Unlocked) -> None:
        warning = self._take(unlocked)
        self._show_window()
        if self._window is None:
            return
        if self._window.desk.me is not None and self._window.desk.me.first_password:
            self._window.go(Place("settings", None, "password"))  # a colleague knows it too
        if warning:
            self._window.warn(*warning)

    def _founded(self, folder: Path, opened: Opened, db: Database) -> None:
        """Keep a register that the first run made; it goes on with its steps."""
        self._at = None
        self._take(unlocking.unlocked(folder, opened, db))

    def _take(self, unlocked: unlocking.Unlocked) -> tuple[str, str] | None:
        """Have a register open from now on, and lock it when nobody is there."""
        self._open = unlocked
        self._changes = Changes(unlocked.db)
        if self._idle is None:
            self._idle = Inactivity(self._qt, self.settings.lock_minutes)
            self._idle.passed.connect(self.lock)
        return self._note_seen(unlocked)

    def _show_window(self) -> None:
        from desktop_app.register import organisation, workers  # noqa: PLC0415 - loaded by now
        from ui import pages, window  # noqa: PLC0415 - as above

        unlocked, changes = self._open, self._changes
        if unlocked is None or changes is None:
            return
        card = organisation.organisation(unlocked.db)
        session = window.Session(
            db=unlocked.db,
            opened=unlocked.opened,
            me=workers.me(unlocked.db),
            organisation=card.name,
            register=card.register_name,
            changes=changes,
            today=_today,
            preferences=self,
        )
        self._window = window.Window(session, pages.contents(), self._at)
        self._window.lock_asked.connect(self.lock)
        self._window.put_back_asked.connect(self._put_back)
        self.shell.hold(self._window)

    def _forget(self) -> None:
        """Close the register and drop its keys; the window is gone already.

        What the worker still does with it, a backup perhaps, is not cut off half-way.
        """
        clipboard.wipe()
        self._window = None
        if self._changes is not None:
            self._changes.close()
        if self._open is not None:
            background.afterwards(self._open.db.close)
        self._changes, self._open = None, None

    def _note_seen(self, unlocked: unlocking.Unlocked) -> tuple[str, str] | None:
        """Remember register and person for next time; return a warning, if there is one."""
        opened = unlocked.opened
        mark = settings.Seen(opened.generation, unlocked.journal, _today())
        vault = str(opened.vault_id)
        older = settings.newer_mark(self.settings, vault, mark)
        chosen = self.settings._replace(folder=unlocked.folder, slot=str(opened.slot_id))
        self.settings = settings.with_mark(chosen, vault, mark)
        self._save_settings()
        if older is not None and not unlocked.put_back:
            title = _("This register is older than the one that was open here on {date}.")
            return (
                title.format(date=dates.dutch(older.on)),
                _("Was a backup put back? If you do not know of it, ask your manager."),
            )
        return (unlocked.notice, "") if unlocked.notice else None

    def _keep_begun(self, begun: Mapping[str, str]) -> None:
        """Keep what was filled in for a register that is not made yet."""
        if begun != self.settings.begun:
            self.settings = self.settings._replace(begun=begun)
            self._save_settings()

    def _save_settings(self) -> None:
        try:
            settings.save(self._file, self.settings)
        except UserError:
            return  # comfort only: without it the next start asks for the folder again

    def _choose_language(self, chosen: words.Language) -> None:
        self.choose(self.settings._replace(language=chosen))

    def _speak_anew(self) -> None:
        """Build what is shown in another language."""
        if self._window is not None:
            self._window.keep_drafts()
            self._at = self._window.here()
            self._show_window()
        elif isinstance(shown := self.shell.content(), FirstRun):
            shown.keep()
            self._show_first_run()
        else:
            self._offer_last()

    def _dress(self) -> None:
        words.set_language(self.settings.language)
        self._qt.removeTranslator(self._translator)
        where = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self.settings.language != "en" and self._translator.load(
            f"qtbase_{self.settings.language}", where
        ):
            self._qt.installTranslator(self._translator)
        self._wear()

    def _wear(self) -> None:
        look.wear(self._qt, look.chosen(self.settings))

    def _tell_crash(self, told: str) -> None:
        Dialog(
            self.shell,
            title=_("Something went wrong in the program"),
            sentence=_(
                "What you registered is safe. Save what you are typing, and start Thuisbasis "
                "again. The details hold no names or notes; send them to whoever helps you."
            ),
            verb=_("Copy the details"),
            safe=_("Close"),
            on_yes=lambda: clipboard.copy(told),
        ).ask()


def _close_what_floats(qt: QApplication) -> None:
    """Close menus and dialogs: nothing of the register may stay above the lock."""
    while (floating := qt.activePopupWidget() or qt.activeModalWidget()) is not None:
        if not floating.close():
            return


def _silence(window: QWidget) -> None:
    """Stop every clock of a window that goes away, so that none asks the closed register."""
    for clock in window.findChildren(QTimer):
        clock.stop()


def _load_window() -> None:
    """Load what the window of an opened register needs, on the worker."""
    from desktop_app.store import opening  # noqa: F401, PLC0415 - after the first paint
    from ui import pages, window  # noqa: F401, PLC0415 - as above
    from ui.screens.first_run import order  # noqa: F401, PLC0415 - as above


def _never(error: UserError) -> None:
    raise error  # loading refuses nothing; if it does, that is a bug


def _today() -> date:
    return dates.now().astimezone().date()
