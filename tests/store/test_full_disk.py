"""A register on a disk that fills up: nothing half-made, and whole again once there is room."""

from __future__ import annotations

import shutil
import subprocess
import sys
import textwrap
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from desktop_app import disk
from desktop_app.disk import Fault
from desktop_app.errors import UserError
from desktop_app.register import founding
from desktop_app.register.organisation import FounderFields, OrganisationFields
from desktop_app.store import backups, faults, keys, opening, places, restoring
from tests.store.conftest import FoundedRegister

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

    from desktop_app.store.database import Database
    from tests.small_disk import SmallDisk

ROOMS = (0, 4096, 20_000, 60_000, 200_000, 500_000)
"""Bytes that are left: each stops the work at another moment."""


@pytest.fixture
def tight(founded: FoundedRegister, small_disk: SmallDisk) -> FoundedRegister:
    """A register on the small disk, closed."""
    folder = shutil.copytree(founded.folder, small_disk.folder / "register")
    return replace(founded, folder=folder)


@pytest.fixture
def working(tight: FoundedRegister) -> Iterator[Database]:
    """The same register, opened."""
    db = tight.open()
    yield db
    db.close()


def is_whole(db: Database) -> bool:
    with db.read() as session:
        found = session.execute(text("PRAGMA integrity_check")).scalar()
        return found == "ok" and not session.execute(text("PRAGMA foreign_key_check")).all()


@pytest.mark.parametrize("room", ROOMS)
def test_no_register_is_half_founded(small_disk: SmallDisk, room: int) -> None:
    folder = small_disk.folder / "new"
    fields = OrganisationFields(
        kind="provider", name="Stichting Voordeur", register_name="Proef", short_code="voordeur"
    )
    founder = FounderFields(name="Marieke Bos", role="MAN", password=FoundedRegister.words)
    small_disk.leave(room)
    with pytest.raises(disk.DiskError, match="full") as failed:
        founding.found_whole(folder, fields, founder, cost=keys.FLOOR)
    assert failed.value.fault == Fault.FULL
    assert "new was not written" in str(failed.value)
    assert list(small_disk.folder.iterdir()) in ([], [small_disk.ballast])
    small_disk.empty()
    made = founding.found_whole(folder, fields, founder, cost=keys.FLOOR)
    assert is_whole(made.db)
    made.db.close()


@pytest.mark.parametrize("room", [0, 8192, 40_000])
def test_a_change_is_saved_whole_or_not_at_all(
    tight: FoundedRegister, working: Database, small_disk: SmallDisk, room: int
) -> None:
    small_disk.leave(room)
    saved = [tight.marker]
    with pytest.raises(faults.FullDiskError, match="everything before it was"):
        for turn in range(200):
            tight.add(working, f"Aalbers{turn:03}")
            saved.append(f"Aalbers{turn:03}")
    assert tight.last_names(working) == sorted(saved)
    assert small_disk.litter() == []
    small_disk.empty()
    tight.add(working, "Zonneveld")
    assert tight.last_names(working) == sorted([*saved, "Zonneveld"])
    working.close()
    again = tight.open()
    assert tight.last_names(again) == sorted([*saved, "Zonneveld"])
    assert is_whole(again)
    again.close()


def test_what_is_written_down_can_be_read_on_a_full_disk(
    tight: FoundedRegister, working: Database, small_disk: SmallDisk
) -> None:
    small_disk.leave(0)
    assert tight.last_names(working) == [tight.marker]


def test_opening_on_a_full_disk_says_so_and_opens_once_there_is_room(
    tight: FoundedRegister, small_disk: SmallDisk
) -> None:
    before = tight.files()
    small_disk.leave(0)
    with pytest.raises(faults.FullDiskError, match="Make room"):
        tight.open()
    small_disk.empty()
    assert before.items() <= tight.files().items()  # beside an empty log of SQLite's own
    again = tight.open()
    assert tight.last_names(again) == [tight.marker]
    again.close()


@pytest.mark.parametrize("room", ROOMS)
def test_a_backup_on_a_full_stick_leaves_nothing(
    here: FoundedRegister, live: Database, small_disk: SmallDisk, moment: datetime, room: int
) -> None:
    first = backups.make(live, here.opened, small_disk.folder, at=moment)
    old = first.path.read_bytes()
    small_disk.leave(room)
    with pytest.raises(backups.BackupFailedError, match=r"stick is full\. The register itself"):
        backups.make(live, here.opened, small_disk.folder, at=moment)
    small_disk.empty()
    assert [path.name for path in small_disk.folder.iterdir()] == [first.path.name]
    assert first.path.read_bytes() == old
    here.add(live, "Zonneveld")
    backups.verify(backups.make(live, here.opened, small_disk.folder, at=moment), here.opened)


