"""The self-check passes on a whole program and names what a broken one lacks."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from desktop_app import __version__
from installer.environment import ROOT

if TYPE_CHECKING:
    from pathlib import Path


def self_check(program: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "desktop_app", "--language", "en", "self-check"],
        cwd=program,
        env={**os.environ, "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_a_whole_program_works_and_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    done = self_check(ROOT)
    lines = done.stdout.splitlines()
    assert (done.returncode, done.stderr, lines[0]) == (0, "", f"Thuisbasis {__version__}")
    assert len(lines) > 4
    assert all(" works (" in line for line in lines[1:])
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("lost", "line"),
    [
        ("resources/fonts/paper/ThuisbasisSans-Bold.ttf", "Fonts"),
        ("resources/locale/nl/LC_MESSAGES/thuisbasis.mo", "Dutch texts"),
        ("desktop_app/store/migrations/versions", "Make an encrypted register"),
        ("resources/plan_templates/my-plan.json", "Code lists and plan templates"),
    ],
)
def test_what_an_installation_lost_is_named(tmp_path: Path, lost: str, line: str) -> None:
    for room in ("desktop_app", "resources"):
        shutil.copytree(
            ROOT / room, tmp_path / room, ignore=shutil.ignore_patterns("__pycache__")
        )
    target = tmp_path / lost
    shutil.rmtree(target) if target.is_dir() else target.unlink()
    done = self_check(tmp_path)
    (told,) = (said for said in done.stdout.splitlines() if said.strip().startswith(line))
    assert " works (" not in told
    assert done.returncode == 1
    assert done.stderr.strip().startswith("The program does not work well")
