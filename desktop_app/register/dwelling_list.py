"""Lists of dwellings and complexes: who lives where, what is vacant and since when."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from desktop_app import codelists
from desktop_app.register.tenancy_list import most_at_once, running_from
from desktop_app.store.folding import fold
from desktop_app.store.tables import Client, Complex, Dwelling, DwellingStatus, Tenancy

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date
    from uuid import UUID

    from sqlalchemy.orm import Session

    from desktop_app.store.database import Database


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


@dataclass(frozen=True, slots=True, kw_only=True)
class ComplexRow:
    """A building with its counts today; what is planned is filled in by hand."""

    complex_id: UUID
    code: str
    name: str
    housing_form: str
    municipality: str | None
    landlord: str
    landlord_kind: str | None
    planned: int
    expected_quarter: str
    total_dwellings: int | None
    stock: int
    occupied: int
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DwellingFilter:
    """Which dwellings a list shows. All conditions hold together."""

    words: str = ""
    complex_id: UUID | None = None
    columns: frozenset[Column] = frozenset()


EVERYTHING = DwellingFilter()


def dwelling_rows(
    db: Database, wanted: DwellingFilter = EVERYTHING, *, today: date
) -> list[DwellingRow]:
    """Return dwellings by address, as they are on a day."""
    query = select(Dwelling).order_by(Dwelling.sort_name, Dwelling.id)
    for word in fold(wanted.words).split():
        query = query.where(Dwelling.search_text.contains(word, autoescape=True))
    if wanted.complex_id is not None:
        query = query.where(Dwelling.complex_id == wanted.complex_id)
    with db.read() as session:
        rows = rows_of(session, session.scalars(query).all(), today)
    return [row for row in rows if not wanted.columns or row.column in wanted.columns]


def dwelling_row(db: Database, dwelling_id: UUID, *, today: date) -> DwellingRow:
    """Return one dwelling as it is on a day."""
    with db.read() as session:
        return rows_of(session, [session.get_one(Dwelling, dwelling_id)], today)[0]


def complex_rows(db: Database, *, today: date) -> list[ComplexRow]:
    """Return complexes by name with their stock and how much of it is occupied."""
    inside: dict[UUID | None, list[DwellingRow]] = defaultdict(list)
    for row in dwelling_rows(db, today=today):
        inside[row.complex_id].append(row)
    with db.read() as session:
        found = session.scalars(select(Complex).order_by(Complex.name)).all()
    return [_complex_row(one, inside[one.id]) for one in found]


def rows_of(session: Session, dwellings: Sequence[Dwelling], today: date) -> list[DwellingRow]:
    """Return rows for dwellings that a session holds; one query per kind of fact."""
    ids = [dwelling.id for dwelling in dwellings]
    statuses = _statuses(session, ids, today)
    tenants = _tenants(session, ids, today)
    left = _left(session, ids, today)
    kept = _kept(session, statuses)
    names: dict[UUID | None, str] = dict(
        session.execute(select(Complex.id, Complex.name)).all()
    )
    return [
        _row(
            one,
            _Now(
                statuses.get(one.id),
                tenants[one.id],
                left.get(one.id),
                names.get(one.complex_id, ""),
                kept.get(one.id, ""),
            ),
            today,
        )
        for one in dwellings
    ]


@dataclass(frozen=True, slots=True)
class _Now:
    """What stands beside a dwelling's own columns on a day."""

    status: DwellingStatus | None
    tenants: tuple[Tenant, ...]
    left_on: date | None
    complex_name: str
    reserved_name: str

    @property
    def reserved_for(self) -> UUID | None:
        """For whom it is kept."""
        if self.status is None or self.status.status != "RES":
            return None
        return self.status.client_id

    def since(self) -> date | None:
        """Return since when it is what it is; a status that was left behind says too early."""
        if self.status is None:
            return None
        if self.status.status in _LET and not self.tenants and self.left_on:
            return max(self.status.since, self.left_on + DAY)
        return self.status.since


_LET = frozenset({"VER", "VERT"})


