"""The list of clients: one line each, filtered, a page at a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import func, select, tuple_

from desktop_app import codelists, dates
from desktop_app.register.tenancy_list import running_on
from desktop_app.store.folding import fold
from desktop_app.store.tables import (
    Client,
    ContactNote,
    Dwelling,
    Plan,
    PlanAction,
    PlanGoal,
    Tenancy,
    TrajectoryStep,
    Worker,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime
    from uuid import UUID

    from sqlalchemy import ScalarSelect, Select
    from sqlalchemy.orm import Session

    from desktop_app.store.database import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientFilter:
    """Which clients a list shows. All conditions hold together.

    Attributes:
        words: parts of name or number.
        key_worker_id: only this worker's clients.
        phase: "wacht", "actief", "nazorg" or "einde" of the trajectory.
        review_before: the plan is to be reviewed on or before this day.
        unsigned: the newest plan waits for a signature.
        ended: whom support has ended for, or who never started, too.
    """

    words: str = ""
    key_worker_id: UUID | None = None
    phase: str | None = None
    review_before: date | None = None
    unsigned: bool = False
    ended: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientRow:
    """One line of the list. `status` is a trajectory code; steps count the plan's actions."""

    client_id: UUID
    number: str
    name: str
    sort_name: str
    age: int | None
    status: str | None
    dwelling: str
    steps_done: int
    steps: int
    review_on: date | None
    unsigned: bool
    last_contact: datetime | None
    key_worker_id: UUID | None
    key_worker: str


EVERYBODY = ClientFilter()


def client_rows(
    db: Database,
    wanted: ClientFilter = EVERYBODY,
    *,
    today: date,
    after: ClientRow | None = None,
    limit: int | None = None,
) -> list[ClientRow]:
    """Return clients by last name.

    Args:
        db: the opened register.
        wanted: the filter.
        today: for ages, and for who lives where.
        after: the last row of the page before; paging stays quick at any depth.
        limit: rows of a page; None for all.
    """
    with db.read() as session:
        query = _filtered(wanted, today).order_by(Client.sort_name, Client.id)
        if after is not None:
            query = query.where(
                tuple_(Client.sort_name, Client.id) > tuple_(after.sort_name, after.client_id)
            )
        clients = session.scalars(query if limit is None else query.limit(limit)).all()
        facts = _Facts(session, [client.id for client in clients], today)
        return [facts.row(client, today) for client in clients]


def count_clients(db: Database, wanted: ClientFilter = EVERYBODY, *, today: date) -> int:
    """Return how many clients a filter shows."""
    with db.read() as session:
        inner = _filtered(wanted, today).with_only_columns(Client.id).subquery()
        return session.scalar(select(func.count()).select_from(inner)) or 0


def _filtered(wanted: ClientFilter, today: date) -> Select[Client]:
    query = select(Client)
    for word in fold(wanted.words).split():
        query = query.where(Client.search_text.contains(word, autoescape=True))
    if wanted.key_worker_id is not None:
        query = query.where(Client.key_worker_id == wanted.key_worker_id)
    if wanted.phase is not None:
        codes = codelists.codes_where("trajectory_status", "phase", wanted.phase)
        query = query.where(current_status(today).in_(codes))
    if not wanted.ended:
        gone = codelists.codes_where("trajectory_status", "phase", "einde")
        query = query.where(func.coalesce(current_status(today), "").not_in(gone))
    newest = newest_plan()
    if wanted.review_before is not None:
        query = query.where(
            select(Plan.id)
            .where(Plan.id == newest, Plan.review_on <= wanted.review_before)
            .exists()
        )
    if wanted.unsigned:
        query = query.where(
            select(Plan.id).where(Plan.id == newest, Plan.signature == "OPEN").exists()
        )
    return query


def current_status(today: date) -> ScalarSelect[str]:
    """Return the subquery for a client's trajectory status on a day; used beside Client."""
    return (
        select(TrajectoryStep.status)
        .where(TrajectoryStep.client_id == Client.id, TrajectoryStep.on <= today)
        .order_by(TrajectoryStep.on.desc(), TrajectoryStep.id.desc())
        .limit(1)
        .correlate(Client)
        .scalar_subquery()
    )


