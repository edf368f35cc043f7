"""What a dwelling is on a day: who lives there, who comes, how many places are free."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import select

from desktop_app import codelists, naming
from desktop_app.register.tenancy_list import most_at_once
from desktop_app.store.tables import Client, Complex, Dwelling, DwellingStatus, Tenancy
from desktop_app.store.tables.clients import client_number

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from uuid import UUID

    from sqlalchemy.orm import Session


class Column(StrEnum):
    """The columns of the board, in the order in which a dwelling passes through them."""

    LEAVING = "leaving"
    VACANT = "vacant"
    RESERVED = "reserved"
    REPAIR = "repair"
    OCCUPIED = "occupied"
    OUTSIDE = "outside"


EMPTY = frozenset({Column.VACANT, Column.RESERVED, Column.REPAIR})
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Tenant:
    """Who lives in a dwelling or has a key date to come, and what may end it."""

    client_id: UUID
    tenancy_id: UUID
    name: str
    starts_on: date
    contract_until: date | None
    ended_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DwellingRow:
    """One line of the list, one card of the board.

    `status` is a code of `dwelling_status`; `since` is its first day, or the day after the
    last tenant left where the status was left behind. `coming` have their key date ahead.
    `free` counts the places that another tenancy could take from today on. `reserved_for` is
    the client for whom a reserved dwelling is kept, if one is named.
    """

    dwelling_id: UUID
    address: str
    city: str
    complex_id: UUID | None
    complex_name: str
    housing_form: str
    rooms: int | None
    rent_cents: int | None
    status: str | None
    since: date | None
    vacancy_reason: str | None
    expected_on: date | None
    tenants: tuple[Tenant, ...]
    coming: tuple[Tenant, ...]
    capacity: int
    free: int
    reserved_for: UUID | None
    reserved_name: str
    column: Column
    version: int

    @property
    def in_stock(self) -> bool:
        """Whether it counts as ours to let: vacant or let, not planned, returned or flipped."""
        if self.status is None:
            return False
        counts_as = codelists.read("dwelling_status").codes[self.status].more["counts_as"]
        return counts_as.startswith(("vacant", "occupied"))

    def free_from(self, day: date) -> int:
        """Return how many places another tenancy could take from a day on."""
        return max(0, self.capacity - most_at_once((*self.tenants, *self.coming), day))

    @property
    def next_on(self) -> date | None:
        """The next day on which something changes here: a key, a last day, a repair done."""
        days = [t.starts_on for t in self.coming]
        days += [day for t in self.tenants if (day := t.ended_on or t.contract_until)]
        if not self.tenants and self.expected_on is not None:
            days.append(self.expected_on)
        return min(days, default=None)

    def days_vacant(self, today: date) -> int | None:
        """Return for how many days nobody lives here, or None when somebody does."""
        if self.since is None or self.column not in EMPTY:
            return None
        return (today - self.since).days


def rows_of(session: Session, dwellings: Sequence[Dwelling], today: date) -> list[DwellingRow]:
    """Return rows for dwellings that a session holds."""
    return Known(session, dwellings).rows(today)


class Known:
    """All that is known of some dwellings, read once; their rows on any day come from it."""

    def __init__(self, session: Session, dwellings: Sequence[Dwelling]) -> None:
        ids = [dwelling.id for dwelling in dwellings]
        self._dwellings = dwellings
        self._statuses = _statuses(session, ids)
        self._tenants = _tenants(session, ids)
        self._kept_for = _names_of_kept(session, ids)
        self._complexes: dict[UUID | None, str] = dict(
            session.execute(select(Complex.id, Complex.name)).all()
        )

    def rows(self, day: date) -> list[DwellingRow]:
        """Return the dwellings as they are on a day, in the order in which they were given."""
        return [self._row(dwelling, day) for dwelling in self._dwellings]

    def _row(self, dwelling: Dwelling, day: date) -> DwellingRow:
        status = next(
            (one for one in self._statuses[dwelling.id] if one.since <= day), _UNKNOWN
        )
        known = self._tenants[dwelling.id]
        here = [t for t in known if t.ended_on is None or t.ended_on >= day]
        tenants = tuple(t for t in here if t.starts_on <= day)
        coming = tuple(t for t in here if t.starts_on > day)
        return DwellingRow(
            dwelling_id=dwelling.id,
            address=dwelling.address,
            city=dwelling.city,
            complex_id=dwelling.complex_id,
            complex_name=self._complexes.get(dwelling.complex_id, ""),
            housing_form=dwelling.housing_form,
            rooms=dwelling.rooms,
            rent_cents=dwelling.rent_cents,
            status=status.status,
            since=_since(status, known, day),
            vacancy_reason=status.vacancy_reason,
            expected_on=status.expected_on,
            tenants=tenants,
            coming=coming,
            capacity=dwelling.capacity,
            free=max(0, dwelling.capacity - most_at_once(here, day)),
            reserved_for=status.client_id,
            reserved_name=self._kept_for.get(status.client_id, ""),
            column=_column(status.status, tenants, coming),
            version=dwelling.version,
        )


@dataclass(frozen=True, slots=True)
class _Status:
    """What a dwelling is from a day on; `client_id` is for whom it is kept."""

    status: str | None
    since: date
    vacancy_reason: str | None
    expected_on: date | None
    client_id: UUID | None


_UNKNOWN = _Status(None, date.min, None, None, None)
_LET = frozenset({"VER", "VERT"})


def _since(status: _Status, known: Iterable[Tenant], day: date) -> date | None:
    """Return since when it is what it is; a status that was left behind says too early."""
    if status is _UNKNOWN:
        return None
    if status.status not in _LET or any(_lives(t, day) for t in known):
        return status.since
    left = [t.ended_on + DAY for t in known if t.ended_on is not None and t.ended_on < day]
    return max([status.since, *left])


def _lives(tenant: Tenant, day: date) -> bool:
    return tenant.starts_on <= day and (tenant.ended_on is None or tenant.ended_on >= day)


def _column(status: str | None, tenants: Sequence[Tenant], coming: Sequence[Tenant]) -> Column:
    if status == "OMG":
        return Column.OUTSIDE
    if tenants:
        leaving = all(t.ended_on is not None for t in tenants)
        return Column.LEAVING if leaving else Column.OCCUPIED
    if coming and status in _LETTABLE:
        return Column.RESERVED
    return _COLUMNS.get(status or "", Column.OUTSIDE)


_LETTABLE = frozenset({"BES", "RES", "VER", "VERT"})
_COLUMNS = {
    "BES": Column.VACANT,
    "RES": Column.RESERVED,
    "MUT": Column.REPAIR,
    "OPL": Column.LEAVING,  # it is delivered soon, and then it is free
    "VER": Column.VACANT,  # the last tenant left and nobody said yet what comes
    "VERT": Column.VACANT,
}


def _statuses(session: Session, ids: Collection[UUID]) -> defaultdict[UUID, list[_Status]]:
    """Return what each dwelling was and will be, the newest first."""
    found = session.execute(
        select(
            DwellingStatus.dwelling_id,
            DwellingStatus.status,
            DwellingStatus.since,
            DwellingStatus.vacancy_reason,
            DwellingStatus.expected_on,
            DwellingStatus.client_id,
        )
        .where(DwellingStatus.dwelling_id.in_(ids))
        .order_by(DwellingStatus.since.desc(), DwellingStatus.id.desc())
    )
    statuses: defaultdict[UUID, list[_Status]] = defaultdict(list)
    for dwelling_id, status, since, reason, expected_on, client_id in found:
        statuses[dwelling_id].append(_Status(status, since, reason, expected_on, client_id))
    return statuses


def _names_of_kept(session: Session, ids: Collection[UUID]) -> dict[UUID | None, str]:
    """Return the names of those for whom dwellings are or were kept."""
    kept = select(DwellingStatus.client_id).where(DwellingStatus.dwelling_id.in_(ids))
    clients = session.scalars(select(Client).where(Client.id.in_(kept)))
    return {client.id: client.shown_name for client in clients}


def _tenants(session: Session, ids: Collection[UUID]) -> defaultdict[UUID, list[Tenant]]:
    """Return everybody who lived, lives or will live in each dwelling."""
    columns = (Tenancy.dwelling_id, Client.id, Tenancy.id)
    names = (Client.call_name, Client.infix, Client.last_name)
    numbers = (Client.number_letter, Client.number_count)
    days = (Tenancy.starts_on, Tenancy.contract_until, Tenancy.ended_on)
    found = session.execute(
        select(*columns, *days, *numbers, *names)
        .join(Client, Client.id == Tenancy.client_id)
        .where(Tenancy.dwelling_id.in_(ids))
        .order_by(Tenancy.starts_on, Tenancy.id)
    )
    tenants: defaultdict[UUID, list[Tenant]] = defaultdict(list)
    for dwelling_id, client_id, tenancy_id, starts_on, until, ended_on, *who in found:
        letter, count, call_name, infix, last_name = who
        name = naming.shown(call_name, infix, last_name, client_number(letter, count))
        tenants[dwelling_id].append(
            Tenant(client_id, tenancy_id, name, starts_on, until, ended_on)
        )
    return tenants
