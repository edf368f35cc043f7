"""A register follows its keys when they are renewed, also after a crash in between."""

from __future__ import annotations

import os
import secrets
import shutil
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select, text

from desktop_app import whole
from desktop_app.store import encryption, faults, opening, renewing
from desktop_app.store.tables import Organisation

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from desktop_app.store.database import Database
    from tests.conftest import StoredRegister


@dataclass(frozen=True, slots=True)
class RenewedKey:
    """What unlocking gives after the keys of a register were renewed."""

    vault_id: UUID
    slot_id: UUID
    newer: tuple[bytes, ...]
    first: bytes

    def database_key(self) -> bytes:
        return self.newer[0]

    def database_keys(self) -> tuple[bytes, ...]:
        return (*self.newer, self.first)


def renewed(stored: StoredRegister, times: int = 1) -> RenewedKey:
    newer = tuple(secrets.token_bytes(32) for _ in range(times))
    opened = stored.opened
    return RenewedKey(opened.vault_id, opened.slot_id, newer, opened.key)


def rows(database: Database) -> list[str]:
    with database.read() as session:
        assert session.execute(text("PRAGMA journal_mode")).scalar() == "wal"
        assert session.execute(text("PRAGMA integrity_check")).scalar() == "ok"
        identity = session.execute(text("PRAGMA application_id")).scalar()
        assert identity == encryption.APPLICATION_ID
        return list(session.scalars(select(Organisation.name)))


@pytest.mark.parametrize("times", [1, 2])
def test_opening_with_renewed_keys_encrypts_anew(
    stored_register: StoredRegister, db: Database, times: int
) -> None:
    with db.write() as session:
        session.scalars(select(Organisation)).one().name = "Stichting Achterdeur"
    db.close()
    opened = renewed(stored_register, times)
    again = opening.open_register(db.folder, opened)
    assert rows(again) == ["Stichting Achterdeur"]
    again.close()
    path = db.folder / opening.REGISTER_FILE
    assert encryption.opens(path, opened.database_key())
    assert not encryption.opens(path, stored_register.opened.key)
    assert [entry.name for entry in db.folder.iterdir()] == [opening.REGISTER_FILE]


def test_what_a_crash_left_beside_the_register_is_swept(
    stored_register: StoredRegister, db: Database
) -> None:
    db.close()
    part = whole.part_of(db.folder / opening.REGISTER_FILE)
    part.write_bytes(b"half a copy")
    part.with_name(part.name + "-journal").write_bytes(b"its journal")
    again = opening.open_register(db.folder, renewed(stored_register))
    assert rows(again) == ["Stichting Voordeur"]
    again.close()
    assert [entry.name for entry in db.folder.iterdir()] == [opening.REGISTER_FILE]


def test_a_log_that_a_killed_program_left_is_taken_along(
    stored_register: StoredRegister, db: Database, tmp_path: Path
) -> None:
    with db.write() as session:
        session.scalars(select(Organisation)).one().name = "Stichting Achterdeur"
    killed = shutil.copytree(
        db.folder, tmp_path / "killed"
    )  # with its log, as a kill leaves it
    assert (killed / f"{opening.REGISTER_FILE}-wal").stat().st_size > 0
    again = opening.open_register(killed, renewed(stored_register))
    assert rows(again) == ["Stichting Achterdeur"]
    again.close()


def test_a_register_that_is_open_elsewhere_is_left_alone(
    stored_register: StoredRegister, db: Database
) -> None:
    with db.read() as session:
        assert session.scalars(select(Organisation.name)).all()
        with pytest.raises(faults.BusyRegisterError):
            opening.open_register(db.folder, renewed(stored_register))
    assert encryption.opens(db.folder / opening.REGISTER_FILE, stored_register.opened.key)


def test_keys_that_never_fitted_open_nothing(db: Database) -> None:
    db.close()
    path = db.folder / opening.REGISTER_FILE
    before = path.read_bytes()
    with pytest.raises(faults.DamagedRegisterError, match="do not belong together"):
        renewing.finish(path, (os.urandom(32), os.urandom(32)))
    assert path.read_bytes() == before


def test_a_copy_is_whole_and_lets_itself_be_read_where_nothing_may_be_written(
    stored_register: StoredRegister, db: Database, tmp_path: Path
) -> None:
    other, target = secrets.token_bytes(32), tmp_path / "copy.db"
    path = db.folder / opening.REGISTER_FILE
    with closing(encryption.connect(path, stored_register.opened.key)) as connection:
        encryption.copy(connection, target, other)
        with pytest.raises(FileExistsError):
            encryption.copy(connection, target, other)
    with closing(encryption.connect(target, other, mode="ro&immutable=1")) as connection:
        encryption.verify(connection)
        assert connection.execute("SELECT name FROM organisation").fetchall() == [
            ("Stichting Voordeur",)
        ]
    assert not list(tmp_path.glob("copy.db-*"))
