"""A register of an earlier form says the same after its upgrade, in less room.

`forms/0007.db.gz` was written by the program that had that form, and exported without its key:
one client with both versions of the sample plan, the first one printed and signed.
"""

from __future__ import annotations

import gzip
import json
import sqlite3  # noqa: TID251 - reads the export, which has no key
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

import pytest
import sqlcipher3
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import func, select, text

from desktop_app.plans import freezing, reading, versions
from desktop_app.register import search, timeline
from desktop_app.store import encryption, erasing, fulltext, opening, pages
from desktop_app.store.tables import (
    Base,
    Client,
    History,
    JournalEntry,
    KeptTemplate,
    PlanPrint,
    PlanSection,
)
from tests.conftest import TODAY, RandomKey

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop_app.store.database import Database

EXPORTED = Path(__file__).parent / "forms" / "0007.db.gz"
OPENED = RandomKey(
    UUID("0190aaaa-0000-7000-8000-000000000001"),
    UUID("0190aaaa-0000-7000-8000-000000000002"),
    bytes(range(32)),
)


@pytest.fixture
def before(tmp_path: Path) -> Path:
    """The export, which any SQLite reads."""
    path = tmp_path / "0007.db"
    path.write_bytes(gzip.decompress(EXPORTED.read_bytes()))
    return path


@pytest.fixture
def folder(before: Path, tmp_path: Path) -> Path:
    """The register as it was, encrypted again."""
    made = tmp_path / "register"
    made.mkdir()
    path = made / encryption.REGISTER_FILE
    with closing(sqlcipher3.connect(str(before))) as plain:
        plain.execute(f"ATTACH '{path}' AS sealed KEY \"x'{OPENED.key.hex()}'\"")
        plain.execute("SELECT sqlcipher_export('sealed')")
    return made


@pytest.fixture
def upgraded(folder: Path) -> Iterator[Database]:
    db = opening.open_register(folder, OPENED)
    yield db
    db.close()


def told(before: Path, query: str) -> list[Any]:
    with closing(sqlite3.connect(before)) as plain:
        return plain.execute(query).fetchall()


def test_it_has_the_form_that_a_new_register_has(upgraded: Database) -> None:
    with upgraded.read() as session:
        options = {
            "compare_type": True,
            "include_object": lambda _item, name, kind, *_more: (
                not (kind == "table" and fulltext.is_part(name))
            ),
        }
        context = MigrationContext.configure(session.connection(), opts=options)
        assert compare_metadata(context, Base.metadata) == []
        assert session.execute(text("PRAGMA integrity_check")).all() == [("ok",)]
        assert session.execute(text("PRAGMA foreign_key_check")).all() == []


def test_every_row_is_still_there_under_its_own_id(before: Path, upgraded: Database) -> None:
    with upgraded.read() as session:
        for name, table in Base.metadata.tables.items():
            if name == KeptTemplate.__tablename__:
                continue
            key = next(iter(table.primary_key.columns))
            ids = {getattr(one, "hex", one) for one in session.scalars(select(key))}
            assert ids == {one for (one,) in told(before, f"SELECT {key.name} FROM {name}")}  # noqa: S608


def test_no_row_holds_a_uuid_as_text(upgraded: Database) -> None:
    uuids = ("id", "subject_id", "plan_id", "goal_id", "worker_id", "dwelling_id", "row_id")
    with upgraded.read() as session:
        for name, table in Base.metadata.tables.items():
            for column in set(uuids) & set(table.c.keys()):
                kind = session.scalars(
                    select(func.typeof(table.c[column])).where(
                        func.length(table.c[column]).in_((32, 36))
                    )
                ).all()
                assert kind == [], f"{name}.{column}"


def test_plans_and_prints_say_what_they_said(before: Path, upgraded: Database) -> None:
    ((pdf, sha256, document),) = told(before, "SELECT pdf, sha256, document FROM plan_print")
    client_id = _client(upgraded)
    newest, first = versions.versions(upgraded, client_id, today=TODAY)
    assert (first.sha256, newest.sha256) == (sha256, None)
    assert str(first.printed_on) in document
    frozen = freezing.print_for_signature(upgraded, first.plan_id, today=TODAY)
    assert frozen.pdf == pdf
    card = reading.plan_card(upgraded, newest.plan_id, today=TODAY)
    assert card.template.titles["nl"] == "Mijn plan"
    assert card.replaces is not None
    assert len(card.goals) == len(told(before, "SELECT id FROM plan_goal")) - 1
    with upgraded.read() as session:
        assert session.scalars(select(PlanPrint.words)).one() == json.loads(document)["text"]
        assert len(session.scalars(select(KeptTemplate)).all()) == 1


def test_the_history_and_search_still_find_their_rows(before: Path, upgraded: Database) -> None:
    with upgraded.read() as session:
        rows = select(History.seq, History.row_id, History.noun).order_by(History.seq)
        stored = [tuple(row) for row in session.execute(rows)]
        sections = {str(one) for one in session.scalars(select(PlanSection.id))}
    assert stored == told(before, "SELECT seq, row_id, noun FROM history ORDER BY seq")
    assert sections <= {row_id for _seq, row_id, noun in stored if noun == "plan_section"}
    client_id = _client(upgraded)
    assert timeline.timeline(upgraded, client_id, today=TODAY)
    assert [hit.row_id for hit in search.find(upgraded, "wisn", today=TODAY)] == [client_id]


def test_a_person_is_destroyed_as_a_whole(upgraded: Database) -> None:
    client_id = _client(upgraded)
    with upgraded.write() as session:
        erasing.erase(session, client_id, TODAY)
    with upgraded.read() as session:
        for name, table in Base.metadata.tables.items():
            if "subject_id" in table.c and name != JournalEntry.__tablename__:
                left = select(table).where(table.c.subject_id == client_id)
                assert session.execute(left).all() == [], name


def test_the_room_that_came_free_is_given_back(folder: Path) -> None:
    path = folder / encryption.REGISTER_FILE
    before = path.stat().st_size
    opening.open_register(folder, OPENED).close()
    assert path.stat().st_size < before * 0.95
    assert pages.sound(path, OPENED.key)


def _client(db: Database) -> UUID:
    with db.read() as session:
        return session.scalars(select(Client.id)).one()
