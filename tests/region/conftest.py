"""A region with practice organisations that are connected and made a month; one per test."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import pytest

from desktop_app import practice
from desktop_app.region import roster
from desktop_app.store import opening
from desktop_app.summary import connection, export
from tests.regions import found_region

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from desktop_app.store.database import Database
    from desktop_app.store.keys import Opened

TODAY = date(2026, 11, 24)
OCTOBER, SEPTEMBER = date(2026, 10, 31), date(2026, 9, 30)
SIZES = (8, 30, 55)
MISSING = "Perspectief Zorg"


@dataclass(frozen=True, slots=True)
class StoredRegion:
    """A region's register, closed, and the files its organisations made."""

    folder: Path
    opened: Opened
    files: dict[str, Path]
    september: dict[str, Path]


@pytest.fixture(scope="session")
def stored_region(tmp_path_factory: pytest.TempPathFactory) -> StoredRegion:
    """Three organisations sent September and October; a fourth takes part and never sent."""
    home = tmp_path_factory.mktemp("region")
    founded = found_region(home / "region")
    db = founded.db
    roster.agree(db, roster.Rules(programme="Eerst een (t)huis"))
    profile = roster.profile_file(db, today=TODAY)
    words = connection.words_of(roster.profile(db, today=TODAY))
    files: dict[str, Path] = {}
    september: dict[str, Path] = {}
    for at, size in enumerate(SIZES):
        who = practice.organisations()[at]
        made = practice.make_register(
            home / who.code, today=TODAY, clients=size, seed=at, organisation=who
        )
        roster.add(db, connection.card_file(made.db), today=TODAY)
        connection.connect(made.db, profile, words)
        connection.agree_exact_headlines(made.db, "A. Visser", date(2026, 1, 12))
        for month, kept in ((SEPTEMBER, september), (OCTOBER, files)):
            draft = export.prepare(made.db, month, today=TODAY)
            kept[who.code] = export.approve(made.db, draft, home, today=TODAY).path
        made.db.close()
    silent = practice.make_register(
        home / "silent",
        today=TODAY,
        clients=0,
        organisation=practice.Invented(MISSING, "perspectief"),
    )
    roster.add(db, connection.card_file(silent.db), today=TODAY)
    silent.db.close()
    db.close()
    return StoredRegion(home / "region", founded.opened, files, september)


@pytest.fixture
def region_db(stored_region: StoredRegion, tmp_path: Path) -> Iterator[Database]:
    """The region's register, opened, of one's own."""
    folder = tmp_path / "region"
    shutil.copytree(stored_region.folder, folder)
    database = opening.open_register(folder, stored_region.opened)
    yield database
    database.close()
