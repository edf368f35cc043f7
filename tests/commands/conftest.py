"""The command line as a user has it: a process of its own, with files and pipes."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop_app import practice

if TYPE_CHECKING:
    from collections.abc import Callable

TODAY = date(2026, 11, 24)
ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command left: its exit code and what it said."""

    code: int
    out: str
    err: str


@pytest.fixture
def cli(tmp_path: Path) -> Callable[..., Ran]:
    """Run a command in a process of its own, with a home and temporary files of its own."""
    temporary = tmp_path / "temporary"
    temporary.mkdir()

    def run(
        *words: object, language: str = "en", password: str | None = practice.PASSWORD
    ) -> Ran:
        told = {
            **os.environ,
            "HOME": str(tmp_path / "home"),
            "XDG_CONFIG_HOME": str(tmp_path / "home"),
            "XDG_STATE_HOME": str(tmp_path / "home"),
            "XDG_DATA_HOME": str(tmp_path / "home"),
            "TMPDIR": str(temporary),
            "PYTHONUTF8": "1",
        }
        told.pop("THUISBASIS_PASSWORD", None)
        if password is not None:
            told["THUISBASIS_PASSWORD"] = password
        command = [sys.executable, "-m", "desktop_app", "--language", language]
        done = subprocess.run(
            [*command, *map(str, words)],
            cwd=ROOT,
            env=told,
            capture_output=True,
            encoding="utf-8",
            stdin=subprocess.DEVNULL,
            timeout=120,
            check=False,
        )
        return Ran(done.returncode, done.stdout, done.stderr)

    return run


@pytest.fixture(scope="session")
def practice_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A practice register of twelve clients, closed; not to be written in."""
    folder = tmp_path_factory.mktemp("practice") / "register"
    practice.make_register(folder, clients=12, seed=11, today=TODAY).db.close()
    return folder
