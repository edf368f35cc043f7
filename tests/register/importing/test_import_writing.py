"""Writing an import: worked out first, written briefly, all of it or nothing."""

from __future__ import annotations

import threading
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import func, select, text

from desktop_app import disk
from desktop_app.register import drafts, rights, tasks, workers
from desktop_app.register.importing import applying
from desktop_app.register.tasks import TaskFields
from desktop_app.store import journal, opening
from desktop_app.store import tables as t

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.register.importing.preview import Plan
    from desktop_app.store.database import Database
    from tests.conftest import StoredRegister
    from tests.small_disk import SmallDisk

TODAY = date(2026, 11, 24)
IMPORTED = (
    t.Client, t.Dwelling, t.DwellingStatus, t.Referral, t.TrajectoryStep, t.Decision, t.Tenancy,
    t.SupportPeriod,
)  # fmt: skip


def long_list(count: int) -> str:
    """Return a list in which every row holds a client, a dwelling, a lease and a decision."""
    rows = (
        f"Persoon{n:05};Achternaam{n:05};{1 + n % 28}-{1 + n % 12}-{1950 + n % 50};"
        f"Lange Laan {n + 1};{500 + n % 300};{1 + n % 28}-3-2025;30-06-2027"
        for n in range(count)
    )
    return "\n".join(["Voornaam;Achternaam;Geboortedatum;Adres;Huur;Ingang;Besch. t/m", *rows])


def count(db: Database, table: type[Any]) -> int:
    with db.read() as session:
        return session.scalar(select(func.count()).select_from(table)) or 0


def counts(db: Database) -> list[int]:
    return [count(db, table) for table in (*IMPORTED, t.History, t.SearchEntry)]


def test_every_row_is_in_the_history_the_index_and_the_access_log(
    db: Database, plan_of: Callable[..., Plan]
) -> None:
    done = applying.apply(db, plan_of(long_list(40)), today=TODAY)
    with db.read() as session:
        for table in IMPORTED:
            ids = {str(found) for found in session.scalars(select(table.id))}
            assert len(ids) >= 40
            lines = select(t.History.row_id).where(
                t.History.noun == table.__tablename__, t.History.operation == "insert"
            )
            assert set(session.scalars(lines)) == ids
        found = set(session.scalars(select(t.SearchEntry.row_id)))
        assert set(session.scalars(select(t.Client.id))) <= found
        assert set(session.scalars(select(t.Dwelling.id))) <= found
        created = select(t.JournalEntry.subject_id).where(t.JournalEntry.event == "CREATE")
        assert set(session.scalars(created)) == set(done.clients)
        assert journal.verify(session) > 40
        assert set(session.scalars(select(t.Client.version))) == {1}
        matched = text(
            "SELECT count(*) FROM search_text WHERE search_text MATCH 'persoon00007'"
        )
        assert session.scalar(matched) == 1


def test_what_somebody_writes_meanwhile_is_waited_for_and_counts(
    db: Database, plan_of: Callable[..., Plan]
) -> None:
    plan = plan_of("Naam;Geboortedatum;Begeleider\nAylin Özdemir;1-5-1979;Noor Aalbers\n")
    told: list[int] = []

    def colleague_comes(done: int, _total: int) -> None:
        if not told:
            tasks.add_task(db, TaskFields(title="Bellen", due_on=TODAY))
            with db.write() as session:
                session.add(t.Worker(name="Noor Aalbers", role="BEG"))
        told.append(done)

    (client_id,) = applying.apply(db, plan, today=TODAY, progress=colleague_comes).clients
    assert told.count(0) == 2  # worked out, and once more
    noor = next(row for row in workers.worker_rows(db) if row.name == "Noor Aalbers")
    with db.read() as session:
        assert session.get_one(t.Client, client_id).key_worker_id == noor.worker_id


def test_a_draft_is_kept_while_a_thousand_rows_are_read_in(
    db: Database,
    plan_of: Callable[..., Plan],
    stored_register: StoredRegister,
) -> None:
    elsewhere = opening.open_register(db.folder, stored_register.opened)
    plan = plan_of(long_list(1_000))
    writing, over = threading.Event(), threading.Event()
    kept = 0

    def tell(_done: int, _total: int) -> None:
        writing.set()

    def read_in() -> None:
        try:
            applying.apply(db, plan, today=TODAY, progress=tell)
        finally:
            over.set()

    reader = threading.Thread(target=read_in)
    reader.start()
    assert writing.wait(60)
    while not over.is_set():
        kept += 1
        drafts.keep_draft(elsewhere, "client/new", {"turn": kept})
    reader.join()
    assert kept > 1
    assert drafts.draft(elsewhere, "client/new") == {"turn": kept}
    assert count(elsewhere, t.Client) == 1_000
    elsewhere.close()


@pytest.mark.parametrize("share", [0, 0.3, 0.6, 0.75, 0.9, 1])
def test_an_import_that_is_stopped_anywhere_leaves_nothing(
    db: Database, plan_of: Callable[..., Plan], share: float
) -> None:
    before = counts(db)

    def lock(done: int, total: int) -> None:
        if done >= share * total:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        applying.apply(db, plan_of(long_list(60)), today=TODAY, progress=lock)
    assert counts(db) == before


@pytest.mark.parametrize("room", [0, 60_000, 300_000])
def test_a_disk_that_fills_up_leaves_nothing_of_an_import(
    small_disk: SmallDisk,
    stored_register: StoredRegister,
    plan_of: Callable[..., Plan],
    room: int,
) -> None:
    plan = plan_of(long_list(600))
    folder = small_disk.folder / "register"
    folder.mkdir()
    for file in stored_register.folder.iterdir():
        (folder / file.name).write_bytes(file.read_bytes())
    db = opening.open_register(folder, stored_register.opened)
    with db.read() as session:
        db.act_as(session.scalars(select(t.Worker.id).where(t.Worker.role == "MAN")).one())
    before = counts(db)
    small_disk.leave(room)
    with pytest.raises(disk.DiskError):
        applying.apply(db, plan, today=TODAY)
    small_disk.empty()
    assert counts(db) == before
    applying.apply(db, plan, today=TODAY)
    assert count(db, t.Client) == 600
    db.close()


def test_only_who_coordinates_reads_in_and_takes_back(
    db: Database, plan_of: Callable[..., Plan]
) -> None:
    plan = plan_of(long_list(2))
    done = applying.apply(db, plan, today=TODAY)
    assert done.act is not None
    marieke = next(row for row in workers.worker_rows(db) if row.role == "BEG")
    db.act_as(marieke.worker_id)
    assert not applying.may_read_in(marieke.role)
    for act in (
        lambda: applying.apply(db, plan_of(long_list(3)), today=TODAY),
        lambda: applying.take_back(db, done.act),
    ):
        with pytest.raises(rights.NotAllowedError, match="Ask a coordinator"):
            act()
    assert count(db, t.Client) == 2
