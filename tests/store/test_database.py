"""Reading, writing, who acts, and what listeners hear."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import IntegrityError

from desktop_app.store import opening
from desktop_app.store.database import ClosedRegisterError, StaleEditError
from desktop_app.store.tables import Client, History, SearchEntry, Task, Worker
from desktop_app.store.tables.meta import CHANGED

if TYPE_CHECKING:
    from datetime import date

    from desktop_app.store.database import Database
    from tests.conftest import StoredRegister


def person(count: int = 1, last_name: str = "Yılmaz") -> Client:
    return Client(number_letter="C", number_count=count, call_name="Łucja", last_name=last_name)


def test_an_action_is_saved_as_a_whole_or_not_at_all(db: Database) -> None:
    with pytest.raises(RuntimeError, match="halfway"), db.write() as session:
        session.add(person())
        session.flush()
        raise RuntimeError("halfway")
    with db.read() as session:
        assert session.scalars(select(Client)).all() == []
        assert session.scalars(select(History).where(History.noun == "client")).all() == []


def test_listeners_hear_the_nouns_after_the_commit(db: Database, today: date) -> None:
    heard: list[frozenset[str]] = []
    stop = db.on_change(heard.append)
    with db.write() as session:
        session.add(person())
        session.add(Task(title="Sleutel", due_on=today))
        assert heard == []
    assert heard == [frozenset({"client", "task"})]
    stop()
    with db.write() as session:
        session.add(person(2))
    assert len(heard) == 1


def test_a_closed_register_is_not_opened_again_by_who_still_holds_it(db: Database) -> None:
    db.close()
    for door in (db.read, db.write):
        with pytest.raises(ClosedRegisterError, match="locked in the meantime"), door():
            pass
    assert [file.name for file in db.folder.iterdir()] == ["register.db"]
    db.close()


def test_closing_lets_a_transaction_that_is_under_way_come_to_its_end(
    db: Database, stored_register: StoredRegister
) -> None:
    with db.write() as session:
        session.scalars(select(Worker).where(Worker.name == "Joost Smit")).one().phone = "06 1"
        db.close()
    again = opening.open_register(db.folder, stored_register.opened)
    with again.read() as session:
        assert "06 1" in session.scalars(select(Worker.phone)).all()
    again.close()


def test_reading_announces_nothing_and_keeps_nothing(db: Database) -> None:
    heard: list[frozenset[str]] = []
    db.on_change(heard.append)
    with db.read() as session:
        session.scalars(select(Worker)).first()
    assert heard == []


def test_an_edit_of_an_older_state_is_refused(db: Database) -> None:
    with db.write() as session:
        client = person()
        session.add(client)
    with db.read() as first:
        stale = first.get_one(Client, client.id)
    with db.write() as session:
        session.get_one(Client, client.id).phone = "06 1"
    with pytest.raises(StaleEditError), db.write() as session:
        session.add(stale)
        stale.phone = "06 2"


def test_a_broken_rule_of_ours_is_a_bug_without_client_data(db: Database) -> None:
    with pytest.raises(IntegrityError) as failure, db.write() as session:
        session.add_all([person(), person()])
    assert "Yılmaz" not in str(failure.value)


def test_history_keeps_what_changed_and_who_changed_it(db: Database) -> None:
    with db.write() as session:
        client = person()
        session.add(client)
    with db.write() as session:
        session.get_one(Client, client.id).phone = "06 1234"
    with db.write() as session:
        session.delete(session.get_one(Client, client.id))
    with db.read() as session:
        rows = session.scalars(
            select(History).where(History.subject_id == client.id).order_by(History.seq)
        ).all()
    assert [row.operation for row in rows] == ["insert", "update", "delete"]
    assert (rows[0].before, rows[0].after) == ({}, {})
    changed = {k: v for k, v in rows[1].after.items() if k != "version"}
    assert changed == {"phone": "06 1234"}
    assert rows[1].before["phone"] == ""
    assert rows[2].before["phone"] == "06 1234"
    assert {row.worker_id for row in rows} == {db.acting.worker_id}
    assert {row.device_id for row in rows} == {1}


def test_what_changed_about_a_person_is_found_without_reading_the_whole_history(
    db: Database,
) -> None:
    about = History.subject_id == uuid4(), CHANGED, History.operation == "update"
    query = select(History.seq).where(*about)
    with db.read() as session:
        told = query.compile(session.connection(), compile_kwargs={"literal_binds": True})
        plan = session.execute(text(f"EXPLAIN QUERY PLAN {told}"))
        steps = [row.detail for row in plan]
    assert steps == ["SEARCH history USING INDEX ix_history_subject_id (subject_id=?)"]


def test_the_history_key_is_never_used_again(db: Database) -> None:
    with db.write() as session:
        session.add(person())
    with db.write() as session:
        newest = session.scalars(select(History).order_by(History.seq.desc())).first()
        assert newest is not None
        used = newest.seq
        for row in session.scalars(select(History)):
            session.delete(row)
    with db.write() as session:
        session.add(person(2))
    with db.read() as session:
        assert min(session.scalars(select(History.seq)).all()) > used


def test_search_entries_follow_their_rows(db: Database) -> None:
    with db.write() as session:
        client = person()
        session.add(client)
    with db.write() as session:
        session.get_one(Client, client.id).last_name = "O’Neill"
    with db.read() as session:
        entry = session.scalars(select(SearchEntry)).one()
        assert (entry.title, entry.subject_id) == ("Łucja O’Neill", client.id)
        assert "lucja oneill" in entry.folded
    with db.write() as session:
        session.delete(session.get_one(Client, client.id))
    with db.read() as session:
        assert session.scalars(select(SearchEntry)).all() == []


def test_nul_characters_are_taken_out(db: Database) -> None:
    with db.write() as session:
        client = person(last_name="De\0 Vries")
        session.add(client)
    with db.read() as session:
        assert session.get_one(Client, client.id).last_name == "De Vries"


def test_whoever_opens_acts_under_their_own_name(db: Database) -> None:
    with db.read() as session:
        worker = session.get_one(Worker, db.acting.worker_id)
    assert worker.name == "Marieke Bos"
    assert db.acting.device_letter == "C"


def test_a_restored_copy_goes_on_as_a_new_device(db: Database) -> None:
    opening.add_device(db, bytes(32))
    assert (db.acting.device_id, db.acting.device_letter) == (2, "D")


def test_device_letters_never_read_as_digits() -> None:
    letters = [opening._letter(count) for count in range(70)]
    assert letters[:3] == ["C", "D", "E"]
    assert len(set(letters)) == 70
    assert not set("".join(letters)) & set("IO")
