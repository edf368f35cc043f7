"""One client in full: everything the client's page shows, read at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from desktop_app.register import contacts, decisions, people_around, tenancy_list, trajectories
from desktop_app.register.client_list import client_age
from desktop_app.register.clients import ClientFields, ReferralFields
from desktop_app.store import journal
from desktop_app.store.tables import (
    Client,
    Plan,
    PlanAction,
    PlanGoal,
    PlanScore,
    Referral,
    SupportPeriod,
    Task,
    Worker,
)

if TYPE_CHECKING:
    from datetime import date, time
    from uuid import UUID

    from sqlalchemy.orm import Session

    from desktop_app.store.database import Database

RECENT_NOTES = 3


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal of the newest plan with its steps; `next_step` is the first one not done."""

    goal_id: UUID
    title: str
    life_area: str | None
    status: str
    steps_done: int
    steps: int
    next_step: str


@dataclass(frozen=True, slots=True)
class AreaScore:
    """How a life area went at first and how it goes now, on the own scale of 1 to 5."""

    life_area: str
    first: int
    now: int
    scored_on: date | None


@dataclass(frozen=True, slots=True)
class PlanState:
    """The newest plan in a word: which version, which state, when it is looked at again."""

    plan_id: UUID
    number: int
    status: str
    signature: str | None
    review_on: date | None


@dataclass(frozen=True, slots=True)
class NextTask:
    """The next thing to do with this client; with `at` it is an appointment."""

    title: str
    due_on: date
    at: time | None


@dataclass(frozen=True, slots=True)
class Support:
    """Support from a day to a day."""

    starts_on: date
    ended_on: date | None
    end_reason: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientCard:
    """A client with all that stands around. Lists are newest first."""

    client_id: UUID
    version: int
    number: str
    name: str
    age: int | None
    fields: ClientFields
    key_worker: str
    stand_in_id: UUID | None
    stand_in: str
    status: str | None
    died_on: date | None
    referrals: tuple[ReferralRow, ...]
    steps: tuple[trajectories.Step, ...]
    supports: tuple[Support, ...]
    tenancies: tuple[tenancy_list.TenancyRow, ...]
    home: tenancy_list.TenancyRow | None
    decisions: tuple[decisions.DecisionRow, ...]
    household: tuple[people_around.Member, ...]
    network: tuple[people_around.Person, ...]
    notes: tuple[contacts.Note, ...]
    plan: PlanState | None
    goals: tuple[Goal, ...]
    scores: tuple[AreaScore, ...]
    next_task: NextTask | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferralRow(ReferralFields):
    """How a client came, as it stands in the register."""

    referral_id: UUID
    version: int


def client_card(db: Database, client_id: UUID, *, today: date) -> ClientCard:
    """Return one client as of a day. Opening a page is noted apart, by `note_read`."""
    steps = trajectories.steps(db, client_id)
    lived = tenancy_list.tenancy_rows(db, client_id=client_id)
    home = next((t for t in lived if t.runs_on(today)), None)
    with db.read() as session:
        client = session.get_one(Client, client_id)
        plan = _newest_plan(session, client_id)
        return ClientCard(
            client_id=client.id,
            version=client.version,
            number=client.number,
            name=client.shown_name,
            age=client_age(client, today),
            fields=fields_of(client),
            key_worker=_name(session, client.key_worker_id),
            stand_in_id=client.stand_in_id,
            stand_in=_name(session, client.stand_in_id),
            status=next((step.status for step in steps if step.on <= today), None),
            died_on=client.died_on,
            referrals=_referrals(session, client_id),
            steps=tuple(steps),
            supports=_supports(session, client_id),
            tenancies=tuple(lived),
            home=home,
            decisions=tuple(decisions.decisions(db, client_id)),
            household=tuple(people_around.household(db, client_id)),
            network=tuple(people_around.network(db, client_id)),
            notes=tuple(contacts.notes(db, client_id, limit=RECENT_NOTES)),
            plan=plan,
            goals=_goals(session, plan),
            scores=_scores(session, client_id),
            next_task=_next_task(session, client_id, today),
        )


