"""The lists of dwellings and of tenancies."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from desktop_app.register.listing.columns import Column, coded, euros, table
from desktop_app.store.tables import Client, Complex, Dwelling, DwellingStatus, Tenancy
from desktop_app.words import N_

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy.orm import Session

    from desktop_app.register.spreadsheets import Cell


@dataclass(frozen=True, slots=True)
class DwellingLine:
    """A dwelling with its complex and what it is now."""

    dwelling: Dwelling
    complex: Complex | None
    status: DwellingStatus | None


@dataclass(frozen=True, slots=True)
class TenancyLine:
    """A tenancy with who lives where."""

    tenancy: Tenancy
    client: Client
    dwelling: Dwelling


def dwelling_table(session: Session, today: date) -> tuple[list[str], list[tuple[Cell, ...]]]:
    """Return heads and rows, by street and number; 9 before 10."""
    del today
    complexes = {row.id: row for row in session.scalars(select(Complex))}
    statuses = {
        row.dwelling_id: row
        for row in session.scalars(
            select(DwellingStatus).order_by(DwellingStatus.since, DwellingStatus.id)
        )
    }
    found = session.scalars(select(Dwelling).order_by(Dwelling.sort_name, Dwelling.id))
    return table(
        DWELLING_COLUMNS,
        (
            DwellingLine(
                dwelling,
                complexes[dwelling.complex_id] if dwelling.complex_id else None,
                statuses.get(dwelling.id),
            )
            for dwelling in found
        ),
    )


def tenancy_table(session: Session, today: date) -> tuple[list[str], list[tuple[Cell, ...]]]:
    """Return heads and rows, by last name and begin."""
    del today
    found = session.execute(
        select(Tenancy, Client, Dwelling)
        .join(Client, Client.id == Tenancy.client_id)
        .join(Dwelling, Dwelling.id == Tenancy.dwelling_id)
        .order_by(Client.sort_name, Client.id, Tenancy.starts_on, Dwelling.sort_name)
    )
    return table(TENANCY_COLUMNS, (TenancyLine(*row) for row in found))


def _landlord(line: DwellingLine) -> str:
    return line.complex.landlord if line.complex else line.dwelling.landlord


DWELLING_COLUMNS: tuple[Column[DwellingLine], ...] = (
    Column(N_("Complex"), lambda line: line.complex.name if line.complex else ""),
    Column(N_("Complex code"), lambda line: line.complex.code if line.complex else ""),
    Column(N_("Landlord"), _landlord),
    Column(N_("Street"), lambda line: line.dwelling.street),
    Column(N_("House number"), lambda line: line.dwelling.house_number),
    Column(N_("House letter"), lambda line: line.dwelling.house_letter),
    Column(N_("Addition"), lambda line: line.dwelling.addition),
    Column(N_("Postcode"), lambda line: line.dwelling.postcode),
    Column(N_("City"), lambda line: line.dwelling.city),
    coded(
        N_("Municipality of the dwelling"),
        "municipality_u16",
        lambda line: line.dwelling.municipality,
    ),
    coded(N_("Housing form"), "housing_form", lambda line: line.dwelling.housing_form),
    coded(N_("Kind of dwelling"), "dwelling_type", lambda line: line.dwelling.dwelling_type),
    coded(N_("Accessibility"), "accessibility", lambda line: line.dwelling.accessibility),
    Column(N_("Rooms"), lambda line: line.dwelling.rooms),
    Column(N_("Square metres"), lambda line: line.dwelling.surface_m2),
    Column(N_("Floor"), lambda line: line.dwelling.floor),
    Column(N_("Lift"), lambda line: line.dwelling.lift),
    Column(N_("Self-contained"), lambda line: line.dwelling.self_contained),
    Column(N_("Pets allowed"), lambda line: line.dwelling.pets_allowed),
    Column(N_("Rent of the dwelling"), lambda line: euros(line.dwelling.rent_cents)),
    Column(N_("Places"), lambda line: line.dwelling.capacity),
    coded(
        N_("Dwelling status"),
        "dwelling_status",
        lambda line: line.status.status if line.status else None,
    ),
    Column(
        N_("Dwelling status since"), lambda line: line.status.since if line.status else None
    ),
    coded(
        N_("Vacant because"),
        "vacancy_reason",
        lambda line: line.status.vacancy_reason if line.status else None,
    ),
    Column(N_("Ready on"), lambda line: line.status.expected_on if line.status else None),
)

TENANCY_COLUMNS: tuple[Column[TenancyLine], ...] = (
    Column(N_("Client number"), lambda line: line.client.number),
    Column(N_("Call name"), lambda line: line.client.call_name),
    Column(N_("Infix"), lambda line: line.client.infix),
    Column(N_("Last name"), lambda line: line.client.last_name),
    Column(N_("Date of birth"), lambda line: line.client.birth_date),
    Column(N_("Address"), lambda line: line.dwelling.address),
    Column(N_("Postcode"), lambda line: line.dwelling.postcode),
    Column(N_("City"), lambda line: line.dwelling.city),
    coded(N_("Kind of lease"), "tenancy_type", lambda line: line.tenancy.tenancy_type),
    Column(N_("Tenancy from"), lambda line: line.tenancy.starts_on),
    Column(N_("Temporary until"), lambda line: line.tenancy.contract_until),
    Column(N_("Flip planned on"), lambda line: line.tenancy.flip_planned_on),
    coded(N_("Flip stage"), "omklap_stage", lambda line: line.tenancy.flip_stage),
    Column(N_("Flipped on"), lambda line: line.tenancy.flipped_on),
    Column(N_("Tenancy ended on"), lambda line: line.tenancy.ended_on),
    coded(N_("Reason of the end"), "tenancy_end_reason", lambda line: line.tenancy.end_reason),
    coded(N_("Where to"), "ethos_light", lambda line: line.tenancy.destination),
    Column(N_("Rent"), lambda line: euros(line.tenancy.rent_cents)),
)
