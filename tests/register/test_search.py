"""Search as one types: words, numbers, slips of the hand, and what was opened last."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from desktop_app.register import (
    client_card,
    clients,
    contacts,
    dwellings,
    search,
    tenancies,
)
from desktop_app.register.clients import ClientFields, ReferralFields
from desktop_app.register.contacts import NoteFields
from desktop_app.register.dwellings import ComplexFields, DwellingFields, StatusFields
from desktop_app.register.tenancies import TenancyFields
from desktop_app.store.tables import JournalEntry, Worker

if TYPE_CHECKING:
    from uuid import UUID

    from desktop_app.store.database import Database

TODAY = date(2026, 11, 24)
NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
KEY = date(2026, 3, 1)


@pytest.fixture
def people(db: Database) -> dict[str, UUID]:
    made = {}
    for call, infix, last in (
        ("Karim", "El", "Amrani"),
        ("Karin", "", "Oosterhuis"),
        ("Łukasz", "", "Wiśniewski"),
        ("Joëlle", "van der", "Meulen"),
    ):
        made[call] = clients.add_client(
            db,
            ClientFields(call_name=call, infix=infix, last_name=last),
            ReferralFields(received_on=KEY, source="MO"),
            today=TODAY,
        )
    return made


@pytest.fixture
def home(db: Database, people: dict[str, UUID]) -> UUID:
    complex_id = dwellings.add_complex(
        db, ComplexFields(code="LH", name="Het Lindehof", housing_form="GEMTR")
    )
    home = dwellings.add_dwelling(
        db,
        DwellingFields(
            street="Kareldoorman",
            house_number=12,
            city="De Meern",
            housing_form="GEMTR",
            complex_id=complex_id,
        ),
        StatusFields(status="BES", since=KEY),
    )
    tenancies.start_tenancy(
        db, people["Karim"], home, TenancyFields(tenancy_type="REG", starts_on=KEY)
    )
    return home


def names(db: Database, words: str) -> list[str]:
    return [hit.title for hit in search.find(db, words, today=TODAY)]


def test_clients_come_before_dwellings_with_what_tells_them_apart(
    db: Database, people: dict[str, UUID], home: UUID
) -> None:
    karim, karin, dwelling = search.find(db, "kar", today=TODAY)
    assert (karim.noun, karim.row_id) == ("client", people["Karim"])
    assert (karim.title, karim.detail, karim.where) == (
        "Karim El Amrani",
        "C-0001",
        "Kareldoorman 12",
    )
    assert (karin.title, karin.where) == ("Karin Oosterhuis", "")
    assert (dwelling.noun, dwelling.row_id) == ("dwelling", home)
    assert (dwelling.detail, dwelling.where) == ("De Meern", "Het Lindehof")


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("amr kar", ["Karim El Amrani"]),
        ("c-0003", ["Łukasz Wiśniewski"]),
        ("C-3", ["Łukasz Wiśniewski"]),
        ("c3", ["Łukasz Wiśniewski"]),
        ("3", ["Łukasz Wiśniewski"]),
        ("03", ["Łukasz Wiśniewski"]),
        ("13", []),
        ("meulen joe", ["Joëlle van der Meulen"]),
        ("wisneiwski", ["Łukasz Wiśniewski"]),  # two letters swapped
        ("wisnewski", ["Łukasz Wiśniewski"]),  # one left out
        ("oosterhuiss", ["Karin Oosterhuis"]),  # one too many
        ("ostrehuis", []),  # two slips
        ("lukazs wisn", ["Łukasz Wiśniewski"]),
        ("amrna", ["Karim El Amrani"]),  # a slip in the beginning of a word
        ("xyz", []),
        ('"', []),
        ("%%%%", []),
    ],
)
def test_what_is_typed_finds_who_is_meant(
    db: Database, people: dict[str, UUID], typed: str, found: list[str]
) -> None:
    assert people
    assert names(db, typed) == found


def test_a_house_number_is_no_client_number(
    db: Database, people: dict[str, UUID], home: UUID
) -> None:
    assert people
    assert home
    assert names(db, "kareldoorman 12") == ["Kareldoorman 12"]


def test_what_was_opened_last_comes_first(db: Database, people: dict[str, UUID]) -> None:
    for name in ("Karim", "Joëlle", "Karim", "Karin"):
        client_card.note_read(db, people[name])
    titles = [hit.title for hit in search.recent(db, today=TODAY, limit=2)]
    assert titles == ["Karin Oosterhuis", "Karim El Amrani"]
    with db.read() as session:
        db.act_as(session.query(Worker).filter_by(role="MAN").one().id)
    assert search.recent(db, today=TODAY) == []


def test_notes_are_searched_only_when_asked_and_that_is_noted(
    db: Database, people: dict[str, UUID]
) -> None:
    for days, text in ((2, "Fiets gezien.\nKoffie."), (1, "De fiets is 100% betaald.")):
        fields = NoteFields(kind="HUIS", at=NOW - timedelta(days), text=text)
        contacts.write_note(db, people["Karim"], fields, now=NOW)
    assert names(db, "fiets") == []
    found = search.find_notes(db, "FIETS")
    assert [hit.text for hit in found] == ["De fiets is 100% betaald.", "Fiets gezien."]
    assert [hit.text for hit in search.find_notes(db, "100%")] == ["De fiets is 100% betaald."]
    assert search.find_notes(db, "fiets koffie")[0].name == "Karim El Amrani"
    assert search.find_notes(db, " ") == []
    with db.read() as session:
        somebody = session.query(Worker).filter_by(role="MAN").one().id
        lines = session.query(JournalEntry).filter_by(event="SEARCH").all()
    looked = [(line.detail, line.subject_id) for line in lines]
    assert looked == [("notes", people["Karim"])] * 3
    assert search.find_notes(db, "fiets", key_worker_id=somebody) == []
    with db.read() as session:
        last = session.query(JournalEntry).order_by(JournalEntry.seq.desc()).first()
    assert last is not None
    assert (last.event, last.subject_id) == ("SEARCH", None)


def test_a_note_is_found_once_by_itself_with_what_stands_around_the_words(
    db: Database, people: dict[str, UUID]
) -> None:
    said = "Vanmorgen lang gepraat over van alles en nog wat, en toen ook over zijn oude fiets."
    fields = NoteFields(kind="HUIS", at=NOW, text=said)
    note = contacts.write_note(db, people["Karim"], fields, now=NOW)
    contacts.correct_note(db, note, "Zijn fiets is nieuw.", now=NOW + timedelta(1))
    assert [hit.note_id for hit in search.find_notes(db, "fiets")] == [note]
    (hit,) = search.find_notes(db, "oude fiets")
    assert hit.text == "… wat, en toen ook over zijn oude fiets."
