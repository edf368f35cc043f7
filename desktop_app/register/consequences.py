"""What a key or a last day brings with it: status, trajectory, support, tasks.

Each works in the transaction of the act it belongs to.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import select

from desktop_app.register.dwellings import newest_status
from desktop_app.store.tables import (
    Client,
    DwellingStatus,
    SupportPeriod,
    Task,
    Tenancy,
    TrajectoryStep,
)
from desktop_app.words import _

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from sqlalchemy.orm import Session

    from desktop_app.store.database import Database

DAY = timedelta(days=1)
LETTABLE = frozenset({"BES", "RES", "MUT", "OPL", "VER", "VERT"})


def occupy(session: Session, dwelling_id: UUID, day: date, status: str) -> None:
    """Say that a dwelling is occupied from a day on, unless it says so already."""
    newest = newest_status(session, dwelling_id)
    if newest is None or newest.status != status:
        since = day if newest is None else max(day, newest.since)
        session.add(DwellingStatus(dwelling_id=dwelling_id, status=status, since=since))


def support_from(session: Session, client_id: UUID, day: date) -> None:
    """Let support run from a day on, unless some runs already."""
    running = session.scalar(
        select(SupportPeriod.id).where(
            SupportPeriod.client_id == client_id, SupportPeriod.ended_on.is_(None)
        )
    )
    if running is None:
        session.add(SupportPeriod(client_id=client_id, starts_on=day))


def vacate(session: Session, dwelling_id: UUID, last_day: date) -> None:
    """Make a dwelling vacant the day after, unless others still live there or it left us."""
    others = session.scalar(
        select(Tenancy.id)
        .where(
            Tenancy.dwelling_id == dwelling_id,
            Tenancy.ended_on.is_(None) | (Tenancy.ended_on > last_day),
        )
        .limit(1)
    )
    newest = newest_status(session, dwelling_id)
    if others is not None or (newest is not None and newest.status not in LETTABLE):
        return
    since = last_day + DAY
    session.add(
        DwellingStatus(
            dwelling_id=dwelling_id,
            status="BES",
            since=since if newest is None else max(since, newest.since),
        )
    )


def leave_tasks(session: Session, db: Database, tenancy: Tenancy) -> None:
    """Leave the two tasks that the end of a tenancy brings."""
    client = session.get_one(Client, tenancy.client_id)
    owner = client.key_worker_id or db.acting.worker_id
    for title, dwelling_id in (
        (_("Hand over the dwelling"), tenancy.dwelling_id),
        (_("Score the life areas at the end"), None),
    ):
        session.add(
            Task(
                title=title,
                due_on=tenancy.ended_on or tenancy.starts_on,
                worker_id=owner,
                client_id=client.id,
                dwelling_id=dwelling_id,
            )
        )


def trajectory_after(session: Session, tenancy: Tenancy) -> None:
    """Say "lost the dwelling, support goes on" of who has no home now; the dead left both."""
    if died(tenancy):
        session.get_one(Client, tenancy.client_id).died_on = tenancy.ended_on
    elif step := step_after(tenancy):
        session.add(step)


def died(tenancy: Tenancy) -> bool:
    """Tell whether a tenancy ended because the client died."""
    return tenancy.end_reason == "OVER"


def step_after(tenancy: Tenancy) -> TrajectoryStep | None:
    """Return the step of who has no home after the end of a tenancy."""
    if tenancy.ended_on is None or (tenancy.destination or "U")[0] not in "EU":
        return None
    return TrajectoryStep(client_id=tenancy.client_id, status="TUSS", on=tenancy.ended_on + DAY)
