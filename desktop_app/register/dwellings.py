"""Complexes and dwellings, and their dated status, which is never overwritten."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from desktop_app.register import checks
from desktop_app.register.checks import Problems
from desktop_app.store import journal
from desktop_app.store.database import require_version
from desktop_app.store.folding import fold
from desktop_app.store.tables import Complex, Dwelling, DwellingStatus, Tenancy
from desktop_app.words import _

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from sqlalchemy.orm import Session

    from desktop_app.store.database import Database

HIGHEST_NUMBER = 99_999
_CODES = {
    "housing_form": "housing_form",
    "municipality": "municipality_u16",
    "landlord_kind": "partner_type",
}
_DWELLING_CODES = _CODES | {"dwelling_type": "dwelling_type", "accessibility": "accessibility"}
_QUARTER = re.compile(r"20\d\d-[1-4]")
_COMPLEX_CODE = re.compile(r"[A-Z0-9]{1,8}")


@dataclass(frozen=True, slots=True, kw_only=True)
class ComplexFields:
    """What people fill in about a building or project.

    `code` (LH) is all of it that the region ever sees. `expected_quarter` is "2027-2" and
    belongs to `planned` dwellings.
    """

    code: str
    name: str
    housing_form: str
    municipality: str | None = None
    landlord: str = ""
    landlord_kind: str | None = None
    planned: int = 0
    expected_quarter: str = ""
    total_dwellings: int | None = None
    support_most: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DwellingFields:
    """What people fill in about a dwelling; rent in cents a month, postcode in any spelling."""

    street: str
    house_number: int
    housing_form: str
    house_letter: str = ""
    addition: str = ""
    postcode: str = ""
    city: str = ""
    complex_id: UUID | None = None
    municipality: str | None = None
    dwelling_type: str | None = None
    accessibility: str | None = None
    rooms: int | None = None
    surface_m2: int | None = None
    floor: int | None = None
    lift: bool | None = None
    self_contained: bool = True
    pets_allowed: bool | None = None
    rent_cents: int | None = None
    capacity: int = 1
    landlord: str = ""
    landlord_kind: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusFields:
    """What a dwelling is from a day on; `expected_on` is when that is expected to change."""

    status: str
    since: date
    vacancy_reason: str | None = None
    expected_on: date | None = None


def add_complex(db: Database, fields: ComplexFields) -> UUID:
    """Add a complex.

    Raises:
        InvalidFieldsError: naming each wrong field; its code is in use.
    """
    problems = _complex_problems(fields)
    with db.write() as session:
        _refuse_taken_code(session, problems, fields)
        problems.raise_any()
        made = Complex(**asdict(fields))
        session.add(made)
        journal.note(session, "ADD", detail="complex")
    return made.id


def edit_complex(
    db: Database, complex_id: UUID, fields: ComplexFields, *, version: int
) -> None:
    """Replace what is filled in about a complex.

    Raises:
        InvalidFieldsError, StaleEditError.
    """
    problems = _complex_problems(fields)
    with db.write() as session:
        row = session.get_one(Complex, complex_id)
        require_version(row, version)
        _refuse_taken_code(session, problems, fields, besides=complex_id)
        problems.raise_any()
        for name, value in asdict(fields).items():
            setattr(row, name, value)
        journal.note(session, "EDIT", detail="complex")


def add_dwelling(db: Database, fields: DwellingFields, status: StatusFields) -> UUID:
    """Add a dwelling with what it is now: planned, vacant, let to a regular tenant.

    Raises:
        InvalidFieldsError: naming each wrong field; the address is there already.
    """
    problems = _dwelling_problems(fields)
    _status_problems(problems, status)
    with db.write() as session:
        _refuse_double(session, problems, fields)
        problems.raise_any()
        dwelling = Dwelling(**_stored(fields))
        session.add(dwelling)
        session.flush()
        session.add(DwellingStatus(dwelling_id=dwelling.id, **asdict(status)))
        journal.note(session, "ADD", detail="dwelling")
    return dwelling.id


def edit_dwelling(
    db: Database, dwelling_id: UUID, fields: DwellingFields, *, version: int
) -> None:
    """Replace what is filled in about a dwelling.

    Raises:
        InvalidFieldsError, StaleEditError.
    """
    problems = _dwelling_problems(fields)
    with db.write() as session:
        row = session.get_one(Dwelling, dwelling_id)
        require_version(row, version)
        _refuse_double(session, problems, fields, besides=dwelling_id)
        _refuse_too_few_places(session, problems, fields, dwelling_id)
        problems.raise_any()
        for name, value in _stored(fields).items():
            setattr(row, name, value)
        journal.note(session, "EDIT", detail="dwelling")


def set_status(db: Database, dwelling_id: UUID, fields: StatusFields) -> None:
    """Say what a dwelling is from a day on; what it was before stays known.

    Raises:
        InvalidFieldsError: unknown code, or a day before its newest status began.
    """
    problems = Problems()
    _status_problems(problems, fields)
    with db.write() as session:
        newest = newest_status(session, dwelling_id)
        if newest is not None:
            problems.not_before("since", fields.since, newest.since)
        problems.raise_any()
        session.add(DwellingStatus(dwelling_id=dwelling_id, **asdict(fields)))
        journal.note(session, "EDIT", detail="dwelling status")


def newest_status(session: Session, dwelling_id: UUID) -> DwellingStatus | None:
    """Return the status that began last, within a transaction."""
    return session.scalar(
        select(DwellingStatus)
        .where(DwellingStatus.dwelling_id == dwelling_id)
        .order_by(DwellingStatus.since.desc(), DwellingStatus.id.desc())
        .limit(1)
    )


def _complex_problems(fields: ComplexFields) -> Problems:
    problems = Problems()
    problems.missing("name", fields.name, _("Give the complex a name."))
    if not _COMPLEX_CODE.fullmatch(fields.code):
        problems.add("code", _("A code has 1 to 8 capitals and digits, for example LH."))
    if fields.planned < 0:
        problems.add("planned", _("The number of planned dwellings is 0 or more."))
    most, all_homes = fields.support_most, fields.total_dwellings
    if most is not None and all_homes is not None and not 0 <= most <= all_homes:
        problems.add(
            "support_most",
            _("Homes with support are part of all homes here: at most {all}.").format(
                all=all_homes
            ),
        )
    if fields.expected_quarter and not _QUARTER.fullmatch(fields.expected_quarter):
        problems.add("expected_quarter", _("Write the quarter as 2027-2."))
    checks.code_fields(problems, fields, _CODES)
    checks.lengths(problems, fields, Complex)
    return problems


def _dwelling_problems(fields: DwellingFields) -> Problems:
    problems = Problems()
    problems.missing("street", fields.street, _("Fill in the street."))
    if not 1 <= fields.house_number <= HIGHEST_NUMBER:
        problems.add("house_number", _("A house number lies between 1 and 99999."))
    if checks.postcode(fields.postcode) is None:
        problems.add("postcode", _("This postcode cannot exist. Write it like this: 3454 AB."))
    if fields.capacity < 1:
        problems.add("capacity", _("A dwelling has room for at least one tenancy."))
    if fields.rooms is not None and fields.rooms < 1:
        problems.add("rooms", _("A dwelling has one room or more. Not known? Leave it empty."))
    if fields.surface_m2 is not None and fields.surface_m2 < 1:
        problems.add("surface_m2", _("A surface is 1 m² or more. Not known? Leave it empty."))
    if fields.rent_cents is not None and fields.rent_cents < 0:
        problems.add("rent_cents", _("A rent is 0 euro or more."))
    checks.code_fields(problems, fields, _DWELLING_CODES)
    checks.lengths(problems, replace(fields, postcode=""), Dwelling)
    return problems


def _status_problems(problems: Problems, fields: StatusFields) -> None:
    problems.code("status", "dwelling_status", fields.status)
    problems.code("vacancy_reason", "vacancy_reason", fields.vacancy_reason)
    problems.not_before("expected_on", fields.expected_on, fields.since)


def _stored(fields: DwellingFields) -> dict[str, Any]:
    values = asdict(fields)
    return values | {
        "postcode": checks.postcode(fields.postcode),
        "house_letter": fields.house_letter.upper(),
    }


def _refuse_taken_code(
    session: Session, problems: Problems, fields: ComplexFields, besides: UUID | None = None
) -> None:
    found = session.scalar(select(Complex.id).where(Complex.code == fields.code))
    if found is not None and found != besides:
        problems.add("code", _("Another complex has this code already."))


def _refuse_double(
    session: Session, problems: Problems, fields: DwellingFields, besides: UUID | None = None
) -> None:
    """Note an address that another dwelling has, by street, number and city."""
    wanted = Dwelling(**_stored(fields))
    wanted.fold()
    found = session.execute(
        select(Dwelling.id, Dwelling.city).where(Dwelling.sort_name == wanted.sort_name)
    )
    same = [id_ for id_, city in found if id_ != besides and fold(city) == fold(fields.city)]
    if same:
        problems.add("street", _("This address is in the register already."))


def _refuse_too_few_places(
    session: Session, problems: Problems, fields: DwellingFields, dwelling_id: UUID
) -> None:
    """Note fewer places than tenancies that run here without a last day."""
    running = session.scalars(
        select(Tenancy.id).where(Tenancy.dwelling_id == dwelling_id, Tenancy.ended_on.is_(None))
    )
    count = len(running.all())
    if fields.capacity < count:
        problems.add(
            "capacity",
            _(
                "{n} tenancies run here. Fill in at least {n} places, or end a tenancy first."
            ).format(n=count),
        )
