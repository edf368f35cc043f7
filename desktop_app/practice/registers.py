"""A whole practice register: founded as a real one, filled in a few transactions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from desktop_app import dates
from desktop_app.practice import (
    encounters,
    flaws,
    housing,
    lives,
    papers,
    people,
    places,
    wishing,
)
from desktop_app.practice.chance import Dice, Ids, pool
from desktop_app.register import organisation, workers
from desktop_app.register.organisation import FounderFields, OrganisationFields
from desktop_app.store import journal, keys
from desktop_app.store.tables import Worker

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path
    from uuid import UUID

    from desktop_app.practice.flaws import Flaw
    from desktop_app.practice.housing import World
    from desktop_app.practice.papers import Paper
    from desktop_app.store.database import Database

PASSWORD = "oefenen met thuisbasis"  # noqa: S105 - printed wherever a practice register is made
FLAWED = 0.08
MONTHS = 24
_DWELLINGS_PER_CLIENT = 0.62
_BEFORE_START = 60  # days; some waited already when the programme began


@dataclass(frozen=True, slots=True)
class PracticeRegister:
    """A practice register, open, with its recovery code and the mistakes put in on purpose."""

    db: Database
    opened: keys.Opened
    recovery_code: str
    flaws: tuple[Flaw, ...]


@dataclass(frozen=True, slots=True)
class Invented:
    """Name and short code of an organisation that does not exist."""

    name: str
    code: str


def organisations() -> tuple[Invented, ...]:
    """Return the invented organisations, in a fixed order."""
    return tuple(
        Invented(item["name"], item["code"]) for item in pool("places")["organisations"]
    )


def make_register(
    folder: Path,
    *,
    today: date,
    clients: int = 40,
    dwellings: int | None = None,
    months: int = MONTHS,
    seed: int = 1,
    organisation: Invented | None = None,
    flawed: float = FLAWED,
) -> PracticeRegister:
    """Make a practice register; the same arguments give the same organisation.

    The coordinator and one support worker can open it, both with `PASSWORD`.

    Args:
        folder: is made; may not hold a register.
        today: the last day of the story.
        clients: how many people, also 0.
        dwellings: how many; five for eight clients where not given.
        months: how long the programme runs.
        seed: another number tells another story.
        organisation: who keeps the register.
        flawed: share of clients with a deliberate mistake.

    Raises:
        UserError: there is a register already, or the folder cannot be written.
    """
    count = round(clients * _DWELLINGS_PER_CLIENT) if dwellings is None else dwellings
    start = dates.add_months(today, -months).replace(day=1)
    founded = _found(folder, organisation or organisations()[0], clients, start)
    db = founded.db
    staff = _staff(db, founded.opened, clients)
    ids = Ids(seed, start - timedelta(days=_BEFORE_START))
    dice = Dice(seed, "dwellings")
    blocks = places.complexes(dice, ids, count, today)
    homes = places.homes(dice, ids, blocks, count, (start, today))
    first = start - timedelta(days=_BEFORE_START)
    came = people.invent(
        Dice(seed, "people"), ids, clients, db.acting.device_letter, (first, today)
    )
    dice = Dice(seed, "lives")
    world = housing.World(
        dice, ids, today, [lives.refer(dice, ids, person, today) for person in came], homes
    )
    housing.live(world, first)
    wishes = Dice(seed, "wishes")
    for place, life in enumerate(world.people):
        lives.decide(dice, ids, life, today)
        if life.status(today) != "AANM":
            life.person.client.key_worker_id = staff[place % len(staff)]
            if len(staff) > 1:
                life.person.client.stand_in_id = staff[(place + 1) % len(staff)]
            life.person.wish = wishing.wish(wishes, ids, life.person)
            if len(staff) > 1:
                life.person.client.stand_in_id = staff[(place + 1) % len(staff)]
    written = {
        life.person.id: papers.write(Dice(seed, f"plans/{place}"), ids, life, today)
        for place, life in enumerate(world.people)
    }
    planted = flaws.plant(world, flawed)
    _write(db, world, blocks, written, Dice(seed, "contacts"))
    return PracticeRegister(db, founded.opened, founded.recovery_code, planted)


def _found(folder: Path, who: Invented, clients: int, start: date) -> organisation.Founded:
    fields = OrganisationFields(
        kind="provider",
        name=who.name,
        register_name=f"Oefenregister {who.name}",
        short_code=who.code,
        phone="030 555 01 23",
        night_phone="030 555 01 99",
        email=f"info@{who.code}.example",
        programme_start=start,
        target=max(4, round(clients * 0.9)),
    )
    founder = FounderFields(
        name="Joost Smit", role="MAN", password=PASSWORD, phone="06 5550 1400"
    )
    return organisation.found(folder, fields, founder, cost=keys.FLOOR)


def _staff(db: Database, opened: keys.Opened, clients: int) -> Sequence[UUID]:
    """Add the colleagues and return the support workers; the first can open the register."""
    names = [name for name in pool("names")["workers"] if name != "Joost Smit"]
    first = workers.WorkerFields(name=names[0], role="BEG", phone="06 5550 1401")
    support = [workers.add_worker(db, first, (opened, PASSWORD))]
    others = names[1 : people.workers_needed(clients)]
    roles = [(name, "BEG") for name in others]
    roles += zip(names[-4:], ("WOON", "ERV", "ADM", "FB"), strict=True)
    with db.write() as session:
        rows = [
            Worker(name=name, role=role, phone=f"06 5550 {1402 + place}")
            for place, (name, role) in enumerate(roles)
        ]
        session.add_all(rows)
    return [*support, *(row.id for row in rows if row.role == "BEG")]


def _write(
    db: Database,
    world: World,
    blocks: Sequence[Any],
    written: dict[UUID, list[Paper]],
    dice: Dice,
) -> None:
    """Write everything in one transaction, parents before children."""
    everybody = world.people
    sheets = [paper for papers_ in written.values() for paper in papers_]
    notes = [
        note
        for life in everybody
        for note in encounters.notes(
            dice, world.ids, life, written.get(life.person.id, []), world.today
        )
    ]
    homes = world.homes
    tasks = encounters.tasks(dice, world.ids, everybody, homes, world.today)
    layers: list[Iterable[Any]] = [
        blocks,
        [home.dwelling for home in homes],
        [life.person.client for life in everybody],
        [status for home in homes for status in home.statuses],
        [life.person.referral for life in everybody],
        _all(everybody, lambda life: life.person.members),
        _all(everybody, lambda life: life.person.contacts),
        [life.person.wish for life in everybody if life.person.wish],
        _all(everybody, lambda life: sorted(life.steps, key=lambda step: (step.on, step.id))),
        _all(everybody, lambda life: life.decisions),
        _all(everybody, lambda life: life.support),
        _all(everybody, lambda life: life.stays),
        [sheet.plan for sheet in sheets],
        [section for sheet in sheets for section in sheet.sections],
        [goal for sheet in sheets for goal in sheet.goals],
        [action for sheet in sheets for action in sheet.actions],
        [score for sheet in sheets for score in sheet.scores],
        notes,
        tasks,
    ]
    with db.write() as session:
        for layer in layers:
            session.add_all(layer)
            session.flush()
        journal.note(session, "IMPORT", detail="practice data")


def _all(everybody: Iterable[Any], rows: Callable[[Any], Iterable[Any]]) -> list[Any]:
    return [row for life in everybody for row in rows(life)]
