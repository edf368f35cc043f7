"""Decisions and leases of an import, and what follows from them: status, steps, support."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from desktop_app import codelists
from desktop_app.register import consequences
from desktop_app.register.tenancies import FLIPPING, TEMPORARY
from desktop_app.store.tables import (
    Decision,
    DwellingStatus,
    SupportPeriod,
    Tenancy,
    TrajectoryStep,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from uuid import UUID

    from desktop_app.register.importing.book import Book
    from desktop_app.register.importing.lines import Line

_FRAME = "WMOM"
_NO_SUPPORT = frozenset({"NAZ", "EIND", "AFGW", "INGTR"})
_NOT_HOUSED = frozenset({"TUSS", "PAUZE"})
_DAY = timedelta(days=1)


def add_decision(book: Book, line: Line, client_id: UUID, today: date) -> None:
    """Add a decision."""
    starts, ends = line.decision_days(today)
    book.add(
        Decision(
            client_id=client_id,
            legal_frame=line.get("decision", "legal_frame") or _FRAME,
            starts_on=starts,
            ends_on=ends,
            reference=line.get("decision", "reference") or "",
        )
    )


def add_tenancy(book: Book, line: Line, who_where: tuple[UUID, UUID], today: date) -> None:
    """Add a lease with the step that the key brings."""
    client_id, dwelling_id = who_where
    given = dict(line.values["tenancy"])
    until = given.get("contract_until")
    kind = given.setdefault("tenancy_type", "TIJD2" if until else "REG")
    if kind == FLIPPING:
        given.setdefault("flip_stage", "JA" if given.get("flipped_on") else "START")
    dwelling = book.dwellings[dwelling_id]
    if given.get("rent_cents") is None:
        given["rent_cents"] = dwelling.rent_cents
    elif dwelling.rent_cents is None and book.is_new(dwelling):
        dwelling.rent_cents = given["rent_cents"]
    tenancy = Tenancy(client_id=client_id, dwelling_id=dwelling_id, **given)
    book.add(tenancy)
    if tenancy.starts_on <= today:
        _step_in(book, tenancy)
        _support(book, tenancy)
    if tenancy.ended_on and tenancy.ended_on < today:
        _step_out(book, tenancy)


def settle(book: Book, dwellings: Iterable[UUID], clients: Iterable[UUID], today: date) -> None:
    """Let each dwelling and client be what their leases and steps make of them."""
    for dwelling_id in dwellings:
        _status(book, dwelling_id, today)
    for client_id in clients:
        _support_of_status(book, client_id)


def _step_in(book: Book, tenancy: Tenancy) -> None:
    """Step to "housed" on the key date, for who was waiting or without a home until then."""
    steps = book.steps[tenancy.client_id]
    newest = _newest([step for step in steps if step.on <= tenancy.starts_on])
    waits = codelists.codes_where("trajectory_status", "phase", "wacht")
    if newest is None or newest.status in waits | _NOT_HOUSED:
        book.add(
            TrajectoryStep(client_id=tenancy.client_id, status="WOON", on=tenancy.starts_on)
        )


def _step_out(book: Book, tenancy: Tenancy) -> None:
    """Say where the end left the client, unless the file tells what came after."""
    newest = _newest(book.steps[tenancy.client_id])
    known = newest is not None and tenancy.ended_on is not None and newest.on > tenancy.ended_on
    if known or _later_home(book, tenancy):
        return
    if consequences.died(tenancy):
        book.clients[tenancy.client_id].died_on = tenancy.ended_on
    elif step := consequences.step_after(tenancy):
        book.add(step)


def _later_home(book: Book, tenancy: Tenancy) -> bool:
    return any(
        other is not tenancy and other.starts_on >= tenancy.starts_on
        for other in book.leases_of[tenancy.client_id]
    )


def _newest(steps: list[TrajectoryStep]) -> TrajectoryStep | None:
    """Return the step that counts: of one day, the one that came last."""
    return max(reversed(steps), key=lambda step: step.on, default=None)


def _support(book: Book, tenancy: Tenancy) -> None:
    """Let support run from the key date on, or from earlier if it did."""
    _support_from(book, tenancy.client_id, tenancy.starts_on)
    for period in _running(book, tenancy.client_id):
        period.starts_on = min(period.starts_on, tenancy.starts_on)


def _support_from(book: Book, client_id: UUID, day: date) -> None:
    if not _running(book, client_id):
        book.add(SupportPeriod(client_id=client_id, starts_on=day))


def _running(book: Book, client_id: UUID) -> list[SupportPeriod]:
    return [period for period in book.supports[client_id] if period.ended_on is None]


def _support_of_status(book: Book, client_id: UUID) -> None:
    """End support where the file says that it ended; let it run for who is in support."""
    newest = _newest(book.steps[client_id])
    if newest is None:
        return
    if newest.status in _NO_SUPPORT:
        for period in _running(book, client_id):
            period.ended_on = max(period.starts_on, newest.on)
            period.end_reason = "OVER" if book.clients[client_id].died_on else None
    elif newest.status in codelists.codes_where("trajectory_status", "phase", "actief"):
        _support_from(book, client_id, newest.on)


def _status(book: Book, dwelling_id: UUID, today: date) -> None:
    """Add the statuses that leases bring, on days for which the file says nothing itself."""
    told = {row.since for row in book.statuses[dwelling_id]}
    wanted: dict[date, str] = {}
    for tenancy in sorted(book.leases_in[dwelling_id], key=lambda lease: lease.starts_on):
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
            book.add(DwellingStatus(dwelling_id=dwelling_id, status=status, since=day))
