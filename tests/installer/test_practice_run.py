"""`bootstrap.py run` goes from an empty folder to plans, month files and totals, once."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pikepdf

from desktop_app import practice
from installer import practice_run
from installer.environment import ROOT

if TYPE_CHECKING:
    from pathlib import Path


def run(*arguments: str) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, "-m", "installer.jobs", "run", *arguments],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    return done.returncode, done.stdout


def test_the_whole_job_is_done_once_and_every_file_is_where_it_says(tmp_path: Path) -> None:
    folder = tmp_path / "region of practice"
    theirs = tmp_path / "region of practice.part"  # somebody's own folder beside it
    theirs.mkdir()
    code, told = run(str(folder), "--headless", "--sizes", "5,7")
    assert (code, told.splitlines()[0]) == (0, "Making a practice region")
    assert f"password: {practice.PASSWORD}" in told
    named = re.findall(r"^  (\S+) {2,}(\S.*)$", told.split(str(folder))[1], re.MULTILINE)
    assert all((folder / name).exists() for name, _ in named)
    kinds = [what.split(":")[0] for _, what in named]
    assert kinds == [
        *["an organisation's register"] * 2,
        "the region's own register",
        *["month file, sealed to the region"] * 2,
        *["totals of the region"] * 2,
        *["support plans"] * 2,
    ]
    plans = list(folder.glob("plans/*/*.pdf"))
    assert plans
    for plan in plans:
        with pikepdf.open(plan) as paper:
            assert paper.Root.MarkInfo.Marked
    assert {path.name for path in tmp_path.iterdir()} == {folder.name, theirs.name}

    code, again = run(str(folder), "--headless")
    assert (code, again.strip()) == (0, told[told.index("The practice region lies") :].strip())

    for path in folder.glob("out/*"):
        path.unlink()
    (folder / "out").rmdir()
    code, told = run(str(folder), "--headless")
    assert (code, "totals of the region" in told) == (0, False)


def test_a_folder_with_something_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dag", "utf-8")
    code, told = run(str(tmp_path), "--headless")
    assert code == 1
    assert "is something else" in told
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_the_password_it_names_is_the_one_of_practice_registers() -> None:
    assert practice_run.PASSWORD == practice.PASSWORD
