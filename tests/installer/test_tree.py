"""Marks that must not be in the tree are found, each with its place."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from installer import tree

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    return tmp_path


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (
            "a = 1\nurl = 'https://" + "pypi" + ".org/simple'",
            "the address of a package registry",
        ),
        ("a = 1\nfolder = '/" + "home/noor/register'", "a path of one machine"),
        ("a = 1\n# TO" + "DO: later", "a mark of unfinished work"),
        ("a = 1\n" + "<" * 7 + " HEAD", "a merge conflict"),
    ],
)
def test_a_mark_is_found_with_its_line(checkout: Path, text: str, what: str) -> None:
    (checkout / "room.py").write_text(text, "utf-8")
    assert tree.faults(checkout) == [f"room.py:2: {what}"]


@pytest.mark.parametrize(
    "text",
    ["~/work/x", "at home/work", "https://example.org/home/x", "mastodon TODOS", "=====\n"],
)
def test_innocent_words_pass(checkout: Path, text: str) -> None:
    (checkout / "page.md").write_text(text, "utf-8")
    assert tree.faults(checkout) == []


def test_ignored_files_and_pictures_are_left_alone(checkout: Path) -> None:
    (checkout / ".gitignore").write_text("mine/\n", "utf-8")
    (checkout / "mine").mkdir()
    (checkout / "mine/x.py").write_text("# TO" + "DO", "utf-8")
    (checkout / "x.png").write_bytes(b"\0TO" + b"DO")
    assert tree.faults(checkout) == []


def test_grown_rooms_are_named(checkout: Path) -> None:
    long = "def act():\n" + "    a = 1\n" * 41
    (checkout / "room.py").write_text(long + "b = 2\n" * 300, "utf-8")
    assert tree.look_again(checkout) == ["room.py: 342 lines", "room.py: act has 42 lines"]


def test_what_a_docstring_explains_makes_no_function_long(checkout: Path) -> None:
    told = '    """Say.\n' + "\n    More.\n" * 20 + '    """\n'
    (checkout / "room.py").write_text(f"def act():\n{told}" + "    a = 1\n" * 39, "utf-8")
    assert tree.look_again(checkout) == []
