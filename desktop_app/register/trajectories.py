"""A client's way through the chain: dated steps, and why somebody waits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from desktop_app.register.checks import Problems, lengths
from desktop_app.store import journal
from desktop_app.store.tables import TrajectoryStep
from desktop_app.words import _

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from desktop_app.store.database import Database

WAITING = frozenset({"WBES", "WLST"})  # only here a wait reason must be given


@dataclass(frozen=True, slots=True, kw_only=True)
class StepFields:
    """A step: a code of `trajectory_status`, its day, and the wait reason where one waits."""

    status: str
    on: date
    wait_reason: str | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A step as it stands in the register."""

    step_id: UUID
    status: str
    on: date
    wait_reason: str | None
    note: str


def take_step(db: Database, client_id: UUID, fields: StepFields, *, today: date) -> UUID:
    """Add a step to a client's trajectory.

    Raises:
        InvalidFieldsError: unknown code, a missing wait reason, a day in the future or before
            the newest step.
    """
    problems = Problems()
    problems.code("status", "trajectory_status", fields.status)
    problems.code("wait_reason", "wait_reason", fields.wait_reason)
    if fields.status in WAITING:
        problems.missing("wait_reason", fields.wait_reason, _("Choose what is waited for."))
    if fields.on > today:
        problems.add("on", _("A step cannot lie in the future."))
    lengths(problems, fields, TrajectoryStep)
    with db.write() as session:
        newest = session.scalars(
            select(TrajectoryStep)
            .where(TrajectoryStep.client_id == client_id)
            .order_by(TrajectoryStep.on.desc(), TrajectoryStep.id.desc())
        ).first()
        if newest is not None:
            problems.not_before("on", fields.on, newest.on)
        problems.raise_any()
        step = TrajectoryStep(
            client_id=client_id,
            status=fields.status,
            on=fields.on,
            wait_reason=fields.wait_reason,
            note=fields.note,
        )
        session.add(step)
        journal.note(session, "ADD", subject=client_id, detail="trajectory")
    return step.id


def steps(db: Database, client_id: UUID) -> list[Step]:
    """Return a client's steps, the newest first."""
    with db.read() as session:
        rows = session.scalars(
            select(TrajectoryStep)
            .where(TrajectoryStep.client_id == client_id)
            .order_by(TrajectoryStep.on.desc(), TrajectoryStep.id.desc())
        ).all()
    return [
        Step(step_id=s.id, status=s.status, on=s.on, wait_reason=s.wait_reason, note=s.note)
        for s in rows
    ]
