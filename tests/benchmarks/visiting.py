"""Go through a register in the window and print how much memory the program then holds.

A program of its own: memory belongs to a process, and this one does what a worker does.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from ui import __main__ as program  # before anything of PySide, as when the program starts

# isort: split
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ui import background
from ui.desk import Place
from ui.screens.unlock.screen import UnlockScreen
from ui.window import Window

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.app import App

_TURN_MS = 20
_TURNS = 3000


def visit(folder: Path, choices: Path, client: UUID, password: str) -> int:
    """Unlock, see every kind of page, and return the kB in memory after that."""
    qt = QApplication([])
    apps: list[App] = []
    shell = program.show(
        qt, choices, [str(folder)], lambda *known: apps.append(program.begin(*known))
    )
    _until(lambda: isinstance(shell.content(), UnlockScreen))
    screen = shell.content()
    assert isinstance(screen, UnlockScreen)
    _until(lambda: screen._person.person() is not None)
    QTest.keyClicks(screen.password.field, password)
    screen.password.try_it()
    _until(lambda: isinstance(shell.content(), Window))
    window = shell.content()
    assert isinstance(window, Window)
    for place in (
        Place("clients"),
        Place("client", client, "overview"),
        Place("client", client, "timeline"),
        Place("client", client, "plan"),
        Place("dwellings"),
        Place("month"),
        Place("settings"),
        Place("today"),
    ):
        window.desk.go(place)
        QTest.qWait(1000)
        background.finish()
        qt.processEvents()
    held = _resident()
    apps[0].close()
    background.finish()
    return held


def _until(true: Callable[[], bool]) -> None:
    for _turn in range(_TURNS):
        QTest.qWait(_TURN_MS)
        if true():
            return
    sys.exit("waited in vain")


def _resident() -> int:
    lines = Path("/proc/self/status").read_text("utf-8").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS"))


if __name__ == "__main__":
    print(visit(Path(sys.argv[1]), Path(sys.argv[2]), UUID(sys.argv[3]), sys.argv[4]))  # noqa: T201