def note_read(db: Database, client_id: UUID) -> None:
    """Note in the access log that this client's page was opened (NEN 7513: reading counts)."""
    with db.write() as session:
        journal.note(session, "READ", subject=client_id)


def fields_of(client: Client) -> ClientFields:
    """Return what a form shows of a client."""
    names = ClientFields.__dataclass_fields__
    return ClientFields(**{name: getattr(client, name) for name in names})


def _name(session: Session, worker_id: UUID | None) -> str:
    worker = session.get(Worker, worker_id) if worker_id else None
    return worker.name if worker else ""


def _newest_plan(session: Session, client_id: UUID) -> PlanState | None:
    """Return the newest plan without its template, which is long."""
    found = session.execute(
        select(Plan.id, Plan.number, Plan.status, Plan.signature, Plan.review_on)
        .where(Plan.client_id == client_id)
        .order_by(Plan.started_on.desc(), Plan.number.desc(), Plan.id.desc())
        .limit(1)
    ).first()
    return None if found is None else PlanState(*found)


def _next_task(session: Session, client_id: UUID, today: date) -> NextTask | None:
    found = session.execute(
        select(Task.title, Task.due_on, Task.at)
        .where(Task.client_id == client_id, Task.done_on.is_(None), Task.due_on >= today)
        .order_by(Task.due_on, Task.at.is_(None), Task.at, Task.id)
        .limit(1)
    ).first()
    return None if found is None else NextTask(*found)


def _goals(session: Session, plan: PlanState | None) -> tuple[Goal, ...]:
    if plan is None:
        return ()
    goals = session.scalars(
        select(PlanGoal).where(PlanGoal.plan_id == plan.plan_id).order_by(PlanGoal.position)
    ).all()
    actions = session.scalars(
        select(PlanAction)
        .where(PlanAction.goal_id.in_([goal.id for goal in goals]))
        .order_by(PlanAction.position)
    ).all()
    return tuple(_goal(goal, [a for a in actions if a.goal_id == goal.id]) for goal in goals)


def _goal(goal: PlanGoal, actions: list[PlanAction]) -> Goal:
    return Goal(
        goal_id=goal.id,
        title=goal.title,
        life_area=goal.life_area,
        status=goal.status,
        steps_done=sum(action.done_on is not None for action in actions),
        steps=len(actions),
        next_step=next((action.what for action in actions if action.done_on is None), ""),
    )


def _scores(session: Session, client_id: UUID) -> tuple[AreaScore, ...]:
    """Return first and newest score per area, over all versions of the plan."""
    found = session.execute(
        select(PlanScore.life_area, PlanScore.score, PlanScore.scored_on)
        .join(Plan, Plan.id == PlanScore.plan_id)
        .where(PlanScore.client_id == client_id)
        .order_by(Plan.number, PlanScore.position)
    )
    areas: dict[str, AreaScore] = {}
    for area, score, on in found:
        if score is None:
            continue
        first = areas[area].first if area in areas else score
        areas[area] = AreaScore(area, first, score, on)
    return tuple(areas.values())


def _referrals(session: Session, client_id: UUID) -> tuple[ReferralRow, ...]:
    rows = session.scalars(
        select(Referral)
        .where(Referral.client_id == client_id)
        .order_by(Referral.received_on.desc())
    )
    return tuple(
        ReferralRow(
            referral_id=row.id,
            version=row.version,
            **{name: getattr(row, name) for name in ReferralFields.__dataclass_fields__},
        )
        for row in rows
    )


def _supports(session: Session, client_id: UUID) -> tuple[Support, ...]:
    rows = session.scalars(
        select(SupportPeriod)
        .where(SupportPeriod.client_id == client_id)
        .order_by(SupportPeriod.starts_on.desc())
    )
    return tuple(Support(r.starts_on, r.ended_on, r.end_reason) for r in rows)
