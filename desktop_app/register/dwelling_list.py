"""Lists of dwellings and complexes: who lives where, what is vacant and since when."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from desktop_app.register.dwelling_now import EMPTY, Column, DwellingRow, Known, Tenant, rows_of
from desktop_app.store.folding import fold
from desktop_app.store.tables import Complex, Dwelling

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from desktop_app.store.database import Database

__all__ = [
    "EMPTY",
    "EVERYTHING",
    "Column",
    "ComplexRow",
    "DwellingFilter",
    "DwellingRow",
    "Tenant",
    "complex_rows",
    "dwelling_row",
    "dwelling_rows",
    "rows_of",
    "rows_on_days",
]


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


def rows_on_days(db: Database, days: Sequence[date]) -> list[list[DwellingRow]]:
    """Return all dwellings as they were on each of some days; the register is read once."""
    with db.read() as session:
        known = Known(session, session.scalars(select(Dwelling)).all())
        return [known.rows(day) for day in days]


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


def _complex_row(one: Complex, inside: Sequence[DwellingRow]) -> ComplexRow:
    stock = [row for row in inside if row.in_stock]
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
        stock=len(stock),
        occupied=sum(bool(row.tenants) for row in stock),
        version=one.version,
    )
