"""What the register holds of a file's people and dwellings, and what the file adds to it.

Known rows and new ones stand in it together, so that what follows from a lease is worked out
the same for both, without the register: that is read before and written after.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sqlalchemy import inspect, select

from desktop_app.store.folding import fold
from desktop_app.store.tables import (
    Base,
    Client,
    Complex,
    Decision,
    Dwelling,
    DwellingStatus,
    Referral,
    SupportPeriod,
    Tenancy,
    TrajectoryStep,
    Worker,
)

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy.orm import Session

    from desktop_app.register.importing.gathering import Gathered

_ORDER = (
    Complex, Dwelling, DwellingStatus, Client, Referral, TrajectoryStep, Decision, Tenancy,
    SupportPeriod,
)  # fmt: skip
"""Whatever a row needs stands in front of it."""


class Book:
    """The rows of now, by whom or what they are about.

    Attributes:
        letter: of this laptop, that begins its client numbers.
        workers: by folded name.
        numbers: those of this laptop's client numbers that are taken.
        complexes: by folded code, and by folded name where that is nobody's code.
        clients, dwellings: by id.
        steps, supports, leases_of: by client, oldest row first.
        statuses, leases_in: by dwelling.
    """

    def __init__(self, letter: str) -> None:
        self.letter = letter
        self.workers: dict[str, UUID] = {}
        self.numbers: set[int] = set()
        self.complexes: dict[str, Complex] = {}
        self.clients: dict[UUID, Client] = {}
        self.dwellings: dict[UUID, Dwelling] = {}
        self.steps: dict[UUID, list[TrajectoryStep]] = defaultdict(list)
        self.supports: dict[UUID, list[SupportPeriod]] = defaultdict(list)
        self.statuses: dict[UUID, list[DwellingStatus]] = defaultdict(list)
        self.leases_of: dict[UUID, list[Tenancy]] = defaultdict(list)
        self.leases_in: dict[UUID, list[Tenancy]] = defaultdict(list)
        self._known: list[Base] = []
        self._new: dict[type[Base], list[Base]] = {kind: [] for kind in _ORDER}

    def know(self, row: Base) -> None:
        """Take in a row of the register."""
        self._known.append(row)
        self._enter(row)

    def add(self, row: Base) -> None:
        """Take in a row that the file brings."""
        self._new[type(row)].append(row)
        self._enter(row)

    def is_new(self, row: Base) -> bool:
        """Tell whether the file brings a row."""
        return inspect(row).transient

    def new(self) -> list[Base]:
        """Return what the file brings, whatever a row needs in front of it.

        Of two steps on one day the later id is the later step; ids made within a millisecond
        say nothing of that, so they are dealt out anew.
        """
        steps = [row for row in self._new[TrajectoryStep] if isinstance(row, TrajectoryStep)]
        for step, own in zip(steps, sorted(step.id for step in steps), strict=True):
            step.id = own
        return [row for rows in self._new.values() for row in rows]

    def changed(self) -> list[Base]:
        """Return the rows of the register that the file says more about."""
        return [row for row in self._known if inspect(row).modified]

    def _enter(self, row: Base) -> None:
        match row:
            case Client():
                self.clients[row.id] = row
            case Dwelling():
                self.dwellings[row.id] = row
            case Complex():
                self.complexes[fold(row.code)] = row
                self.complexes.setdefault(fold(row.name), row)
            case TrajectoryStep():
                self.steps[row.client_id].append(row)
            case SupportPeriod():
                self.supports[row.client_id].append(row)
            case DwellingStatus():
                self.statuses[row.dwelling_id].append(row)
            case Tenancy():
                self.leases_of[row.client_id].append(row)
                self.leases_in[row.dwelling_id].append(row)
            case _:
                pass  # nothing follows from a referral or a decision


def opened(session: Session, gathered: Gathered, letter: str) -> Book:
    """Return what the register holds of the people and dwellings of a file.

    Args:
        session: for reading.
        gathered: who and what the file is about.
        letter: of this laptop, that begins its client numbers.
    """
    book = Book(letter)
    book.workers = {fold(row.name): row.id for row in session.scalars(select(Worker))}
    numbers = select(Client.number_count).where(Client.number_letter == letter)
    book.numbers = set(session.scalars(numbers))
    people = [thing.known_id for thing in gathered.people if thing.known_id]
    places = [thing.known_id for thing in gathered.dwellings if thing.known_id]
    about = (
        select(Complex),
        select(Client).where(Client.id.in_(people)),
        select(Dwelling).where(Dwelling.id.in_(places)),
        select(TrajectoryStep).where(TrajectoryStep.client_id.in_(people)),
        select(SupportPeriod).where(SupportPeriod.client_id.in_(people)),
        select(DwellingStatus).where(DwellingStatus.dwelling_id.in_(places)),
        select(Tenancy).where(Tenancy.client_id.in_(people)),
        select(Tenancy).where(Tenancy.dwelling_id.in_(places)),
    )
    rows: dict[object, Base] = {}
    for query in about:
        rows |= {row.id: row for row in session.scalars(query)}
    for _id, row in sorted(rows.items()):
        book.know(row)
    return book
