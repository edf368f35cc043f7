"""What happened with a client stands in one line of time."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from desktop_app import practice
from desktop_app.plans import drafting
from desktop_app.register import (
    client_list,
    clients,
    contacts,
    decisions,
    dwellings,
    tenancies,
    timeline,
    trajectories,
)
from desktop_app.register.clients import ClientFields, ReferralFields
from desktop_app.register.contacts import NoteFields
from desktop_app.register.decisions import DecisionFields
from desktop_app.register.dwellings import DwellingFields, StatusFields
from desktop_app.register.tenancies import TenancyEnd, TenancyFields
from desktop_app.register.timeline import Kind
from desktop_app.register.trajectories import StepFields
from desktop_app.store.tables import Plan, PlanAction, PlanGoal, PlanPrint, PlanScore

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from desktop_app.store.database import Database

TODAY = date(2026, 11, 24)
NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)


@pytest.fixture
def noor(db: Database) -> UUID:
    return clients.add_client(
        db,
        ClientFields(call_name="Noor", last_name="Bakker"),
        ReferralFields(received_on=date(2026, 1, 5), source="MO"),
        today=TODAY,
    )


def write(db: Database, client: UUID, day: date, text: str, goal: UUID | None = None) -> UUID:
    at = datetime(day.year, day.month, day.day, 10, tzinfo=UTC)
    fields = NoteFields(kind="HUIS", at=at, text=text, minutes=45, goal_id=goal)
    return contacts.write_note(db, client, fields, now=at)


def plan(db: Database, client: UUID) -> UUID:
    """Write a plan with one goal, one step and two scores; return the goal's id."""
    with db.write() as session:
        row = Plan(
            client_id=client,
            plan_type="OND",
            number=1,
            status="LOP",
            template_id=drafting.keep_template(session, {}),
            started_on=date(2026, 2, 1),
            agreed_on=date(2026, 2, 10),
            signature="CLI",
            short_code="AB",
        )
        session.add(row)
        session.flush()
        goal = PlanGoal(
            client_id=client, plan_id=row.id, position=1, title="Ik slaap goed", status="LOOPT"
        )
        printed_at = datetime(2026, 2, 9, 10, tzinfo=UTC)
        session.add_all(
            [
                goal,
                PlanPrint(
                    client_id=client,
                    plan_id=row.id,
                    printed_at=printed_at,
                    pdf=b"%PDF",
                    sha256="0" * 64,
                    made_on=printed_at.date(),
                    large_print=False,
                    words="",
                ),
            ]
        )
        session.flush()
        session.add(
            PlanAction(
                client_id=client,
                goal_id=goal.id,
                position=1,
                what="Huisarts bellen",
                owner="IK",
                done_on=date(2026, 3, 2),
            )
        )
        for area, score, on in (("WON", 2, 1), ("WON", 4, 2), ("GEL", 3, 2)):
            other = Plan(
                client_id=client,
                plan_type="SIG",
                number=len(area) + score + on,
                status="LOP",
                template_id=drafting.keep_template(session, {}),
                started_on=date(2026, 12, 1),
                short_code="CD",
            )
            session.add(other)
            session.flush()
            session.add(
                PlanScore(
                    client_id=client,
                    plan_id=other.id,
                    life_area=area,
                    position=1,
                    score=score,
                    scored_on=date(2026, on, 20),
                )
            )
    return goal.id


def told(db: Database, client: UUID, *kinds: Kind) -> list[tuple[date, str, str]]:
    events = timeline.timeline(db, client, today=TODAY, kinds=kinds)
    return [(one.on, one.title, one.text) for one in events]


def test_a_home_is_told_from_key_to_end(db: Database, noor: UUID) -> None:
    home = dwellings.add_dwelling(
        db,
        DwellingFields(street="Lindehof", house_number=12, housing_form="BEST"),
        StatusFields(status="BES", since=date(2026, 1, 1)),
    )
    fields = TenancyFields(tenancy_type="OMK", starts_on=date(2026, 2, 3))
    tenancy = tenancies.start_tenancy(db, noor, home, fields)
    tenancies.flip(db, tenancy, on=date(2026, 9, 1))
    end = TenancyEnd(ended_on=date(2026, 10, 31), reason="DOOR", destination="H1")
    tenancies.end_tenancy(db, tenancy, end)
    assert told(db, noor, Kind.HOME) == [
        (
            date(2026, 10, 31),
            "Moved out: Lindehof 12",
            "Moved to own, more suitable home · Housed: own tenancy",
        ),
        (date(2026, 9, 1), "Contract in own name: Lindehof 12", ""),
        (date(2026, 2, 3), "Key received: Lindehof 12", "Flip lease"),
    ]
    assert told(db, noor, Kind.STEP) == [(date(2026, 1, 5), "Referred", "")]


def test_what_has_yet_to_come_is_not_told(db: Database, noor: UUID) -> None:
    home = dwellings.add_dwelling(
        db,
        DwellingFields(street="Lindehof", house_number=12, housing_form="BEST"),
        StatusFields(status="BES", since=date(2026, 1, 1)),
    )
    fields = TenancyFields(tenancy_type="REG", starts_on=TODAY + timedelta(1))
    tenancies.start_tenancy(db, noor, home, fields)
    assert told(db, noor, Kind.HOME) == []


