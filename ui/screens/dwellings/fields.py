"""The questions about dwellings, complexes, their status and the end of a tenancy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app import codelists
from desktop_app.register import dwelling_list
from desktop_app.words import _
from ui.parts.form import Choice, Field
from ui.parts.form.field import from_list

if TYPE_CHECKING:
    from desktop_app.register.dwelling_list import DwellingRow
    from ui.desk import Desk

Fields = list[Field | tuple[Field, ...]]
_SETTABLE = ("BES", "RES", "MUT", "REN", "UIT")


def of_dwelling(desk: Desk) -> Fields:
    """Return the questions about a dwelling and what it is now."""
    complexes = tuple(
        Choice(str(one.complex_id), one.name)
        for one in dwelling_list.complex_rows(desk.db, today=desk.today())
    )
    return [
        Field("complex_id", _("Complex"), "choice", optional=True, choices=complexes),
        Field("street", _("Street")),
        (
            Field("house_number", _("Number"), "number", width=90),
            Field("house_letter", _("Letter"), optional=True, width=70),
            Field("addition", _("Addition"), optional=True, width=80),
        ),
        (
            Field("postcode", _("Postcode"), optional=True, width=110),
            Field("city", _("City"), optional=True, width=210),
        ),
        Field(
            "housing_form", _("Kind of housing"), "choice", choices=from_list("housing_form")
        ),
        (
            Field("rooms", _("Rooms"), "number", optional=True, width=110),
            Field("rent_cents", _("Rent a month (€)"), "money", optional=True),
        ),
        _choice("municipality", _("Municipality"), "municipality_u16", optional=True),
        Field("landlord", _("Landlord"), optional=True),
        Field("self_contained", _("Own door, kitchen and toilet"), "check", optional=True),
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
        Field(
            "housing_form", _("Kind of housing"), "choice", choices=from_list("housing_form")
        ),
        _choice("municipality", _("Municipality"), "municipality_u16", optional=True),
        Field("landlord", _("Landlord"), optional=True),
        (
            Field("planned", _("Dwellings planned"), "number", width=110),
            Field("expected_quarter", _("Expected (2027-2)"), optional=True, width=130),
        ),
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


def _choice(name: str, question: str, listed: str, *, optional: bool = False) -> Field:
    """Return a question that a code list answers."""
    return Field(name, question, "choice", optional=optional, choices=from_list(listed))
