"""How the organisation stands: homes, who waits, who was housed; now and the months before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import select

from desktop_app import codelists, dates
from desktop_app.register import dwelling_list, organisation
from desktop_app.register.dwelling_list import EMPTY
from desktop_app.store.tables import Client, Tenancy, TrajectoryStep

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date
    from uuid import UUID

    from desktop_app.store.database import Database

MONTHS = 6
LONG_VACANT = 30  # days


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Counts of today; each `_before` has the ends of the months before, and today last.

    Attributes:
        occupied: dwellings of our stock in which somebody lives.
        stock: dwellings we let or can let.
        vacant: dwellings of our stock in which nobody lives.
        long_vacant: of these, longer than 30 days.
        waiting: people in the waiting phase of their trajectory.
        longest_wait: days that the longest of them waits.
        placed: people with a first key since the programme started.
        target: our share of the region's goal.
    """

    occupied: int
    stock: int
    vacant: int
    long_vacant: int
    waiting: int
    longest_wait: int | None
    placed: int
    target: int | None
    occupied_before: tuple[int, ...]
    vacant_before: tuple[int, ...]
    waiting_before: tuple[int, ...]
    placed_before: tuple[int, ...]


def standing(db: Database, *, today: date) -> Standing:
    """Return the counts of a day with those of the six months before it."""
    office = organisation.organisation(db)
    moments = [*_month_ends(today), today]
    homes = dwelling_list.rows_on_days(db, moments)
    steps, keys = _steps(db), _first_keys(db, office.programme_start)
    lived_in = tuple(sum(bool(row.tenants) for row in _stock(rows)) for rows in homes)
    vacant = tuple(sum(row.column in EMPTY for row in rows) for rows in homes)
    waits = [_waiting(steps, day) for day in moments]
    long_empty = [row.days_vacant(today) or 0 for row in homes[-1] if row.column in EMPTY]
    return Standing(
        occupied=lived_in[-1],
        stock=len(_stock(homes[-1])),
        vacant=vacant[-1],
        long_vacant=sum(days > LONG_VACANT for days in long_empty),
        waiting=len(waits[-1]),
        longest_wait=max(((today - since).days for since in waits[-1]), default=None),
        placed=sum(key <= today for key in keys),
        target=office.target,
        occupied_before=lived_in,
        vacant_before=vacant,
        waiting_before=tuple(len(found) for found in waits),
        placed_before=tuple(sum(key <= day for key in keys) for day in moments),
    )


def _month_ends(today: date) -> list[date]:
    first = today.replace(day=1)
    return [dates.add_months(first, -back) - timedelta(1) for back in reversed(range(MONTHS))]


def _stock(
    rows: Iterable[dwelling_list.DwellingRow],
) -> list[dwelling_list.DwellingRow]:
    return [row for row in rows if row.in_stock]


Steps = dict["UUID", list[tuple["date", str]]]


def _steps(db: Database) -> Steps:
    """Return each client's steps, oldest first."""
    steps: Steps = {}
    with db.read() as session:
        found = session.execute(
            select(TrajectoryStep.client_id, TrajectoryStep.on, TrajectoryStep.status).order_by(
                TrajectoryStep.on, TrajectoryStep.id
            )
        )
        for client_id, on, status in found:
            steps.setdefault(client_id, []).append((on, status))
    return steps


def _waiting(steps: Steps, day: date) -> list[date]:
    """Return since when each person waits who waits on a day: the first step of the wait."""
    waits = codelists.codes_where("trajectory_status", "phase", "wacht")
    since = []
    for taken in steps.values():
        passed = [(on, status in waits) for on, status in taken if on <= day]
        if passed and passed[-1][1]:
            since.append(_began(passed))
    return since


def _began(passed: Sequence[tuple[date, bool]]) -> date:
    began = passed[-1][0]
    for on, waits in reversed(passed):
        if not waits:
            break
        began = on
    return began


def _first_keys(db: Database, start: date | None) -> list[date]:
    """Return the first key date of each person who counts, from the programme's start on."""
    first: dict[UUID, date] = {}
    with db.read() as session:
        found = session.execute(
            select(Tenancy.client_id, Tenancy.starts_on)
            .join(Client, Client.id == Tenancy.client_id)
            .where(Client.counts_for_region)
            .order_by(Tenancy.starts_on)
        )
        for client_id, starts_on in found:
            first.setdefault(client_id, starts_on)
    return [key for key in first.values() if start is None or key >= start]
