"""UUIDs stand in the file as their bytes, also where a query names one by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import create_engine, func, literal, select, text, tuple_

from desktop_app.store import dialect
from desktop_app.store.tables import Worker
from desktop_app.store.tables.base import Packed, RowKey

if TYPE_CHECKING:
    from sqlalchemy import Engine
    from sqlalchemy.types import TypeEngine

    from desktop_app.store.database import Database

MEMORY = create_engine(f"{dialect.DRIVER}://")


def through(value: object, kind: TypeEngine[Any], engine: Engine = MEMORY) -> object:
    """Return a value as it comes back after the file had it."""
    with engine.connect() as connection:
        return connection.scalar(select(literal(value, kind)))


def test_a_uuid_takes_sixteen_bytes(db: Database) -> None:
    with db.read() as session:
        stored = session.execute(select(func.typeof(Worker.id), func.length(Worker.id))).all()
    assert set(stored) == {("blob", 16)}


def test_a_bare_uuid_in_a_query_compares_as_the_stored_ones_do(db: Database) -> None:
    with db.read() as session:
        ids = sorted(session.scalars(select(Worker.id)))
        pair = tuple_(Worker.id, Worker.id)
        later = select(Worker.id).where(pair > tuple_(ids[0], ids[0])).order_by(Worker.id)
        assert session.scalars(later).all() == ids[1:]
        spelled = select(Worker.id).where(Worker.id == literal(ids[0], literal_execute=True))
        assert session.scalars(spelled).all() == ids[:1]


def test_a_uuid_that_an_older_form_wrote_as_text_is_read_too(db: Database) -> None:
    with db.write() as session:
        session.execute(text("UPDATE worker SET slot_id = hex(slot_id) WHERE slot_id <> ''"))
        slots = session.scalars(select(Worker.slot_id).where(Worker.slot_id.is_not(None))).all()
    assert all(isinstance(slot, UUID) for slot in slots)
    assert slots


@given(st.uuids() | st.text(max_size=60))
def test_the_key_of_any_row_comes_back_as_it_was(key: object) -> None:
    assert through(str(key), RowKey(60)) == str(key)


@given(st.uuids())
def test_a_key_that_only_reads_as_a_uuid_stays_text(key: UUID) -> None:
    assert through(key.hex, RowKey(60)) == key.hex
    assert through(str(key).upper(), RowKey(60)) == str(key).upper()


@given(st.text() | st.dictionaries(st.text(), st.lists(st.integers() | st.none())))
def test_what_is_packed_comes_back_as_it_was(content: object) -> None:
    assert through(content, Packed()) == content
