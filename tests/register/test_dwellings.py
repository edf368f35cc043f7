"""Complexes and dwellings, and their dated status."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from desktop_app.errors import InvalidFieldsError
from desktop_app.register import dwelling_card, dwelling_list, dwellings
from desktop_app.register.dwelling_list import Column, DwellingFilter
from desktop_app.register.dwellings import ComplexFields, DwellingFields, StatusFields
from desktop_app.store.database import StaleEditError
from desktop_app.store.tables import Client, Tenancy

if TYPE_CHECKING:
    from desktop_app.store.database import Database

TODAY = date(2026, 11, 24)
LINDEHOF = ComplexFields(code="LH", name="Lindehof", housing_form="GEMTR", planned=4)
HOME = DwellingFields(
    street="Lindehof", house_number=12, city="De Meern", housing_form="GEMTR", rooms=2
)
VACANT = StatusFields(status="BES", since=date(2026, 10, 1), vacancy_reason="KAND")


def test_a_dwelling_stands_in_its_complex(db: Database) -> None:
    complex_id = dwellings.add_complex(db, LINDEHOF)
    dwellings.add_dwelling(
        db, replace(HOME, complex_id=complex_id, postcode="3454 ab", addition="3"), VACANT
    )
    (row,) = dwelling_list.dwelling_rows(db, today=TODAY)
    assert (row.address, row.complex_name, row.column) == (
        "Lindehof 12-3",
        "Lindehof",
        Column.VACANT,
    )
    assert row.days_vacant(TODAY) == 54
    (whole,) = dwelling_list.complex_rows(db, today=TODAY)
    assert (whole.stock, whole.occupied, whole.planned) == (1, 0, 4)


def test_house_numbers_sort_as_numbers(db: Database) -> None:
    for number in (10, 9, 100):
        dwellings.add_dwelling(db, replace(HOME, house_number=number), VACANT)
    rows = dwelling_list.dwelling_rows(db, today=TODAY)
    assert [row.address for row in rows] == ["Lindehof 9", "Lindehof 10", "Lindehof 100"]


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"street": " "}, "street"),
        ({"house_number": 0}, "house_number"),
        ({"postcode": "0123 AB"}, "postcode"),
        ({"postcode": "3454 SS"}, "postcode"),
        ({"capacity": 0}, "capacity"),
        ({"rooms": 0}, "rooms"),
        ({"surface_m2": -4}, "surface_m2"),
        ({"rent_cents": -1}, "rent_cents"),
        ({"housing_form": "KASTEEL"}, "housing_form"),
        ({"dwelling_type": "?"}, "dwelling_type"),
    ],
)
def test_wrong_fields_are_named(db: Database, change: dict[str, Any], field: str) -> None:
    with pytest.raises(InvalidFieldsError) as refused:
        dwellings.add_dwelling(db, replace(HOME, **change), VACANT)
    assert set(refused.value.fields) == {field}
    assert dwelling_list.dwelling_rows(db, today=TODAY) == []


def test_the_same_address_is_not_added_twice(db: Database) -> None:
    dwellings.add_dwelling(db, HOME, VACANT)
    with pytest.raises(InvalidFieldsError, match="already"):
        dwellings.add_dwelling(db, replace(HOME, street="LINDEHOF", city="de meern"), VACANT)
    dwellings.add_dwelling(db, replace(HOME, city="Utrecht"), VACANT)


def test_a_dwelling_keeps_a_place_for_everybody_who_lives_there(db: Database) -> None:
    shared = replace(HOME, capacity=2)
    home = dwellings.add_dwelling(db, shared, VACANT)
    with db.write() as session:
        for number in (1, 2):
            somebody = Client(
                number_letter="C", number_count=number, call_name="Bo", last_name="Proef"
            )
            session.add(somebody)
            session.flush()
            session.add(
                Tenancy(
                    client_id=somebody.id,
                    dwelling_id=home,
                    tenancy_type="REG",
                    starts_on=TODAY,
                )
            )
    with pytest.raises(InvalidFieldsError, match="2 tenancies run here") as refused:
        dwellings.edit_dwelling(db, home, HOME, version=1)
    assert set(refused.value.fields) == {"capacity"}


def test_a_complex_code_is_given_once(db: Database) -> None:
    dwellings.add_complex(db, LINDEHOF)
    with pytest.raises(InvalidFieldsError, match="already"):
        dwellings.add_complex(db, replace(LINDEHOF, name="Anders"))
    other = dwellings.add_complex(db, replace(LINDEHOF, code="AN", name="Anders"))
    with pytest.raises(InvalidFieldsError, match="already"):
        dwellings.edit_complex(db, other, LINDEHOF, version=1)
    dwellings.edit_complex(db, other, replace(LINDEHOF, code="AN", planned=5), version=1)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"code": "lindehof!"}, "code"),
        ({"planned": -1}, "planned"),
        ({"expected_quarter": "2027-5"}, "expected_quarter"),
        ({"name": ""}, "name"),
    ],
)
def test_wrong_fields_of_a_complex_are_named(
    db: Database, change: dict[str, Any], field: str
) -> None:
    with pytest.raises(InvalidFieldsError) as refused:
        dwellings.add_complex(db, replace(LINDEHOF, **change))
    assert set(refused.value.fields) == {field}


def test_a_status_is_dated_and_an_older_day_is_refused(db: Database) -> None:
    home = dwellings.add_dwelling(db, HOME, VACANT)
    dwellings.set_status(db, home, StatusFields(status="RES", since=date(2026, 11, 10)))
    assert dwelling_list.dwelling_row(db, home, today=TODAY).column is Column.RESERVED
    before = dwelling_list.dwelling_row(db, home, today=date(2026, 11, 9))
    assert before.column is Column.VACANT
    with pytest.raises(InvalidFieldsError, match="10-11-2026"):
        dwellings.set_status(db, home, StatusFields(status="MUT", since=date(2026, 11, 9)))


def test_a_list_shows_what_is_asked(db: Database) -> None:
    complex_id = dwellings.add_complex(db, LINDEHOF)
    dwellings.add_dwelling(db, replace(HOME, complex_id=complex_id), VACANT)
    dwellings.add_dwelling(
        db, replace(HOME, street="De Werf"), StatusFields(status="MUT", since=TODAY)
    )
    inside = DwellingFilter(complex_id=complex_id)
    assert len(dwelling_list.dwelling_rows(db, inside, today=TODAY)) == 1
    by_word = dwelling_list.dwelling_rows(db, DwellingFilter(words="werf 12"), today=TODAY)
    assert [row.address for row in by_word] == ["De Werf 12"]
    repair = DwellingFilter(columns=frozenset({Column.REPAIR}))
    assert [r.address for r in dwelling_list.dwelling_rows(db, repair, today=TODAY)] == [
        "De Werf 12"
    ]


def test_a_card_holds_what_a_form_fills_in_and_what_was_before(db: Database) -> None:
    complex_id = dwellings.add_complex(db, LINDEHOF)
    fields = replace(HOME, complex_id=complex_id, postcode="3454 ab", lift=True)
    home = dwellings.add_dwelling(db, fields, VACANT)
    dwellings.set_status(db, home, StatusFields(status="MUT", since=TODAY))
    card = dwelling_card.dwelling_card(db, home, today=TODAY)
    assert card.fields == replace(fields, postcode="3454AB")
    assert [past.status for past in card.statuses] == ["MUT", "BES"]
    assert (card.row.address, card.tenancies) == ("Lindehof 12", ())
    higher = replace(card.fields, rent_cents=62_000)
    dwellings.edit_dwelling(db, home, higher, version=card.version)
    assert dwelling_card.dwelling_card(db, home, today=TODAY).fields == higher
    whole = dwelling_card.complex_card(db, complex_id)
    assert whole.fields == LINDEHOF
    dwellings.edit_complex(
        db, complex_id, replace(whole.fields, planned=5), version=whole.version
    )
    with pytest.raises(StaleEditError):
        dwellings.edit_complex(db, complex_id, whole.fields, version=whole.version)


@pytest.mark.parametrize("field", ["street", "city", "landlord", "addition"])
def test_a_text_that_does_not_fit_is_named(db: Database, field: str) -> None:
    long: dict[str, Any] = {field: "a" * 201}
    with pytest.raises(InvalidFieldsError, match="too long: 201") as refused:
        dwellings.add_dwelling(db, replace(HOME, **long), VACANT)
    assert set(refused.value.fields) == {field}


def test_a_status_left_behind_counts_from_the_last_tenant(db: Database) -> None:
    home = dwellings.add_dwelling(db, HOME, StatusFields(status="VER", since=date(2025, 1, 1)))
    with db.write() as session:
        session.add(
            client := Client(
                number_letter="C", number_count=1, call_name="Noor", last_name="Bakker"
            )
        )
        session.flush()
        session.add(
            Tenancy(
                client_id=client.id,
                dwelling_id=home,
                tenancy_type="REG",
                starts_on=date(2025, 1, 1),
                ended_on=date(2026, 11, 13),
            )
        )
    row = dwelling_list.dwelling_row(db, home, today=TODAY)
    assert (row.column, row.days_vacant(TODAY)) == (Column.VACANT, 10)
