"""What would become of a file, and what stands in its way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import openpyxl
import pytest

from desktop_app import words
from desktop_app.errors import UserError
from desktop_app.register.importing import choices, heads, marked

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop_app.register.importing.preview import Plan
    from desktop_app.store.database import Database


def becomes(plan: Plan) -> dict[str, str]:
    return {
        column.letter: f"{column.field.noun}.{column.field.name}" if column.field else ""
        for column in plan.columns
    }


def said(plan: Plan) -> list[tuple[str, str]]:
    return [(finding.place, finding.sentence) for finding in plan.findings if finding.rows]


def test_one_row_becomes_client_dwelling_lease_and_decision(
    plan_of: Callable[..., Plan], housing_list: str
) -> None:
    plan = plan_of(housing_list)
    assert becomes(plan) == {
        "A": "client.name",
        "B": "client.birth_date",
        "C": "none.bsn",
        "D": "dwelling.address",
        "E": "tenancy.rent_cents",
        "F": "tenancy.starts_on",
        "G": "tenancy.contract_until",
        "H": "decision.ends_on",
        "I": "client.source",
    }
    counts = plan.counts
    assert (counts.clients, counts.dwellings, counts.tenancies, counts.decisions) == (
        3,
        3,
        3,
        3,
    )
    assert counts.things() == "3 clients, 3 dwellings, 3 leases and 3 decisions"
    assert plan.stops == ()
    assert plan.notes == (
        "The heads stand in row 2.",
        "1 row is left out: heads again, or a total.",
    )


def test_every_column_says_why(plan_of: Callable[..., Plan], housing_list: str) -> None:
    columns = {column.letter: column for column in plan_of(housing_list).columns}
    assert columns["A"].why == "3 of 3 have a comma: last name in front"
    assert columns["B"].why.startswith("day first: 1 times")
    assert columns["C"].certainty == "left out"
    assert "you do not need it" in columns["C"].why
    assert columns["C"].example == "••• ••• 019"
    assert columns["G"].why.endswith("“vast” = no date")
    assert "1 Excel number converted" in columns["H"].why
    assert columns["I"].why == "BW 1 · MO 1"


def test_a_citizen_service_number_is_never_read(
    plan_of: Callable[..., Plan], housing_list: str
) -> None:
    plan = plan_of(housing_list.replace("BSN", "Kenmerk cliënt"))
    assert becomes(plan)["C"] == "none.bsn"
    assert "99999" not in repr(plan.lines)


@pytest.mark.parametrize(
    ("head", "status", "field"),
    [("Status", "Wacht op woning", "client.status"), ("Status", "leeg", "dwelling.status")],
)
def test_a_head_with_two_meanings_is_decided_by_what_stands_below(
    plan_of: Callable[..., Plan], head: str, status: str, field: str
) -> None:
    plan = plan_of(f"Naam;Adres;{head}\nAylin Özdemir;Lindehof 1;{status}\n")
    assert becomes(plan)["C"] == field


def test_a_head_with_two_meanings_is_decided_by_its_neighbours(
    plan_of: Callable[..., Plan],
) -> None:
    lease = plan_of("Naam;Adres;Ingang;Tot\nA B;Lindehof 1;1-1-2026;1-1-2027\n")
    decision = plan_of("Naam;Soort beschikking;Ingang;Tot\nA B;wmo;1-1-2026;1-1-2027\n")
    assert becomes(lease)["C"] == "tenancy.starts_on"
    assert becomes(decision)["C"] == "decision.starts_on"
    assert becomes(decision)["D"] == "decision.ends_on"


def test_every_cell_that_cannot_be_read_is_named_by_row_and_column(
    plan_of: Callable[..., Plan],
) -> None:
    plan = plan_of(
        "Naam;Geboortedatum;Geslacht;Adres;Postcode;Huur;Ingang\n"
        "Aylin Özdemir;31-02-1992;M;Lindehof 1;3454AB;612;1-2-2026\n"
        "Saskia de Vries;1-3-1985;blauw;Lindehof 2;0000AA;veel;1-2-2026\n"
        "Youssef Haddou;1-3-1985;M;bij zijn broer;3454AB;612;\n"
        "Zofia Żak;1-3-1986;V;Lindehof 4;3454AB;612;1-2-2026\n"
    )
    places = [place for place, _sentence in said(plan)]
    for place in ("row 2, column B", "row 3, column C", "row 3, column E", "row 3, column F"):
        assert place in places
    assert "row 4, column D" in places
    assert not any(place.startswith("row 5") for place in places)
    assert ("row 2, column B", "31-02-1992 does not exist. Choose a day up to 29.") in said(
        plan
    )
    assert len(plan.stops) == 5


def test_an_end_before_its_begin_stops(plan_of: Callable[..., Plan]) -> None:
    plan = plan_of("Naam;Adres;Ingang;Tot\nAylin Özdemir;Lindehof 1;15-06-2025;01-03-2025\n")
    (stop,) = plan.stops
    assert stop.place == "row 2, column D"
    assert stop.sentence == "The end 01-03-2025 lies before the begin 15-06-2025."


def test_the_same_person_with_and_without_marks_is_one_person(
    plan_of: Callable[..., Plan],
) -> None:
    plan = plan_of(
        "Naam;Geboortedatum;Adres;Ingang;Einde huur\n"
        "José García;1-5-1979;Lindehof 1;1-1-2025;31-12-2025\n"
        "Jose Garcia;1-5-1979;Lindehof 2;1-1-2026;\n"
    )
    assert plan.counts.clients == 1
    assert plan.counts.tenancies == 2
    assert ("row 2 + 3, column A", "The same name and birth: read as one person.") in said(plan)
    assert plan.stops == ()


def test_nobody_gets_two_homes_and_no_dwelling_two_tenants(
    plan_of: Callable[..., Plan],
) -> None:
    plan = plan_of(
        "Naam;Geboortedatum;Adres;Ingang\n"
        "Aylin Özdemir;1-5-1979;Lindehof 1;1-1-2025\n"
        "Saskia de Vries;2-5-1979;Lindehof 1;1-1-2026\n"
        "Aylin Özdemir;1-5-1979;Lindehof 3;1-2-2026\n"
    )
    assert [(stop.place, stop.sentence) for stop in plan.stops] == [
        ("row 3, column D", "There is no room in this dwelling then (row 2)."),
        ("row 4, column D", "This client has another home then (row 2)."),
    ]


def test_a_shared_dwelling_holds_as_many_as_it_has_places(plan_of: Callable[..., Plan]) -> None:
    rows = "".join(f"Bewoner Nummer{n};{n}-5-1979;Lindehof 1;2;1-1-2025\n" for n in (1, 2, 3))
    plan = plan_of(f"Naam;Geboortedatum;Adres;Plekken;Ingang\n{rows}")
    assert [stop.place for stop in plan.stops] == ["row 4, column E"]


def test_names_alone_are_not_enough_to_make_two_people_one(
    plan_of: Callable[..., Plan],
) -> None:
    plan = plan_of("Naam;Telefoon\nJan Bos;0612345678\nJan Bos;0687654321\n")
    assert plan.counts.clients == 2
    sentence = (
        "This may be the same person as in row 2: the same name, and a date of birth is "
        "missing."
    )
    assert ("row 3, column A", sentence) in said(plan)


def test_a_column_is_what_the_user_chose_and_that_is_remembered(
    db: Database, plan_of: Callable[..., Plan]
) -> None:
    text = "Wie;Wanneer;BSN\nAylin Özdemir;1-5-1979;999990019\nJan Bos;1-6-1980;999990020\n"
    with pytest.raises(UserError, match="No row with heads"):
        plan_of(text)
    choices.remember(db, {"Wie": "client.name", "Wanneer": "client.birth_date"})
    plan = plan_of(text)
    assert becomes(plan) == {"A": "client.name", "B": "client.birth_date", "C": "none.bsn"}
    assert plan.columns[0].why == "as you chose"
    assert plan.counts.clients == 2
    choices.remember(db, {"Wanneer": "", "BSN": "client.number"})
    again = plan_of(text)
    assert becomes(again) == {"A": "client.name", "B": "", "C": "none.bsn"}
    assert choices.remembered(db)["wie"] == "client.name"


def test_every_field_can_be_offered_by_name() -> None:
    labels = [(field.noun_label, field.label) for field in choices.offered()]
    assert len(labels) == len(set(labels)) > 60
    with words.in_language("nl"):
        assert ("Huur", "Begin huurcontract") in [
            (field.noun_label, field.label) for field in choices.offered()
        ]


def test_the_list_comes_back_with_coloured_cells(
    plan_of: Callable[..., Plan], housing_list: str, tmp_path: Path
) -> None:
    plan = plan_of(
        housing_list.replace("3-2-26", "31-2-26").replace("30-09-2027", "30-09-2026")
    )
    marked.save(plan, tmp_path / "back.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "back.xlsx").worksheets[0]
    assert sheet["A3"].value == "Özdemir, Aylin"
    assert sheet["C3"].value is None
    assert sheet["F3"].fill.start_color.rgb.endswith("F8D7D0")
    assert "31-02-2026 does not exist" in sheet["F3"].comment.text
    assert sheet["H5"].fill.start_color.rgb.endswith("FBE9C8")
    assert "31-02-2026 does not exist" in sheet["J3"].value
    assert sheet["A4"].fill.fill_type is None


def test_what_no_column_says_is_named_once(
    plan_of: Callable[..., Plan], housing_list: str
) -> None:
    general = [
        finding.sentence for finding in plan_of(housing_list).findings if not finding.rows
    ]
    assert len(general) == 3
    assert general[0].startswith("No column says what kind of lease it is")


def test_no_head_belongs_to_two_fields_of_one_noun() -> None:
    for noun in ("client", "dwelling", "tenancy", "decision"):
        known: dict[str, str] = {}
        for field in heads.fields():
            if field.noun == noun:
                for head in field.heads:
                    assert known.setdefault(head, field.name) == field.name, head
