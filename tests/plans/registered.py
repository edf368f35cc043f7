"""The sample plan in a real register, written through the program's own functions.

Two versions: the first of June, signed; the second of November, a draft. With what the
register knows of the made-up person it prints the sample pages.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from desktop_app import dates
from desktop_app.plans import (
    drafting,
    freezing,
    goals,
    reading,
    scoring,
    signatures,
    templates,
    writing,
)
from desktop_app.plans.goals import ActionFields, GoalFields
from desktop_app.plans.scoring import ScoreFields
from desktop_app.register import decisions, organisation, people_around
from desktop_app.register.decisions import DecisionFields
from desktop_app.register.people_around import PersonFields
from desktop_app.store.tables import (
    Client,
    Dwelling,
    KeptTemplate,
    Organisation,
    Plan,
    Tenancy,
    Worker,
)
from tests.plans import sample

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy.orm import Session

    from desktop_app.plans import document
    from desktop_app.store.database import Database

JUNE = date(2026, 6, 1)
NOVEMBER = date(2026, 11, 20)
TEMPLATE = templates.read("my-plan")

FIELDS: dict[str, dict[str, Any]] = {
    section.code: answered
    for section in TEMPLATE.sections
    if (
        answered := {
            field.code: sample.ANSWERS.fields[field.code]
            for field in section.fields
            if field.code in sample.ANSWERS.fields
        }
    )
}


@dataclass(frozen=True, slots=True)
class Sample:
    """Ids of the made-up person and of both versions."""

    client: UUID
    first: UUID
    second: UUID


def person(db: Database) -> UUID:
    """Add the made-up person with home, decision, people around, and who supports."""
    with db.write() as session:
        provider = session.scalars(select(Organisation)).one()
        provider.phone, provider.night_phone = "030 – 555 01 23", "030 – 555 01 99"
        marieke = session.scalars(select(Worker).where(Worker.role == "BEG")).one()
        marieke.name, marieke.phone = "Marieke de Wit", "06 – 5550 1423"
        stand_in = Worker(name="Łukasz Żak", role="ERV", phone="06 – 5550 1424")
        home = Dwelling(
            street="Lentestraat",
            house_number=12,
            addition="3",
            city="Nieuwegein",
            housing_form="BEST",
        )
        session.add_all((stand_in, home))
        session.flush()
        client = Client(
            number_letter="C",
            number_count=42,
            call_name="Joëlle",
            last_name="Wiśniewska",
            birth_date=date(1989, 2, 8),
            key_worker_id=marieke.id,
            stand_in_id=stand_in.id,
        )
        session.add(client)
        session.flush()
        session.add(
            Tenancy(
                client_id=client.id,
                dwelling_id=home.id,
                tenancy_type="ZELF",
                starts_on=date(2026, 5, 12),
            )
        )
    contacts = {"complaints": "klacht@voordeur.example", "advocate": "030 – 555 02 00"}
    organisation.choose(db, "plan_contacts", contacts)
    decision = DecisionFields(
        legal_frame="WMOM", starts_on=date(2026, 5, 1), ends_on=date(2028, 4, 30)
    )
    decisions.add_decision(db, client.id, decision)
    brother = PersonFields(role="NOOD", name="Paweł (broer)", phone="06 – 5550 1777")
    people_around.add_person(db, client.id, brother)
    return client.id


def start(db: Database, client: UUID, *, today: date = NOVEMBER) -> UUID:
    """Begin a plan or its next version."""
    return writing.start_plan(db, client, "my-plan", today=today)


def change_template(session: Session, plan_id: UUID, **changes: object) -> None:
    """Let a plan have begun with another template."""
    plan = session.get_one(Plan, plan_id)
    content = session.get_one(KeptTemplate, plan.template_id).content
    plan.template_id = drafting.keep_template(session, {**content, **changes})


def save(db: Database, plan_id: UUID, code: str, answers: dict[str, Any]) -> int:
    """Save a section as an editor does that has just opened it."""
    version = writing.open_section(db, plan_id, code)
    return writing.save_section(db, plan_id, code, answers, version=version)


def add_goal(db: Database, plan_id: UUID, goal: document.Goal) -> UUID:
    """Add a goal of the sample with its steps."""
    fields = GoalFields(
        title=goal.title,
        life_area=goal.area,
        success=goal.reached_when,
        ready_on=goal.due,
    )
    goal_id = goals.add_goal(db, plan_id, fields)
    for action in goal.actions:
        since = f"vanaf {dates.dutch(action.since)}" if action.since else ""
        due = action.due.isoformat() if action.due else ""
        goals.add_action(
            db,
            goal_id,
            ActionFields(what=action.what, owner_name=action.who, when_text=since + due),
        )
    return goal_id


def score(db: Database, plan_id: UUID, row: document.Score, mark: int, today: date) -> None:
    """Open a life area and score it."""
    fields = ScoreFields(score=mark, sentence=row.sentence)
    version = scoring.open_area(db, plan_id, row.area)
    scoring.score_area(db, plan_id, row.area, fields, version=version, today=today)


def fill(db: Database, plan_id: UUID, *, today: date = NOVEMBER) -> None:
    """Write everything of the sample into a draft that has no goals yet."""
    for code, answers in FIELDS.items():
        save(db, plan_id, code, answers)
    assert sample.ANSWERS.scores
    for row in sample.ANSWERS.scores.rows:
        score(db, plan_id, row, row.now or 1, today)
    for goal in sample.ANSWERS.goals:
        add_goal(db, plan_id, goal)


def first_version(db: Database, client: UUID) -> UUID:
    """Write the version of June as a draft: lower marks, one goal, another wish."""
    plan_id = start(db, client, today=JUNE)
    for code, answers in FIELDS.items():
        save(db, plan_id, code, answers)
    save(db, plan_id, "P02", {"wish": "Ik wil rust in mijn eigen huis."})
    save(db, plan_id, "P16", {"review_on": NOVEMBER.isoformat()})
    assert sample.ANSWERS.scores
    for row in sample.ANSWERS.scores.rows:
        score(db, plan_id, row, row.first or 1, JUNE)
    add_goal(db, plan_id, sample.ANSWERS.goals[0])
    return plan_id


def sign(db: Database, plan_id: UUID, *, on: date) -> None:
    """Print a draft, and note that it was signed the same day."""
    freezing.print_for_signature(db, plan_id, today=on)
    signatures.signature_received(db, plan_id, "CLI", on=on, today=on)


def both_versions(db: Database) -> Sample:
    """Sign the version of June and write the one of November as a draft."""
    client = person(db)
    first = first_version(db, client)
    sign(db, first, on=JUNE)
    second = start(db, client)
    for goal in reading.plan_card(db, second, today=NOVEMBER).goals:
        goals.remove_goal(db, goal.goal_id, version=goal.version)
    fill(db, second)
    return Sample(client, first, second)
