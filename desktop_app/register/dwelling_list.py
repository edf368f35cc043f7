"""Lists of dwellings and complexes: who lives where, what is vacant and since when."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import select

from desktop_app import codelists
from desktop_app.register.tenancy_list import running_on
from desktop_app.store.folding import fold
from desktop_app.store.tables import Client, Complex, Dwelling, DwellingStatus, Tenancy

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
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


@dataclass(frozen=True, slots=True)
class Tenant:
    """Who lives in a dwelling now, and what may end it."""

    client_id: UUID
    tenancy_id: UUID
    name: str
    starts_on: date
    contract_until: date | None
    ended_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DwellingRow:
    """One line of the list, one card of the board.

    `status` is a code of `dwelling_status`, `since` its first day; `free` counts the places
    that another tenancy could take today.
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
    free: int
    column: Column
    version: int

    def days_vacant(self, today: date) -> int | None:
        """Return for how many days nobody lives here, or None when somebody does."""
        if self.since is None or self.column not in {
            Column.VACANT,
            Column.RESERVED,
            Column.REPAIR,
        }:
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
    names: dict[UUID | None, str] = dict(
        session.execute(select(Complex.id, Complex.name)).all()
    )
    return [
        _row(
            one,
            statuses.get(one.id),
            tenants[one.id],
            names.get(one.complex_id, ""),
            today,
        )
        for one in dwellings
    ]


def _row(
    dwelling: Dwelling,
    status: DwellingStatus | None,
    tenants: tuple[Tenant, ...],
    complex_name: str,
    today: date,
) -> DwellingRow:
    row = DwellingRow(
        dwelling_id=dwelling.id,
        address=dwelling.address,
        city=dwelling.city,
        complex_id=dwelling.complex_id,
        complex_name=complex_name,
        housing_form=dwelling.housing_form,
        rooms=dwelling.rooms,
        rent_cents=dwelling.rent_cents,
        status=status.status if status else None,
        since=status.since if status else None,
        vacancy_reason=status.vacancy_reason if status else None,
        expected_on=status.expected_on if status else None,
        tenants=tenants,
        free=max(0, dwelling.capacity - len(tenants)),
        column=Column.OUTSIDE,
        version=dwelling.version,
    )
    return replace(row, column=_column(row, today))


def _column(row: DwellingRow, today: date) -> Column:
    if row.tenants:
        leaving = all(t.ended_on is not None and t.ended_on >= today for t in row.tenants)
        return Column.LEAVING if leaving else Column.OCCUPIED
    match row.status:
        case "BES":
            return Column.VACANT
        case "RES":
            return Column.RESERVED
        case "MUT":
            return Column.REPAIR
        case "VER" | "VERT":  # a lease has ended and nobody said yet what comes
            return Column.VACANT
        case _:
            return Column.OUTSIDE


def _statuses(session: Session, ids: Iterable[UUID], today: date) -> dict[UUID, DwellingStatus]:
    found = session.scalars(
        select(DwellingStatus)
        .where(DwellingStatus.dwelling_id.in_(ids), DwellingStatus.since <= today)
        .order_by(DwellingStatus.since, DwellingStatus.id)
    )
    return {status.dwelling_id: status for status in found}


def _tenants(
    session: Session, ids: Iterable[UUID], today: date
) -> defaultdict[UUID, tuple[Tenant, ...]]:
    found = session.execute(
        select(Tenancy, Client)
        .join(Client, Client.id == Tenancy.client_id)
        .where(
            Tenancy.dwelling_id.in_(ids),
            running_on(today),
        )
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
