"""Days of clients: leases and decisions that end, reviews, flips, signatures, silence.

Each rule looks at everybody, or at one client (`who`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select, true

from desktop_app import codelists
from desktop_app.register.agenda.attention import Due, Kind
from desktop_app.register.client_list import current_status, newest_plan
from desktop_app.register.tenancy_list import running_on
from desktop_app.store.tables import (
    Client,
    ContactNote,
    Decision,
    Dwelling,
    Plan,
    PlanPrint,
    SupportPeriod,
    Tenancy,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from uuid import UUID

    from sqlalchemy import ColumnElement
    from sqlalchemy.orm import InstrumentedAttribute, Session

NEVER = "never"
NO_CONTACT = frozenset({"NOSHOW", "OUTR"})  # somebody came; nobody was spoken to


def leases(session: Session, today: date, who: UUID | None) -> Iterator[Due]:
    """Yield the last day of each temporary lease that runs, and the day a flip is planned."""
    found = session.execute(
        select(Tenancy, Dwelling)
        .join(Dwelling, Dwelling.id == Tenancy.dwelling_id)
        .where(running_on(today), Tenancy.ended_on.is_(None), Tenancy.flipped_on.is_(None))
        .where(Tenancy.contract_until.is_not(None) | Tenancy.flip_planned_on.is_not(None))
        .where(_about(Tenancy.client_id, who))
    )
    for tenancy, dwelling in found:
        for kind, day in (
            (Kind.LEASE, tenancy.contract_until),
            (Kind.FLIP, tenancy.flip_planned_on),
        ):
            if day is not None:
                yield Due(
                    kind=kind,
                    on=day,
                    client_id=tenancy.client_id,
                    dwelling_id=dwelling.id,
                    row_id=tenancy.id,
                    detail=dwelling.address,
                )


def decisions(session: Session, today: date, who: UUID | None) -> Iterator[Due]:
    """Yield the end of each client's last decision: an earlier one has been followed up.

    Whoever waits for a home counts too: without a decision there will be no support in it.
    """
    ended = codelists.codes_where("trajectory_status", "phase", "einde")
    found = session.execute(
        select(Decision.client_id, Decision.id, Decision.legal_frame, Decision.ends_on)
        .join(Client, Client.id == Decision.client_id)
        .where(current_status(today).not_in(ended), Client.died_on.is_(None))
        .where(_about(Client.id, who))
        .order_by(Decision.ends_on.is_(None), Decision.ends_on)
    )
    last = {row[0]: row for row in found}
    for client_id, decision_id, frame, ends_on in last.values():
        if ends_on is not None:
            yield Due(
                kind=Kind.DECISION,
                on=ends_on,
                client_id=client_id,
                row_id=decision_id,
                detail=frame,
            )


def plans(session: Session, today: date, who: UUID | None) -> Iterator[Due]:
    """Yield for each client's newest plan its review, and since when it waits to be signed."""
    printed = (
        select(func.max(PlanPrint.printed_at))
        .where(PlanPrint.plan_id == Plan.id)
        .correlate(Plan)
        .scalar_subquery()
    )
    found = session.execute(
        select(Client.id, Plan.id, Plan.number, Plan.review_on, Plan.signature, printed)
        .join(Plan, Plan.id == newest_plan())
        .where(_supported(today), _about(Client.id, who))
    )
    for client_id, plan_id, number, review_on, signature, printed_at in found:
        if review_on is not None:
            yield Due(kind=Kind.REVIEW, on=review_on, client_id=client_id, row_id=plan_id)
        if signature == "OPEN" and printed_at is not None:
            yield Due(
                kind=Kind.SIGNATURE,
                on=printed_at.date(),
                client_id=client_id,
                row_id=plan_id,
                detail=str(number),
            )


def silences(session: Session, today: date, who: UUID | None) -> Iterator[Due]:
    """Yield the last day on which a client was spoken to, or else the day support began."""
    spoken = (
        select(func.max(ContactNote.at))
        .where(ContactNote.client_id == Client.id, ContactNote.kind.not_in(NO_CONTACT))
        .correlate(Client)
        .scalar_subquery()
    )
    began = (
        select(func.min(SupportPeriod.starts_on))
        .where(SupportPeriod.client_id == Client.id, SupportPeriod.ended_on.is_(None))
        .correlate(Client)
        .scalar_subquery()
    )
    for client_id, at, since in session.execute(
        select(Client.id, spoken, began).where(_supported(today), _about(Client.id, who))
    ):
        day = at.date() if at is not None else since
        if day is not None:
            yield Due(
                kind=Kind.SILENCE,
                on=day,
                client_id=client_id,
                detail="" if at is not None else NEVER,
            )


def _about(column: InstrumentedAttribute[UUID], who: UUID | None) -> ColumnElement[bool]:
    """Return the condition that a row is about one client, or no condition for everybody."""
    return true() if who is None else column == who


def _supported(today: date) -> ColumnElement[bool]:
    runs = (SupportPeriod.starts_on <= today) & (
        SupportPeriod.ended_on.is_(None) | (SupportPeriod.ended_on >= today)
    )
    return (
        select(SupportPeriod.id)
        .where(SupportPeriod.client_id == Client.id, runs)
        .correlate(Client)
        .exists()
    )
