"""The file is really encrypted, and every damage has its own sentence."""

from __future__ import annotations

import shutil
import sqlite3  # noqa: TID251 - the plain driver must not be able to read the file
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from desktop_app.register import clients
from desktop_app.register.clients import ClientFields, ReferralFields
from desktop_app.store import encryption, opening
from desktop_app.store.faults import DamagedRegisterError

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from desktop_app.store.database import Database
    from tests.conftest import StoredRegister

MARKER = "Wybrzydkowskamarker"


@pytest.fixture
def register_copy(stored_register: StoredRegister, tmp_path: Path) -> Path:
    folder = tmp_path / "copy"
    shutil.copytree(stored_register.folder, folder)
    return folder


def test_nothing_readable_is_ever_on_disk(db: Database, today: date) -> None:
    fields = ClientFields(call_name=MARKER, last_name=MARKER)
    clients.add_client(db, fields, ReferralFields(received_on=today, source="MO"), today=today)
    files = list(db.folder.iterdir())
    assert {f.name for f in files} >= {"register.db", "register.db-wal"}
    for file in files:
        content = file.read_bytes().lower()
        assert MARKER.lower().encode() not in content
        assert MARKER.encode("utf-16-le") not in content


def test_the_plain_driver_cannot_read_the_file(register_copy: Path) -> None:
    with (
        closing(sqlite3.connect(register_copy / "register.db")) as plain,
        pytest.raises(sqlite3.DatabaseError, match="not a database"),
    ):
        plain.execute("SELECT * FROM client")


def test_temporary_files_stay_in_memory(
    stored_register: StoredRegister, register_copy: Path
) -> None:
    key = stored_register.opened.database_key()
    with closing(encryption.connect(register_copy / "register.db", key)) as connection:
        settings = {
            name: connection.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("temp_store", "foreign_keys", "secure_delete", "synchronous")
        }
    assert settings == {
        "temp_store": 2,
        "foreign_keys": 1,
        "secure_delete": 1,
        "synchronous": 2,
    }


def test_a_wrong_key_gets_a_sentence(
    stored_register: StoredRegister, register_copy: Path
) -> None:
    del stored_register
    with pytest.raises(DamagedRegisterError, match="Key and register do not belong together"):
        encryption.connect(register_copy / "register.db", bytes(32))


@pytest.mark.parametrize("length", [0, 16, 31, 33])
def test_a_key_of_another_length_is_a_bug(register_copy: Path, length: int) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        encryption.connect(register_copy / "register.db", bytes(length))


def test_an_empty_file_is_no_new_register(
    stored_register: StoredRegister, register_copy: Path
) -> None:
    (register_copy / "register.db").write_bytes(b"")
    with pytest.raises(DamagedRegisterError, match=r"empty \(0 bytes\)"):
        opening.open_register(register_copy, stored_register.opened)
    assert (register_copy / "register.db").stat().st_size == 0


def test_a_missing_file_is_no_new_register(
    stored_register: StoredRegister, register_copy: Path
) -> None:
    (register_copy / "register.db").unlink()
    with pytest.raises(DamagedRegisterError, match="missing beside its key file"):
        opening.open_register(register_copy, stored_register.opened)
    assert not (register_copy / "register.db").exists()


def test_a_folder_under_its_name_is_no_register(
    stored_register: StoredRegister, register_copy: Path
) -> None:
    (register_copy / "register.db").unlink()
    (register_copy / "register.db").mkdir()
    with pytest.raises(DamagedRegisterError, match="missing beside its key file"):
        opening.open_register(register_copy, stored_register.opened)


def test_a_foreign_file_is_refused_and_left_alone(
    stored_register: StoredRegister, register_copy: Path
) -> None:
    foreign = b"PK\x03\x04 holiday photographs" * 400
    (register_copy / "register.db").write_bytes(foreign)
    with pytest.raises(DamagedRegisterError):
        opening.open_register(register_copy, stored_register.opened)
    assert (register_copy / "register.db").read_bytes() == foreign


def test_a_cut_file_is_seen_at_opening(
    stored_register: StoredRegister, register_copy: Path
) -> None:
    path = register_copy / "register.db"
    whole = path.read_bytes()
    for keep in (len(whole) // 2 // 4096 * 4096, len(whole) - 4096, len(whole) - 1000):
        path.write_bytes(whole[:keep])
        with pytest.raises(DamagedRegisterError):
            opening.open_register(register_copy, stored_register.opened)


def test_one_flipped_bit_anywhere_is_seen_at_opening(
    stored_register: StoredRegister, register_copy: Path
) -> None:
    path = register_copy / "register.db"
    whole = path.read_bytes()
    for position in range(100, len(whole), len(whole) // 40):
        damaged = bytearray(whole)
        damaged[position] ^= 0x10
        path.write_bytes(damaged)
        with pytest.raises(DamagedRegisterError, match="damaged"):
            opening.open_register(register_copy, stored_register.opened)


def test_a_register_of_another_vault_is_refused(
    stored_register: StoredRegister, register_copy: Path
) -> None:
    other = replace(stored_register.opened, vault_id=uuid4())
    with pytest.raises(DamagedRegisterError, match="do not belong together"):
        opening.open_register(register_copy, other)
