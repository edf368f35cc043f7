"""A practice organisation that is connected to a region, copied for each test."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import pytest

from desktop_app import practice
from desktop_app.store import opening
from desktop_app.summary import connection
from tests.regions import Region, new_region

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from desktop_app.store.database import Database
    from desktop_app.store.keys import Opened

TODAY = date(2026, 11, 24)


@dataclass(frozen=True, slots=True)
class Stored:
    folder: Path
    opened: Opened


@pytest.fixture(scope="session")
def region() -> Region:
    """One region for all tests."""
    return new_region()


@pytest.fixture(scope="session")
def stored_practice(tmp_path_factory: pytest.TempPathFactory, region: Region) -> Stored:
    """A practice register of fifty clients, connected and agreed to exact headlines, closed."""
    folder = tmp_path_factory.mktemp("practice") / "register"
    made = practice.make_register(folder, today=TODAY, clients=50, seed=3)
    connection.connect(made.db, region.file, region.words)
    connection.agree_exact_headlines(made.db, "A. Visser", date(2026, 1, 12))
    made.db.close()
    return Stored(folder, made.opened)


@pytest.fixture
def practised(stored_practice: Stored, tmp_path: Path) -> Iterator[Database]:
    """The connected practice register, opened, of one's own."""
    folder = tmp_path / "practised"
    shutil.copytree(stored_practice.folder, folder)
    database = opening.open_register(folder, stored_practice.opened)
    yield database
    database.close()
