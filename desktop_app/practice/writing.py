"""Writing a story into a register, with the notes and tasks that go with it."""

from __future__ import annotations

from datetime import UTC, datetime, time
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from desktop_app.plans import drafting, freezing, reading
from desktop_app.practice import encounters, papers
from desktop_app.store import journal
from desktop_app.store.tables import PlanPrint

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from desktop_app.practice.chance import Dice
    from desktop_app.practice.stories import Story
    from desktop_app.store.database import Database


_AFTERNOON = time(14)


def write(db: Database, story: Story, dice: Dice) -> None:
    """Write everything in one transaction, parents before children."""
    world, everybody = story.world, story.world.people
    sheets = [paper for of_client in story.plans.values() for paper in of_client]
    notes = [
        note
        for life in everybody
        for note in encounters.notes(
            dice, world.ids, life, story.plans.get(life.person.id, []), world.today
        )
    ]
    homes = world.homes
    tasks = encounters.tasks(dice, world.ids, everybody, homes, world.today)
    layers: list[Iterable[Any]] = [
        story.complexes,
        [home.dwelling for home in homes],
        [life.person.client for life in everybody],
        [status for home in homes for status in home.statuses],
        [life.person.referral for life in everybody],
        _all(everybody, lambda life: life.person.members),
        _all(everybody, lambda life: life.person.contacts),
        [life.person.wish for life in everybody if life.person.wish],
        _all(everybody, lambda life: sorted(life.steps, key=lambda step: (step.on, step.id))),
        _all(everybody, lambda life: life.decisions),
        _all(everybody, lambda life: life.support),
        _all(everybody, lambda life: life.stays),
        [sheet.plan for sheet in sheets],
        [section for sheet in sheets for section in sheet.sections],
        [goal for sheet in sheets for goal in sheet.goals],
        [action for sheet in sheets for action in sheet.actions],
        [score for sheet in sheets for score in sheet.scores],
        notes,
        tasks,
    ]
    with db.write() as session:
        drafting.keep_template(session, papers.template())
        for layer in layers:
            session.add_all(layer)
            session.flush()
        journal.note(session, "IMPORT", detail="practice data")


def print_plans(db: Database, story: Story) -> None:
    """Print what waits for a signature, as a worker would: it is frozen from that day on.

    A plan that lacks something, as one without a key worker does, stays a draft.
    """
    for of_client in story.plans.values():
        printed_on = of_client[-1].printed_on if of_client else None
        if printed_on is None:
            continue
        plan_id = of_client[-1].plan.id
        if reading.plan_card(db, plan_id, today=printed_on).missing:
            continue
        freezing.print_for_signature(db, plan_id, today=printed_on)
        with db.write() as session:
            kept = session.scalars(select(PlanPrint).where(PlanPrint.plan_id == plan_id)).one()
            kept.printed_at = datetime.combine(printed_on, _AFTERNOON, UTC)


def _all(everybody: Iterable[Any], rows: Callable[[Any], Iterable[Any]]) -> list[Any]:
    return [row for life in everybody for row in rows(life)]
