"""What the computer lacks is installed or named, never guessed around."""

from __future__ import annotations

import os
import shutil
import sys

import pytest

from installer import steps, system
from installer.steps import StepError


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="libraries as on Linux")
def test_only_absent_libraries_are_asked_for() -> None:
    wanted = {"libc.so.6": "libc6", "libthuisbasis-none.so.9": "libthuisbasis-none9"}
    assert system._absent_libraries(wanted) == ["libthuisbasis-none9"]


@pytest.mark.skipif(not hasattr(os, "seteuid"), reason="users as on Linux and macOS")
def test_who_is_no_administrator_gets_the_command_to_type() -> None:
    before = os.geteuid()
    if before == 0:
        os.seteuid(65534)
    try:
        with pytest.raises(StepError) as told:
            system._need("Qt's libraries", ["liba1", "libb2"])
    finally:
        os.seteuid(before)
    last = str(told.value).splitlines()[-1].strip()
    packages = "liba1 libb2"
    command = f"sudo apt-get install {packages}" if shutil.which("apt-get") else packages
    assert last == command


def test_nothing_is_asked_when_nothing_is_absent() -> None:
    system._need("Qt's libraries", [])
    system.need_venv()


def test_a_step_tells_its_time(capsys: pytest.CaptureFixture[str]) -> None:
    printed = steps.run("A word", [sys.executable, "-c", "print('inside')"])
    assert printed == "inside\n"
    assert capsys.readouterr().out.startswith("  A word ......")


def test_a_failed_step_hands_over_what_was_printed(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(StepError, match="the reason"):
        steps.run("A word", [sys.executable, "-c", "import sys; sys.exit('the reason')"])
    assert capsys.readouterr().out.endswith(" failed\n")


def test_a_program_that_is_not_there_is_named() -> None:
    with pytest.raises(StepError, match="thuisbasis-none"):
        steps.run("A word", ["thuisbasis-none"])
