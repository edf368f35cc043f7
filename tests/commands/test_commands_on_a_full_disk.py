"""Every command that writes, with nowhere to write to: a sentence, and nothing half-written."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from desktop_app import practice
from desktop_app.region import roster
from desktop_app.store import keys, opening
from desktop_app.summary import connection
from tests.commands.conftest import TODAY

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.commands.conftest import Ran
    from tests.small_disk import SmallDisk

AT = ("--today", "2026-11-24")


@pytest.fixture(scope="module")
def region_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A practice region of two organisations with last month's work done."""
    folder = tmp_path_factory.mktemp("practice") / "region"
    practice.make_region(folder, sizes=(6, 9), seed=3, today=TODAY)
    return folder


def refused(ran: Ran, disk: SmallDisk) -> None:
    """A plain sentence, no crash, and nothing on the disk."""
    assert ran.code == 1, ran.out + ran.err
    assert "full" in ran.err
    assert "Make room" in ran.err
    assert "wrong inside" not in ran.err
    disk.empty()
    assert list(disk.folder.iterdir()) == []


@pytest.mark.parametrize("room", [0, 30_000, 300_000])
@pytest.mark.parametrize("command", ["demo", "demo-region"])
def test_no_practice_register_is_half_made(
    cli: Callable[..., Ran], small_disk: SmallDisk, command: str, room: int
) -> None:
    small_disk.leave(room)
    refused(cli(command, small_disk.folder / "new", *AT), small_disk)


@pytest.mark.parametrize(
    ("command", "rest", "name"),
    [
        ("list", ("clients",), "list.csv"),
        ("list", ("clients",), "list.xlsx"),
        ("plan", ("C-0001", *AT), "plan.pdf"),
        ("plans", ("--bound", *AT), "."),
        ("card", (), "card.json"),
    ],
)
def test_nothing_that_leaves_the_register_leaves_it_half(
    cli: Callable[..., Ran],
    practice_folder: Path,
    tmp_path: Path,
    small_disk: SmallDisk,
    command: str,
    rest: tuple[str, ...],
    name: str,
) -> None:
    register = shutil.copytree(practice_folder, tmp_path / "register")
    small_disk.leave(0)
    refused(cli(command, register, *rest, "--out", small_disk.folder / name), small_disk)


def test_a_backup_and_a_restore_leave_nothing_half(
    cli: Callable[..., Ran], practice_folder: Path, tmp_path: Path, small_disk: SmallDisk
) -> None:
    register = shutil.copytree(practice_folder, tmp_path / "register")
    small_disk.leave(50_000)
    refused(cli("backup", register, "--to", small_disk.folder), small_disk)
    assert cli("backup", register, "--to", tmp_path).code == 0
    [backup] = tmp_path.glob("*.tbbackup")
    small_disk.leave(50_000)
    refused(cli("restore", backup, small_disk.folder / "new"), small_disk)


def test_a_month_file_is_sealed_whole_or_not_at_all(
    cli: Callable[..., Ran], region_folder: Path, tmp_path: Path, small_disk: SmallDisk
) -> None:
    register = tmp_path / "register"
    made = practice.make_register(register, clients=9, seed=5, today=TODAY)
    desk = shutil.copytree(region_folder, tmp_path / "desk") / "region"
    [person, *_others] = [slot for slot in keys.slots(desk) if slot.kind == "password"]
    region = opening.open_register(desk, keys.unlock(desk, person.id, practice.PASSWORD))
    profile = roster.profile_file(region, today=TODAY)
    words = connection.words_of(roster.profile(region, today=TODAY))
    connection.connect(made.db, profile, words)
    region.close()
    made.db.close()
    asked = ("export", register, "--month", "2026-10", "--out", small_disk.folder, *AT)
    small_disk.leave(0)
    refused(cli(*asked), small_disk)
    again = cli(*asked)
    assert again.code == 0, again.err
    assert len(list(small_disk.folder.iterdir())) == 1


def test_totals_come_both_or_neither(
    cli: Callable[..., Ran], region_folder: Path, tmp_path: Path, small_disk: SmallDisk
) -> None:
    home = shutil.copytree(region_folder, tmp_path / "home")
    files = sorted((home / "out").glob("*.age"))
    asked = ("region", "merge", home / "region", *files, "--out", small_disk.folder, *AT)
    small_disk.leave(40_000)
    refused(cli(*asked), small_disk)
    assert cli(*asked).code == 0
    assert len(list(small_disk.folder.iterdir())) == 2
