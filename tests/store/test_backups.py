"""A backup is whole or not there, and old ones make room for new ones."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from desktop_app.store import backups, journal, opening
from desktop_app.store.tables import JournalEntry

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from desktop_app.store.database import Database
    from tests.store.conftest import FoundedRegister

TODAY = date(2026, 11, 24)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_backup_is_one_file_named_by_organisation_and_moment(
    here: FoundedRegister, live: Database, shelf: Path, moment: datetime
) -> None:
    backup = backups.make(live, here.opened, shelf, at=moment)
    assert names(shelf) == ["thuisbasis-voordeur-2026-11-24-0912.tbbackup"]
    assert backups.list_backups(shelf) == backups.Shelf((backup,), ())
    assert (backup.made_at, backup.vault_id) == (moment, here.opened.vault_id)
    backups.verify(backup, here.opened)
    assert backups.make(live, here.opened, shelf, at=moment).path.name.endswith(
        "-0912-2.tbbackup"
    )


def test_the_log_tells_of_the_backup_and_the_backup_how_far_the_log_was(
    here: FoundedRegister, live: Database, shelf: Path, moment: datetime
) -> None:
    with live.read() as session:
        head = journal.head(session)
    backup = backups.make(live, here.opened, shelf, at=moment)
    assert backup.journal == head
    with live.read() as session:
        assert session.scalars(select(JournalEntry.event)).all()[-1] == "BACKUP"
        assert journal.verify(session) == int(head.split(":")[0]) + 1


def test_nothing_readable_stands_in_a_backup(
    here: FoundedRegister, live: Database, shelf: Path, moment: datetime
) -> None:
    backup = backups.make(live, here.opened, shelf, at=moment)
    raw = backup.path.read_bytes()
    for secret in (
        here.marker,
        here.marker.lower(),
        "Noor",
        "Stichting Voordeur",
        "SQLite format",
    ):
        assert secret.encode() not in raw


_BREATH = 0.005  # seconds


def test_what_is_written_meanwhile_spoils_nothing(
    here: FoundedRegister, live: Database, shelf: Path, moment: datetime
) -> None:
    done = threading.Event()

    def write() -> None:
        while not done.wait(_BREATH):  # SQLite queues nobody: without one it may starve others
            here.add(live)

    writer = threading.Thread(target=write)
    writer.start()
    try:
        made = [backups.make(live, here.opened, shelf, at=moment) for _ in range(5)]
    finally:
        done.set()
        writer.join()
    for backup in made:
        backups.verify(backup, here.opened)


def test_the_copy_before_an_upgrade_needs_no_opened_register(
    here: FoundedRegister, shelf: Path, moment: datetime
) -> None:
    backup = backups.make_before_upgrade(here.folder, here.opened, shelf, "0003", at=moment)
    assert backup.path.name == "thuisbasis-voordeur-before-0003-2026-11-24-0912.tbbackup"
    backups.verify(backup, here.opened)


_MAKING = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from desktop_app.store import backups, keys, opening
folder, shelf = Path(sys.argv[1]), Path(sys.argv[2])
opened = keys.unlock(folder, keys.slots(folder)[0].id, sys.argv[3])
live = opening.open_register(folder, opened)
print("ready", flush=True)
while True:
    backups.make(live, opened, shelf, at=datetime(2026, 11, 24, 9, 12, tzinfo=UTC))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_a_killed_backup_leaves_no_bad_file_under_the_final_name(
    here: FoundedRegister, shelf: Path, moment: datetime
) -> None:
    chance = random.Random(11)  # noqa: S311 - chooses moments, not keys
    for _ in range(4):
        command = [sys.executable, "-c", _MAKING, str(here.folder), str(shelf), here.words]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(chance.uniform(0.0, 0.2))
            process.send_signal(signal.SIGKILL)
    found_there = backups.list_backups(shelf)
    assert found_there.unreadable == ()
    for backup in found_there.backups:
        backups.verify(backup, here.opened)
    live = opening.open_register(here.folder, here.opened)
    backups.make(live, here.opened, shelf, at=moment)
    live.close()
    assert all(name.endswith(backups.SUFFIX) for name in names(shelf))


@pytest.mark.parametrize("room", [0, 5_000, 60_000, 300_000])
def test_a_full_stick_leaves_nothing_half_written(
    here: FoundedRegister,
    live: Database,
    shelf: Path,
    room: int,
    moment: datetime,
    no_room_beyond: Callable[[int], AbstractContextManager[None]],
) -> None:
    with (
        no_room_beyond(room),
        pytest.raises(backups.BackupFailedError, match="register itself is in order"),
    ):
        backups.make(live, here.opened, shelf, at=moment)
    assert names(shelf) == []
    assert here.last_names(live) == [here.marker]


@pytest.mark.skipif(sys.platform == "win32", reason="folders have no such permission there")
def test_a_folder_that_may_not_be_written_is_named(
    here: FoundedRegister, live: Database, moment: datetime
) -> None:
    with tempfile.TemporaryDirectory() as home:
        Path(home).chmod(0o555)
        as_root = os.geteuid() == 0
        live.close()
        # The register lies where another user may go, and is that user's.
        with tempfile.TemporaryDirectory() as place:
            register = shutil.copytree(here.folder, Path(place) / "register")
            if as_root:
                for path in (Path(place), register, *register.iterdir()):
                    os.chown(path, 65534, 65534)
                os.seteuid(65534)
            try:
                database = opening.open_register(register, here.opened)
                with pytest.raises(backups.BackupFailedError, match="may not be written"):
                    backups.make(database, here.opened, Path(home), at=moment)
                database.close()
            finally:
                if as_root:
                    os.seteuid(0)
        assert names(Path(home)) == []


def test_a_stick_that_is_not_there_is_no_folder(
    here: FoundedRegister, live: Database, tmp_path: Path, moment: datetime
) -> None:
    with pytest.raises(backups.BackupFailedError, match="not there"):
        backups.make(live, here.opened, tmp_path / "gone", at=moment)
    assert not (tmp_path / "gone").exists()


def test_seven_days_four_weeks_and_twelve_months_stay(
    tmp_path: Path, moment: datetime, rebuilt: Callable[..., Path]
) -> None:
    for day in range(400):
        made = moment - timedelta(days=day)
        rebuilt(tmp_path / f"{made:%Y-%m-%d}.tbbackup", made=made.isoformat())
    (tmp_path / "damaged.tbbackup").write_bytes(b"PK")
    gone = backups.rotate(tmp_path, at=moment)
    shelf = backups.list_backups(tmp_path)
    days = [backup.made_at.date() for backup in shelf.backups]
    assert len(gone) == 400 - len(days)
    assert days[:7] == [TODAY - timedelta(days=day) for day in range(7)]
    assert len({day.isocalendar()[:2] for day in days}) >= 4
    assert len({(day.year, day.month) for day in days}) == 12
    assert len(days) == 7 + 2 + 11  # weeks and months that begin within the days count once
    assert [path.name for path in shelf.unreadable] == ["damaged.tbbackup"]
    assert backups.rotate(tmp_path, at=moment) == ()


def test_old_backups_stay_while_there_are_no_newer_ones(
    tmp_path: Path, moment: datetime, rebuilt: Callable[..., Path]
) -> None:
    for month in range(1, 13):
        made = moment.replace(year=2020, month=month).isoformat()
        rebuilt(tmp_path / f"{month}.tbbackup", made=made)
    assert backups.rotate(tmp_path, at=moment) == ()


def test_what_was_made_before_an_upgrade_stays_thirty_days(
    tmp_path: Path, moment: datetime, rebuilt: Callable[..., Path]
) -> None:
    rebuilt(tmp_path / "a.tbbackup", reason="before-0003")
    assert backups.rotate(tmp_path, at=moment + timedelta(days=29)) == ()
    assert len(backups.rotate(tmp_path, at=moment + timedelta(days=30))) == 1


def test_registers_that_share_a_folder_do_not_thin_each_other_out(
    tmp_path: Path, moment: datetime, rebuilt: Callable[..., Path]
) -> None:
    rebuilt(tmp_path / "a.tbbackup")
    rebuilt(tmp_path / "b.tbbackup", vault="00000000-0000-4000-8000-000000000000")
    assert backups.rotate(tmp_path, at=moment) == ()
