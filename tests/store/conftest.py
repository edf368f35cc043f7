"""A register with real keys, that the tests of copies open, back up, restore and destroy in."""

from __future__ import annotations

import json
import shutil
import signal
import sys
import zipfile
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import select

from desktop_app.register import clients
from desktop_app.register.clients import ClientFields, ReferralFields
from desktop_app.register.organisation import FounderFields, OrganisationFields, found
from desktop_app.store import backups, bundle, keyform, keys, opening
from desktop_app.store.tables import Client

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from uuid import UUID

    from desktop_app.store.database import Database

if sys.platform != "win32":
    import resource

TODAY = date(2026, 11, 24)


@dataclass(frozen=True)
class FoundedRegister:
    """A register with one client, whose name is the marker to look for."""

    folder: Path
    opened: keys.Opened
    code: str
    words: str = "paars dak roept zeven"
    marker: str = "Zwaluwstaartje"

    def open(self) -> Database:
        return opening.open_register(self.folder, self.opened)

    def unlock(self, folder: Path) -> keys.Opened:
        return keys.unlock(folder, self.opened.slot_id, self.words)

    def add(self, db: Database, last_name: str = "") -> UUID:
        fields = ClientFields(call_name="Noor", last_name=last_name or self.marker)
        referral = ReferralFields(received_on=TODAY, source="MO")
        return clients.add_client(db, fields, referral, today=TODAY)

    def last_names(self, db: Database) -> list[str]:
        with db.read() as session:
            return sorted(session.scalars(select(Client.last_name)))

    def files(self) -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in self.folder.iterdir()}


@pytest.fixture(scope="session")
def founded(tmp_path_factory: pytest.TempPathFactory) -> FoundedRegister:
    """The register that others copy, closed."""
    folder = tmp_path_factory.mktemp("founded") / "register"
    fields = OrganisationFields(
        kind="provider",
        name="Stichting Voordeur",
        register_name="Utrecht-West",
        short_code="voordeur",
    )
    founder = FounderFields(name="Marieke Bos", role="MAN", password=FoundedRegister.words)
    made = found(folder, fields, founder, cost=keys.FLOOR)
    register = FoundedRegister(folder, made.opened, made.recovery_code)
    register.add(made.db)
    made.db.close()
    return register


@pytest.fixture
def here(founded: FoundedRegister, tmp_path: Path) -> FoundedRegister:
    """A register of one's own, closed."""
    return replace(founded, folder=shutil.copytree(founded.folder, tmp_path / "register"))


@pytest.fixture
def live(here: FoundedRegister) -> Iterator[Database]:
    """The same register, opened."""
    database = here.open()
    yield database
    database.close()


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """An empty folder for backups."""
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def moment() -> datetime:
    """When the tests make and restore backups."""
    return datetime(2026, 11, 24, 9, 12, tzinfo=UTC)


@pytest.fixture(scope="session")
def stored(founded: FoundedRegister, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A backup, only to be read."""
    folder = tmp_path_factory.mktemp("stored")
    register = replace(founded, folder=shutil.copytree(founded.folder, folder / "register"))
    db = register.open()
    at = datetime(2026, 11, 24, 9, 12, tzinfo=UTC)
    backup = backups.make(db, founded.opened, folder, at=at)
    db.close()
    return backup.path


@pytest.fixture
def no_room_beyond() -> Callable[[int], AbstractContextManager[None]]:
    """Let no file of this process grow over so many bytes, as on a full disk."""
    if sys.platform == "win32":
        pytest.skip("no limit on the size of files there")

    @contextmanager
    def limited(size: int) -> Iterator[None]:
        limits = resource.getrlimit(resource.RLIMIT_FSIZE)
        handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, limits[1]))
        try:
            yield
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, limits)
            signal.signal(signal.SIGXFSZ, handler)

    return limited


@pytest.fixture
def rebuilt(stored: Path) -> Callable[..., Path]:
    """Put a backup together anew, as somebody would who knows its form."""

    def build(target: Path, **changes: Any) -> Path:
        with zipfile.ZipFile(stored) as old, zipfile.ZipFile(target, "w") as new:
            for name in old.namelist():
                raw = old.read(name)
                if name == bundle.MANIFEST:
                    raw = keyform.canonical(json.loads(raw) | changes)
                new.writestr(name, raw)
        return target

    return build
