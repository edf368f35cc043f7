"""Starting: nothing heavy is loaded before one can type, nor before all of it is painted."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HEAVY = {
    "alembic", "cryptography", "highspy", "numpy", "openpyxl", "pikepdf", "pypdfium2",
    "reportlab", "sqlalchemy", "sqlcipher3",
}  # fmt: skip
START = """
import json, os, sys
from pathlib import Path
from ui import __main__ as program
from PySide6 import QtCore

def loaded():
    constants = {"Qt's constants"} & {f"{name}'s constants" for name in vars(QtCore)}
    return sorted({name.partition(".")[0] for name in sys.modules} | constants)

def then(*known):
    from ui.parts.first_paint import when_painted
    picture = [type(shell.content()).__name__, loaded()]
    app = program.begin(*known)
    screen = type(shell.content()).__name__
    when_painted(
        shell.content(),
        lambda: (print(json.dumps([picture, [screen, loaded()]]), flush=True), os._exit(0)),
    )

qt = program.application()
shell = program.show(qt, Path(sys.argv[1]), sys.argv[2:], then)
qt.exec()
"""


def started(folder: Path, *registers: Path) -> dict[str, set[str]]:
    """Return what was loaded when the first picture stood there, and what came after it."""
    surroundings = os.environ | {"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", START, *map(str, (folder / "settings.toml", *registers))]
    said = subprocess.run(
        command, env=surroundings, capture_output=True, check=True, timeout=60
    )
    return {shown: set(names) for shown, names in json.loads(said.stdout)}


def test_one_can_type_before_anything_heavy_is_loaded(tmp_path: Path) -> None:
    (tmp_path / "register.keys").touch()
    loaded = started(tmp_path, tmp_path)
    assert list(loaded) == ["Front", "UnlockScreen"]
    assert not loaded["Front"] & (HEAVY | {"concurrent", "Qt's constants"})
    assert not loaded["UnlockScreen"] & HEAVY
    assert "Qt's constants" in loaded["UnlockScreen"]  # so it would have been seen before


def test_the_first_run_needs_nothing_heavy(tmp_path: Path) -> None:
    loaded = started(tmp_path)
    assert list(loaded) == ["Skyline", "FirstRun"]
    assert not loaded["FirstRun"] & HEAVY


def test_import_and_compile_are_python_s_own_again() -> None:
    code = (
        "import builtins; kept = builtins.__import__, builtins.compile; import ui.__main__; "
        "print((builtins.__import__, builtins.compile) == kept)"
    )
    said = subprocess.run(
        [sys.executable, "-c", code],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=True,
        timeout=60,
    )
    assert said.stdout.strip() == b"True"
