"""Many rows in one action: kept as the write hook keeps them, never over somebody's edit."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import select

from desktop_app.store import batches, erasing, undoing
from desktop_app.store.tables import Base, Client, Dwelling, Task

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy.orm import Session

    from desktop_app.store.database import Database

TODAY = date(2026, 11, 24)
OWN = {"id", "row_id", "recorded_at", "seq", "key", "at", "chain"}
"""What is another in every register and at every moment."""


def rows() -> list[Base]:
    return [
        Client(call_name="Zoë\0", last_name="Bos", number_letter="C", number_count=7),
        Client(call_name="Jan", last_name="de Vos", number_letter="C", number_count=8),
        Dwelling(street="Lindehof", house_number=1, housing_form="BEST"),
        Task(title="Bellen", due_on=TODAY),
    ]


def stored(db: Database) -> list[str]:
    """Return the rows that tell of the register, without what differs by itself."""
    with db.read() as session:
        return sorted(
            f"{table.name} {told(line._mapping)}"
            for table in Base.metadata.sorted_tables
            if table.name not in {"history", "journal"}
            for line in session.execute(select(table))
        )


def told(line: Mapping[Any, Any]) -> dict[str, Any]:
    return {
        str(name): value
        for name, value in line.items()
        if name not in OWN and not name.endswith("_id")
    }


def last(db: Database) -> undoing.Act:
    act = undoing.last_act(db)
    assert act is not None
    return act


def test_a_batch_leaves_what_a_session_leaves(db: Database) -> None:
    empty = stored(db)
    with db.write() as session:
        session.add_all(rows())
    one_by_one = stored(db)
    undoing.undo(db, last(db))
    assert stored(db) == empty
    heard: list[frozenset[str]] = []
    db.on_change(heard.append)
    with db.write() as session:
        for batch in batches.new(db.acting, rows()):
            batches.write(session, batch)
    assert stored(db) == one_by_one
    assert heard == [frozenset({"client", "dwelling", "task"})]
    assert last(db).last - last(db).first == len(rows()) - 1


def test_rows_that_go_are_kept_by_the_history(db: Database) -> None:
    empty = stored(db)
    with db.write() as session:
        session.add_all(rows())
    before = stored(db)
    with db.write() as session:
        for table in (Client, Dwelling, Task):
            for batch in batches.gone(db.acting, session.scalars(select(table))):
                batches.write(session, batch)
    assert stored(db) == empty
    undoing.undo(db, last(db))
    assert stored(db) == before


@pytest.mark.parametrize("busy", [0, 1, 2, 3])
def test_who_never_stops_writing_waits_for_once(db: Database, busy: int) -> None:
    turns: list[int] = []

    def work_out(session: Session) -> int:
        seen = len(session.scalars(select(Task)).all())
        turns.append(seen)
        if len(turns) <= busy:
            with db.write() as other:
                other.add(Task(title="Bellen", due_on=TODAY))
        return seen

    def write(session: Session, seen: int) -> None:
        assert len(session.scalars(select(Task)).all()) == seen

    assert batches.write_last(db, work_out, write) == busy
    assert turns == list(range(busy + 1))


def test_who_is_destroyed_meanwhile_counts_too(db: Database) -> None:
    with db.write() as session:
        client = Client(call_name="Jan", last_name="Bos", number_letter="C", number_count=1)
        session.add(client)
    turns: list[int] = []

    def work_out(session: Session) -> None:
        turns.append(len(session.scalars(select(Client)).all()))
        if len(turns) == 1:
            with db.write() as other:
                erasing.erase(other, client.id, TODAY)

    batches.write_last(db, work_out, lambda _session, _found: None)
    assert turns == [1, 0]
