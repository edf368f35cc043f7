"""New dwellings and complexes of an import."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from desktop_app.store.folding import fold
from desktop_app.store.tables import Complex, Dwelling, DwellingStatus

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from sqlalchemy.orm import Session

    from desktop_app.register.importing.gathering import Gathered

DEFAULT_FORM = "BEST"
_PLAIN = (
    "street", "house_number", "house_letter", "addition", "postcode", "city", "municipality",
    "housing_form", "dwelling_type", "accessibility", "rooms", "surface_m2", "floor", "lift",
    "self_contained", "pets_allowed", "rent_cents", "capacity",
)  # fmt: skip
_LONGEST_CODE = 8


def add(session: Session, gathered: Gathered, today: date) -> dict[int, UUID]:
    """Add what is new and return the dwelling of each row."""
    complexes = {fold(row.name): row for row in session.scalars(select(Complex))}
    complexes |= {fold(row.code): row for row in session.scalars(select(Complex))}
    statuses: list[DwellingStatus] = []
    for place in gathered.dwellings:
        if place.known_id is not None:
            continue
        building = _complex(session, complexes, place.fields)
        fields = {name: place.fields[name] for name in _PLAIN if name in place.fields}
        fields.setdefault("housing_form", building.housing_form if building else DEFAULT_FORM)
        fields.setdefault("municipality", building.municipality if building else None)
        landlord = "" if building else place.fields.get("landlord", "")
        row = Dwelling(
            **fields, complex_id=building.id if building else None, landlord=landlord
        )
        session.add(row)
        place.known_id = row.id
        if place.fields.get("status"):
            statuses.append(_status(row.id, place.fields, today))
    session.flush()
    session.add_all(statuses)
    session.flush()
    return {
        row: place.known_id for row, place in gathered.dwelling_of.items() if place.known_id
    }


def _complex(
    session: Session, complexes: dict[str, Complex], fields: dict[str, Any]
) -> Complex | None:
    """Return the complex that a row names, by code or name; a new one if it is not known."""
    name, code = fields.get("complex", ""), fields.get("complex_code", "")
    if not name and not code:
        return None
    found = complexes.get(fold(code)) if code else None
    found = found or complexes.get(fold(name))
    if found is not None:
        return found
    made = Complex(
        code=_code(code or name, complexes),
        name=name or code,
        housing_form=fields.get("housing_form") or DEFAULT_FORM,
        municipality=fields.get("municipality"),
        landlord=fields.get("landlord", ""),
    )
    session.add(made)
    session.flush()
    complexes[fold(made.name)] = complexes[fold(made.code)] = made
    return made


def _code(text: str, complexes: dict[str, Complex]) -> str:
    """Return a free code of capitals and digits."""
    bare = re.sub(r"[^A-Z0-9]", "", fold(text).upper())[:_LONGEST_CODE] or "COMPLEX"
    code, turn = bare, 1
    while fold(code) in complexes:
        turn += 1
        code = f"{bare[: _LONGEST_CODE - len(str(turn))]}{turn}"
    return code


def _status(dwelling_id: UUID, fields: dict[str, Any], today: date) -> DwellingStatus:
    """Return what the file says the dwelling is."""
    return DwellingStatus(
        dwelling_id=dwelling_id,
        status=fields["status"],
        since=fields.get("status_since") or today,
        vacancy_reason=fields.get("vacancy_reason"),
        expected_on=fields.get("expected_on"),
    )
