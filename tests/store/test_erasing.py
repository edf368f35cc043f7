"""Whoever was destroyed stays so, also when an older copy comes back."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select, text

from desktop_app.store import backups, erasing, opening, restoring
from desktop_app.store.tables import (
    Base,
    ContactNote,
    Draft,
    Erasure,
    History,
    JournalEntry,
    SearchEntry,
    Task,
)

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.store.database import Database
    from tests.store.conftest import FoundedRegister

TODAY = date(2026, 11, 24)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_destroying_a_client_leaves_an_id_a_day_and_the_log(
    live: Database, moment: datetime, here: FoundedRegister
) -> None:
    client_id = here.add(live, "Verdwijnpunt")
    with live.write() as session:
        note = ContactNote(
            client_id=client_id,
            kind="GES",
            at=moment,
            worker_id=None,
            written_at=moment,
            text="Verdwijnpunt belde",
        )
        session.add_all([note, Task(title="Verdwijnpunt", client_id=client_id, due_on=TODAY)])
    with live.write() as session:
        erasing.erase(session, client_id, TODAY)
    assert here.last_names(live) == [here.marker]
    with live.read() as session:
        for table in Base.metadata.sorted_tables:
            if "subject_id" in table.c and table.name != "journal":
                left = session.execute(select(table).where(table.c.subject_id == client_id))
                assert left.all() == [], table.name
        assert session.get_one(Erasure, client_id).erased_on == TODAY
        assert session.scalars(select(JournalEntry.event)).all()[-1] == "DESTROY"
        remembered = session.execute(select(History.before, History.after)).all()
        assert "Verdwijnpunt" not in str(remembered)
        found_words = text(
            "SELECT count(*) FROM search_text WHERE search_text MATCH 'verdwijn*'"
        )
        assert session.execute(found_words).scalar() == 0
        assert session.execute(text("PRAGMA foreign_key_check")).all() == []
        assert len(session.scalars(select(SearchEntry)).all()) == 1
        assert session.scalars(select(Draft)).all() == []


def test_whoever_was_destroyed_since_does_not_come_back(
    here: FoundedRegister, live: Database, shelf: Path, tmp_path: Path, moment: datetime
) -> None:
    client_id = here.add(live, "Verdwijnpunt")
    old = backups.make(live, here.opened, shelf, at=moment)
    with live.write() as session:
        erasing.erase(session, client_id, TODAY)
    erasing.keep(live, here.opened)
    live.close()

    restored = restoring.restore(old.path, here.folder, here.unlock, at=moment, aside=True)
    assert (restored.erased_again, restored.unread) == (1, ())
    again = opening.open_register(here.folder, restored.opened)
    assert here.last_names(again) == [here.marker]
    backups.make(again, here.opened, shelf, at=moment + timedelta(days=1))
    again.close()

    # On a clean machine the newer backup beside the old one tells.
    there = tmp_path / "there"
    restored = restoring.restore(old.path, there, here.unlock, at=moment)
    assert restored.erased_again == 1
    assert (there / erasing.NAME).is_file()


def test_a_register_put_back_by_hand_catches_up(here: FoundedRegister, live: Database) -> None:
    client_id = here.add(live, "Verdwijnpunt")
    live.close()
    path = here.folder / opening.REGISTER_FILE
    old = path.read_bytes()
    live = opening.open_register(here.folder, here.opened)
    assert erasing.catch_up(live, here.opened) == 0
    with live.write() as session:
        erasing.erase(session, client_id, TODAY)
    erasing.keep(live, here.opened)
    assert erasing.catch_up(live, here.opened) == 0
    live.close()
    path.write_bytes(old)
    live = opening.open_register(here.folder, here.opened)
    assert erasing.catch_up(live, here.opened) == 1
    assert here.last_names(live) == [here.marker]
    live.close()


def test_a_damaged_list_of_the_destroyed_is_told_and_set_aside(
    here: FoundedRegister, live: Database, shelf: Path, moment: datetime
) -> None:
    backup = backups.make(live, here.opened, shelf, at=moment)
    client_id = here.add(live, "Verdwijnpunt")
    with live.write() as session:
        erasing.erase(session, client_id, TODAY)
    erasing.keep(live, here.opened)
    path = here.folder / erasing.NAME
    assert erasing.read(path, here.opened) == {client_id: TODAY}
    raw = path.read_bytes()
    for wrong in (b"", raw[:-1], raw.replace(b"2026-11-24", b"2026-11-23"), b"[]", b"{}"):
        path.write_bytes(wrong)
        with pytest.raises(erasing.ErasedListError):
            erasing.catch_up(live, here.opened)
    live.close()
    restored = restoring.restore(backup.path, here.folder, here.unlock, at=moment, aside=True)
    assert restored.unread == (erasing.NAME,)


def test_a_damaged_list_of_the_destroyed_stops_no_backup(
    here: FoundedRegister, live: Database, shelf: Path, moment: datetime
) -> None:
    client_id = here.add(live, "Verdwijnpunt")
    with live.write() as session:
        erasing.erase(session, client_id, TODAY)
    path = here.folder / erasing.NAME
    path.write_bytes(b"damaged")
    backups.make(live, here.opened, shelf, at=moment)
    assert erasing.read(path, here.opened) == {client_id: TODAY}
    assert path.with_name(f"{erasing.NAME}.damaged").read_bytes() == b"damaged"
