"""New dwellings and complexes of an import."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from desktop_app.store.folding import fold
from desktop_app.store.tables import Complex, Dwelling, DwellingStatus

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from uuid import UUID

    from desktop_app.register.importing.book import Book
    from desktop_app.register.importing.gathering import Thing

DEFAULT_FORM = "BEST"
_PLAIN = (
    "street", "house_number", "house_letter", "addition", "postcode", "city", "municipality",
    "housing_form", "dwelling_type", "accessibility", "rooms", "surface_m2", "floor", "lift",
    "self_contained", "pets_allowed", "rent_cents", "capacity",
)  # fmt: skip
_LONGEST_CODE = 8


def add(book: Book, places: Iterable[Thing], today: date) -> dict[int, UUID]:
    """Add the dwellings that are new, and return the dwelling of each row."""
    of_row: dict[int, UUID] = {}
    for place in places:
        dwelling_id = place.known_id or _add(book, place.fields, today)
        of_row |= dict.fromkeys(place.rows, dwelling_id)
    return of_row


def _add(book: Book, given: dict[str, Any], today: date) -> UUID:
    building = _complex(book, given)
    fields = {name: given[name] for name in _PLAIN if name in given}
    fields.setdefault("housing_form", building.housing_form if building else DEFAULT_FORM)
    fields.setdefault("municipality", building.municipality if building else None)
    landlord = "" if building else given.get("landlord", "")
    row = Dwelling(**fields, complex_id=building.id if building else None, landlord=landlord)
    book.add(row)
    if given.get("status"):
        book.add(_status(row.id, given, today))
    return row.id


def _complex(book: Book, fields: dict[str, Any]) -> Complex | None:
    """Return the complex that a row names, by code or name; a new one if it is not known."""
    name, code = fields.get("complex", ""), fields.get("complex_code", "")
    if not name and not code:
        return None
    found = book.complexes.get(fold(code)) if code else None
    found = found or book.complexes.get(fold(name))
    if found is not None:
        return found
    made = Complex(
        code=_code(code or name, book.complexes),
        name=name or code,
        housing_form=fields.get("housing_form") or DEFAULT_FORM,
        municipality=fields.get("municipality"),
        landlord=fields.get("landlord", ""),
    )
    book.add(made)
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
