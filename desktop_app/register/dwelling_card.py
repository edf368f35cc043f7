"""One dwelling in full: what its page and its form show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from desktop_app.register import tenancy_list
from desktop_app.register.dwelling_list import rows_of
from desktop_app.register.dwellings import ComplexFields, DwellingFields
from desktop_app.store.tables import Client, Complex, Dwelling, DwellingStatus

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from sqlalchemy.orm import Session

    from desktop_app.register.dwelling_list import DwellingRow
    from desktop_app.register.tenancy_list import TenancyRow
    from desktop_app.store.database import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """What a dwelling was, or will be, from a day on; `client` is for whom it was kept."""

    status: str
    since: date
    vacancy_reason: str | None
    expected_on: date | None
    client_id: UUID | None
    client: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DwellingCard:
    """A dwelling with all that stands around it. Lists are newest first."""

    dwelling_id: UUID
    version: int
    row: DwellingRow
    fields: DwellingFields
    statuses: tuple[Past, ...]
    tenancies: tuple[TenancyRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ComplexCard:
    """A complex as its form shows it."""

    complex_id: UUID
    version: int
    fields: ComplexFields


def dwelling_card(db: Database, dwelling_id: UUID, *, today: date) -> DwellingCard:
    """Return one dwelling as of a day."""
    lived = tenancy_list.tenancy_rows(db, dwelling_id=dwelling_id)
    with db.read() as session:
        dwelling = session.get_one(Dwelling, dwelling_id)
        return DwellingCard(
            dwelling_id=dwelling.id,
            version=dwelling.version,
            row=rows_of(session, [dwelling], today)[0],
            fields=DwellingFields(
                **{name: getattr(dwelling, name) for name in DwellingFields.__slots__}
            ),
            statuses=_statuses(session, dwelling_id),
            tenancies=tuple(lived),
        )


def complex_card(db: Database, complex_id: UUID) -> ComplexCard:
    """Return one complex."""
    with db.read() as session:
        row = session.get_one(Complex, complex_id)
        return ComplexCard(
            complex_id=row.id,
            version=row.version,
            fields=ComplexFields(
                **{name: getattr(row, name) for name in ComplexFields.__slots__}
            ),
        )


def _statuses(session: Session, dwelling_id: UUID) -> tuple[Past, ...]:
    found = session.execute(
        select(DwellingStatus, Client)
        .outerjoin(Client, Client.id == DwellingStatus.client_id)
        .where(DwellingStatus.dwelling_id == dwelling_id)
        .order_by(DwellingStatus.since.desc(), DwellingStatus.id.desc())
    )
    return tuple(
        Past(
            status=row.status,
            since=row.since,
            vacancy_reason=row.vacancy_reason,
            expected_on=row.expected_on,
            client_id=row.client_id,
            client=client.shown_name if client else "",
        )
        for row, client in found
    )
