"""What asks for attention: each clock, merged per client, and nothing that is in order."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from desktop_app import practice
from desktop_app.plans import drafting
from desktop_app.register import (
    agenda,
    clients,
    contacts,
    decisions,
    dwellings,
    organisation,
    tenancies,
)
from desktop_app.register.agenda import Kind, Severity
from desktop_app.register.agenda.attention import CLOCKS, severity
from desktop_app.register.clients import ClientFields, ReferralFields
from desktop_app.register.contacts import NoteFields
from desktop_app.register.decisions import DecisionFields
from desktop_app.register.dwellings import DwellingFields, StatusFields
from desktop_app.register.tenancies import TenancyEnd, TenancyFields
from desktop_app.store import journal
from desktop_app.store.tables import JournalEntry, MonthFile, Plan, PlanPrint, Worker

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from desktop_app.store.database import Database

TODAY = date(2026, 11, 24)
KEY = date(2026, 3, 1)
DAY = timedelta(days=1)
OFFICE = {Kind.MONTH, Kind.SEND, Kind.BACKUP, Kind.PROOF, Kind.SHEET}


def person(db: Database, name: str = "Bakker", worker: UUID | None = None) -> UUID:
    return clients.add_client(
        db,
        ClientFields(call_name="Noor", last_name=name, key_worker_id=worker),
        ReferralFields(received_on=date(2026, 1, 5), source="MO"),
        today=TODAY,
    )


def housed(
    db: Database,
    number: int = 12,
    worker: UUID | None = None,
    fields: TenancyFields | None = None,
) -> tuple[UUID, UUID]:
    client = person(db, f"Bakker{number}", worker)
    home = dwellings.add_dwelling(
        db,
        DwellingFields(street="Lindehof", house_number=number, housing_form="BEST"),
        StatusFields(status="BES", since=date(2025, 1, 1)),
    )
    fields = fields or TenancyFields(tenancy_type="REG", starts_on=KEY)
    return client, tenancies.start_tenancy(db, client, home, fields)


def spoken(db: Database, client: UUID, on: date, kind: str = "HUIS") -> None:
    at = datetime(on.year, on.month, on.day, 10, tzinfo=UTC)
    contacts.write_note(db, client, NoteFields(kind=kind, at=at, text="Er."), now=at)


def plan(db: Database, client: UUID, number: int = 1, **more: object) -> UUID:
    with db.write() as session:
        row = Plan(
            client_id=client,
            plan_type="OND",
            number=number,
            status="LOP",
            template_id=drafting.keep_template(session, {}),
            started_on=KEY,
            short_code=f"AB{number}",
        )
        for name, value in more.items():
            setattr(row, name, value)
        session.add(row)
    return row.id


def kinds(db: Database) -> dict[Kind, Severity]:
    lines = agenda.attention(db, today=TODAY)
    every = [one for line in lines for one in (line, *line.also)]
    return {one.kind: one.severity for one in every if one.kind not in OFFICE}


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (123, None),
        (122, Severity.CALM),
        (91, Severity.SOON),
        (62, Severity.SOON),
        (61, Severity.PRESSING),
        (0, Severity.PRESSING),
        (-400, Severity.PRESSING),
    ],
)
def test_a_clock_runs_to_its_day(days: int, expected: Severity | None) -> None:
    assert severity(CLOCKS[Kind.LEASE], days) is expected


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (0, None),
        (-21, None),
        (-22, Severity.CALM),
        (-29, Severity.SOON),
        (-43, Severity.PRESSING),
    ],
)
def test_a_silence_grows(days: int, expected: Severity | None) -> None:
    assert severity(CLOCKS[Kind.SILENCE], days) is expected


def test_every_kind_has_a_clock_and_a_verb_and_grows_more_pressing() -> None:
    assert set(CLOCKS) == set(Kind)
    assert all(list(clock) == sorted(clock, reverse=True) for clock in CLOCKS.values())


def test_a_temporary_lease_is_seen_months_ahead(db: Database) -> None:
    until = TODAY + timedelta(100)
    client, tenancy = housed(
        db, fields=TenancyFields(tenancy_type="TIJD2", starts_on=KEY, contract_until=until)
    )
    spoken(db, client, TODAY)
    (line,) = [one for one in agenda.attention(db, today=TODAY) if one.client_id]
    assert (line.kind, line.days, line.severity) == (Kind.LEASE, 100, Severity.CALM)
    assert (line.title, line.client_id, line.row_id) == ("Noor Bakker12", client, tenancy)
    assert line.sentence == "The temporary lease of Lindehof 12 ends on 04-03-2027."
    tenancies.extend(db, tenancy, until=TODAY + timedelta(500))
    assert kinds(db) == {}


def test_a_flip_is_seen_months_ahead_and_done_when_it_is_done(db: Database) -> None:
    fields = TenancyFields(
        tenancy_type="OMK", starts_on=KEY, flip_planned_on=TODAY + timedelta(20)
    )
    client, tenancy = housed(db, fields=fields)
    spoken(db, client, TODAY)
    assert kinds(db) == {Kind.FLIP: Severity.SOON}
    tenancies.flip(db, tenancy, on=TODAY)
    assert kinds(db) == {}


def test_only_the_last_decision_counts(db: Database) -> None:
    client, _tenancy = housed(db)
    spoken(db, client, TODAY)
    first = DecisionFields(
        legal_frame="WMOM", starts_on=KEY, ends_on=TODAY + timedelta(weeks=3)
    )
    decisions.add_decision(db, client, first)
    assert kinds(db) == {Kind.DECISION: Severity.PRESSING}
    following = DecisionFields(
        legal_frame="WMOM",
        starts_on=TODAY + timedelta(weeks=3, days=1),
        ends_on=TODAY + timedelta(weeks=55),
    )
    decisions.add_decision(db, client, following)
    assert kinds(db) == {}


def test_a_decision_without_end_asks_nothing(db: Database) -> None:
    client, _tenancy = housed(db)
    spoken(db, client, TODAY)
    for ends_on in (None, TODAY - DAY):
        decisions.add_decision(
            db, client, DecisionFields(legal_frame="SUB", starts_on=KEY, ends_on=ends_on)
        )
    assert kinds(db) == {}


def test_who_waits_is_warned_of_a_decision_too_and_who_left_is_not(db: Database) -> None:
    waiting = person(db)
    soon = DecisionFields(legal_frame="WMOM", starts_on=KEY, ends_on=TODAY + timedelta(5))
    decisions.add_decision(db, waiting, soon)
    gone, tenancy = housed(db)
    decisions.add_decision(db, gone, soon)
    tenancies.end_tenancy(
        db, tenancy, TenancyEnd(ended_on=TODAY - DAY, reason="DOOR", destination="H1")
    )
    clients.end_support(db, gone, on=TODAY - DAY, reason="DOEL")
    lines = agenda.attention(db, today=TODAY)
    assert [line.client_id for line in lines if line.kind is Kind.DECISION] == [waiting]


@pytest.mark.parametrize(
    ("days", "expected"),
    [(31, None), (30, Severity.CALM), (7, Severity.SOON), (-1, Severity.PRESSING)],
)
def test_a_review_comes_near_and_then_is_late(
    db: Database, days: int, expected: Severity | None
) -> None:
    client, _tenancy = housed(db)
    spoken(db, client, TODAY)
    plan(db, client, review_on=TODAY - timedelta(300))
    plan(db, client, 2, review_on=TODAY + timedelta(days), started_on=TODAY - timedelta(10))
    assert kinds(db) == ({Kind.REVIEW: expected} if expected else {})


def test_a_printed_plan_waits_for_its_signature(db: Database) -> None:
    client, _tenancy = housed(db)
    spoken(db, client, TODAY)
    plan_id = plan(db, client, signature="OPEN")
    assert kinds(db) == {}
    printed_at = datetime(2026, 11, 20, 10, tzinfo=UTC)
    with db.write() as session:
        session.add(
            PlanPrint(
                client_id=client,
                plan_id=plan_id,
                printed_at=printed_at,
                pdf=b"%PDF",
                sha256="0" * 64,
                made_on=printed_at.date(),
                large_print=False,
                words="",
            )
        )
    assert kinds(db) == {Kind.SIGNATURE: Severity.CALM}
    with db.write() as session:
        session.get_one(Plan, plan_id).signature = "CLI"
    assert kinds(db) == {}


def test_somebody_at_the_door_is_no_contact(db: Database) -> None:
    client, _tenancy = housed(db)
    spoken(db, client, TODAY - timedelta(30))
    spoken(db, client, TODAY - timedelta(1), "NOSHOW")
    assert kinds(db) == {Kind.SILENCE: Severity.SOON}
    spoken(db, client, TODAY, "TEL")
    assert kinds(db) == {}


def test_support_without_any_note_is_a_silence_since_it_began(db: Database) -> None:
    housed(db)
    lines = agenda.attention(db, today=TODAY)
    (line,) = [one for one in lines if one.kind is Kind.SILENCE]
    assert (line.on, line.pressing) == (KEY, True)
    assert line.sentence == "Support began on 01-03-2026; no contact was noted yet."


def test_an_empty_dwelling_asks_to_be_filled(db: Database) -> None:
    for number, days in ((1, 30), (2, 31)):
        dwellings.add_dwelling(
            db,
            DwellingFields(street="De Werf", house_number=number, housing_form="BEST"),
            StatusFields(status="BES", since=TODAY - timedelta(days)),
        )
    lines = [one for one in agenda.attention(db, today=TODAY) if one.kind is Kind.VACANT]
    assert [(one.title, one.days, one.client_id) for one in lines] == [("De Werf 2", -31, None)]


def test_a_client_stands_in_the_list_once_by_what_presses_most(db: Database) -> None:
    client, _tenancy = housed(db)
    spoken(db, client, TODAY - timedelta(23))
    decisions.add_decision(
        db,
        client,
        DecisionFields(legal_frame="WMOM", starts_on=KEY, ends_on=TODAY + timedelta(10)),
    )
    lines = [one for one in agenda.attention(db, today=TODAY) if one.client_id]
    assert [(one.kind, [other.kind for other in one.also]) for one in lines] == [
        (Kind.DECISION, [Kind.SILENCE])
    ]


def test_mine_are_my_clients_alone(db: Database) -> None:
    with db.read() as session:
        marieke, joost = session.query(Worker).order_by(Worker.role).all()
    mine, _tenancy = housed(db, 1, marieke.id)
    housed(db, 2, joost.id)
    housed(db, 3)
    lines = agenda.attention(db, today=TODAY, key_worker_id=joost.id)
    assert [line.title for line in lines] == ["Noor Bakker2"]
    clients.name_stand_in(db, mine, joost.id, version=1)
    lines = agenda.attention(db, today=TODAY, key_worker_id=joost.id)
    assert [line.title for line in lines] == ["Noor Bakker1", "Noor Bakker2"]


def test_one_client_can_be_asked_for(db: Database) -> None:
    client, _tenancy = housed(db, 1)
    housed(db, 2)
    (line,) = agenda.attention(db, today=TODAY, client_id=client)
    assert (line.client_id, line.kind) == (client, Kind.SILENCE)


def test_an_organisation_chooses_its_own_days(db: Database) -> None:
    client, _tenancy = housed(db)
    spoken(db, client, TODAY - timedelta(15))
    assert kinds(db) == {}
    organisation.choose(db, "attention", {"silence": 14})
    assert kinds(db) == {Kind.SILENCE: Severity.CALM}


def office(db: Database, today: date) -> dict[Kind, Severity]:
    lines = agenda.attention(db, today=today)
    return {line.kind: line.severity for line in lines if line.kind in OFFICE}


def test_the_month_file_is_due_on_the_tenth_until_it_is_made(db: Database) -> None:
    first = date(2026, 11, 1)
    assert office(db, first)[Kind.MONTH] is Severity.CALM
    assert office(db, first.replace(day=7))[Kind.MONTH] is Severity.SOON
    assert office(db, first.replace(day=10))[Kind.MONTH] is Severity.PRESSING
    made = MonthFile(
        period=date(2026, 10, 31),
        revision=1,
        quarter=date(2026, 9, 30),
        head_fresh=True,
        leaf_fresh=True,
        truth=[],
        digest="0" * 64,
        package=b"",
        file_name="voordeur-2026-10",
        made_on=first,
    )
    with db.write() as session:
        session.add(made)
    assert office(db, first.replace(day=10))[Kind.SEND] is Severity.PRESSING
    with db.write() as session:
        session.get_one(MonthFile, made.id).sent_on = first
    assert not {Kind.MONTH, Kind.SEND} & set(office(db, first.replace(day=10)))
    assert Kind.MONTH in office(db, date(2026, 12, 1))


def test_a_backup_is_missed_after_a_week(db: Database) -> None:
    person(db)
    with db.write() as session:
        journal.note(session, "BACKUP", detail="usb")
        made = session.query(JournalEntry).order_by("seq").all()[-1].at.date()
    assert Kind.BACKUP not in office(db, made + timedelta(7))
    assert office(db, made + timedelta(8))[Kind.BACKUP] is Severity.CALM


def test_everything_in_a_practice_register_can_be_said(tmp_path: Path) -> None:
    made = practice.make_register(tmp_path / "r", clients=60, seed=3, today=TODAY)
    lines = agenda.attention(made.db, today=TODAY)
    made.db.close()
    assert {Kind.LEASE, Kind.DECISION, Kind.REVIEW, Kind.SILENCE} <= {
        one.kind for line in lines for one in (line, *line.also)
    }
    order = [Severity.PRESSING, Severity.SOON, Severity.CALM]
    assert [line.severity for line in lines] == sorted(
        (line.severity for line in lines), key=order.index
    )
    assert all(line.title for line in lines if line.kind not in OFFICE)
    assert all(line.sentence.endswith(".") and line.verb for line in lines)
    ids = [line.client_id for line in lines if line.client_id]
    assert len(ids) == len(set(ids))