def _row(dwelling: Dwelling, now: _Now, today: date) -> DwellingRow:
    status = now.status
    tenants = tuple(t for t in now.tenants if t.starts_on <= today)
    row = DwellingRow(
        dwelling_id=dwelling.id,
        address=dwelling.address,
        city=dwelling.city,
        complex_id=dwelling.complex_id,
        complex_name=now.complex_name,
        housing_form=dwelling.housing_form,
        rooms=dwelling.rooms,
        rent_cents=dwelling.rent_cents,
        status=status.status if status else None,
        since=now.since(),
        vacancy_reason=status.vacancy_reason if status else None,
        expected_on=status.expected_on if status else None,
        tenants=tenants,
        coming=tuple(t for t in now.tenants if t.starts_on > today),
        capacity=dwelling.capacity,
        free=max(0, dwelling.capacity - most_at_once(now.tenants, today)),
        reserved_for=now.reserved_for,
        reserved_name=now.reserved_name,
        column=Column.OUTSIDE,
        version=dwelling.version,
    )
    return replace(row, column=_column(row))


def _column(row: DwellingRow) -> Column:
    if row.tenants:
        leaving = all(t.ended_on is not None for t in row.tenants)
        return Column.LEAVING if leaving else Column.OCCUPIED
    if row.coming and row.status in _LETTABLE:
        return Column.RESERVED
    return _COLUMNS.get(row.status or "", Column.OUTSIDE)


_LETTABLE = frozenset({"BES", "RES", "VER", "VERT"})
_COLUMNS = {
    "BES": Column.VACANT,
    "RES": Column.RESERVED,
    "MUT": Column.REPAIR,
    "OPL": Column.LEAVING,  # it is delivered soon, and then it is free
    "VER": Column.VACANT,  # the last tenant left and nobody said yet what comes
    "VERT": Column.VACANT,
}


def _statuses(session: Session, ids: Iterable[UUID], today: date) -> dict[UUID, DwellingStatus]:
    found = session.scalars(
        select(DwellingStatus)
        .where(DwellingStatus.dwelling_id.in_(ids), DwellingStatus.since <= today)
        .order_by(DwellingStatus.since, DwellingStatus.id)
    )
    return {status.dwelling_id: status for status in found}


def _kept(session: Session, statuses: Mapping[UUID, DwellingStatus]) -> dict[UUID, str]:
    """Return for whom dwellings are kept, by name."""
    wanted = {status.client_id for status in statuses.values() if status.client_id}
    clients = session.scalars(select(Client).where(Client.id.in_(wanted)))
    names = {client.id: client.full_name for client in clients}
    return {
        dwelling_id: names[status.client_id]
        for dwelling_id, status in statuses.items()
        if status.client_id in names
    }


def _left(session: Session, ids: Iterable[UUID], today: date) -> dict[UUID, date]:
    """Return the last day of the last tenancy that ended in each dwelling."""
    found = session.execute(
        select(Tenancy.dwelling_id, func.max(Tenancy.ended_on))
        .where(Tenancy.dwelling_id.in_(ids), Tenancy.ended_on < today)
        .group_by(Tenancy.dwelling_id)
    )
    return {dwelling_id: day for dwelling_id, day in found if day is not None}


def _tenants(
    session: Session, ids: Iterable[UUID], today: date
) -> defaultdict[UUID, tuple[Tenant, ...]]:
    """Return who lives in each dwelling on a day, and who has a key date to come."""
    found = session.execute(
        select(Tenancy, Client)
        .join(Client, Client.id == Tenancy.client_id)
        .where(Tenancy.dwelling_id.in_(ids), running_from(today))
        .order_by(Tenancy.starts_on)
    )
    tenants: defaultdict[UUID, tuple[Tenant, ...]] = defaultdict(tuple)
    for tenancy, client in found:
        tenants[tenancy.dwelling_id] += (
            Tenant(
                client.id,
                tenancy.id,
                client.full_name,
                tenancy.starts_on,
                tenancy.contract_until,
                tenancy.ended_on,
            ),
        )
    return tenants


def _complex_row(one: Complex, inside: Sequence[DwellingRow]) -> ComplexRow:
    counted = codelists.read("dwelling_status").codes
    stock = sum(
        counted[row.status].more["counts_as"].startswith(("vacant", "occupied"))
        for row in inside
        if row.status is not None
    )
    return ComplexRow(
        complex_id=one.id,
        code=one.code,
        name=one.name,
        housing_form=one.housing_form,
        municipality=one.municipality,
        landlord=one.landlord,
        landlord_kind=one.landlord_kind,
        planned=one.planned,
        expected_quarter=one.expected_quarter,
        total_dwellings=one.total_dwellings,
        stock=stock,
        occupied=sum(bool(row.tenants) for row in inside),
        version=one.version,
    )
