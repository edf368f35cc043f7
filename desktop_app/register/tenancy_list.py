"""Lists of tenancies: all, one client's, one dwelling's."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from typing import TYPE_CHECKING, Protocol

from sqlalchemy import select

from desktop_app.store.tables import Client, Dwelling, Tenancy

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from sqlalchemy import ColumnElement

    from desktop_app.store.database import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class TenancyRow:
    """One tenancy in a list."""

    tenancy_id: UUID
    client_id: UUID
    client_name: str
    client_number: str
    dwelling_id: UUID
    address: str
    tenancy_type: str
    starts_on: date
    contract_until: date | None
    flip_planned_on: date | None
    flipped_on: date | None
    ended_on: date | None
    end_reason: str | None
    destination: str | None
    rent_cents: int | None

    def runs_on(self, day: date) -> bool:
        """Tell whether somebody lives there on a day; the last day still counts."""
        return self.starts_on <= day and (self.ended_on is None or self.ended_on >= day)


def tenancy_rows(
    db: Database, *, client_id: UUID | None = None, dwelling_id: UUID | None = None
) -> list[TenancyRow]:
    """Return tenancies, the newest first: all, one client's, or one dwelling's."""
    query = (
        select(Tenancy, Client, Dwelling)
        .join(Client, Client.id == Tenancy.client_id)
        .join(Dwelling, Dwelling.id == Tenancy.dwelling_id)
        .order_by(Tenancy.starts_on.desc(), Tenancy.id.desc())
    )
    if client_id is not None:
        query = query.where(Tenancy.client_id == client_id)
    if dwelling_id is not None:
        query = query.where(Tenancy.dwelling_id == dwelling_id)
    with db.read() as session:
        return [_row(*found) for found in session.execute(query)]


def running_on(day: date) -> ColumnElement[bool]:
    """Return the condition that a tenancy runs on a day; its last day still counts."""
    return (Tenancy.starts_on <= day) & (Tenancy.ended_on.is_(None) | (Tenancy.ended_on >= day))


def running_from(day: date) -> ColumnElement[bool]:
    """Return the condition that a tenancy runs on a day or begins later."""
    return Tenancy.ended_on.is_(None) | (Tenancy.ended_on >= day)


class Span(Protocol):
    """Days from a first to a last one, or without an end."""

    @property
    def starts_on(self) -> date:
        """The first day."""

    @property
    def ended_on(self) -> date | None:
        """The last day, which still counts."""


def most_at_once(spans: Iterable[Span], since: date) -> int:
    """Return how many spans run on the same day at most, from a day on."""
    return max((count for _day, count in counts_by_day(spans, since)), default=0)


def counts_by_day(spans: Iterable[Span], since: date = date.min) -> list[tuple[date, int]]:
    """Return how many spans run from each day on which that changes, and from `since` on."""
    changes: defaultdict[date, int] = defaultdict(int)
    for span in spans:
        if span.ended_on is None or span.ended_on >= since:
            changes[max(span.starts_on, since)] += 1
            if span.ended_on is not None:
                changes[span.ended_on + timedelta(days=1)] -= 1
    days = sorted(changes)
    return list(zip(days, accumulate(changes[day] for day in days), strict=True))


def _row(tenancy: Tenancy, client: Client, dwelling: Dwelling) -> TenancyRow:
    return TenancyRow(
        tenancy_id=tenancy.id,
        client_id=client.id,
        client_name=client.shown_name,
        client_number=client.number,
        dwelling_id=dwelling.id,
        address=dwelling.address,
        tenancy_type=tenancy.tenancy_type,
        starts_on=tenancy.starts_on,
        contract_until=tenancy.contract_until,
        flip_planned_on=tenancy.flip_planned_on,
        flipped_on=tenancy.flipped_on,
        ended_on=tenancy.ended_on,
        end_reason=tenancy.end_reason,
        destination=tenancy.destination,
        rent_cents=tenancy.rent_cents,
    )
