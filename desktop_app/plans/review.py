"""Looking back: when a plan is discussed again, how each goal ended, and when it is over."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from desktop_app import dates
from desktop_app.errors import UserError
from desktop_app.plans import drafting, facts, goals
from desktop_app.store import journal
from desktop_app.store.database import require_version
from desktop_app.store.tables import Client, Plan
from desktop_app.words import _

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from desktop_app.store.database import Database

_DUE, _CLOSED = "EVA", "AFG"
_WEEKS_BEFORE_DECISION_ENDS = 8


@dataclass(frozen=True, slots=True)
class Moment:
    """A day to look back that practice asks for; `code` is of the list `eval_moment`."""

    code: str
    on: date


@dataclass(frozen=True, slots=True)
class Review:
    """A version in force with the day to look back at it; negative `days` are days too late."""

    plan_id: UUID
    client_id: UUID
    client_number: str
    client_name: str
    number: int
    on: date
    days: int


def status_on(status: str, review_on: date | None, today: date) -> str:
    """Return the status of a version on a day: one that runs asks for a review on its date."""
    if status in drafting.RUNNING and review_on is not None and review_on <= today:
        return _DUE
    return status


def moments(db: Database, plan_id: UUID, *, today: date) -> tuple[Moment, ...]:
    """Return the days to look back that may be offered, soonest first.

    Contract practice: after 6 weeks and 3 months at the start, then every 6 months, at the
    latest 8 weeks before the decision ends.
    """
    with db.read() as session:
        plan = drafting.plan(session, plan_id)
        known = facts.known(session, plan.client_id, today=today).facts
    start = max(plan.started_on, today)
    offered = [
        Moment("W6", start + timedelta(weeks=6)),
        Moment("M3", dates.add_months(start, 3)),
        Moment("M6", dates.add_months(start, 6)),
        Moment("M12", dates.add_months(start, 12)),
    ]
    period = known.get("decision.period")
    if isinstance(period, tuple) and period[1] is not None:
        last = period[1] - timedelta(weeks=_WEEKS_BEFORE_DECISION_ENDS)
        if last > start:
            offered.append(Moment("BES", last))
    return tuple(sorted(offered, key=lambda moment: moment.on))


def due(db: Database, *, today: date, within: int = 30) -> tuple[Review, ...]:
    """Return the reviews that are late or come within some days, the latest first.

    Only versions in force count: a draft that replaces one does not hide its date.
    """
    newest = (
        select(Plan.client_id, Plan.plan_type, func.max(Plan.number).label("number"))
        .where(Plan.status.in_({*drafting.RUNNING, drafting.PRINTED}))
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
        .where(Plan.review_on <= today + timedelta(days=within))
        .order_by(Plan.review_on, Client.sort_name, Plan.id)
    )
    with db.read() as session:
        return tuple(
            Review(
                plan_id=plan.id,
                client_id=client.id,
                client_number=client.number,
                client_name=client.shown_name,
                number=plan.number,
                on=plan.review_on,
                days=(plan.review_on - today).days,
            )
            for plan, client in session.execute(query)
            if plan.review_on is not None
        )


def close_goal(db: Database, goal_id: UUID, status: str, *, on: date, version: int) -> int:
    """Say how a goal ended, when looking back at it; return its new version.

    Args:
        db: the opened register.
        goal_id: a goal of a version in force.
        status: reached, partly, not reached or dropped (codes GEH, DEELS, NIET, STOP).
        on: the day of the talk.
        version: of the goal as it was seen.

    Raises:
        UserError: a status that does not end a goal, or the plan is no longer in force.
        StaleEditError: somebody else changed the goal since `version` was read.
    """
    if status not in goals.REACHED:
        raise UserError(_("Choose how this goal ended: reached, partly, not, or dropped."))
    return goals.set_goal_status(db, goal_id, status, on=on, version=version)


def close_plan(db: Database, plan_id: UUID, *, version: int) -> int:
    """Close a plan, because support ends; it stays as it was. Return its new version.

    Raises:
        UserError: it is a draft (throw that away), or no longer in force.
        StaleEditError: somebody else changed it since `version` was read.
    """
    with db.write() as session:
        plan = drafting.in_force(session, plan_id)
        require_version(plan, version)
        if plan.status == drafting.DRAFT:
            raise UserError(_("This is still a draft. Throw it away, or have it signed first."))
        plan.status = _CLOSED
        journal.note(session, "EDIT", subject=plan.client_id, detail=drafting.label(plan))
        session.flush()
    return plan.version
