"""The questions about dwellings, complexes, their status and the end of a tenancy."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from desktop_app import codelists
from desktop_app.register import dwelling_list
from desktop_app.register.dwellings import DwellingFields
from desktop_app.words import _
from ui.parts.form import Choice, Field
from ui.parts.form.field import from_list

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from desktop_app.register.dwelling_list import DwellingRow
    from desktop_app.store.database import Database

Fields = list[Field | tuple[Field, ...]]
_YES_OR_NO = ("lift", "pets_allowed")
_ANSWERS = {"yes": True, "no": False}
_SETTABLE = ("BES", "RES", "MUT", "REN", "UIT")


def of_dwelling(db: Database, *, today: date) -> Fields:
    """Return the questions about a dwelling."""
    complexes = tuple(
        Choice(str(one.complex_id), one.name)
        for one in dwelling_list.complex_rows(db, today=today)
    )
    return [
        Field("complex_id", _("Complex"), "choice", optional=True, choices=complexes),
        *_address(),
        _choice("housing_form", _("Kind of housing"), "housing_form"),
        *_size(),
        *_owner(),
    ]


def of_beginning() -> Fields:
    """Return the question what a new dwelling is, and from when."""
    return [
        (
            Field(
                "status", _("What it is now"), "choice", choices=from_list("dwelling_status")
            ),
            Field("since", _("From (dd-mm-yyyy)"), "date"),
        ),
    ]


def of_complex() -> Fields:
    """Return the questions about a building or project."""
    return [
        Field("name", _("Name")),
        Field(
            "code",
            _("Code"),
            hint=_("1 to 8 capitals and digits. Only this code goes to the region."),
            width=130,
        ),
        _choice("housing_form", _("Kind of housing"), "housing_form"),
        *_owner(),
        (
            Field("planned", _("Dwellings planned"), "number", width=110),
            Field("expected_quarter", _("Expected (2027-2)"), optional=True, width=130),
        ),
        (
            Field(
                "total_dwellings",
                _("All homes in the building"),
                "number",
                hint=_("Other tenants' homes too"),
                optional=True,
                width=110,
            ),
            Field(
                "support_most",
                _("At most with support"),
                "number",
                hint=_("What was agreed about living mixed"),
                optional=True,
                width=110,
            ),
        ),
    ]


def dwelling_fields(values: Mapping[str, Any]) -> DwellingFields:
    """Return answers about a dwelling as the core wants them."""
    plain = {
        name: value
        for name, value in values.items()
        if name not in {"complex_id", "status", "since", *_YES_OR_NO}
    }
    chosen = values["complex_id"]
    known = {name: _ANSWERS.get(values[name]) for name in _YES_OR_NO}
    capacity = {"capacity": 1 if values["capacity"] is None else values["capacity"]}
    return DwellingFields(
        **plain | capacity | known, complex_id=UUID(chosen) if chosen else None
    )


def values_of(fields: DwellingFields) -> dict[str, Any]:
    """Return what a form shows of a dwelling."""
    answers = {said: code for code, said in _ANSWERS.items()}
    values = {name: getattr(fields, name) for name in DwellingFields.__slots__}
    values["complex_id"] = str(fields.complex_id) if fields.complex_id else None
    return values | {name: answers.get(values[name]) for name in _YES_OR_NO}


def _address() -> Fields:
    return [
        Field("street", _("Street")),
        (
            Field("house_number", _("House number"), "number", width=90),
            Field("house_letter", _("Letter"), optional=True, width=70),
            Field("addition", _("Addition"), optional=True, width=80),
        ),
        (
            Field("postcode", _("Postcode"), optional=True, width=110),
            Field("city", _("City"), optional=True, width=210),
        ),
    ]


def _size() -> Fields:
    yes_or_no = (Choice("yes", _("Yes")), Choice("no", _("No")))
    return [
        (
            Field("rooms", _("Rooms"), "number", optional=True, width=110),
            Field("surface_m2", _("Surface (m²)"), "number", optional=True, width=110),
            Field("capacity", _("Places for tenancies"), "number", width=110),
        ),
        Field("rent_cents", _("Rent a month (€)"), "money", optional=True),
        Field("self_contained", _("Own door, kitchen and toilet"), "check", optional=True),
        _choice("dwelling_type", _("Sort of dwelling"), "dwelling_type", optional=True),
        _choice("accessibility", _("How one gets in"), "accessibility", optional=True),
        (
            Field("floor", _("Floor"), "number", optional=True, width=110),
            Field("lift", _("Lift"), "choice", optional=True, choices=yes_or_no, width=190),
            Field(
                "pets_allowed",
                _("Pets allowed"),
                "choice",
                optional=True,
                choices=yes_or_no,
                width=190,
            ),
        ),
    ]


def _owner() -> Fields:
    return [
        _choice("municipality", _("Municipality"), "municipality_u16", optional=True),
        Field("landlord", _("Landlord"), optional=True),
        _choice("landlord_kind", _("Sort of landlord"), "partner_type", optional=True),
    ]


def of_end(shown: DwellingRow) -> Fields:
    """Return the questions about the end of a tenancy in this dwelling."""
    fields: Fields = [
        Field("ended_on", _("Last day (dd-mm-yyyy)"), "date"),
        _choice("reason", _("Why"), "tenancy_end_reason"),
        _choice("destination", _("Where to"), "ethos_light"),
    ]
    running = [tenant for tenant in shown.tenants if tenant.ended_on is None]
    if len(running) > 1:
        who = tuple(Choice(str(tenant.tenancy_id), tenant.name) for tenant in running)
        fields.insert(0, Field("tenancy", _("Whose tenancy"), "choice", choices=who))
    return fields


def of_status() -> Fields:
    """Return the questions about what a dwelling is from a day on."""
    choices = tuple(
        Choice(code, codelists.label("dwelling_status", code)) for code in _SETTABLE
    )
    return [
        Field("status", _("What it is"), "choice", choices=choices),
        Field("since", _("From (dd-mm-yyyy)"), "date"),
        _choice("vacancy_reason", _("Why it is empty"), "vacancy_reason", optional=True),
        Field("expected_on", _("Expected until (dd-mm-yyyy)"), "date", optional=True),
    ]


def of_letting_go() -> Fields:
    """Return the questions about a home that is no longer kept for somebody."""
    return [
        Field("on", _("From (dd-mm-yyyy)"), "date"),
        _choice("wait_reason", _("What is waited for"), "wait_reason"),
    ]


def _choice(name: str, question: str, listed: str, *, optional: bool = False) -> Field:
    """Return a question that a code list answers."""
    return Field(name, question, "choice", optional=optional, choices=from_list(listed))
