"""Versions of plans as lines of a list: all of one client's, and the newest of everybody's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from desktop_app.plans import review
from desktop_app.store.tables import Client, Plan, PlanAction, PlanGoal, PlanPrint

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from uuid import UUID

    from sqlalchemy.orm import Session

    from desktop_app.store.database import Database


@dataclass(frozen=True, slots=True)
class VersionRow:
    """A version in a few words; `sha256` is that of its print."""

    plan_id: UUID
    plan_type: str
    number: int
    status: str
    started_on: date
    printed_on: date | None
    agreed_on: date | None
    signature: str | None
    sha256: str | None


@dataclass(frozen=True, slots=True)
class PlanRow:
    """The newest version of a client's plan, as a line of a list."""

    plan_id: UUID
    client_id: UUID
    client_number: str
    client_name: str
    plan_type: str
    number: int
    status: str
    started_on: date
    review_on: date | None
    agreed_on: date | None
    signature: str | None
    goals: int
    steps: int
    steps_done: int


def plan_rows(
    db: Database, *, today: date, plan_type: str | None = None
) -> tuple[PlanRow, ...]:
    """Return the newest version of every plan, by last name."""
    newest = (
        select(Plan.client_id, Plan.plan_type, func.max(Plan.number).label("number"))
        .group_by(Plan.client_id, Plan.plan_type)
        .subquery()
    )
    query = (
        select(Plan, Client)
        .join(Client, Client.id == Plan.client_id)
        .join(
            newest,
            (newest.c.client_id == Plan.client_id)
            & (newest.c.plan_type == Plan.plan_type)
            & (newest.c.number == Plan.number),
        )
        .order_by(Client.sort_name, Client.id, Plan.plan_type)
    )
    if plan_type is not None:
        query = query.where(Plan.plan_type == plan_type)
    with db.read() as session:
        counts = _counts(session)
        return tuple(
            _plan_row(plan, client, counts.get(plan.id, (0, 0, 0)), today)
            for plan, client in session.execute(query)
        )


def versions(
    db: Database, client_id: UUID, *, today: date, plan_type: str | None = None
) -> tuple[VersionRow, ...]:
    """Return all versions of a client's plans, the newest first."""
    query = select(Plan).where(Plan.client_id == client_id)
    if plan_type is not None:
        query = query.where(Plan.plan_type == plan_type)
    with db.read() as session:
        plans = session.scalars(query.order_by(Plan.plan_type, Plan.number.desc())).all()
        printed = prints(session, plans)
    return tuple(row(plan, printed, today) for plan in plans)


def prints(session: Session, plans: Sequence[Plan]) -> dict[UUID, tuple[date, str]]:
    """Return day and hash of the print of each version that was frozen."""
    rows = session.execute(
        select(PlanPrint.plan_id, PlanPrint.made_on, PlanPrint.sha256)
        .where(PlanPrint.plan_id.in_([plan.id for plan in plans]))
        .order_by(PlanPrint.id.desc())
    )
    return {plan_id: (on, sha) for plan_id, on, sha in rows}


def row(plan: Plan, printed: Mapping[UUID, tuple[date, str]], today: date) -> VersionRow:
    """Return a version as a line of a list."""
    printed_on, sha256 = printed.get(plan.id, (None, None))
    return VersionRow(
        plan_id=plan.id,
        plan_type=plan.plan_type,
        number=plan.number,
        status=review.status_on(plan.status, plan.review_on, today),
        started_on=plan.started_on,
        printed_on=printed_on,
        agreed_on=plan.agreed_on,
        signature=plan.signature,
        sha256=sha256,
    )


def _counts(session: Session) -> dict[UUID, tuple[int, int, int]]:
    """Return goals, steps and steps done of each version."""
    rows = session.execute(
        select(
            PlanGoal.plan_id,
            func.count(PlanGoal.id.distinct()),
            func.count(PlanAction.id),
            func.count(PlanAction.done_on),
        )
        .join(PlanAction, PlanAction.goal_id == PlanGoal.id, isouter=True)
        .group_by(PlanGoal.plan_id)
    )
    return {plan_id: (goals, steps, done) for plan_id, goals, steps, done in rows}


def _plan_row(plan: Plan, client: Client, counts: tuple[int, int, int], today: date) -> PlanRow:
    goals, steps, done = counts
    return PlanRow(
        plan_id=plan.id,
        client_id=client.id,
        client_number=client.number,
        client_name=client.shown_name,
        plan_type=plan.plan_type,
        number=plan.number,
        status=review.status_on(plan.status, plan.review_on, today),
        started_on=plan.started_on,
        review_on=plan.review_on,
        agreed_on=plan.agreed_on,
        signature=plan.signature,
        goals=goals,
        steps=steps,
        steps_done=done,
    )
