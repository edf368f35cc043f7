"""What every command has in common."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from desktop_app import crashes, practice
from desktop_app.commands import running

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable
    from pathlib import Path

    from desktop_app.commands import usage
    from tests.commands.conftest import Ran


def test_help_names_every_command_in_the_chosen_language(cli: Callable[..., Ran]) -> None:
    dutch, english = cli("--help", language="nl"), cli("--help")
    assert dutch.code == english.code == 0
    assert dutch.err == english.err == ""
    assert "Opdrachten:" in dutch.out
    assert "Commands:" in english.out
    for command in ("demo", "list"):
        assert f"\n    {command} " in english.out
        told = cli(command, "--help")
        assert told.code == 0
        assert told.out.startswith(f"Usage: thuisbasis-cli {command}")


COMMANDS = (
    "demo", "demo-region", "import", "list", "plan", "plans", "card", "region init",
    "region add", "region goals", "region leave", "region profile", "region merge", "connect",
    "export", "backup", "restore", "check", "self-check",
)  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(
    capsys: pytest.CaptureFixture[str], command: str
) -> None:
    told = {}
    for language in ("en", "nl"):
        asked = ["--language", language, *command.split(), "--help"]
        assert running.run(asked) == running.DONE
        said = capsys.readouterr()
        assert said.err == ""
        assert f"thuisbasis-cli {command} " in said.out
        told[language] = said.out.split("\n\n")[1]
    assert told["en"] != told["nl"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "Still needed: command."),
        (["dance"], "There is no command “dance”."),
        (["demo"], "Still needed: DIR."),
        (["demo", "x", "--clients"], "--clients needs a value."),
        (["demo", "x", "--clients", "-1"], "“-1” is no number from 0 to 20000."),
        (["demo", "x", "--clients", "many"], "“many” is no number from 0 to 20000."),
        (["demo", "x", "--sneeze"], "Not known here: --sneeze."),
        (["demo", "x", "--today", "2026-02-30"], "“2026-02-30” is no day."),
        (
            ["export", "x", "--month", "2026-10", "--out", "o", "--again", "--plain", "p"],
            "--plain does not go with the rest.",
        ),
        (["list", "x", "neighbours"], "has a value that is not listed."),
    ],
)
def test_a_command_that_cannot_be_read_says_why_in_one_line(
    cli: Callable[..., Ran], words: list[str], said: str
) -> None:
    ran = cli(*words)
    assert ran.code == 2
    assert ran.out == ""
    assert said in ran.err
    assert ran.err.count("\n") == 1
    assert "--help" in ran.err


def test_the_dutch_of_a_wrong_command_is_dutch(cli: Callable[..., Ran]) -> None:
    ran = cli("demo", language="nl")
    assert ran.err == "Dit ontbreekt nog: DIR. Zie thuisbasis-cli demo --help.\n"


@pytest.mark.parametrize(
    ("password", "said"),
    [
        ("not the password", "That password is not right."),
        (None, "No password was given."),
    ],
)
def test_without_the_right_password_nothing_opens(
    cli: Callable[..., Ran], practice_folder: Path, password: str | None, said: str
) -> None:
    ran = cli("list", practice_folder, "clients", password=password)
    assert ran.code == 1
    assert ran.out == ""
    assert said in ran.err
    assert "Traceback" not in ran.err


def test_a_password_may_come_from_a_file(
    cli: Callable[..., Ran], practice_folder: Path, tmp_path: Path
) -> None:
    file = tmp_path / "password.txt"
    file.write_text(f"{practice.PASSWORD}\nnot this line\n", encoding="utf-8-sig")
    words = ("list", practice_folder, "plans", "--password-file")
    assert cli(*words, file, password=None).code == 0
    gone = cli(*words, tmp_path / "gone.txt", password=None)
    assert gone.code == 1
    assert "cannot be read" in gone.err


def test_one_person_may_be_named(cli: Callable[..., Ran], practice_folder: Path) -> None:
    words = ("list", practice_folder, "plans", "--person")
    assert cli(*words, "Marieke Bos").code == 0
    nobody = cli(*words, "Karim")
    assert nobody.code == 1
    assert "Nobody called “Karim”" in nobody.err


def test_a_folder_without_a_register_is_named_as_such(
    cli: Callable[..., Ran], tmp_path: Path
) -> None:
    ran = cli("list", tmp_path, "clients")
    assert ran.code == 1
    assert "register.keys" in ran.err


def test_a_reader_that_goes_away_is_no_error(practice_folder: Path) -> None:
    line = f'"{sys.executable}" -m desktop_app list "{practice_folder}" clients | true'
    told = os.environ | {"THUISBASIS_PASSWORD": practice.PASSWORD}
    done = subprocess.run(["sh", "-c", line], env=told, capture_output=True, check=False)
    assert done.returncode == 0
    assert done.stderr == b""


class Broken:
    """A group with a command that is a bug."""

    def add(self, commands: usage.Commands) -> None:
        commands.add("break", self._break, "Break.")

    def _break(self, asked: argparse.Namespace) -> None:
        del asked
        try:
            self._look("Özdemir, Aylin")
        except KeyError as cause:
            raise ValueError("Özdemir") from cause

    def _look(self, name: str) -> None:
        raise KeyError(name)


def test_a_bug_ends_with_70_and_a_report_without_client_data(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    assert running.run(["--language", "en", "break"], [Broken()]) == 70
    said = capsys.readouterr()
    (file,) = tmp_path.rglob("crash-*.txt")
    assert said.out == ""
    assert said.err.splitlines()[0].startswith("Something went wrong inside the program.")
    assert str(file) in said.err
    text = file.read_text("utf-8")
    assert "zdemir" not in text + said.err
    assert "builtins.ValueError" in text
    assert "builtins.KeyError" in text
    assert "_look" in text


def test_only_the_newest_crashes_are_kept(tmp_path: Path) -> None:
    for minute in range(30):
        crashes.write(RuntimeError(), tmp_path, datetime(2026, 1, 1, 9, minute, tzinfo=UTC))
    kept = sorted(path.name for path in tmp_path.iterdir())
    assert len(kept) == 20
    assert kept[-1] == "crash-20260101-092900.txt"
