"""Real things that many tests need: an encrypted register, opened, in a folder of its own."""

from __future__ import annotations

import secrets
import shutil
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import pytest
from hypothesis import settings

from desktop_app import words
from desktop_app.store import opening
from desktop_app.store.tables import Organisation, Setting, Worker
from tests.small_disk import small

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from desktop_app.store.database import Database
    from tests.small_disk import SmallDisk

TODAY = date(2026, 11, 24)
# How long something takes is measured in tests/benchmarks; here another process may be busy.
settings.register_profile("house", deadline=None)
settings.load_profile("house")


@dataclass(frozen=True, slots=True)
class RandomKey:
    """What an unlocked key file gives, without the second that deriving a password takes."""

    vault_id: UUID = field(default_factory=uuid4)
    slot_id: UUID = field(default_factory=uuid4)
    key: bytes = field(default_factory=lambda: secrets.token_bytes(32))

    def database_key(self) -> bytes:
        return self.key

    def database_keys(self) -> tuple[bytes, ...]:
        return (self.key,)


@dataclass(frozen=True, slots=True)
class StoredRegister:
    """A founded register on disk, to be copied by each test."""

    folder: Path
    opened: RandomKey


@pytest.fixture(scope="session")
def stored_register(tmp_path_factory: pytest.TempPathFactory) -> StoredRegister:
    """A register with an organisation and two workers, closed."""
    folder = tmp_path_factory.mktemp("stored")
    opened = RandomKey()
    db = opening.create_register(folder, opened, bytes(32))
    with db.write() as session:
        session.add(
            Organisation(
                kind="provider",
                name="Stichting Voordeur",
                register_name="Register Utrecht-West",
                short_code="voordeur",
                phone="030 555 01 23",
                programme_start=date(2025, 1, 1),
                target=24,
            )
        )
        session.add(Worker(name="Marieke Bos", role="BEG", slot_id=opened.slot_id))
        session.add(Worker(name="Joost Smit", role="MAN"))
        session.add(Setting(name="recovery sheet", value={"checked_on": str(TODAY)}))
    db.close()
    return StoredRegister(folder, opened)


@pytest.fixture
def db(stored_register: StoredRegister, tmp_path: Path) -> Iterator[Database]:
    """A register of one's own, opened by Marieke Bos, support worker."""
    folder = tmp_path / "register"
    shutil.copytree(stored_register.folder, folder)
    database = opening.open_register(folder, stored_register.opened)
    yield database
    database.close()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[SmallDisk]:
    """A disk of some megabytes that can be filled to the brim."""
    place = tmp_path / "disk"
    place.mkdir()
    with small(place) as disk:
        yield disk


@pytest.fixture
def today() -> date:
    """The day on which the tests play."""
    return TODAY


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Tests read sentences in English unless they choose otherwise."""
    words.set_language("en")
    yield
    words.set_language("nl")
