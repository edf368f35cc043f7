"""Backup, restore and check from the command line."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from desktop_app.store import backups
from tests.upgrade import storing

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.commands.conftest import Ran


@pytest.fixture
def register(practice_folder: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "register"
    shutil.copytree(practice_folder, folder)
    return folder


def test_a_backup_can_be_put_back(
    cli: Callable[..., Ran], register: Path, tmp_path: Path
) -> None:
    made = cli("backup", register, "--to", tmp_path / "stick")
    assert made.code == 0, made.err
    (backup,) = (tmp_path / "stick").iterdir()
    before = cli("list", register, "clients").out
    shutil.rmtree(register)
    restored = cli("restore", backup, register)
    assert restored.code == 0, restored.err
    assert cli("list", register, "clients").out == before


def test_a_command_copies_an_older_register_before_it_upgrades_it(
    cli: Callable[..., Ran], tmp_path: Path
) -> None:
    folder = tmp_path / "older"
    opened = storing.lay_oldest(folder)
    listed = cli("list", folder, "clients")
    assert listed.code == 0, listed.err
    (copy,) = (tmp_path / "home").rglob("*.tbbackup")
    backups.verify(backups.read_backup(copy), opened)


def test_a_register_that_is_there_stays_unless_set_aside(
    cli: Callable[..., Ran], register: Path, tmp_path: Path
) -> None:
    assert cli("backup", register, "--to", tmp_path / "stick").code == 0
    (backup,) = (tmp_path / "stick").iterdir()
    refused = cli("restore", backup, register)
    assert refused.code == 1
    assert "already" in refused.err
    assert cli("restore", backup, register, "--aside").code == 0


def test_a_broken_backup_changes_nothing(
    cli: Callable[..., Ran], register: Path, tmp_path: Path
) -> None:
    assert cli("backup", register, "--to", tmp_path / "stick").code == 0
    (backup,) = (tmp_path / "stick").iterdir()
    backup.write_bytes(backup.read_bytes()[:-500])
    new = tmp_path / "new"
    refused = cli("restore", backup, new)
    assert refused.code == 1
    assert refused.err.count("\n") == 1
    assert not (new / "register.db").exists()


def test_check_says_what_to_mend(cli: Callable[..., Ran], register: Path) -> None:
    checked = cli("check", register, "--today", "2026-11-24")
    assert checked.code == 0, checked.err
    assert "Every page of the register is whole." in checked.out
    assert "to mend." in checked.out


def test_check_finds_damage(cli: Callable[..., Ran], register: Path) -> None:
    path = register / "register.db"
    damaged = bytearray(path.read_bytes())
    damaged[len(damaged) // 2] ^= 1
    path.write_bytes(damaged)
    checked = cli("check", register)
    assert checked.code == 1
    assert "damaged" in checked.err
    assert "damaged" in checked.err.splitlines()[-1]
