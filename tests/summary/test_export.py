"""The monthly export on a real register: what is shown is what leaves, and is remembered."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from desktop_app.errors import UserError
from desktop_app.store import journal
from desktop_app.store.tables import (
    Client,
    ContactNote,
    Dwelling,
    JournalEntry,
    MonthMember,
    TrajectoryStep,
)
from desktop_app.summary import connection, export, ledger, package, preview, sealing
from tests.regions import new_region
from tests.summary.conftest import TODAY

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.store.database import Database
    from tests.regions import Region

SEPTEMBER, OCTOBER = date(2026, 9, 30), date(2026, 10, 31)


def prepared(db: Database, month: date = OCTOBER) -> export.Draft:
    return export.prepare(db, month, today=TODAY)


def made(db: Database, folder: Path, month: date = OCTOBER) -> export.Made:
    return export.approve(db, prepared(db, month), folder, today=TODAY)


def opened(path: Path, region: Region) -> package.Package:
    return package.unpack(sealing.unseal(path.read_bytes(), region.identity))


def change_people(db: Database, count: int, on: date = date(2026, 10, 1)) -> None:
    """Let people who waited be referred for something else, so their reason changes."""
    with db.write() as session:
        waiting = {
            step.client_id
            for step in session.scalars(select(TrajectoryStep).order_by(TrajectoryStep.on))
        }
        for client_id in sorted(waiting)[:count]:
            session.add(TrajectoryStep(client_id=client_id, status="EIND", on=on))


def test_what_is_shown_is_what_leaves(
    practised: Database, region: Region, tmp_path: Path
) -> None:
    draft = prepared(practised)
    file = export.approve(practised, draft, tmp_path, today=TODAY)
    assert file.path.name == "thuisbasis_u16_voordeur_2026-10_r1_tb-summary-1.zip.age"
    found = opened(file.path, region)
    assert found.published == draft.release.published
    shown = [*draft.headlines, *draft.breakdowns]
    assert [line.leaves for line in shown] == [
        preview.in_words(r) for r in found.published.rows
    ]
    assert [line.cell for line in shown] == [row.cell for row in found.published.rows]
    assert sorted(line.count for line in draft.dwellings) == sorted(
        row.count for row in found.published.dwellings
    )
    assert found.envelope.name == "Stichting Voordeur"
    assert all(found.audit["checks"].values())


def test_every_number_has_words_and_a_reason(practised: Database) -> None:
    draft = prepared(practised)
    for line in (*draft.headlines, *draft.breakdowns):
        assert line.table
        assert line.label
        assert line.why
        assert line.leaves == "–" or re.fullmatch(r"\d+|about \d+|0 to 4", line.leaves)
    support = next(line for line in draft.headlines if line.cell == "head.support")
    assert support.leaves == f"{support.real}"
    assert support.why == "10 or more: exact"
    total = next(line for line in draft.breakdowns if line.cell == "band._T")
    group = next(line for line in draft.breakdowns if line.cell == "band.M00")
    assert group.why == f"rounded; in all {total.leaves}"
    assert {line.complex for line in draft.dwellings} > {""}
    assert len(draft.told) >= 3


def test_preparing_writes_nothing(practised: Database, tmp_path: Path) -> None:
    prepared(practised)
    assert ledger.month_files(practised) == []
    assert list(tmp_path.glob("*.age")) == []


def test_the_same_register_gives_the_same_bytes(practised: Database) -> None:
    assert prepared(practised).package == prepared(practised).package


def test_our_own_copy_opens_with_our_own_key(practised: Database, tmp_path: Path) -> None:
    file = made(practised, tmp_path)
    with practised.read() as session:
        identity = connection.own_keys(session).identity
    assert sealing.unseal(file.path.read_bytes(), identity) == prepared_bytes(practised)


def test_the_region_learns_by_which_of_its_profiles_a_file_was_made(
    practised: Database, tmp_path: Path, region: Region
) -> None:
    receiver = connection.region(practised)
    assert receiver is not None
    found = opened(made(practised, tmp_path).path, region)
    assert found.envelope.profile == receiver.version


def prepared_bytes(db: Database) -> bytes:
    with db.read() as session:
        row = ledger.newest(session)
        assert row is not None
        return row.package


def test_what_left_is_remembered(practised: Database, tmp_path: Path, region: Region) -> None:
    file = made(practised, tmp_path)
    (card,) = ledger.month_files(practised)
    assert card == file.card
    assert (card.period, card.revision, card.sent_on) == (OCTOBER, 1, None)
    assert card.size == len(prepared_bytes(practised))
    with practised.read() as session:
        history = ledger.history(session)
        log = [e.detail for e in session.scalars(select(JournalEntry)) if e.event == "EXPORT"]
    assert history.published == (opened(file.path, region).published,)
    assert history.head_members
    assert history.quarter == SEPTEMBER
    assert log == [f"month file {card.file_name}"]


def test_the_next_month_knows_the_one_before(practised: Database, tmp_path: Path) -> None:
    made(practised, tmp_path, SEPTEMBER)
    draft = prepared(practised)
    assert len(draft.release.history.published) == 2
    assert any(line.why.startswith("counted each quarter") for line in draft.breakdowns)
    assert any(line.frozen_since == SEPTEMBER for line in draft.breakdowns)
    assert draft.told[0].startswith("This file was laid beside the one before")
    second = export.approve(practised, draft, tmp_path, today=TODAY)
    assert second.card.revision == 1
    assert [c.period for c in ledger.month_files(practised)] == [OCTOBER, SEPTEMBER]


def test_each_file_names_the_one_before_and_the_log(
    practised: Database, tmp_path: Path, region: Region
) -> None:
    first = opened(made(practised, tmp_path, SEPTEMBER).path, region)
    second = opened(made(practised, tmp_path).path, region)
    assert first.envelope.previous == ""
    assert second.envelope.previous == first.digest
    assert re.fullmatch(r"\d+:[0-9a-f]{64}", second.envelope.log_head)
    with practised.read() as session:
        assert journal.verify(session) >= int(second.envelope.log_head.split(":")[0])


def test_headlines_are_rounded_until_somebody_agreed(practised: Database) -> None:
    connection.round_headlines(practised)
    draft = prepared(practised)
    assert all(not line.leaves.isdecimal() for line in draft.headlines)


def test_without_a_region_nothing_can_leave(db: Database) -> None:
    with pytest.raises(UserError, match="not connected to a region"):
        export.prepare(db, OCTOBER, today=TODAY)


def test_a_month_that_is_not_over_is_refused(practised: Database) -> None:
    with pytest.raises(UserError, match=r"11-2026 is not over yet.* from 01-12-2026"):
        prepared(practised, date(2026, 11, 3))


def test_a_month_before_the_programme_is_refused(practised: Database) -> None:
    with pytest.raises(UserError, match="began on 01-11-2024"):
        prepared(practised, date(2024, 10, 31))
    assert prepared(practised, date(2024, 11, 30)).period == date(2024, 11, 30)


def test_an_earlier_month_than_the_last_is_refused(practised: Database, tmp_path: Path) -> None:
    made(practised, tmp_path)
    with pytest.raises(UserError, match="A later month than 09-2026"):
        prepared(practised, SEPTEMBER)


def test_a_correction_needs_three_changed_people(practised: Database, tmp_path: Path) -> None:
    made(practised, tmp_path)
    with pytest.raises(UserError, match="fewer than three people changed"):
        prepared(practised)
    change_people(practised, 2)
    with pytest.raises(UserError, match="fewer than three people changed"):
        prepared(practised)
    change_people(practised, 9)
    draft = prepared(practised)
    assert draft.revision == 2
    assert "_r2_" in draft.file_name
    second = export.approve(practised, draft, tmp_path, today=TODAY)
    assert second.card.revision == 2
    change_people(practised, 30)
    with pytest.raises(UserError, match="one correction"):
        prepared(practised)


def test_two_windows_cannot_make_the_same_month(practised: Database, tmp_path: Path) -> None:
    draft = prepared(practised)
    export.approve(practised, draft, tmp_path, today=TODAY)
    with pytest.raises(UserError, match="made meanwhile"):
        export.approve(practised, draft, tmp_path, today=TODAY)


def test_a_folder_that_is_not_there_leaves_nothing_behind(
    practised: Database, tmp_path: Path
) -> None:
    with pytest.raises(UserError, match="does not exist"):
        made(practised, tmp_path / "nowhere")
    assert ledger.month_files(practised) == []


def test_the_same_file_can_be_saved_again(
    practised: Database, tmp_path: Path, region: Region
) -> None:
    first = made(practised, tmp_path)
    again = tmp_path / "again"
    again.mkdir()
    second = export.save_again(practised, first.card.file_id, again)
    assert opened(second.path, region).digest == opened(first.path, region).digest
    other = new_region()
    connection.connect(practised, other.file, other.words)
    with pytest.raises(UserError, match="other keys of a region"):
        export.save_again(practised, first.card.file_id, again)


def test_sending_is_noted(practised: Database, tmp_path: Path) -> None:
    file = made(practised, tmp_path)
    with pytest.raises(UserError, match="cannot have been sent before"):
        export.note_sent(practised, file.card.file_id, on=date(2026, 11, 1))
    export.note_sent(practised, file.card.file_id, on=TODAY, how="secure mail")
    (card,) = ledger.month_files(practised)
    assert (card.sent_on, card.sent_how) == (TODAY, "secure mail")


def test_the_month_due_is_the_last_that_is_over(practised: Database, tmp_path: Path) -> None:
    assert export.month_due(practised, TODAY) == OCTOBER
    assert export.month_due(practised, date(2026, 3, 31)) == date(2026, 2, 28)
    made(practised, tmp_path)
    assert export.month_due(practised, TODAY) is None
    assert export.month_due(practised, date(2026, 12, 1)) == date(2026, 11, 30)


def test_the_plain_package_is_for_own_eyes(practised: Database, tmp_path: Path) -> None:
    draft = prepared(practised)
    path = export.write_plain(draft, tmp_path)
    assert path.name.endswith("_r1_tb-summary-1.zip")
    assert package.unpack(path.read_bytes()).published == draft.release.published
    texts = export.package_text(draft)
    assert texts["cells.csv"].startswith("period,as_of,org,table")
    assert set(texts) == {
        "datapackage.json", "cells.csv", "dwellings.csv", "codes.csv", "audit.json",
        "org_pub.pem", "manifest.json",
    }  # fmt: skip


def test_no_name_address_note_or_number_is_in_the_file(
    practised: Database, tmp_path: Path, region: Region
) -> None:
    path = made(practised, tmp_path).path
    data = sealing.unseal(path.read_bytes(), region.identity)
    with practised.read() as session:
        clients = session.scalars(select(Client)).all()
        words = {client.number for client in clients} | {client.full_name for client in clients}
        words |= {dwelling.address for dwelling in session.scalars(select(Dwelling))}
        words |= {note.text for note in session.scalars(select(ContactNote))}
        words |= {f"{client.id}" for client in clients}
    assert len(words) > 150
    assert [word for word in words if word.encode() in data] == []


def test_what_is_kept_about_a_person_hangs_on_that_person(
    practised: Database, tmp_path: Path
) -> None:
    made(practised, tmp_path)
    with practised.read() as session:
        kept = {row.client_id: row for row in session.scalars(select(MonthMember))}
        counted = set(session.scalars(select(Client.id).where(Client.counts_for_region)))
    assert kept
    assert kept.keys() <= counted
    for client_id, row in kept.items():
        assert all(person.startswith(f"{client_id}") for person in (*row.head, *row.leaf))
