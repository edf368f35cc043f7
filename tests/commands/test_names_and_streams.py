"""Names that no disk can hold, files that may not be lost, and streams that fail."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import textwrap
import time
from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl
import pytest

from desktop_app import practice
from desktop_app.commands import progress, running, usage
from tests.commands.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.commands.conftest import Ran

LONG = "x" * 300
LIST = "Voornaam;Achternaam;Geboortedatum\nAylin;Özdemir;14-03-1992\n"
posix = pytest.mark.skipif(os.name == "nt", reason="streams and terminals of Linux and macOS")


@pytest.fixture
def register(practice_folder: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "register"
    shutil.copytree(practice_folder, folder)
    return folder


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("check", LONG), "cannot be the name of a file or folder"),
        (("demo", ""), "cannot be the name of a file or folder"),
        (("restore", f"{LONG}/x", "y"), "cannot be the name of a file or folder"),
        (("card", "r", "--out", "/"), "“/” is a folder."),
        (("plan", "r", "C-0001", "--out", "."), "“.” is a folder."),
        (("card", "r", "--out", "r/register.db"), "a register's own file"),
        (("plan", "r", "C-0001", "--out", "Register.KEYS.bak"), "a register's own file"),
        (("import", "r", "f.csv", "--marked", "f.csv"), "does not end in .xlsx"),
        (("import", "r", "f.csv", "--leave-out", "g"), "does not end in .xlsx"),
        (("check", "r", "--today", "9999-12-31"), "is no day"),
        (("demo", "r", "--today", "1900-01-01"), "is no day"),
        (("demo", "r", "--today", "20261124"), "is no day"),
        (("export", "r", "--out", "o", "--month", "1999-01"), "is no month"),
    ],
)
def test_what_cannot_be_meant_is_refused_before_anything_is_done(
    capsys: pytest.CaptureFixture[str], words: tuple[str, ...], said: str
) -> None:
    assert running.run(["--language", "en", *words]) == 2
    told = capsys.readouterr()
    assert said in told.err
    assert told.err.count("\n") == 1
    assert len(told.err) < 200


def test_a_list_is_never_written_over_the_one_that_is_read(
    cli: Callable[..., Ran], register: Path, tmp_path: Path
) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].append(["Voornaam", "Achternaam"])
    book.worksheets[0].append(["Aylin", "Özdemir"])
    file, other = tmp_path / "list.xlsx", tmp_path / "other.xlsx"
    book.save(file)
    before = file.read_bytes()
    for lists in (("--marked", file), ("--marked", other, "--leave-out", other)):
        ran = cli("import", register, file, *lists)
        assert ran.code == 1
        assert "names of their own" in ran.err
    assert file.read_bytes() == before
    assert not other.exists()


def test_a_sheet_that_is_not_there_is_not_replaced_by_another(
    cli: Callable[..., Ran], register: Path, tmp_path: Path
) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].title = "Cliënten"
    book.worksheets[0].append(["Voornaam", "Achternaam"])
    book.worksheets[0].append(["Aylin", "Özdemir"])
    book.save(tmp_path / "list.xlsx")
    before = cli("list", register, "clients").out
    ran = cli("import", register, tmp_path / "list.xlsx", "--sheet", "Woningen")
    assert ran.code == 1
    assert "“Woningen”" in ran.err
    assert "Cliënten" in ran.err
    assert cli("list", register, "clients").out == before


def test_a_folder_that_is_no_register_is_said_to_be_none(
    cli: Callable[..., Ran], tmp_path: Path
) -> None:
    for folder in (tmp_path, tmp_path / "not" / "there"):
        ran = cli("check", folder)
        assert ran.code == 1
        assert f"There is no register in {folder}." in ran.err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a disk that is always full")
@pytest.mark.parametrize("words", [("list", "clients"), ("check",)])
def test_a_full_disk_behind_stdout_is_said(register: Path, words: tuple[str, ...]) -> None:
    command, *rest = words
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "desktop_app", "--language", "en", command, register, *rest],
            cwd=ROOT,
            env={**os.environ, "THUISBASIS_PASSWORD": practice.PASSWORD},
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr == ("What there is to tell could not be written. Is the disk full?\n")


def test_what_fails_behind_a_sound_stdout_is_a_bug(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Group:
        def add(self, commands: usage.Commands) -> None:
            commands.add("look", lambda _asked: (tmp_path / "no").unlink(), "Look.")

    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    assert running.run(["--language", "en", "look"], [Group()]) == 70
    assert "Something went wrong" in capsys.readouterr().err


@posix
def test_closed_streams_are_no_error(register: Path) -> None:
    line = f'"{sys.executable}" -m desktop_app list "{register}" clients <&- >&- 2>&-'
    told = {**os.environ, "THUISBASIS_PASSWORD": practice.PASSWORD}
    assert subprocess.run(["sh", "-c", line], cwd=ROOT, env=told, check=False).returncode == 0


@posix
def test_nothing_typed_at_the_prompt_is_said(register: Path) -> None:
    import pty  # noqa: PLC0415 - not there on Windows

    ours, theirs = pty.openpty()
    told = {name: value for name, value in os.environ.items() if "PASSWORD" not in name}
    running_ = subprocess.Popen(
        [sys.executable, "-m", "desktop_app", "--language", "en", "check", register],
        cwd=ROOT,
        env=told,
        stdin=theirs,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    assert running_.stderr is not None
    assert running_.stderr.read(len("Password: ")) == b"Password: "
    os.write(ours, b"\x04")  # Ctrl+D
    said = running_.communicate(timeout=60)[1].decode()
    os.close(ours)
    os.close(theirs)
    assert running_.returncode == 1
    assert "No password was typed." in said


def test_ctrl_c_while_the_program_loads_is_quiet() -> None:
    code = """
        import sys

        class Pressed:
            def find_spec(self, name, *_):
                if name == "desktop_app.commands.running":
                    raise KeyboardInterrupt

        sys.meta_path.insert(0, Pressed())
        from desktop_app.__main__ import main
        sys.exit(main())
    """
    command = [sys.executable, "-c", textwrap.dedent(code)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")


def test_a_second_is_one_second(capsys: pytest.CaptureFixture[str]) -> None:
    with progress.shown("Counting"):
        time.sleep(1.1)
    assert capsys.readouterr().err == "Counting …\n  done in 1 second\n"
