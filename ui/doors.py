"""What stands before an opened register: the unlock screen and the first run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app import dates, settings
from ui.screens.first_run import FirstRun
from ui.screens.unlock.front import Front
from ui.screens.unlock.hello import Hello
from ui.screens.unlock.screen import UnlockScreen

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from ui.choices import Choices
    from ui.parts.page import Drafts
    from ui.shell import Shell


class Doors(QObject):
    """Shows the way to a register.

    Args:
        shell: shows it.
        choices: tell which register it was last time, and keep what is filled in meanwhile.

    Signals:
        unlocked(object): the `Unlocked` register.
        founded(Path, Opened, Database): the first run made one; it goes on with its steps.
        finished(): the first run is done.
    """

    unlocked = Signal(object)
    founded = Signal(object, object, object)
    finished = Signal()

    def __init__(self, shell: Shell, choices: Choices) -> None:
        super().__init__(shell)
        self._shell = shell
        self._choices = choices

    def first(self) -> QWidget:
        """Show and return the unlock screen of last time's register, or else the first run."""
        folder = settings.known_register(self._choices.settings)
        return self.first_run() if folder is None else self._ask(folder)

    def again(self) -> None:
        """Show the same, where the program has loaded all of itself."""
        self.first()
        self.read_people()

    def read_people(self) -> None:
        """Read who can open the register that is asked for, if one is."""
        screen = self._shell.content()
        if isinstance(screen, UnlockScreen):
            screen.read_people()

    def lock(self, folder: Path, drafts: Drafts) -> None:
        """Ask for the password of a register that was open until now."""
        self._ask(folder, drafts)
        self.read_people()

    def put_back(self) -> None:
        """Show the first run where a backup is put back."""
        self.first_run().put_back()

    def first_run(self) -> FirstRun:
        """Show the first run, from where it was left."""
        chosen = self._choices.settings
        known = settings.known_register(chosen)
        screen = FirstRun(
            lambda: dates.now().astimezone(),
            back=known is not None,
            last=chosen.folder,
            begun=chosen.begun,
        )
        if known is None and chosen.folder is not None:
            screen.welcome.miss(chosen.folder)
        screen.kept.connect(self._keep)
        screen.left.connect(self.again)
        screen.founded.connect(self.founded)
        screen.finished.connect(self.finished)
        screen.open_asked.connect(self._offer)
        screen.language_chosen.connect(self._choices.choose_language)
        self._shell.hold(screen)
        return screen

    def _ask(self, folder: Path, drafts: Drafts | None = None) -> UnlockScreen:
        before = self._shell.content()
        first = before if isinstance(before, Front) else None
        hello = Hello(
            folder=folder,
            slot=self._choices.settings.slot,
            hour=dates.now().astimezone().hour,
            locked=drafts is not None,
            kept=drafts.kept if drafts else (),
            lost=drafts.lost if drafts else (),
        )
        screen = UnlockScreen(hello, first.field if first else None)
        screen.unlocked.connect(self.unlocked)
        screen.other_asked.connect(self.first_run)
        screen.backup_asked.connect(self.put_back)
        screen.language_chosen.connect(self._choices.choose_language)
        self._shell.hold(screen)
        if first is not None and first.asked:
            screen.password.try_it()
        return screen

    def _offer(self, folder: Path) -> None:
        """Ask who opens a register that somebody pointed at."""
        self._choices.offer(folder)
        self._ask(folder)
        self.read_people()

    def _keep(self, begun: Mapping[str, str]) -> None:
        """Keep what was filled in for a register that is not made yet."""
        if begun != self._choices.settings.begun:
            self._choices.note(begun=begun)
