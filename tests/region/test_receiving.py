"""Month files come in, count once, and who is missing is named."""

from __future__ import annotations

import shutil
from datetime import date
from typing import TYPE_CHECKING

from desktop_app import words
from desktop_app.region import receiving, roster
from desktop_app.store.journal import verify
from desktop_app.summary import package, sealing
from tests.region.conftest import MISSING, OCTOBER, SEPTEMBER, TODAY, StoredRegion

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.store.database import Database


def received(db: Database, *files: Path) -> list[receiving.Received]:
    return receiving.receive(db, files, today=TODAY)


def test_all_files_at_once_are_read_and_counted(
    region_db: Database, stored_region: StoredRegion
) -> None:
    found = received(region_db, *stored_region.files.values())
    assert [one.state for one in found] == ["read"] * 3
    assert all(one.counts and one.period == OCTOBER for one in found)
    assert "10-2026: read." in found[0].sentence
    month = receiving.month(region_db, OCTOBER)
    assert set(month.merged.received) == set(stored_region.files)
    assert month.missing == [MISSING]
    assert receiving.months(region_db) == [OCTOBER]
    with region_db.read() as session:
        assert verify(session) > 0


def test_totals_are_the_sum_of_what_the_files_say(
    region_db: Database, stored_region: StoredRegion
) -> None:
    received(region_db, *stored_region.files.values())
    merged = receiving.month(region_db, OCTOBER).merged
    with region_db.read() as session:
        identity = roster.desk(session).identity
    said = [
        package.unpack(sealing.unseal(path.read_bytes(), identity)).published
        for path in stored_region.files.values()
    ]
    for cell, total in merged.totals.items():
        rows = [r for f in said for r in f.rows if r.cell == cell and r.status in "ER"]
        assert total.value == sum(row.value for row in rows)
    assert merged.totals["head.support"].value > 30


def test_a_file_read_twice_counts_once(
    region_db: Database, stored_region: StoredRegion, tmp_path: Path
) -> None:
    path = next(iter(stored_region.files.values()))
    received(region_db, path)
    before = receiving.month(region_db, OCTOBER)
    copy = tmp_path / "kopie van bestand.age"
    shutil.copy(path, copy)
    (again,) = received(region_db, copy)
    assert (again.state, again.counts) == ("again", True)
    assert again.sentence.endswith("was read before; nothing changed.")
    assert receiving.month(region_db, OCTOBER) == before


def test_one_wrong_file_stops_none_of_the_others(
    region_db: Database, stored_region: StoredRegion, tmp_path: Path
) -> None:
    first, second, third = stored_region.files.values()
    damaged = tmp_path / second.name
    damaged.write_bytes(second.read_bytes()[:-40])
    noise = tmp_path / "notulen.docx"
    noise.write_bytes(b"PK\x03\x04")
    found = {one.file_name: one for one in received(region_db, first, damaged, noise, third)}
    assert {one.state for one in found.values()} == {"read", "damaged"}
    assert sum(one.counts for one in found.values()) == 2
    with words.in_language("nl"):
        sentence = received(region_db, damaged)[0].sentence
        assert sentence.startswith("Dit bestand is niet heel aangekomen. Vraag ")
        assert received(region_db, damaged)[0].label == "Beschadigd"
    month = receiving.month(region_db, OCTOBER)
    assert len(month.missing) == 2


def test_a_file_that_cannot_be_read_is_told(region_db: Database, tmp_path: Path) -> None:
    (gone,) = received(region_db, tmp_path / "gone.age")
    assert gone.state == "damaged"
    assert "cannot be read" in gone.sentence


def test_a_month_of_which_nothing_came_names_everybody(region_db: Database) -> None:
    month = receiving.month(region_db, date(2026, 10, 4))
    assert len(month.missing) == 4
    assert month.merged.totals == {}
    assert receiving.months(region_db) == []
    assert receiving.files_of_newest(region_db) == 0


def test_who_joined_later_is_not_missed_in_a_month_before(region_db: Database) -> None:
    """All of them joined in November: October's file is made in that month."""
    assert receiving.arrivals(region_db, SEPTEMBER) == ()
    assert len(receiving.arrivals(region_db, OCTOBER)) == 4


def test_the_way_gone_is_told_month_by_month(
    region_db: Database, stored_region: StoredRegion
) -> None:
    received(region_db, *stored_region.files.values(), *stored_region.september.values())
    assert receiving.months(region_db) == [OCTOBER, SEPTEMBER]
    gone = receiving.course(region_db, OCTOBER)
    assert [merged.period for merged in gone] == [SEPTEMBER, OCTOBER]
    assert [m.period for m in receiving.course(region_db, SEPTEMBER)] == [SEPTEMBER]


def test_small_organisations_give_totals_and_it_is_said(
    region_db: Database, stored_region: StoredRegion
) -> None:
    received(region_db, *stored_region.files.values())
    arrivals = {one.code: one for one in receiving.month(region_db, OCTOBER).arrivals}
    whole = [arrivals[code].whole for code in stored_region.files]
    assert whole == [False, True, True]


def test_every_state_has_a_word() -> None:
    for language in words.LANGUAGES:
        with words.in_language(language):
            labels = [
                receiving.Received(
                    file_name="", state=state, organisation="", period=None, sentence=""
                ).label
                for state in receiving._STATES
            ]
            assert len(set(labels)) == len(labels) == 11
