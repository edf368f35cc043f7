"""A folder appears whole or not at all, and nothing beside it is touched."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop_app import disk
from desktop_app.errors import UserError
from desktop_app.store.folders import appearing

if TYPE_CHECKING:
    from pathlib import Path


def fill(folder: Path) -> None:
    with appearing(folder) as part:
        (part / "register.db").write_bytes(b"x")


def test_it_gets_its_name_when_all_went_well(tmp_path: Path) -> None:
    for folder in (tmp_path / "new" / "deep", tmp_path / "empty"):
        (tmp_path / "empty").mkdir(exist_ok=True)
        fill(folder)
        assert [path.name for path in folder.iterdir()] == ["register.db"]
        assert [path.name for path in folder.parent.iterdir() if "part" in path.name] == []


def test_somebody_elses_folder_called_part_stays(tmp_path: Path) -> None:
    theirs = tmp_path / "house.part"
    theirs.mkdir()
    (theirs / "letter.txt").write_text("Dag", "utf-8")
    fill(tmp_path / "house")
    assert (theirs / "letter.txt").read_text("utf-8") == "Dag"


def test_the_folder_one_stands_in_will_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    fill(type(here)())
    assert [path.name for path in here.iterdir()] == ["register.db"]


def test_what_goes_wrong_leaves_nothing(tmp_path: Path) -> None:
    class WrongError(Exception):
        pass

    def fail() -> None:
        with appearing(tmp_path / "house") as part:
            (part / "register.db").write_bytes(b"x")
            raise WrongError

    with pytest.raises(WrongError):
        fail()
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_start_left_is_swept_and_nothing_else(tmp_path: Path) -> None:
    for name in (".house-0123abcd.part", ".house-keep.part", ".garden-0123abcd.part"):
        (tmp_path / name).mkdir()
    fill(tmp_path / "house")
    kept = sorted(path.name for path in tmp_path.iterdir())
    assert kept == [".garden-0123abcd.part", ".house-keep.part", "house"]


@pytest.mark.parametrize(
    ("name", "said"), [("letter.txt", "This is a file"), (".", "is not empty")]
)
def test_what_is_there_already_stays(tmp_path: Path, name: str, said: str) -> None:
    (tmp_path / "letter.txt").write_text("Dag", "utf-8")
    with pytest.raises(UserError, match=said):
        fill(tmp_path / name)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_a_name_too_long_for_the_disk_is_said(tmp_path: Path) -> None:
    with pytest.raises(disk.WriteFailedError, match="could not be written"):
        fill(tmp_path / ("x" * 250))
    assert list(tmp_path.iterdir()) == []
