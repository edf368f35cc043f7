"""A whole practice register: founded as a real one, filled in a few transactions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app import dates
from desktop_app.practice import flaws, people, stories, writing
from desktop_app.practice.chance import Dice, pool
from desktop_app.register import organisation, own_password, workers
from desktop_app.register.organisation import FounderFields, OrganisationFields
from desktop_app.store import keys
from desktop_app.store.tables import Worker

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path
    from uuid import UUID

    from desktop_app.practice.flaws import Flaw
    from desktop_app.store.database import Database

PASSWORD = "oefenen met thuisbasis"  # noqa: S105 - printed wherever a practice register is made
FLAWED = 0.08
MONTHS = 24
_DWELLINGS_PER_CLIENT = 0.62


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
    story = stories.tell(seed, db.acting.device_letter, (clients, count), (start, today), staff)
    planted = flaws.plant(story.world, flawed)
    writing.write(db, story, Dice(seed, "contacts"))
    writing.print_plans(db, story)
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
    founded = organisation.found(folder, fields, founder, cost=keys.FLOOR)
    contacts = {"complaints": f"klacht@{who.code}.example", "advocate": "030 555 02 00"}
    organisation.choose(founded.db, "plan_contacts", contacts)
    return founded


def _staff(db: Database, opened: keys.Opened, clients: int) -> Sequence[UUID]:
    """Add the colleagues and return the support workers; the first can open the register."""
    names = [name for name in pool("names")["workers"] if name != "Joost Smit"]
    first = workers.WorkerFields(name=names[0], role="BEG", phone="06 5550 1401")
    support = [workers.add_worker(db, first, (opened, PASSWORD))]
    others = names[1 : min(people.workers_needed(clients), len(names) - 4)]
    roles = [(name, "BEG") for name in others]
    roles += zip(names[-4:], ("WOON", "ERV", "ADM", "FB"), strict=True)
    with db.write() as session:
        own_password.forget_first(session, support[0])  # everybody here has the same one
        rows = [
            Worker(name=name, role=role, phone=f"06 5550 {1402 + place}")
            for place, (name, role) in enumerate(roles)
        ]
        session.add_all(rows)
    return [*support, *(row.id for row in rows if row.role == "BEG")]
