"""What asks for attention: deadlines and silences, one line each, the most pressing first.

Limits in days are data (`LIMITS`) and may be chosen otherwise by the organisation, in its
choice "attention".
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from desktop_app import codelists
from desktop_app.register import organisation
from desktop_app.register.client_list import current_status
from desktop_app.register.dwelling_list import Column, DwellingFilter, dwelling_rows
from desktop_app.register.tenancy_list import running_on
from desktop_app.store.tables import (
    Client,
    ContactNote,
    Decision,
    Dwelling,
    Plan,
    PlanPrint,
    Tenancy,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from uuid import UUID

    from sqlalchemy.orm import Session

    from desktop_app.store.database import Database


class Kind(StrEnum):
    """Why something asks for attention."""

    LEASE = "lease"
    DECISION = "decision"
    REVIEW = "review"
    SIGNATURE = "signature"
    SILENCE = "silence"
    FLIP = "flip"
    VACANT = "vacant"


LIMITS: dict[str, int] = {
    "lease": 4 * 30,
    "decision": 12 * 7,
    "review": 30,
    "signature": 3,
    "silence": 21,
    "flip": 90,
    "vacant": 30,
}
"""Days before a deadline, or after an event, from which it is shown."""

PRESSING = {
    Kind.LEASE: 2 * 30,
    Kind.DECISION: 4 * 7,
    Kind.REVIEW: 0,
    Kind.FLIP: 0,
}
"""Days before a deadline from which it is pressing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attention:
    """One line: what, about whom, on or since which day.

    `days` counts to the day: 3 is in three days, -3 is three days ago.
    """

    kind: Kind
    title: str
    client_id: UUID | None
    dwelling_id: UUID | None
    key_worker_id: UUID | None
    detail: str
    on: date
    days: int
    pressing: bool


def attention(
    db: Database, *, today: date, key_worker_id: UUID | None = None
) -> list[Attention]:
    """Return what asks for attention, the most pressing first.

    Args:
        db: the opened register.
        today: what deadlines are counted from.
        key_worker_id: only this worker's clients; dwellings are everybody's.
    """
    limits = LIMITS | {
        name: int(days) for name, days in organisation.choice(db, "attention").items()
    }
    found: list[Attention] = []
    with db.read() as session:
        for rule in (_leases, _decisions, _reviews, _signatures, _silences, _flips):
            found += rule(session, limits, today)
    found += _vacancies(db, limits, today)
    if key_worker_id is not None:
        found = [a for a in found if a.client_id is None or a.key_worker_id == key_worker_id]
    return sorted(found, key=lambda a: (not a.pressing, a.days, a.title))


def _line(
    kind: Kind, client: Client, on: date, today: date, detail: str = "", **more: UUID
) -> Attention:
    days = (on - today).days
    return Attention(
        kind=kind,
        title=client.full_name,
        client_id=client.id,
        dwelling_id=more.get("dwelling_id"),
        key_worker_id=client.key_worker_id,
        detail=detail,
        on=on,
        days=days,
        pressing=days <= PRESSING[kind] if kind in PRESSING else False,
    )


def _leases(session: Session, limits: dict[str, int], today: date) -> Iterator[Attention]:
    found = session.execute(
        select(Tenancy.contract_until, Client, Dwelling)
        .join(Client, Client.id == Tenancy.client_id)
        .join(Dwelling, Dwelling.id == Tenancy.dwelling_id)
        .where(running_on(today), Tenancy.ended_on.is_(None))
    )
    for until, client, home in found:
        if until is not None and (until - today).days <= limits["lease"]:
            yield _line(Kind.LEASE, client, until, today, home.address, dwelling_id=home.id)


def _flips(session: Session, limits: dict[str, int], today: date) -> Iterator[Attention]:
    found = session.execute(
        select(Tenancy.flip_planned_on, Client, Dwelling)
        .join(Client, Client.id == Tenancy.client_id)
        .join(Dwelling, Dwelling.id == Tenancy.dwelling_id)
        .where(running_on(today), Tenancy.flipped_on.is_(None), Tenancy.ended_on.is_(None))
    )
    for planned, client, home in found:
        if planned is not None and (planned - today).days <= limits["flip"]:
            yield _line(Kind.FLIP, client, planned, today, home.address, dwelling_id=home.id)


def _decisions(session: Session, limits: dict[str, int], today: date) -> Iterator[Attention]:
    """Only a client's last decision counts: an earlier one has been followed up."""
    found = session.execute(
        select(Client, Decision.legal_frame, func.max(Decision.ends_on))
        .join(Decision, Decision.client_id == Client.id)
        .where(current_status().in_(_supported()))
        .group_by(Client.id)
        .having(func.count(Decision.id) == func.count(Decision.ends_on))
    )
    for client, frame, ends_on in found:
        if ends_on is not None and (ends_on - today).days <= limits["decision"]:
            yield _line(Kind.DECISION, client, ends_on, today, frame)


def _newest_plans(session: Session) -> Iterator[tuple[Client, Plan]]:
    newest = (
        select(Plan.client_id, func.max(Plan.number).label("number"))
        .group_by(Plan.client_id)
        .subquery()
    )
    found = session.execute(
        select(Client, Plan)
        .join(newest, newest.c.subject_id == Client.id)
        .join(Plan, (Plan.client_id == Client.id) & (Plan.number == newest.c.number))
        .where(current_status().in_(_supported()))
    )
    yield from found


def _reviews(session: Session, limits: dict[str, int], today: date) -> Iterator[Attention]:
    for client, plan in _newest_plans(session):
        if plan.review_on and (plan.review_on - today).days <= limits["review"]:
            yield _line(Kind.REVIEW, client, plan.review_on, today)


def _signatures(session: Session, limits: dict[str, int], today: date) -> Iterator[Attention]:
    printed = dict(
        session.execute(
            select(PlanPrint.plan_id, func.max(PlanPrint.printed_at)).group_by(
                PlanPrint.plan_id
            )
        ).all()
    )
    for client, plan in _newest_plans(session):
        if plan.signature != "OPEN" or plan.id not in printed:
            continue
        asked = printed[plan.id].date()
        if (today - asked).days > limits["signature"]:
            yield _line(Kind.SIGNATURE, client, asked, today, str(plan.number))


def _silences(session: Session, limits: dict[str, int], today: date) -> Iterator[Attention]:
    found = session.execute(
        select(Client, func.max(ContactNote.at))
        .join(ContactNote, ContactNote.client_id == Client.id)
        .where(current_status().in_(_supported()))
        .group_by(Client.id)
    )
    for client, last in found:
        if (today - last.date()).days > limits["silence"]:
            yield _line(Kind.SILENCE, client, last.date(), today)


def _vacancies(db: Database, limits: dict[str, int], today: date) -> Iterator[Attention]:
    vacant = DwellingFilter(columns=frozenset({Column.VACANT}))
    for row in dwelling_rows(db, vacant, today=today):
        days = row.days_vacant(today)
        if row.since is not None and days is not None and days > limits["vacant"]:
            yield Attention(
                kind=Kind.VACANT,
                title=row.address,
                client_id=None,
                dwelling_id=row.dwelling_id,
                key_worker_id=None,
                detail=row.complex_name,
                on=row.since,
                days=-days,
                pressing=False,
            )


def _supported() -> frozenset[str]:
    return codelists.codes_where("trajectory_status", "phase", "actief")
