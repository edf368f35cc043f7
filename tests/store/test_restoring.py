"""A backup comes back with all that was in it, and over nothing."""

from __future__ import annotations

import errno
import shutil
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select, text

from desktop_app import __version__
from desktop_app.errors import UserError
from desktop_app.store import backup_faults, backups, bundle, journal, keys, opening, restoring
from desktop_app.store.tables import Device, JournalEntry, Secret

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from pathlib import Path

    from desktop_app.store.database import Database
    from tests.store.conftest import FoundedRegister

OTHER = "zeven dakpannen roepen"


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_backup_comes_back_on_a_clean_machine_with_the_sheet(
    here: FoundedRegister, live: Database, shelf: Path, tmp_path: Path, moment: datetime
) -> None:
    backup = backups.make(live, here.opened, shelf, at=moment)
    live.close()
    shutil.rmtree(here.folder)
    there = tmp_path / "other" / "machine"
    restored = restoring.restore(
        backup.path, there, lambda folder: keys.recover(folder, here.code), at=moment
    )
    assert (restored.set_aside, restored.unread, restored.erased_again) == (None, (), 0)
    assert names(there) == ["register.db", "register.keys", "register.keys.bak"]
    again = opening.open_register(there, restored.opened)
    assert here.last_names(again) == [here.marker]
    with again.read() as session:
        assert session.scalars(select(JournalEntry.event)).all()[-1] == "RESTORE"
        journal.verify(session)
        assert session.execute(text("PRAGMA journal_mode")).scalar() == "wal"
    again.close()


def test_what_comes_back_goes_on_as_a_new_device(
    here: FoundedRegister, live: Database, shelf: Path, tmp_path: Path, moment: datetime
) -> None:
    backup = backups.make(live, here.opened, shelf, at=moment)
    restored = restoring.restore(backup.path, tmp_path / "there", here.unlock, at=moment)
    again = opening.open_register(tmp_path / "there", restored.opened)
    assert (again.acting.device_letter, live.acting.device_letter) == ("D", "C")
    with again.read() as session:
        device = session.get_one(Device, again.acting.device_id)
        secret = session.get_one(Secret, f"device/{device.id}").value
        assert len(secret) == 32
        assert secret != session.get_one(Secret, f"device/{live.acting.device_id}").value
    again.close()


def test_a_register_that_is_there_is_never_overwritten(
    here: FoundedRegister, live: Database, shelf: Path, moment: datetime
) -> None:
    backup = backups.make(live, here.opened, shelf, at=moment)
    here.add(live, "Nieuwkomer")
    live.close()
    before = here.files()
    with pytest.raises(restoring.RegisterThereError):
        restoring.restore(backup.path, here.folder, here.unlock, at=moment)
    assert here.files() == before

    for count in ("", "-2"):
        restored = restoring.restore(
            backup.path, here.folder, here.unlock, at=moment, aside=True
        )
        assert restored.set_aside == here.folder / f"vervangen-2026-11-24-0912{count}"
    old = here.folder / "vervangen-2026-11-24-0912"
    assert {path.name: path.read_bytes() for path in old.iterdir()} == before
    again = opening.open_register(here.folder, restored.opened)
    assert here.last_names(again) == [here.marker]
    again.close()


def test_a_backup_tells_what_it_is_before_anybody_opens_it(
    founded: FoundedRegister, stored: Path, moment: datetime
) -> None:
    found = restoring.look(stored)
    assert found.backup.program == __version__
    assert (found.backup.short_code, found.backup.made_at) == ("voordeur", moment)
    assert [person.id for person in found.people] == [founded.opened.slot_id]


def test_a_backup_with_newer_tables_is_refused_at_once(
    tmp_path: Path, rebuilt: Callable[..., Path]
) -> None:
    newer = rebuilt(tmp_path / "newer.tbbackup", form="9999", program="7.0")
    with pytest.raises(backup_faults.BackupNewerError, match=r"Thuisbasis 7\.0\. Update"):
        restoring.look(newer)


def test_a_backup_from_before_versions_were_noted_comes_back(
    founded: FoundedRegister,
    stored: Path,
    tmp_path: Path,
    moment: datetime,
) -> None:
    manifest = replace(bundle.read(stored), program="", form="")
    pieces = tmp_path / "pieces"
    pieces.mkdir()
    bundle.unpack(stored, pieces)
    old = tmp_path / "old.tbbackup"
    bundle.pack(old, manifest, {p.name: p for p in pieces.iterdir()}, founded.opened)
    assert restoring.look(old).backup.program == ""
    restored = restoring.restore(old, tmp_path / "there", founded.unlock, at=moment)
    opening.open_register(tmp_path / "there", restored.opened).close()


