"""Backups as people make them, and the recovery sheet."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from pypdfium2 import PdfDocument

from desktop_app import disk
from desktop_app.register import agenda, founding, organisation, recovery_sheet, safekeeping
from desktop_app.register.agenda import Kind
from desktop_app.register.organisation import FounderFields, OrganisationFields
from desktop_app.store import backups, keys, opening

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from desktop_app.store.database import Database

PASSWORD = "vier losse oude fietsen"  # noqa: S105 - opens only test registers
WEAK = "short"
LINDE = OrganisationFields(
    kind="provider",
    name="Stichting De Linde",
    register_name="Utrecht-West",
    short_code="delinde",
)
FOUNDER = FounderFields(name="Bas de Groot", role="FB", password=PASSWORD)
NOW = datetime(2026, 11, 24, 9, 12, tzinfo=UTC)
TODAY = NOW.date()


@pytest.fixture(scope="module")
def stored(tmp_path_factory: pytest.TempPathFactory) -> organisation.Founded:
    folder = tmp_path_factory.mktemp("stored") / "register"
    made = founding.found_whole(folder, LINDE, FOUNDER, cost=keys.FLOOR)
    made.db.close()
    return made


@pytest.fixture
def made(stored: organisation.Founded, tmp_path: Path) -> Iterator[organisation.Founded]:
    folder = shutil.copytree(stored.db.folder, tmp_path / "register")
    db = opening.open_register(folder, stored.opened)
    yield organisation.Founded(db, stored.opened, stored.recovery_code)
    db.close()


def lines(db: Database, today: date) -> list[Kind]:
    return [line.kind for line in agenda.attention(db, today=today)]


def test_a_backup_is_read_back_remembered_and_noted(
    made: organisation.Founded, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    assert safekeeping.last_backup(made.db) is None
    assert safekeeping.place(made.db) is None
    copied = safekeeping.back_up(made.db, made.opened, stick, at=NOW)
    assert copied.backup.path.parent == stick
    assert copied.thinned == 0
    assert safekeeping.place(made.db) == stick
    assert safekeeping.shelf(made.opened, stick).backups == (copied.backup,)
    last = safekeeping.last_backup(made.db)
    assert last is not None
    assert not safekeeping.is_due(last, now=last + timedelta(days=7))
    assert safekeeping.is_due(last, now=last + timedelta(days=8))
    assert safekeeping.is_due(None, now=NOW)


def test_a_shelf_shows_this_register_and_what_cannot_be_read(
    made: organisation.Founded, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    other = founding.found_whole(tmp_path / "other", LINDE, FOUNDER, cost=keys.FLOOR)
    backups.make(other.db, other.opened, stick, at=NOW)
    other.db.close()
    (stick / "half.tbbackup").write_bytes(b"PK")
    shelf = safekeeping.shelf(made.opened, stick)
    assert shelf.backups == ()
    assert [path.name for path in shelf.unreadable] == ["half.tbbackup"]
    assert safekeeping.shelf(made.opened, tmp_path / "gone") == backups.Shelf((), ())
    assert safekeeping.shelf(made.opened, None) == backups.Shelf((), ())


def test_a_missing_stick_leaves_what_was_remembered(
    made: organisation.Founded, tmp_path: Path
) -> None:
    with pytest.raises(backups.BackupFailedError):
        safekeeping.back_up(made.db, made.opened, tmp_path / "gone", at=NOW)
    assert safekeeping.place(made.db) is None
    assert safekeeping.last_backup(made.db) is None


def test_the_sheet_bears_the_code_and_whose_it_is(made: organisation.Founded) -> None:
    pdf = recovery_sheet.paper(made.db, made.recovery_code, today=TODAY, language="nl")
    (page,) = PdfDocument(pdf)
    words = page.get_textpage().get_text_range()
    assert "Herstelblad" in words
    assert "Stichting De Linde" in words
    assert all(group in words for group in made.recovery_code.split())


def test_the_agenda_asks_for_a_sheet_until_it_was_read_and_again_after_half_a_year(
    made: organisation.Founded,
) -> None:
    today = datetime.now(UTC).date()
    assert Kind.PROOF in lines(made.db, today)
    recovery_sheet.try_out(made.db, made.recovery_code.lower(), today=today)
    assert recovery_sheet.checked_on(made.db) == today
    assert {Kind.PROOF, Kind.SHEET}.isdisjoint(lines(made.db, today + timedelta(183)))
    assert Kind.SHEET in lines(made.db, today + timedelta(184))


def test_a_renewed_code_replaces_the_sheet_before(made: organisation.Founded) -> None:
    code = recovery_sheet.new_code()
    with pytest.raises(keys.WrongRecoveryCodeError):
        recovery_sheet.try_out(made.db, code, today=TODAY)  # printed, not yet in force
    recovery_sheet.try_out(made.db, made.recovery_code, today=TODAY)
    later = TODAY + timedelta(days=9)
    recovery_sheet.renew(made.db, made.opened, code, today=later)
    assert recovery_sheet.checked_on(made.db) == later  # it was read over before it came
    with pytest.raises(keys.WrongRecoveryCodeError):
        recovery_sheet.try_out(made.db, made.recovery_code, today=TODAY)
    with pytest.raises(keys.MistypedCodeError):
        recovery_sheet.try_out(made.db, code[:-1], today=TODAY)
    recovery_sheet.try_out(made.db, code, today=TODAY)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Stichting De Linde", "linde"),
        ("Coöperatie Ünïek Wonen B.V.", "uniekwonenbv"),
        ("De Stichting", "destichting"),
        ("Regio Utrecht", "utrecht"),
        ("Huis & Haard, begeleiding aan huis", "huishaardbegeleiding"),
        ("", ""),
    ],
)
def test_a_short_code_comes_out_of_the_name(name: str, code: str) -> None:
    assert founding.proposed_code(name) == code


def test_a_register_is_named_after_its_organisation() -> None:
    assert founding.proposed_register_name("Stichting De Linde ") == "Register De Linde"
    assert founding.proposed_register_name("  ") == ""


def test_no_half_register_stays_where_founding_fails(tmp_path: Path) -> None:
    folder = tmp_path / "new"
    with pytest.raises(keys.WeakPasswordError):
        founding.found_whole(folder, LINDE, replace(FOUNDER, password=WEAK))
    (tmp_path / "file").touch()
    with pytest.raises(disk.DiskError):
        organisation.found(tmp_path / "file" / "x", LINDE, FOUNDER, cost=keys.FLOOR)
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
