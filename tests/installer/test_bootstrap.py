"""Set-up makes a whole environment, starts at once when nothing changed, and mends itself."""

from __future__ import annotations

import ast
import os
import sys
import time
from typing import TYPE_CHECKING

import pytest

from installer.environment import ROOT, python

if TYPE_CHECKING:
    from pathlib import Path

    from tests.installer.conftest import Checkout

ASK = ("python", "-c", "import brick; print(brick.version)")


def test_first_start_sets_up_and_the_second_says_nothing(checkout: Checkout) -> None:
    code, printed = checkout.bootstrap(*ASK)
    assert (code, printed.splitlines()[0]) == (0, "Setting up Thuisbasis")
    assert printed.splitlines()[-1] == "1.0"
    assert checkout.bootstrap(*ASK) == (0, "1.0\n")


def test_a_new_lock_brings_its_packages_and_takes_the_old_away(checkout: Checkout) -> None:
    checkout.bootstrap(*ASK)
    checkout.lock("2.0")
    assert checkout.bootstrap(*ASK)[1].splitlines()[-1] == "2.0"
    (checkout.root / "requirements.lock").write_text("", "utf-8")
    code, printed = checkout.bootstrap(*ASK)
    assert (code, "No module named 'brick'" in printed) == (1, True)


@pytest.mark.skipif(os.name == "nt", reason="kills the way Linux and macOS do")
def test_a_set_up_that_was_killed_mends_itself(checkout: Checkout) -> None:
    started = checkout.start(*ASK)
    environment = checkout.root / ".venv"
    while not environment.exists():
        time.sleep(0.005)
    started.kill()
    started.communicate()
    assert checkout.bootstrap(*ASK)[1].splitlines()[-1] == "1.0"


@pytest.mark.parametrize("broken", ["a file", "no text", "a folder for a stamp", "no Python"])
def test_a_broken_environment_is_made_anew(checkout: Checkout, broken: str) -> None:
    environment = checkout.root / ".venv"
    if broken == "a file":
        environment.write_text("Dag", "utf-8")
    elif broken == "no text":
        environment.mkdir()
        (environment / "whole.stamp").write_bytes(b"\xff")
    elif broken == "a folder for a stamp":
        (environment / "whole.stamp").mkdir(parents=True)
    else:
        checkout.bootstrap(*ASK)
        python(environment).unlink()
    assert checkout.bootstrap(*ASK)[1].splitlines()[-1] == "1.0"


def test_a_package_that_is_not_the_pinned_one_is_refused(checkout: Checkout) -> None:
    lock = checkout.root / "requirements.lock"
    text = lock.read_text("utf-8")
    lock.write_text(text.replace(text[-10:-1], "0" * 9), "utf-8")
    code, printed = checkout.bootstrap(*ASK)
    assert (code, "hash" in printed.lower()) == (1, True)
    assert "cannot be had" in printed
    assert not (checkout.root / ".venv/whole.stamp").exists()


def test_without_uv_pip_does_the_same(checkout: Checkout, tmp_path: Path) -> None:
    bare = tmp_path / "bin"
    bare.mkdir()
    code, printed = checkout.bootstrap(*ASK, path=str(bare))
    assert (code, printed.splitlines()[-1]) == (0, "1.0")
    assert "Package installer" not in printed


def test_the_exit_code_is_that_of_what_was_asked(checkout: Checkout) -> None:
    assert checkout.bootstrap("python", "-c", "raise SystemExit(7)")[0] == 7


def test_the_checkout_itself_is_what_runs(checkout: Checkout) -> None:
    room = checkout.root / "desktop_app"
    room.mkdir()
    (room / "__main__.py").write_text("import sys; print(sys.argv[1:])\n", "utf-8")
    assert checkout.bootstrap("cli", "list", "x")[1].splitlines()[-1] == "['list', 'x']"


@pytest.mark.parametrize(("asked", "code"), [((), 0), (("--help",), 0), (("walk",), 2)])
def test_help_names_every_verb_and_sets_nothing_up(
    checkout: Checkout, asked: tuple[str, ...], code: int
) -> None:
    ended, printed = checkout.bootstrap(*asked)
    assert ended == code
    assert all(verb in printed for verb in ("run", "test", "check", "bench", "cli", "lock"))
    assert not (checkout.root / ".venv").exists()


def test_an_older_python_can_read_the_sentence_that_refuses_it() -> None:
    ast.parse((ROOT / "installer/bootstrap.py").read_text("utf-8"), feature_version=(3, 7))


def test_the_environment_of_now_is_found() -> None:
    assert python(ROOT / "somewhere").parent.name in {"bin", "Scripts"}
    assert sys.version_info >= (3, 11)
