"""Many plans at once, from a practice register."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from desktop_app import practice
from desktop_app.errors import UserError
from desktop_app.plans import freezing, packs, versions
from desktop_app.store.tables import JournalEntry
from tests.paper.reading import Paper

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from desktop_app.store.database import Database

TODAY = date(2026, 11, 24)


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    folder = tmp_path_factory.mktemp("pack") / "register"
    made = practice.make_register(folder, today=TODAY, clients=9, months=12)
    yield made.db
    made.db.close()


def test_every_plan_has_a_file_and_all_are_bound(register: Database, tmp_path: Path) -> None:
    rows = versions.plan_rows(register, today=TODAY)
    told: list[tuple[int, int]] = []
    saved = packs.save_all(
        register,
        tmp_path,
        today=TODAY,
        bound=True,
        progress=lambda done, total: told.append((done, total)),
    )
    assert len(saved.files) == len(rows) > 3
    assert told == [(n, len(rows)) for n in range(1, len(rows) + 1)]
    assert saved.bound == tmp_path / "plans-2026-11-24.pdf"
    assert {path.name for path in tmp_path.iterdir()} == {
        path.name for path in (*saved.files, saved.bound)
    }
    together = Paper(saved.bound.read_bytes())
    alone = [Paper(path.read_bytes()) for path in saved.files]
    assert together.page_texts == [text for paper in alone for text in paper.page_texts]
    for row, path in zip(rows, saved.files, strict=True):
        assert path.name.startswith(f"plan-{row.client_number}-v{row.number}")
        assert path.read_bytes() == freezing.preview(register, row.plan_id, today=TODAY)


def test_some_clients_can_be_chosen_and_each_copy_is_noted(
    register: Database, tmp_path: Path
) -> None:
    row = versions.plan_rows(register, today=TODAY)[1]
    saved = packs.save_all(register, tmp_path, today=TODAY, of=[row.client_id])
    assert len(saved.files) == 1
    assert saved.bound is None
    with register.read() as session:
        last = session.scalars(select(JournalEntry).order_by(JournalEntry.seq.desc())).first()
    assert last is not None
    assert (last.event, last.subject_id) == ("EXPORT", row.client_id)


def test_nobody_chosen_writes_nothing(register: Database, tmp_path: Path) -> None:
    saved = packs.save_all(register, tmp_path, today=TODAY, of=[], bound=True)
    assert saved == packs.Saved(())
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_said(register: Database, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="does not exist"):
        packs.save_all(register, tmp_path / "nowhere", today=TODAY)
