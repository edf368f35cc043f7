"""Notes, steps, decisions, people around, tasks and drafts."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from desktop_app.errors import InvalidFieldsError, UserError
from desktop_app.register import (
    client_card,
    clients,
    contacts,
    decisions,
    drafts,
    people_around,
    search,
    tasks,
    trajectories,
)
from desktop_app.register.clients import ClientFields, ReferralFields
from desktop_app.register.contacts import NoteFields
from desktop_app.register.decisions import DecisionFields
from desktop_app.register.people_around import MemberFields, PersonFields
from desktop_app.register.tasks import TaskFields
from desktop_app.register.trajectories import StepFields
from desktop_app.store.database import StaleEditError
from desktop_app.store.tables import ContactNote, History, JournalEntry

if TYPE_CHECKING:
    from uuid import UUID

    from desktop_app.store.database import Database

TODAY = date(2026, 11, 24)
NOW = datetime(2026, 11, 24, 10, 40, tzinfo=UTC)


@pytest.fixture
def noor(db: Database) -> UUID:
    return clients.add_client(
        db,
        ClientFields(call_name="Noor", last_name="Bakker", birth_date=date(1990, 5, 1)),
        ReferralFields(received_on=date(2026, 1, 5), source="MO"),
        today=TODAY,
    )


def visit(text: str = "Samen de post gedaan.", minutes: int | None = None) -> NoteFields:
    return NoteFields(kind="HUIS", at=NOW - timedelta(hours=1), text=text, minutes=minutes)


def test_a_correction_shows_and_the_note_itself_stays(db: Database, noor: UUID) -> None:
    first = contacts.write_note(db, noor, visit(), now=NOW)
    contacts.correct_note(db, first, "Samen de helft van de post gedaan.", now=NOW)
    (note,) = contacts.notes(db, noor)
    assert note.text == "Samen de helft van de post gedaan."
    assert note.first_text == "Samen de post gedaan."
    assert (note.worker, note.corrected_at) == ("Marieke Bos", NOW)
    with db.read() as session:
        assert len(session.scalars(select(ContactNote)).all()) == 2
        operations = session.scalars(
            select(History.operation).where(History.noun == "contact_note")
        )
        assert set(operations) == {"insert"}


def test_a_correction_of_a_correction_is_refused(db: Database, noor: UUID) -> None:
    first = contacts.write_note(db, noor, visit(), now=NOW)
    second = contacts.correct_note(db, first, "Anders.", now=NOW)
    with pytest.raises(UserError, match="note itself"):
        contacts.correct_note(db, second, "Weer anders.", now=NOW)
    with pytest.raises(UserError, match="needs text"):
        contacts.correct_note(db, first, "  ", now=NOW)


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        (visit(text=" "), "text"),
        (visit(text="a" * 20_001), "text"),
        (visit(minutes=-1), "minutes"),
        (NoteFields(kind="KOFFIE", at=NOW, text="x"), "kind"),
        (NoteFields(kind="TEL", at=NOW + timedelta(minutes=1), text="x"), "at"),
    ],
)
def test_a_wrong_note_is_refused(
    db: Database, noor: UUID, fields: NoteFields, field: str
) -> None:
    with pytest.raises(InvalidFieldsError) as refused:
        contacts.write_note(db, noor, fields, now=NOW)
    assert set(refused.value.fields) == {field}
    assert contacts.notes(db, noor) == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Samen koffie gedronken.", 0),
        ("Zijn nummer is 999990003.", 0),
        ("Zijn nummer is 999990019.", 1),
        ("Rekening NL91 ABNA 0417 1643 00 opgezegd.", 1),
        ("Mail naar noor@example.org gestuurd.", 1),
        ("Hij is lui, en asociaal.", 1),
    ],
)
def test_what_may_be_left_out_is_pointed_at(text: str, count: int) -> None:
    assert len(contacts.cautions(text)) == count


def test_a_wait_has_a_reason_and_steps_go_forward(db: Database, noor: UUID) -> None:
    with pytest.raises(InvalidFieldsError, match="waited for"):
        trajectories.take_step(db, noor, StepFields(status="WLST", on=TODAY), today=TODAY)
    waiting = StepFields(status="WLST", on=date(2026, 2, 1), wait_reason="WON")
    trajectories.take_step(db, noor, waiting, today=TODAY)
    with pytest.raises(InvalidFieldsError, match="01-02-2026"):
        trajectories.take_step(
            db, noor, StepFields(status="INT", on=date(2026, 1, 31)), today=TODAY
        )
    with pytest.raises(InvalidFieldsError, match="future"):
        trajectories.take_step(
            db, noor, StepFields(status="INT", on=TODAY + timedelta(1)), today=TODAY
        )
    assert [step.status for step in trajectories.steps(db, noor)] == ["WLST", "AANM"]


def test_a_decision_ends_after_it_begins(db: Database, noor: UUID) -> None:
    fields = DecisionFields(
        legal_frame="WMOM", starts_on=date(2026, 1, 1), ends_on=date(2027, 6, 30)
    )
    decisions.add_decision(db, noor, fields)
    (row,) = decisions.decisions(db, noor)
    longer = DecisionFields(
        legal_frame="WMOM", starts_on=date(2026, 1, 1), ends_on=date(2028, 6, 30)
    )
    decisions.edit_decision(db, row.decision_id, longer, version=row.version)
    assert decisions.decisions(db, noor)[0].ends_on == date(2028, 6, 30)
    wrong = DecisionFields(
        legal_frame="WMOM", starts_on=date(2026, 1, 1), ends_on=date(2025, 12, 31)
    )
    with pytest.raises(InvalidFieldsError, match="begin"):
        decisions.add_decision(db, noor, wrong)


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "said"),
    [
        (date(2027, 1, 1), None, []),
        (date(2027, 1, 2), None, ["1 day without"]),
        (date(2027, 1, 11), None, ["10 days without"]),
        (date(2026, 12, 31), None, ["overlaps the decision that began on 01-01-2026"]),
        (date(2025, 1, 1), date(2025, 12, 31), []),
        (date(2025, 1, 1), date(2026, 1, 1), ["overlaps"]),
        (date(2025, 1, 1), None, ["overlaps"]),
    ],
)
def test_a_decision_that_overlaps_or_leaves_a_gap_is_pointed_at(
    db: Database, noor: UUID, starts_on: date, ends_on: date | None, said: list[str]
) -> None:
    year = DecisionFields(
        legal_frame="WMOM", starts_on=date(2026, 1, 1), ends_on=date(2026, 12, 31)
    )
    kept = decisions.add_decision(db, noor, year)
    other = DecisionFields(legal_frame="WMOM", starts_on=starts_on, ends_on=ends_on)
    found = decisions.cautions(db, noor, other)
    assert len(found) == len(said)
    assert all(part in whole for part, whole in zip(said, found, strict=True))
    assert decisions.cautions(db, noor, other, besides=kept) == []


def test_people_around_a_client(db: Database, noor: UUID) -> None:
    people_around.add_member(
        db, noor, MemberFields(relation="KIND", first_name="S.", birth_year=2018), today=TODAY
    )
    people_around.add_person(db, noor, PersonFields(role="HA", name="Dr. Post"))
    sister = people_around.add_person(
        db, noor, PersonFields(role="NOOD", name="Samira", phone="06 1234")
    )
    assert [p.name for p in people_around.network(db, noor)] == ["Samira", "Dr. Post"]
    people_around.remove_person(db, sister)
    card = client_card.client_card(db, noor, today=TODAY)
    assert [p.name for p in card.network] == ["Dr. Post"]
    assert [m.birth_year for m in card.household] == [2018]
    assert (card.age, card.status, card.home, card.plan) == (36, "AANM", None, None)


def test_people_around_are_mended_and_taken_out(db: Database, noor: UUID) -> None:
    child = MemberFields(relation="KIND", first_name="S.", birth_year=2018)
    people_around.add_member(db, noor, child, today=TODAY)
    (member,) = people_around.household(db, noor)
    left = MemberFields(relation="KINDUIT", birth_year=2018, lives_in=False, until=TODAY)
    people_around.edit_member(db, member.member_id, left, version=member.version, today=TODAY)
    assert people_around.household(db, noor)[0].lives_in is False
    with pytest.raises(StaleEditError):
        people_around.edit_member(
            db, member.member_id, left, version=member.version, today=TODAY
        )
    with pytest.raises(InvalidFieldsError, match="year of birth"):
        people_around.edit_member(
            db,
            member.member_id,
            MemberFields(relation="KIND", birth_year=2027),
            version=member.version + 1,
            today=TODAY,
        )
    people_around.remove_member(db, member.member_id)
    assert people_around.household(db, noor) == []
    people_around.add_person(db, noor, PersonFields(role="HA", name="Dr. Post"))
    (doctor,) = people_around.network(db, noor)
    people_around.edit_person(
        db,
        doctor.person_id,
        PersonFields(role="HA", name="Dr. Post", phone="030 1"),
        version=doctor.version,
    )
    assert people_around.network(db, noor)[0].phone == "030 1"
    with pytest.raises(InvalidFieldsError, match="too long: 201"):
        people_around.add_person(db, noor, PersonFields(role="HA", name="a" * 201))


def test_opening_a_page_is_noted_in_the_access_log(db: Database, noor: UUID) -> None:
    client_card.note_read(db, noor)
    with db.read() as session:
        events = session.execute(select(JournalEntry.event, JournalEntry.subject_id)).all()
    assert [tuple(e) for e in events] == [("CREATE", noor), ("READ", noor)]


def test_tasks_come_in_the_order_of_the_clock(db: Database, noor: UUID) -> None:
    tasks.add_task(db, TaskFields(title="Bellen", due_on=TODAY))
    tasks.add_task(db, TaskFields(title="Visite", due_on=TODAY, at=time(9), client_id=noor))
    rows = tasks.task_rows(db, since=TODAY, until=TODAY)
    assert [(row.title, row.client_name) for row in rows] == [
        ("Visite", "Noor Bakker"),
        ("Bellen", ""),
    ]
    tasks.tick(db, rows[0].task_id, on=TODAY)
    assert tasks.task_rows(db, since=TODAY, until=TODAY)[0].done_on == TODAY
    with pytest.raises(InvalidFieldsError):
        tasks.add_task(db, TaskFields(title=" ", due_on=TODAY))


def test_a_task_moves_to_another_day_and_stands_on_the_card(db: Database, noor: UUID) -> None:
    visit_ = TaskFields(title="Visite", due_on=TODAY - timedelta(1), client_id=noor)
    tasks.add_task(db, visit_)
    (row,) = tasks.task_rows(db, since=visit_.due_on, until=TODAY)
    assert client_card.client_card(db, noor, today=TODAY).next_task is None
    later = TaskFields(title="Visite", due_on=TODAY, at=time(10), client_id=noor)
    tasks.edit_task(db, row.task_id, later, version=row.version)
    coming = client_card.client_card(db, noor, today=TODAY).next_task
    assert coming is not None
    assert (coming.title, coming.due_on, coming.at) == ("Visite", TODAY, time(10))
    with pytest.raises(StaleEditError):
        tasks.edit_task(db, row.task_id, later, version=row.version)
    tasks.tick(db, row.task_id, on=TODAY)
    assert client_card.client_card(db, noor, today=TODAY).next_task is None


def test_a_draft_is_kept_encrypted_until_it_is_forgotten(db: Database, noor: UUID) -> None:
    place = f"note/{noor}"
    assert drafts.draft(db, place) is None
    drafts.keep_draft(db, place, {"text": "Half af"}, client_id=noor)
    drafts.keep_draft(db, place, {"text": "Half af geschreven"}, client_id=noor)
    assert drafts.draft(db, place) == {"text": "Half af geschreven"}
    for file in db.folder.iterdir():
        assert b"Half af" not in file.read_bytes()
    with db.read() as session:
        nouns = session.scalars(select(History.noun)).all()
    assert "draft" not in nouns
    drafts.forget_draft(db, place)
    drafts.forget_draft(db, place)
    assert drafts.draft(db, place) is None


def test_search_finds_as_one_types(db: Database, noor: UUID) -> None:
    (hit,) = search.find(db, "bak no", today=TODAY)
    assert (hit.noun, hit.row_id, hit.title) == ("client", noor, "Noor Bakker")
    assert search.find(db, " ", today=TODAY) == []