def test_what_would_be_set_aside_is_known_before(
    here: FoundedRegister, stored: Path, tmp_path: Path, moment: datetime
) -> None:
    backup = restoring.look(stored).backup
    assert restoring.where_aside(tmp_path / "new", moment) is None
    assert not restoring.holds_another(tmp_path / "new", backup)
    assert not restoring.holds_another(here.folder, backup)
    expected = restoring.where_aside(here.folder, moment)
    other = tmp_path / "other"
    other.mkdir()
    keys.create(other, "Bas", OTHER, cost=keys.FLOOR)
    assert restoring.holds_another(other, backup)
    heard: list[restoring.Doing] = []
    restored = restoring.restore(
        stored, here.folder, here.unlock, at=moment, aside=True, told=heard.append
    )
    assert restored.set_aside == expected
    assert heard == list(restoring.Doing)


@pytest.mark.parametrize("aside", [False, True])
def test_a_wrong_password_or_a_damaged_backup_changes_nothing(
    here: FoundedRegister,
    stored: Path,
    tmp_path: Path,
    moment: datetime,
    rebuilt: Callable[..., Path],
    *,
    aside: bool,
) -> None:
    before = here.files()
    folder = here.folder if aside else tmp_path / "new"
    cut = tmp_path / "cut.tbbackup"
    cut.write_bytes(stored.read_bytes()[:-10_000])
    forged = rebuilt(tmp_path / "forged.tbbackup", journal="1:00")
    with pytest.raises(keys.WrongPasswordError):
        restoring.restore(
            stored,
            folder,
            lambda stage: keys.unlock(stage, here.opened.slot_id, OTHER),
            at=moment,
            aside=aside,
        )
    for path in (cut, forged):
        with pytest.raises(backup_faults.BackupDamagedError):
            restoring.restore(path, folder, here.unlock, at=moment, aside=aside)
    assert not (tmp_path / "new").exists()
    assert here.files() == before


def test_a_full_disk_while_restoring_changes_nothing(
    here: FoundedRegister,
    stored: Path,
    moment: datetime,
    no_room_beyond: Callable[[int], AbstractContextManager[None]],
) -> None:
    before = here.files()
    with no_room_beyond(60_000), pytest.raises(UserError) as failed:
        restoring.restore(stored, here.folder, here.unlock, at=moment, aside=True)
    assert isinstance(failed.value.__cause__, OSError)
    assert failed.value.__cause__.errno == errno.EFBIG
    assert here.files() == before


def test_an_old_backup_opens_with_the_password_of_that_moment(
    here: FoundedRegister, live: Database, shelf: Path, tmp_path: Path, moment: datetime
) -> None:
    opened, bram = keys.add_person(here.folder, here.opened, "Bram", OTHER)
    old = backups.make(live, opened, shelf, at=moment)
    opened = keys.revoke(here.folder, opened, bram.id)
    live.close()
    renewed = opening.open_register(here.folder, opened)
    new = backups.make(renewed, opened, shelf, at=moment + timedelta(hours=1))
    renewed.close()
    backups.verify(old, opened)  # today's keys reach yesterday's backup
    backups.verify(new, opened)
    for backup in (old, new):
        there = tmp_path / backup.path.stem
        restored = restoring.restore(backup.path, there, here.unlock, at=moment)
        again = opening.open_register(there, restored.opened)
        assert here.last_names(again) == [here.marker]
        again.close()
    with pytest.raises(UserError):
        restoring.restore(
            new.path,
            tmp_path / "bram",
            lambda folder: keys.unlock(folder, bram.id, OTHER),
            at=moment,
        )


def test_nothing_readable_is_left_anywhere_on_the_way(
    here: FoundedRegister, live: Database, shelf: Path, tmp_path: Path, moment: datetime
) -> None:
    backup = backups.make(live, here.opened, shelf, at=moment)
    seen: list[str] = []

    def unlock(stage: Path) -> keys.Opened:
        seen.extend(names(stage))  # also while it is being made ready
        assert all(here.marker.encode() not in path.read_bytes() for path in stage.iterdir())
        return here.unlock(stage)

    restored = restoring.restore(backup.path, tmp_path / "there", unlock, at=moment)
    keys.rotate(tmp_path / "there", restored.opened)
    live.close()
    opening.open_register(tmp_path / "there", here.unlock(tmp_path / "there")).close()
    written = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert seen == ["register.db", "register.keys"]
    assert len(written) == 3 + 3 + 1
    for path in written:
        assert here.marker.encode() not in path.read_bytes(), path.name


def test_a_backup_tells_who_could_open_it(here: FoundedRegister, stored: Path) -> None:
    (person,) = restoring.people(stored)
    assert (person.label, person.id) == ("Marieke Bos", here.opened.slot_id)