def newest_plan() -> ScalarSelect[UUID]:
    """Return the subquery for a client's newest plan; used beside Client."""
    return (
        select(Plan.id)
        .where(Plan.client_id == Client.id)
        .order_by(Plan.started_on.desc(), Plan.number.desc(), Plan.id.desc())
        .limit(1)
        .correlate(Client)
        .scalar_subquery()
    )


@dataclass(frozen=True, slots=True)
class _PlanFacts:
    plan_id: UUID
    review_on: date | None
    signature: str | None


class _Facts:
    """What stands beside the names on one page: one small query per kind of fact."""

    def __init__(self, session: Session, ids: Sequence[UUID], today: date) -> None:
        self._status = _statuses(session, ids, today)
        self._dwelling = _addresses(session, ids, today)
        self._plan = _plans(session, ids)
        self._steps = _steps(session, [plan.plan_id for plan in self._plan.values()])
        self._contact = _contacts(session, ids)
        self._worker = dict(session.execute(select(Worker.id, Worker.name)).all())

    def row(self, client: Client, today: date) -> ClientRow:
        plan = self._plan.get(client.id)
        done, total = self._steps.get(plan.plan_id, (0, 0)) if plan else (0, 0)
        return ClientRow(
            client_id=client.id,
            number=client.number,
            name=client.shown_name,
            sort_name=client.sort_name,
            age=client_age(client, today),
            status=self._status.get(client.id),
            dwelling=self._dwelling.get(client.id, ""),
            steps_done=done,
            steps=total,
            review_on=plan.review_on if plan else None,
            unsigned=plan is not None and plan.signature == "OPEN",
            last_contact=self._contact.get(client.id),
            key_worker_id=client.key_worker_id,
            key_worker=self._worker[client.key_worker_id] if client.key_worker_id else "",
        )


def client_age(client: Client, today: date) -> int | None:
    """Return the age in years; from a year of birth alone, the age reached this year."""
    if client.birth_date is not None:
        return dates.age(client.birth_date, today)
    return today.year - client.birth_year if client.birth_year else None


def _statuses(session: Session, ids: Sequence[UUID], today: date) -> dict[UUID, str]:
    found = session.execute(
        select(TrajectoryStep.client_id, TrajectoryStep.status)
        .where(TrajectoryStep.client_id.in_(ids), TrajectoryStep.on <= today)
        .order_by(TrajectoryStep.on, TrajectoryStep.id)
    )
    return dict(found.all())


def _addresses(session: Session, ids: Sequence[UUID], today: date) -> dict[UUID, str]:
    lives = Tenancy.client_id.in_(ids) & running_on(today)
    found = session.execute(
        select(Tenancy.client_id, Dwelling)
        .join(Dwelling, Dwelling.id == Tenancy.dwelling_id)
        .where(lives)
        .order_by(Tenancy.starts_on)
    )
    return {client_id: dwelling.address for client_id, dwelling in found}


def _plans(session: Session, ids: Sequence[UUID]) -> dict[UUID, _PlanFacts]:
    """Return the newest plan of each client without its template, which is long."""
    found = session.execute(
        select(Client.id, Plan.id, Plan.review_on, Plan.signature)
        .join(Plan, Plan.id == newest_plan())
        .where(Client.id.in_(ids))
    )
    return {
        client_id: _PlanFacts(plan_id, review_on, signature)
        for client_id, plan_id, review_on, signature in found
    }


def _steps(session: Session, plan_ids: Sequence[UUID]) -> dict[UUID, tuple[int, int]]:
    found = session.execute(
        select(PlanGoal.plan_id, func.count(PlanAction.done_on), func.count(PlanAction.id))
        .join(PlanAction, PlanAction.goal_id == PlanGoal.id)
        .where(PlanGoal.plan_id.in_(plan_ids))
        .group_by(PlanGoal.plan_id)
    )
    return {plan_id: (done, total) for plan_id, done, total in found}


def _contacts(session: Session, ids: Sequence[UUID]) -> dict[UUID, datetime]:
    found = session.execute(
        select(ContactNote.client_id, func.max(ContactNote.at))
        .where(ContactNote.client_id.in_(ids))
        .group_by(ContactNote.client_id)
    )
    return dict(found.all())
