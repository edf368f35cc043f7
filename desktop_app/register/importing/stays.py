"""Decisions and leases of an import, and what follows from them: status, steps, support."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import select

from desktop_app import codelists
from desktop_app.register import consequences
from desktop_app.register.tenancies import FLIPPING, TEMPORARY
from desktop_app.store.tables import (
    Client,
    Decision,
    Dwelling,
    DwellingStatus,
    SupportPeriod,
    Tenancy,
    TrajectoryStep,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from uuid import UUID

    from sqlalchemy.orm import Session

    from desktop_app.register.importing.lines import Line

_FRAME = "WMOM"
_NO_SUPPORT = frozenset({"NAZ", "EIND", "AFGW", "INGTR"})
_NOT_HOUSED = frozenset({"TUSS", "PAUZE"})
_DAY = timedelta(days=1)


def add_decision(session: Session, line: Line, client_id: UUID, today: date) -> None:
    """Add a decision."""
    starts, ends = line.decision_days(today)
    session.add(
        Decision(
            client_id=client_id,
            legal_frame=line.get("decision", "legal_frame") or _FRAME,
            starts_on=starts,
            ends_on=ends,
            reference=line.get("decision", "reference") or "",
        )
    )


def add_tenancy(
    session: Session, line: Line, who_where: tuple[UUID, UUID], today: date
) -> None:
    """Add a lease with the step that the key brings."""
    client_id, dwelling_id = who_where
    given = dict(line.values["tenancy"])
    until = given.get("contract_until")
    kind = given.setdefault("tenancy_type", "TIJD2" if until else "REG")
    if kind == FLIPPING:
        given.setdefault("flip_stage", "JA" if given.get("flipped_on") else "START")
    dwelling = session.get_one(Dwelling, dwelling_id)
    if given.get("rent_cents") is None:
        given["rent_cents"] = dwelling.rent_cents
    elif dwelling.rent_cents is None:
        dwelling.rent_cents = given["rent_cents"]
    tenancy = Tenancy(client_id=client_id, dwelling_id=dwelling_id, **given)
    session.add(tenancy)
    session.flush()
    if tenancy.starts_on <= today:
        _step_in(session, tenancy)
        _support(session, tenancy)
    if tenancy.ended_on and tenancy.ended_on < today:
        _step_out(session, tenancy)


def settle(
    session: Session, dwellings: Iterable[UUID], clients: Iterable[UUID], today: date
) -> None:
    """Let each dwelling and client be what their leases and steps make of them."""
    for dwelling_id in sorted(dwellings):
        _status(session, dwelling_id, today)
    for client_id in sorted(clients):
        _support_of_status(session, client_id)


def _step_in(session: Session, tenancy: Tenancy) -> None:
    """Step to "housed" on the key date, for who was waiting or without a home until then."""
    newest = _newest_step(session, tenancy.client_id, until=tenancy.starts_on)
    waits = codelists.codes_where("trajectory_status", "phase", "wacht")
    if newest is None or newest.status in waits | _NOT_HOUSED:
        step = TrajectoryStep(client_id=tenancy.client_id, status="WOON", on=tenancy.starts_on)
        session.add(step)
        session.flush()


def _step_out(session: Session, tenancy: Tenancy) -> None:
    """Say where the end left the client, unless the file tells what came after."""
    newest = _newest_step(session, tenancy.client_id)
    known = newest is not None and tenancy.ended_on is not None and newest.on > tenancy.ended_on
    if not known and not _later_home(session, tenancy):
        consequences.trajectory_after(session, tenancy)
        session.flush()


def _later_home(session: Session, tenancy: Tenancy) -> bool:
    later = select(Tenancy.id).where(
        Tenancy.client_id == tenancy.client_id,
        Tenancy.id != tenancy.id,
        Tenancy.starts_on >= tenancy.starts_on,
    )
    return session.scalar(later.limit(1)) is not None


def _newest_step(
    session: Session, client_id: UUID, until: date | None = None
) -> TrajectoryStep | None:
    steps = select(TrajectoryStep).where(TrajectoryStep.client_id == client_id)
    if until is not None:
        steps = steps.where(TrajectoryStep.on <= until)
    newest = steps.order_by(TrajectoryStep.on.desc(), TrajectoryStep.id.desc()).limit(1)
    return session.scalar(newest)


def _support(session: Session, tenancy: Tenancy) -> None:
    """Let support run from the key date on, or from earlier if it did."""
    consequences.support_from(session, tenancy.client_id, tenancy.starts_on)
    session.flush()
    for period in _running(session, tenancy.client_id):
        period.starts_on = min(period.starts_on, tenancy.starts_on)


def _running(session: Session, client_id: UUID) -> list[SupportPeriod]:
    found = select(SupportPeriod).where(
        SupportPeriod.client_id == client_id, SupportPeriod.ended_on.is_(None)
    )
    return list(session.scalars(found))


def _support_of_status(session: Session, client_id: UUID) -> None:
    """End support where the file says that it ended; let it run for who is in support."""
    newest = _newest_step(session, client_id)
    if newest is None:
        return
    if newest.status in _NO_SUPPORT:
        for period in _running(session, client_id):
            period.ended_on = max(period.starts_on, newest.on)
            period.end_reason = "OVER" if session.get_one(Client, client_id).died_on else None
    elif newest.status in codelists.codes_where("trajectory_status", "phase", "actief"):
        consequences.support_from(session, client_id, newest.on)


def _status(session: Session, dwelling_id: UUID, today: date) -> None:
    """Add the statuses that leases bring, on days for which the file says nothing itself."""
    told = {
        row.since: row.status
        for row in session.scalars(
            select(DwellingStatus).where(DwellingStatus.dwelling_id == dwelling_id)
        )
    }
    found = session.scalars(
        select(Tenancy).where(Tenancy.dwelling_id == dwelling_id).order_by(Tenancy.starts_on)
    ).all()
    wanted: dict[date, str] = {}
    for tenancy in found:
        if tenancy.starts_on > today:
            wanted.setdefault(today, "RES")
            continue
        wanted[tenancy.starts_on] = "VERT" if tenancy.tenancy_type in TEMPORARY else "VER"
        if tenancy.flipped_on:
            wanted[tenancy.flipped_on] = "OMG"
        elif tenancy.ended_on and tenancy.ended_on < today:
            wanted.setdefault(tenancy.ended_on + _DAY, "BES")
    if not told and not wanted:
        wanted[today] = "BES"
    for day, status in wanted.items():
        if day not in told and (status != "RES" or not told):
            session.add(DwellingStatus(dwelling_id=dwelling_id, status=status, since=day))