@pytest.mark.parametrize("room", ROOMS)
@pytest.mark.parametrize("aside", [False, True])
def test_a_backup_that_does_not_fit_changes_nothing(
    tight: FoundedRegister,
    stored: Path,
    small_disk: SmallDisk,
    moment: datetime,
    room: int,
    *,
    aside: bool,
) -> None:
    before = tight.files()
    folder = tight.folder if aside else small_disk.folder / "there"
    small_disk.leave(room)
    with pytest.raises(disk.WriteFailedError, match="stick is full") as failed:
        restoring.restore(stored, folder, tight.unlock, at=moment, aside=aside)
    assert failed.value.fault == Fault.FULL
    assert tight.files() == before
    assert aside or not folder.exists()
    small_disk.empty()
    restored = restoring.restore(stored, folder, tight.unlock, at=moment, aside=aside)
    db = opening.open_register(folder, restored.opened)
    assert is_whole(db)
    db.close()


def test_a_folder_on_a_full_disk_is_not_called_closed(small_disk: SmallDisk) -> None:
    small_disk.leave(0)
    try:
        places.check(small_disk.folder / "new")
    except UserError as refused:
        assert "full" in str(refused)  # noqa: PT017 - some disks still give a folder a name


LIMITED = textwrap.dedent("""
    import resource, sys
    from datetime import date
    from pathlib import Path
    from uuid import UUID
    from desktop_app import words
    from desktop_app.errors import UserError
    from desktop_app.register import clients
    from desktop_app.store import opening

    class Opened:
        vault_id, slot_id = UUID(sys.argv[2]), UUID(sys.argv[3])
        def database_key(self):
            return bytes.fromhex(sys.argv[4])
        def database_keys(self):
            return (self.database_key(),)

    words.set_language("en")
    db = opening.open_register(Path(sys.argv[1]), Opened())
    size = (Path(sys.argv[1]) / "register.db").stat().st_size
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
    referral = clients.ReferralFields(received_on=date(2026, 11, 24), source="MO")
    try:
        while True:
            fields = clients.ClientFields(call_name="Noor", last_name="Aalbers")
            clients.add_client(db, fields, referral, today=date(2026, 11, 24))
    except UserError as refused:
        print(type(refused).__name__, refused)
""")


@pytest.mark.skipif(sys.platform == "win32", reason="no limit on the size of files there")
def test_a_file_that_may_not_grow_is_called_a_full_disk(
    here: FoundedRegister, live: Database
) -> None:
    live.close()
    opened = here.opened
    arguments = [opened.vault_id, opened.slot_id, opened.database_key().hex()]
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, str(here.folder), *map(str, arguments)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.startswith("FullDiskError The disk is full.")
    again = here.open()
    assert is_whole(again)
    again.close()


def test_a_stick_closed_to_writing_is_named_and_keeps_what_it_has(
    tight: FoundedRegister, stored: Path, small_disk: SmallDisk, moment: datetime
) -> None:
    before = tight.files()
    elsewhere = small_disk.folder / "there"
    with small_disk.locked():
        with pytest.raises(faults.ReadOnlyRegisterError, match="may not be written to"):
            tight.open()
        with pytest.raises(faults.ReadOnlyRegisterError, match="may not be written to"):
            places.check(elsewhere)
        for folder, aside in ((elsewhere, False), (tight.folder, True)):
            with pytest.raises(disk.WriteFailedError, match="write permission"):
                restoring.restore(stored, folder, tight.unlock, at=moment, aside=aside)
    assert tight.files() == before
    assert [path.name for path in small_disk.folder.iterdir()] == [tight.folder.name]


def test_a_stick_that_is_pulled_out_is_named(
    tight: FoundedRegister, working: Database, small_disk: SmallDisk
) -> None:
    working._opened().dispose()  # as after a while in which nobody wrote
    tight.folder.rename(small_disk.folder / "elsewhere")
    with pytest.raises(faults.GoneRegisterError, match="taken out"):
        tight.add(working, "Aalbers")
    working.close()
    (small_disk.folder / "elsewhere").rename(tight.folder)
    again = tight.open()
    assert is_whole(again)
    again.close()
