"""The region's desk: with months of three practice organisations, and before the first file."""

from __future__ import annotations

import atexit
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from desktop_app import dates, practice
from desktop_app.region import receiving, roster
from desktop_app.register import organisation, workers
from desktop_app.register.organisation import Founded, FounderFields, OrganisationFields
from desktop_app.store import keys
from desktop_app.summary import connection, export
from ui import background, pages
from ui.changes import Changes
from ui.desk import Place
from ui.gallery.desks import TODAY
from ui.screens.region import RegionScreen
from ui.trail import Step
from ui.window import Session, Window

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.store.database import Database

SIZES = (9, 30, 55)
_MONTHS = 5
_AFTER = (
    (timedelta(4), timedelta(4)),
    (timedelta(13), timedelta(6)),
    (timedelta(9), timedelta(9)),
)
"""How long after a month its file came, by organisation: the second one is late at times."""
_SILENT = ("Perspectief Zorg", "perspectief"), ("Thuis in de Stad", "thuisstad")


@dataclass(frozen=True, slots=True)
class _Desk:
    """A region's register, open, and a file of somebody's that did not arrive whole."""

    founded: Founded
    damaged: Path


def month() -> Window:
    """Return the window with a month of which one file did not arrive whole."""
    made = _filled()
    window = _window(made.founded)
    background.finish()
    (screen,) = window.findChildren(RegionScreen)
    screen.take([made.damaged])
    background.finish()
    background.finish()
    return window


def files() -> Window:
    """Return the window with the files of a month, among them late and older ones."""
    return _opened(_filled().founded, "region-files")


def goals() -> Window:
    """Return the window with the goals and the way there."""
    return _opened(_filled().founded, "region-goals")


def profile() -> Window:
    """Return the window with the profile and the organisations."""
    return _opened(_filled().founded, "region-profile")


def empty() -> Window:
    """Return the window before anybody takes part."""
    return _window(_empty())


def _opened(founded: Founded, page: str) -> Window:
    window = _window(founded, page)
    background.finish()
    return window


def _window(founded: Founded, page: str = "region") -> Window:
    db = founded.db
    card = organisation.organisation(db)
    session = Session(
        db=db,
        opened=founded.opened,
        me=workers.me(db),
        organisation=card.name,
        register=card.register_name,
        changes=Changes(db),
        today=lambda: TODAY,
    )
    return Window(session, pages.contents(), Step(Place(page)))


@cache
def _folder() -> Path:
    folder = TemporaryDirectory(ignore_cleanup_errors=True)
    atexit.register(folder.cleanup)
    return Path(folder.name)


def _found(name: str) -> Founded:
    fields = OrganisationFields(
        kind="region",
        name="Regio Utrecht",
        register_name="Regio Utrecht",
        short_code="u16",
        programme_start=date(2024, 11, 1),
        target=200,
    )
    founder = FounderFields(name="Noor Wiersma", role="REGIO", password=practice.PASSWORD)
    founded = organisation.found(_folder() / name, fields, founder, cost=keys.FLOOR)
    roster.agree(founded.db, roster.Rules(programme="Eerst een (t)huis"))
    return founded


@cache
def _empty() -> Founded:
    return _found("empty")


@cache
def _filled() -> _Desk:
    founded = _found("region")
    desk = founded.db
    last = TODAY.replace(day=1)
    months = [dates.add_months(last, -back) for back in range(_MONTHS, 0, -1)]
    began = months[0]
    for name, code in _SILENT:
        _take_part(desk, practice.Invented(name, code), 0, began).close()
    made = [
        _take_part(desk, practice.organisations()[at], size, began)
        for at, size in enumerate(SIZES)
    ]
    files: list[Path] = []
    for number, day in enumerate(months):
        if day == months[-1]:
            _change_profile(desk, dates.add_months(day, 1), made[1:])
        for db, after in zip(made, _AFTER, strict=True):
            came = dates.add_months(day, 1) + after[number % 2]
            draft = export.prepare(db, day, today=came)
            files.append(export.approve(db, draft, _folder(), today=came).path)
            receiving.receive(desk, files[-1:], today=came)
    for db in made:
        db.close()
    damaged = _folder() / f"thuisbasis_u16_{_SILENT[0][1]}_2026-10_r1_tb-summary-1.zip.age"
    damaged.write_bytes(files[0].read_bytes()[:-60])
    return _Desk(founded, damaged)


def _change_profile(desk: Database, day: date, told: Sequence[Database]) -> None:
    """Agree on another name; of the organisations only some take the newer profile."""
    roster.agree(desk, roster.Rules(programme="Eerst een (t)huis, regio Utrecht"))
    newer = roster.profile_file(desk, today=day)
    for one in told:
        connection.connect(one, newer)


def _take_part(desk: Database, who: practice.Invented, size: int, day: date) -> Database:
    """Make an organisation that is connected to the region."""
    made = practice.make_register(
        _folder() / who.code, today=TODAY, clients=size, seed=size, organisation=who
    )
    roster.add(desk, connection.card_file(made.db), today=day)
    words = connection.words_of(roster.profile(desk, today=day))
    connection.connect(made.db, roster.profile_file(desk, today=day), words)
    connection.agree_exact_headlines(made.db, "A. Visser", date(2026, 1, 12))
    return made.db
