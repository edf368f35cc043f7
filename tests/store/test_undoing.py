"""Every action can be taken back and done again, unless something changed since."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import select

from desktop_app.register import (
    clients,
    contacts,
    decisions,
    dwellings,
    people_around,
    reservations,
    tasks,
    tenancies,
    trajectories,
    wishes,
)
from desktop_app.register.clients import ClientFields, ReferralFields
from desktop_app.register.contacts import NoteFields
from desktop_app.register.decisions import DecisionFields
from desktop_app.register.dwellings import ComplexFields, DwellingFields, StatusFields
from desktop_app.register.people_around import MemberFields, PersonFields
from desktop_app.register.tasks import TaskFields
from desktop_app.register.tenancies import TenancyEnd, TenancyFields
from desktop_app.register.trajectories import StepFields
from desktop_app.register.wishes import WishFields
from desktop_app.store import undoing
from desktop_app.store.tables import Base, Client, JournalEntry, Task
from desktop_app.store.undoing import ChangedSinceError

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from desktop_app.store.database import Database

TODAY = date(2026, 11, 24)
NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
KEY = date(2026, 3, 1)
OWN_STORY = {"history", "journal", "meta"}  # these remember the undo itself


class World:
    """One client with a home, another who waits, and a home that is free."""

    def __init__(self, db: Database) -> None:
        self.db = db
        self.housed, self.waiting = self.client("Bakker"), self.client("Yusuf")
        self.home, self.free = self.dwelling(1), self.dwelling(2)
        self.tenancy = tenancies.start_tenancy(
            db, self.housed, self.home, TenancyFields(tenancy_type="OMK", starts_on=KEY)
        )
        step = StepFields(status="WLST", on=KEY, wait_reason="WON")
        trajectories.take_step(db, self.waiting, step, today=TODAY)
        self.sister = people_around.add_person(
            db, self.housed, PersonFields(role="FAM", name="Samira", phone="06 1")
        )
        self.task = tasks.add_task(db, TaskFields(title="Bellen", due_on=TODAY, at=time(9, 30)))
        self.decision = decisions.add_decision(
            db, self.housed, DecisionFields(legal_frame="WMOM", starts_on=KEY, ends_on=TODAY)
        )

    def client(self, name: str) -> UUID:
        return clients.add_client(
            self.db,
            ClientFields(call_name="Noor", last_name=name, birth_date=date(1990, 5, 1)),
            ReferralFields(received_on=date(2026, 1, 5), source="MO"),
            today=TODAY,
        )

    def dwelling(self, number: int) -> UUID:
        return dwellings.add_dwelling(
            self.db,
            DwellingFields(street="Lindehof", house_number=number, housing_form="BEST"),
            StatusFields(status="BES", since=date(2025, 1, 1)),
        )

    def stored(self) -> dict[str, list[dict[str, Any]]]:
        """Return every row of every table, but for versions and what remembers the undo."""
        tables = [t for t in Base.metadata.sorted_tables if t.name not in OWN_STORY]
        with self.db.read() as session:
            return {
                table.name: sorted(
                    (
                        {
                            name: value
                            for name, value in row._mapping.items()
                            if name not in {"version", "key"}
                        }
                        for row in session.execute(select(table))
                    ),
                    key=str,
                )
                for table in tables
            }


@pytest.fixture
def world(db: Database) -> World:
    return World(db)


ACTS: dict[str, Callable[[World], object]] = {
    "add a client": lambda w: w.client("Smits"),
    "edit a client": lambda w: clients.edit_client(
        w.db,
        w.housed,
        ClientFields(call_name="Noor", last_name="Bakker", birth_year=1991),
        version=1,
        today=TODAY,
    ),
    "add a dwelling": lambda w: w.dwelling(3),
    "add a complex": lambda w: dwellings.add_complex(
        w.db, ComplexFields(code="LH", name="Lindehof", housing_form="BEST")
    ),
    "set a status": lambda w: dwellings.set_status(
        w.db, w.free, StatusFields(status="MUT", since=TODAY)
    ),
    "reserve a home": lambda w: reservations.reserve(w.db, w.free, w.waiting, on=TODAY),
    "give a key": lambda w: tenancies.start_tenancy(
        w.db, w.waiting, w.free, TenancyFields(tenancy_type="REG", starts_on=TODAY)
    ),
    "end a tenancy": lambda w: tenancies.end_tenancy(
        w.db, w.tenancy, TenancyEnd(ended_on=TODAY, reason="ONTS", destination="E6")
    ),
    "end with a death": lambda w: tenancies.end_tenancy(
        w.db, w.tenancy, TenancyEnd(ended_on=TODAY, reason="OVER", destination="U")
    ),
    "flip": lambda w: tenancies.flip(w.db, w.tenancy, on=TODAY),
    "extend": lambda w: tenancies.extend(w.db, w.tenancy, until=date(2027, 3, 1)),
    "end support": lambda w: clients.end_support(w.db, w.housed, on=TODAY, reason="DOEL"),
    "take a step": lambda w: trajectories.take_step(
        w.db, w.waiting, StepFields(status="INT", on=TODAY), today=TODAY
    ),
    "wish": lambda w: wishes.wish(w.db, w.waiting, WishFields(municipalities=("GM0344",))),
    "write a note": lambda w: contacts.write_note(
        w.db, w.housed, NoteFields(kind="TEL", at=NOW, text="Gebeld"), now=NOW
    ),
    "add a member": lambda w: people_around.add_member(
        w.db, w.housed, MemberFields(relation="KIND", birth_year=2018), today=TODAY
    ),
    "remove a person": lambda w: people_around.remove_person(w.db, w.sister),
    "edit a decision": lambda w: decisions.edit_decision(
        w.db,
        w.decision,
        DecisionFields(legal_frame="SUB", starts_on=KEY, ends_on=None),
        version=1,
    ),
    "tick a task": lambda w: tasks.tick(w.db, w.task, on=TODAY),
    "move a task": lambda w: tasks.edit_task(
        w.db, w.task, TaskFields(title="Bellen", due_on=TODAY, at=None), version=1
    ),
}


@pytest.mark.parametrize("name", ACTS)
def test_an_undo_leaves_every_row_as_it_was_and_a_redo_as_it_became(
    world: World, name: str
) -> None:
    before = world.stored()
    ACTS[name](world)
    done = undoing.last_act(world.db)
    after = world.stored()
    assert done is not None
    assert after != before
    undone = undoing.undo(world.db, done)
    assert world.stored() == before
    redone = undoing.undo(world.db, undone)
    assert world.stored() == after
    undoing.undo(world.db, redone)
    assert world.stored() == before


def test_what_somebody_changed_since_is_not_overwritten(world: World) -> None:
    tasks.tick(world.db, world.task, on=TODAY)
    done = undoing.last_act(world.db)
    assert done is not None
    tasks.tick(world.db, world.task, on=None)
    with pytest.raises(ChangedSinceError, match="by hand"):
        undoing.undo(world.db, done)


def test_two_acts_on_one_row_are_taken_back_one_after_the_other(world: World) -> None:
    names = ("Bakker", "Visser", "Mulder")
    states, acts = [world.stored()], []
    for version, name in enumerate(names, start=1):
        fields = ClientFields(call_name="Noor", last_name=name, birth_year=1991)
        clients.edit_client(world.db, world.housed, fields, version=version, today=TODAY)
        acts.append(undoing.last_act(world.db))
        states.append(world.stored())
    for act, before in zip(reversed(acts), reversed(states[:-1]), strict=True):
        assert act is not None
        undoing.undo(world.db, act)
        assert world.stored() == before


def test_what_came_changed_and_went_back_is_taken_away(world: World) -> None:
    before = world.stored()
    person = people_around.add_person(
        world.db, world.housed, PersonFields(role="FAM", name="Samira")
    )
    came = undoing.last_act(world.db)
    people_around.remove_person(world.db, person)
    went = undoing.last_act(world.db)
    assert came is not None
    assert went is not None
    with pytest.raises(ChangedSinceError):
        undoing.undo(world.db, came)
    undoing.undo(world.db, went)
    undoing.undo(world.db, came)
    assert world.stored() == before


def test_what_others_hang_on_is_not_taken_away(world: World) -> None:
    client = world.client("Smits")
    done = undoing.last_act(world.db)
    assert done is not None
    contacts.write_note(
        world.db, client, NoteFields(kind="TEL", at=NOW, text="Gebeld"), now=NOW
    )
    before = world.stored()
    with pytest.raises(ChangedSinceError):
        undoing.undo(world.db, done)
    assert world.stored() == before


def test_an_undo_stands_in_the_access_log(world: World) -> None:
    tenancies.flip(world.db, world.tenancy, on=TODAY)
    done = undoing.last_act(world.db)
    assert done is not None
    undoing.undo(world.db, done)
    with world.db.read() as session:
        line = session.scalars(select(JournalEntry).order_by(JournalEntry.seq)).all()[-1]
    assert (line.event, line.detail, line.subject_id) == ("EDIT", "undone", world.housed)


def test_an_action_that_left_nothing_cannot_be_taken_back(world: World) -> None:
    with world.db.write() as session:
        assert session.get(Task, world.task)
    assert undoing.last_act(world.db) is None


def test_one_action_is_one_act_however_often_it_flushed(world: World) -> None:
    with world.db.write() as session:
        session.add(Task(title="Een", due_on=TODAY))
        session.flush()
        session.get_one(Client, world.housed).phone = "06 2"
        session.flush()
        session.add(Task(title="Twee", due_on=TODAY))
    done = undoing.last_act(world.db)
    assert done is not None
    assert done.last - done.first == 2


def test_what_came_and_went_in_one_action_comes_and_goes_again(world: World) -> None:
    before = world.stored()
    with world.db.write() as session:
        task = Task(title="Een", due_on=TODAY)
        session.add(task)
        session.flush()
        task.title = "Twee"
        session.flush()
        session.delete(task)
    done = undoing.last_act(world.db)
    assert done is not None
    undone = undoing.undo(world.db, done)
    assert world.stored() == before
    undoing.undo(world.db, undone)
    assert world.stored() == before


def test_thousands_of_rows_are_taken_back_and_done_again_in_few_steps(world: World) -> None:
    before = world.stored()
    with world.db.write() as session:
        session.add_all(Task(title=f"Taak {n}", due_on=TODAY) for n in range(1_200))
    done = undoing.last_act(world.db)
    after = world.stored()
    assert done is not None
    told: list[tuple[int, int]] = []
    undone = undoing.undo(world.db, done, lambda at, of: told.append((at, of)))
    assert world.stored() == before
    assert told == [(at, 2_400) for at in (0, 500, 1_000, 1_200, 1_700, 2_200)]
    undoing.undo(world.db, undone)
    assert world.stored() == after


def test_what_others_write_while_an_undo_is_worked_out_counts(world: World) -> None:
    tasks.tick(world.db, world.task, on=TODAY)
    done = undoing.last_act(world.db)
    assert done is not None
    turns = iter([partial(tasks.tick, world.db, world.task, on=None)])

    def meanwhile(_done: int, _total: int) -> None:
        for untick in turns:
            untick()

    with pytest.raises(ChangedSinceError):
        undoing.undo(world.db, done, meanwhile)
    assert next(turns, None) is None
