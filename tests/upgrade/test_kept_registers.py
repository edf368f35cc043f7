"""What every release kept is opened, upgraded and read back by the program of today."""

from __future__ import annotations

import json
import shutil
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest

from desktop_app import __version__, practice
from desktop_app.store import backups, encryption, entering, keys, upgrade
from tests.upgrade import storing

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.store.entering import Entered

REGISTERS = sorted(path for path in storing.KEPT.iterdir() if path.is_dir())
MOST_BYTES = 650_000
AT = datetime(2027, 3, 1, 9, 12, tzinfo=UTC)


@pytest.fixture(params=REGISTERS, ids=lambda path: path.name)
def kept(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A register as its release left it, to be opened."""
    folder: Path = shutil.copytree(request.param, tmp_path / "register")
    return folder


@pytest.fixture
def held(kept: Path) -> dict[str, Any]:
    """What its own program said that it holds."""
    told: dict[str, Any] = json.loads((kept / storing.HELD).read_text("utf-8"))
    return told


def enter(folder: Path, opened: keys.Opened) -> Entered:
    return entering.enter(folder, opened, shelf=folder.parent / "shelf", at=AT)


def test_this_version_keeps_one() -> None:
    assert any(path.name.startswith(f"{__version__}-") for path in REGISTERS)


def test_it_is_small_and_encrypted(kept: Path) -> None:
    raw = (kept / encryption.REGISTER_FILE).read_bytes()
    assert len(raw) < MOST_BYTES
    assert not raw.startswith(b"SQLite format 3")


def test_what_it_held_is_read_back_word_for_word(kept: Path, held: dict[str, Any]) -> None:
    entered = enter(kept, storing.coordinator(kept))
    assert entered.notice == ""
    assert storing.told(entered.db) == held["told"]
    entered.db.close()


def test_what_was_signed_on_paper_is_the_same_file(kept: Path, held: dict[str, Any]) -> None:
    assert held["prints"]
    entered = enter(kept, storing.coordinator(kept))
    assert storing.prints(entered.db) == held["prints"]
    entered.db.close()


def test_the_access_log_is_still_one_chain(kept: Path, held: dict[str, Any]) -> None:
    entered = enter(kept, storing.coordinator(kept))
    assert storing.chain(entered.db) == held["journal"]
    entered.db.close()


def test_it_is_copied_as_it_was_before_anything_changes(
    kept: Path, held: dict[str, Any], tmp_path: Path
) -> None:
    opened = storing.coordinator(kept)
    enter(kept, opened).db.close()
    copies = backups.list_backups(tmp_path / "shelf").backups
    if held["form"] == upgrade.newest():
        assert copies == ()
        return
    (copy,) = copies
    assert (copy.reason, copy.journal) == (f"before-{held['form']}", held["journal"])
    backups.verify(copy, opened)


def test_everybody_who_could_open_it_still_can(kept: Path, held: dict[str, Any]) -> None:
    people = [slot for slot in keys.slots(kept) if slot.kind == "password"]
    assert [slot.label for slot in people] == ["Joost Smit", "Marieke Bos"]
    for opened in (
        *(keys.unlock(kept, slot.id, practice.PASSWORD) for slot in people),
        keys.recover(kept, held["recovery_code"]),
    ):
        enter(kept, opened).db.close()


def test_keeping_one_again_tells_the_same(tmp_path: Path) -> None:
    told = json.loads((storing.store(tmp_path) / storing.HELD).read_text("utf-8"))["told"]
    assert all(told.values())
    assert told in [
        json.loads((path / storing.HELD).read_text("utf-8"))["told"] for path in REGISTERS
    ]
    with pytest.raises(FileExistsError):
        storing.store(tmp_path)
