"""Starting: nothing heavy is loaded before the picture and the unlock screen are painted."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
HEAVY = {
    "alembic", "cryptography", "highspy", "numpy", "openpyxl", "pikepdf", "pypdfium2",
    "reportlab", "sqlalchemy", "sqlcipher3",
}  # fmt: skip
START = """
import json, os, sys
from pathlib import Path
from ui import __main__ as program
from PySide6.QtWidgets import QApplication

def loaded():
    return sorted({name.partition(".")[0] for name in sys.modules})

def then(*known):
    from ui.parts.first_paint import when_painted
    picture = loaded()
    app = program.begin(*known)
    when_painted(
        shell.content(),
        lambda: (print(json.dumps([picture, loaded()]), flush=True), os._exit(0)),
    )

qt = QApplication([])
shell = program.show(qt, Path(sys.argv[1]), [], then)
qt.exec()
"""


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> list[set[str]]:
    """What was loaded when the first picture, and when the unlock screen was painted."""
    folder = tmp_path_factory.mktemp("start")
    surroundings = os.environ | {"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", START, str(folder / "settings.toml")]
    said = subprocess.run(
        command, env=surroundings, capture_output=True, check=True, timeout=60
    )
    return [set(names) for names in json.loads(said.stdout)]


def test_first_picture_needs_nothing_heavy(loaded: list[set[str]]) -> None:
    assert not loaded[0] & (HEAVY | {"concurrent", "logging.handlers"})


def test_unlock_screen_needs_nothing_heavy(loaded: list[set[str]]) -> None:
    assert not loaded[1] & HEAVY


def test_import_is_python_s_own_again(loaded: list[set[str]]) -> None:
    assert "ui" in loaded[0]
    code = (
        "import builtins; kept = builtins.__import__; import ui.__main__; "
        "print(builtins.__import__ is kept)"
    )
    said = subprocess.run(
        [sys.executable, "-c", code],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=True,
        timeout=60,
    )
    assert said.stdout.strip() == b"True"
