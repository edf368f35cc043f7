"""A run of small saves, as an editor makes while somebody types, is one line of the history."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import select

from desktop_app.plans import drafting, writing
from desktop_app.store import undoing
from desktop_app.store.tables import History, Plan, Worker
from tests.plans import registered

if TYPE_CHECKING:
    from uuid import UUID

    from desktop_app.store.database import Database


def answers(db: Database, plan_id: UUID) -> dict[str, Any]:
    with db.read() as session:
        return drafting.sections(session, session.get_one(Plan, plan_id))["P02"].answers


def test_a_run_of_small_saves_keeps_the_state_before_it(db: Database) -> None:
    plan_id = registered.start(db, registered.person(db))
    for version, text in enumerate(("R", "Ru", "Rus", "Rust."), 1):
        writing.save_section(db, plan_id, "P02", {"wish": text}, version=version)
    assert typed(db) == [({}, {"wish": "Rust."})]
    _an_hour_passes(db)
    writing.save_section(db, plan_id, "P02", {"wish": "Werk."}, version=5)
    with db.read() as session:
        joost = session.scalars(select(Worker.id).where(Worker.role == "MAN")).one()
    db.act_as(joost)
    writing.save_section(db, plan_id, "P02", {"wish": "Vast werk."}, version=6)
    assert typed(db) == [
        ({}, {"wish": "Rust."}),
        ({"wish": "Rust."}, {"wish": "Werk."}),
        ({"wish": "Werk."}, {"wish": "Vast werk."}),
    ]


def test_a_run_of_small_saves_is_taken_back_as_one(db: Database) -> None:
    plan_id = registered.start(db, registered.person(db))
    for version, text in enumerate(("R", "Ru", "Rust."), 1):
        writing.save_section(db, plan_id, "P02", {"wish": text}, version=version)
    run = undoing.last_act(db)
    assert run is not None
    again = undoing.undo(db, run)
    assert answers(db, plan_id) == {}
    undoing.undo(db, again)
    assert answers(db, plan_id) == {"wish": "Rust."}


def test_an_edit_that_can_be_taken_back_is_not_swallowed_by_a_run(db: Database) -> None:
    plan_id = registered.start(db, registered.person(db))
    with db.write() as session:
        drafting.sections(session, session.get_one(Plan, plan_id))["P02"].answers = {
            "wish": "R"
        }
    edit = undoing.last_act(db)
    assert edit is not None
    writing.save_section(db, plan_id, "P02", {"wish": "Rust."}, version=2)
    assert typed(db) == [({"wish": "R"}, {"wish": "Rust."})]
    with pytest.raises(undoing.ChangedSinceError):
        undoing.undo(db, edit)


def typed(db: Database) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    with db.read() as session:
        lines = session.scalars(
            select(History)
            .where(History.noun == "plan_section", History.operation == "typed")
            .order_by(History.seq)
        )
        return [(line.before["answers"], line.after["answers"]) for line in lines]


def _an_hour_passes(db: Database) -> None:
    with db.write() as session:
        for line in session.scalars(select(History)):
            line.recorded_at -= timedelta(hours=1)
