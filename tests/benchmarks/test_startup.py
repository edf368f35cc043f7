"""How soon the program is on the screen, against a bare window of the same library."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from statistics import median
from time import time
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.benchmark
ROOT = Path(__file__).resolve().parents[2]
ROUNDS = 9

BARE = """
import os, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

class Bare(QWidget):
    def paintEvent(self, event):
        QTimer.singleShot(0, lambda: (print(time.time(), flush=True), os._exit(0)))

qt = QApplication([])
window = Bare()
window.resize(1440, 900)
window.show()
qt.exec()
"""
PICTURE = """
import os, sys, time
from pathlib import Path
from ui import __main__ as program
from PySide6.QtWidgets import QApplication

def then(*_):
    print(time.time(), flush=True)
    os._exit(0)

qt = QApplication([])
shell = program.show(qt, Path(sys.argv[1]), [], then)
qt.exec()
"""
READY = """
import os, sys, time
from pathlib import Path
from ui import __main__ as program
from PySide6.QtWidgets import QApplication

def then(*known):
    from ui.parts.first_paint import when_painted
    app = program.begin(*known)
    when_painted(shell.content(), lambda: (print(time.time(), flush=True), os._exit(0)))

qt = QApplication([])
shell = program.show(qt, Path(sys.argv[1]), [], then)
qt.exec()
"""


def test_first_picture_comes_as_soon_as_a_bare_window(
    tmp_path: Path, hold: Callable[[str, float, float, str], None]
) -> None:
    (tmp_path / "settings.toml").write_text("")
    programs = {"bare": BARE, "picture": PICTURE, "ready": READY}
    for text in programs.values():
        seconds_until(text, tmp_path)  # compiles, and brings the files into memory
    times: dict[str, list[float]] = {name: [] for name in programs}
    for _ in range(ROUNDS):
        for name, text in programs.items():
            times[name].append(seconds_until(text, tmp_path))
    bare = median(times["bare"])
    hold("first picture against a bare window", median(times["picture"]) / bare, 1.25, "x")
    hold("unlock screen against a bare window", median(times["ready"]) / bare, 2.0, "x")


def seconds_until(text: str, folder: Path) -> float:
    """Time from starting Python to what the program prints when it is painted."""
    surroundings = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    surroundings |= {
        "PYTHONPATH": str(ROOT),
        "PYTHONPYCACHEPREFIX": str(folder / "compiled"),
        "QT_QPA_PLATFORM": "offscreen",
    }
    command = [sys.executable, "-c", text, str(folder / "settings.toml")]
    start = time()
    said = subprocess.run(
        command, env=surroundings, capture_output=True, check=True, timeout=60
    )
    return float(said.stdout) - start