def test_a_wait_says_what_for(db: Database, noor: UUID) -> None:
    step = StepFields(status="WLST", on=date(2026, 2, 1), wait_reason="ID", note="Paspoort weg")
    trajectories.take_step(db, noor, step, today=TODAY)
    assert told(db, noor, Kind.STEP)[0] == (
        date(2026, 2, 1),
        "Waiting for dwelling",
        "Valid ID · Paspoort weg",
    )


def test_a_plan_its_scores_and_its_steps_are_told(db: Database, noor: UUID) -> None:
    plan(db, noor)
    assert told(db, noor, Kind.PLAN) == [
        (date(2026, 2, 10), "Version 1 of the plan agreed", "Signed by client"),
        (date(2026, 2, 9), "Version 1 of the plan printed", ""),
        (date(2026, 2, 1), "Version 1 of the plan begun", ""),
    ]
    assert told(db, noor, Kind.SCORE) == [
        (
            date(2026, 2, 20),
            "Life areas scored",
            "Home and household 4 (was 2), Money and paperwork 3",
        ),
        (date(2026, 1, 20), "Life areas scored", "Home and household 2"),
    ]
    (step,) = timeline.timeline(db, noor, today=TODAY, kinds={Kind.GOAL})
    assert (step.title, step.about) == ("Step done: Huisarts bellen", "Ik slaap goed")


def test_a_goal_that_changed_says_from_what_to_what_and_by_whom(
    db: Database, noor: UUID
) -> None:
    goal = plan(db, noor)
    with db.write() as session:
        session.get_one(PlanGoal, goal).success = "Acht uur"
    with db.write() as session:
        session.get_one(PlanGoal, goal).status = "GEH"
    events = timeline.timeline(db, noor, today=date(2999, 1, 1), kinds={Kind.GOAL})
    (change,) = [one for one in events if one.code]
    assert (change.title, change.text, change.who, change.code) == (
        "Goal: Ik slaap goed",
        "from “In progress” to “Reached”",
        "Marieke Bos",
        "GEH",
    )


def test_contacts_stand_among_the_rest_with_their_goal_and_correction(
    db: Database, noor: UUID
) -> None:
    goal = plan(db, noor)
    first = write(db, noor, date(2026, 2, 5), "Slecht geslapen.", goal)
    contacts.correct_note(db, first, "Goed geslapen.", now=NOW)
    events = timeline.timeline(db, noor, today=TODAY)
    assert [one.on for one in events] == sorted((one.on for one in events), reverse=True)
    (contact,) = [one for one in events if one.kind is Kind.CONTACT]
    assert (contact.title, contact.text) == ("Home visit", "Goed geslapen.")
    assert (contact.about, contact.who, contact.code) == (
        "Ik slaap goed",
        "Marieke Bos",
        "HUIS",
    )
    assert contact.note is not None
    assert contact.note.first_text == "Slecht geslapen."


def test_the_line_is_searched_without_marks_and_cut_to_size(db: Database, noor: UUID) -> None:
    write(db, noor, date(2026, 3, 1), "Café bezocht.")
    write(db, noor, date(2026, 3, 2), "Koffie bij de buren.")
    found = timeline.timeline(db, noor, today=TODAY, words="CAFE bezo")
    assert [one.text for one in found] == ["Café bezocht."]
    assert len(timeline.timeline(db, noor, today=TODAY, limit=2)) == 2


def test_events_stand_under_their_months(db: Database, noor: UUID) -> None:
    for day in (date(2026, 3, 1), date(2026, 3, 31), date(2026, 4, 1)):
        write(db, noor, day, "Er.")
    months = timeline.by_month(timeline.timeline(db, noor, today=TODAY))
    assert [(month.first, len(month.events)) for month in months] == [
        (date(2026, 4, 1), 1),
        (date(2026, 3, 1), 2),
        (date(2026, 1, 1), 1),
    ]


def test_every_life_in_a_practice_register_can_be_told(tmp_path: Path) -> None:
    made = practice.make_register(tmp_path / "r", clients=25, seed=4, today=TODAY)
    rows = client_list.client_rows(made.db, today=TODAY)
    lives = [timeline.timeline(made.db, row.client_id, today=TODAY) for row in rows]
    made.db.close()
    assert all(events and all(one.title for one in events) for events in lives)
    assert {one.kind for events in lives for one in events} == set(Kind)


def test_a_decision_is_told_from_the_day_it_counts(db: Database, noor: UUID) -> None:
    fields = DecisionFields(
        legal_frame="WMOBW", starts_on=date(2026, 2, 1), ends_on=date(2027, 1, 31)
    )
    decisions.add_decision(db, noor, fields)
    ((day, title, text),) = told(db, noor, Kind.DECISION)
    assert (day, text) == (date(2026, 2, 1), "until 31-01-2027")
    assert title.startswith("Decision begins: ")
