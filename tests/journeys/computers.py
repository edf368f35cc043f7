"""Computers: each has a home of its own, and the program runs on it as it starts for a user."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop_app import paths, words
from tests.journeys.hands import Hands
from ui import __main__ as program
from ui import background

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from ui.app import App

_ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Computer:
    """A computer of which only the home folder and the sticks in it are its own.

    Attributes:
        home: the home folder.
        screen: the room for the window, in points.
    """

    home: Path
    screen: tuple[int, int] = (1440, 900)

    @property
    def stick(self) -> Path:
        """A folder that plays the stick in this computer."""
        return self.home / "stick"

    @property
    def temporary(self) -> Path:
        """A folder for what is thrown away; it is searched for leaks like all else."""
        return self.home / "tmp"

    def surroundings(self) -> dict[str, str]:
        """Return where the program finds this computer's folders."""
        return {
            "HOME": str(self.home),
            "XDG_CONFIG_HOME": str(self.home / ".config"),
            "XDG_STATE_HOME": str(self.home / ".local"),
            "XDG_DOCUMENTS_DIR": str(self.home / "Documents"),
            "TMPDIR": str(self.temporary),
        }

    @contextmanager
    def sit_down(self, qtbot: QtBot, qt: QApplication) -> Iterator[Hands]:
        """Start the program, and close its window at the end."""
        for folder in (self.stick, self.temporary):
            folder.mkdir(parents=True, exist_ok=True)
        hook, collecting, before = sys.excepthook, gc.isenabled(), words.language()
        with pytest.MonkeyPatch.context() as here:
            for name, value in self.surroundings().items():
                here.setenv(name, value)
            here.setattr(tempfile, "tempdir", None)  # asks again where that is
            started: list[App] = []
            shell = program.show(
                qt,
                paths.settings_file(),
                [],
                lambda *known: started.append(program.begin(*known)),
            )
            hands = Hands(qtbot, shell, paths.log_folder())
            hands.wait(lambda: started, "the program")
            shell.resize(*self.screen)
            shell.activateWindow()
            background.finish()
            try:
                yield hands
                hands.refuse_bugs()
            finally:
                shell.close()
                background.finish()
                for app in started:
                    app.setParent(None)
                    app.deleteLater()
                shell.deleteLater()
                sys.excepthook = hook
                (gc.enable if collecting else gc.disable)()
                words.set_language(before)

    def command(self, password: str, *asked: object) -> str:
        """Run a command of the program in a process of its own; return what it says."""
        self.temporary.mkdir(parents=True, exist_ok=True)
        told = {**os.environ, **self.surroundings(), "THUISBASIS_PASSWORD": password}
        done = subprocess.run(
            [sys.executable, "-m", "desktop_app", "--language", "en", *map(str, asked)],
            cwd=_ROOT,
            env=told | {"PYTHONUTF8": "1"},
            capture_output=True,
            encoding="utf-8",
            stdin=subprocess.DEVNULL,
            timeout=120,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout
