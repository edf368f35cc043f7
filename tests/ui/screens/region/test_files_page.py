"""The region's files: what is wrong with each is told in a sentence, and nothing half counts.

Every file here is a real one: made by an organisation's register, or signed and sealed with
its very keys.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from desktop_app.region import goals, receiving, roster
from desktop_app.store.journal import verify
from desktop_app.summary import cards, package, sealing
from tests.ui.screens.region.conftest import (
    OCTOBER,
    SEPTEMBER,
    SILENT,
    TODAY,
    lines,
    press,
    refused,
    said,
    settle,
    shown,
    take,
)
from ui.parts.icon import Icon
from ui.screens.region import FilesScreen, RegionScreen

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop_app.store.database import Database
    from tests.ui.screens.conftest import Visits
    from tests.ui.screens.region.conftest import Stored
    from ui.desk import Desk

CODE = "voordeur"


@pytest.fixture
def screen(qtbot: QtBot, manned: Desk) -> FilesScreen:
    """The page, with three organisations that take part and nothing received yet."""
    return shown(qtbot, manned, FilesScreen)


def counted(db: Database) -> dict[date, list[tuple[str, int | None]]]:
    """Return whose file counts in each month, and which version; the log must be whole."""
    with db.read() as session:
        assert verify(session) > 0
    return {
        month: [(a.code, a.revision) for a in receiving.arrivals(db, month) if a.revision]
        for month in receiving.months(db)
    }


def spoiled(stored: Stored, folder: Path, how: str) -> Path:
    good = stored.october[CODE]
    whole = good.read_bytes()
    opened = package.texts(stored.package(CODE).data)
    tampered = stored.package(CODE).data.replace(
        opened["cells.csv"].encode(), opened["cells.csv"].replace(",R\n", ",E\n").encode()
    )
    path = folder / good.name
    path.write_bytes(
        {
            "cut": whole[:-30],
            "cut to its beginning": whole[:60],
            "flipped": whole[:-40] + bytes([whole[-40] ^ 1]) + whole[-39:],
            "empty": b"",
            "else": b"an old photograph",
            "too large": whole + b" " * 9_000_000,
            "tampered": sealing.seal(tampered, [sealing.recipient(stored.identity)]),
        }[how]
    )
    return path


HOWS = ["cut", "cut to its beginning", "flipped", "empty", "else", "too large", "tampered"]


@pytest.mark.parametrize("how", HOWS)
def test_a_file_that_is_not_whole_counts_nowhere(
    screen: FilesScreen, manned: Desk, stored: Stored, tmp_path: Path, how: str
) -> None:
    take(screen, spoiled(stored, tmp_path, how))
    told = refused(screen)
    assert told.startswith("Damaged: ")
    sender = stored.package(CODE).envelope.name
    assert f"This file did not arrive whole. Ask {sender} to send it again." in told
    assert counted(manned.db) == {}


def test_a_file_that_is_gone_is_told(screen: FilesScreen, manned: Desk, tmp_path: Path) -> None:
    take(screen, tmp_path / "stick_was_pulled_out.age")
    assert "cannot be read. Is the disk or stick still connected?" in refused(screen)
    assert counted(manned.db) == {}


def test_a_file_of_somebody_unknown_is_kept_out(
    qtbot: QtBot, desk: Desk, stored: Stored
) -> None:
    page = shown(qtbot, desk, FilesScreen)
    take(page, stored.october[CODE])
    assert refused(page).startswith("Unknown sender: ")
    assert "is not among your organisations. Add its card first" in refused(page)
    assert counted(desk.db) == {}


def test_a_file_signed_with_a_key_that_is_not_on_the_card_is_kept_out(
    screen: FilesScreen, manned: Desk, stored: Stored, tmp_path: Path
) -> None:
    thief = sealing.new_signing_key()
    found = stored.package(CODE)
    forged = replace(found, envelope=replace(found.envelope, key=sealing.public_key(thief)))
    take(screen, stored.sealed(forged, tmp_path, thief))
    assert refused(screen).startswith("Other key: ")
    assert "compare the eight words before you trust it" in refused(screen)
    assert counted(manned.db) == {}


def sealed_to_another_key(stored: Stored, folder: Path) -> Path:
    """Return what comes of a profile with a key that nobody at this region has."""
    path = folder / stored.october[CODE].name
    other = sealing.recipient(sealing.new_identity())
    path.write_bytes(sealing.seal(stored.package(CODE).data, [other]))
    return path


def handed_on_by_another_region(stored: Stored, folder: Path) -> Path:
    found = stored.package(CODE)
    other = sealing.recipient(sealing.new_identity())
    elsewhere = replace(found.envelope, region="g4", recipient=other)
    return stored.sealed(replace(found, envelope=elsewhere), folder)


@pytest.mark.parametrize("make", [sealed_to_another_key, handed_on_by_another_region])
def test_a_file_for_another_region_is_kept_out(
    screen: FilesScreen,
    manned: Desk,
    stored: Stored,
    tmp_path: Path,
    make: Callable[[Stored, Path], Path],
) -> None:
    take(screen, make(stored, tmp_path))
    assert refused(screen).startswith("For another region: ")
    assert "connect to your region profile and to send it again" in refused(screen)
    assert counted(manned.db) == {}


def test_the_same_file_twice_changes_nothing_and_says_so(
    screen: FilesScreen, manned: Desk, stored: Stored, visits: Visits
) -> None:
    take(screen, *stored.october.values())
    before = receiving.month(manned.db, OCTOBER)
    take(screen, *stored.october.values())
    assert receiving.month(manned.db, OCTOBER) == before
    assert "2 files were read before" in said(screen)
    assert visits.said == ["2 files read"]


def test_a_correction_replaces_and_the_file_before_it_can_not_come_back(
    screen: FilesScreen, manned: Desk, stored: Stored, tmp_path: Path
) -> None:
    found = stored.package(CODE)
    second = replace(found, published=replace(found.published, revision=2))
    take(screen, stored.october[CODE])
    take(screen, stored.sealed(second, tmp_path))
    assert "replaces the file from before." in refused(screen)
    assert counted(manned.db) == {OCTOBER: [(CODE, 2)]}
    assert "A corrected file that replaces the first one." in said(screen)
    take(screen, stored.october[CODE])
    assert "1 file was read before" in said(screen)
    assert counted(manned.db) == {OCTOBER: [(CODE, 2)]}


def test_an_older_version_that_comes_late_is_refused(
    screen: FilesScreen, manned: Desk, stored: Stored, tmp_path: Path
) -> None:
    found = stored.package(CODE)
    second = replace(found, published=replace(found.published, revision=2))
    take(screen, stored.sealed(second, tmp_path))
    before = receiving.month(manned.db, OCTOBER)
    take(screen, stored.october[CODE])
    assert refused(screen).startswith("Older version: ")
    assert "The newer one already counts; nothing was changed." in refused(screen)
    assert receiving.month(manned.db, OCTOBER) == before


def test_another_file_with_the_same_number_is_refused(
    screen: FilesScreen, manned: Desk, stored: Stored, tmp_path: Path
) -> None:
    found = stored.package(CODE)
    rows = tuple(
        replace(row, value=row.value + 5) if row.status == "R" else row
        for row in found.published.rows
    )
    other = replace(found, published=replace(found.published, rows=rows))
    take(screen, stored.october[CODE])
    before = receiving.month(manned.db, OCTOBER)
    take(screen, stored.sealed(other, tmp_path))
    assert refused(screen).startswith("Same number twice: ")
    assert "Ask which of the two holds." in refused(screen)
    assert receiving.month(manned.db, OCTOBER) == before


def test_a_file_of_another_month_counts_in_that_month_whatever_it_is_called(
    screen: FilesScreen, manned: Desk, stored: Stored, tmp_path: Path
) -> None:
    renamed = tmp_path / stored.october[CODE].name
    renamed.write_bytes(stored.september[CODE].read_bytes())
    take(screen, renamed)
    assert counted(manned.db) == {SEPTEMBER: [(CODE, 1)]}
    assert "September 2026" in said(screen)


def test_a_file_of_another_organisation_counts_as_theirs_whatever_it_is_called(
    screen: FilesScreen, manned: Desk, stored: Stored, tmp_path: Path
) -> None:
    other = next(code for code in stored.october if code != CODE)
    renamed = tmp_path / stored.october[CODE].name
    renamed.write_bytes(stored.october[other].read_bytes())
    take(screen, renamed)
    assert counted(manned.db) == {OCTOBER: [(other, 1)]}


def test_a_file_of_a_month_that_is_not_over_is_refused(
    screen: FilesScreen, manned: Desk, stored: Stored, tmp_path: Path
) -> None:
    found = stored.package(CODE)
    ahead = replace(found.published, period=date(2062, 3, 31))
    take(screen, stored.sealed(replace(found, published=ahead), tmp_path))
    assert refused(screen).startswith("Month not over: ")
    assert counted(manned.db) == {}


def test_a_wrong_file_stops_none_of_the_others(
    qtbot: QtBot, manned: Desk, stored: Stored, tmp_path: Path
) -> None:
    page = shown(qtbot, manned, RegionScreen)
    wrong = tmp_path / "thuisbasis_u16_perspectief_2026-10_r1_tb-summary-1.zip.age"
    wrong.write_bytes(b"nothing")
    take(page, wrong, *stored.october.values())
    states = lines(page)
    assert states.pop(SILENT) == "Damaged"
    assert set(states.values()) == {"Came late"}
    press(qtbot, page, "Clear these messages")
    assert lines(page)[SILENT] == "Not received yet"


def test_a_file_by_an_older_profile_counts_and_says_what_to_do(
    screen: FilesScreen, manned: Desk, stored: Stored
) -> None:
    old = stored.package(CODE).envelope.profile
    agreed = goals.goals(manned.db)
    goals.agree(manned.db, replace(agreed, start=date(2025, 1, 1)))
    new = roster.profile(manned.db, today=TODAY).version
    take(screen, stored.october[CODE])
    assert f"Made by profile {old} while {new} was there." in refused(screen)
    assert counted(manned.db) == {OCTOBER: [(CODE, 1)]}
    assert "Older profile" in said(screen)
    assert any("another first day than yours" in words for words in said(screen))


def test_late_and_missing_files_stand_out_in_the_half_year(
    screen: FilesScreen, stored: Stored
) -> None:
    take(screen, *stored.october.values())
    signs = [one.accessibleName() for one in screen.findChildren(Icon)]
    name = stored.package(CODE).envelope.name
    assert f"{name}, October 2026: Came late" in signs
    assert f"{SILENT}, October 2026: Not received yet" in signs
    # Who joined in November is not missed in September.
    assert not any("September" in sign for sign in signs)
    assert any("it was expected by 10-11-2026" in words for words in said(screen))


def test_before_anybody_takes_part_it_says_what_to_do(qtbot: QtBot, desk: Desk) -> None:
    page = shown(qtbot, desk, FilesScreen)
    assert any("Add the cards of the organisations first" in words for words in said(page))


def test_the_card_of_somebody_unknown_lets_the_file_count_after_all(
    qtbot: QtBot, desk: Desk, stored: Stored
) -> None:
    page = shown(qtbot, desk, FilesScreen)
    take(page, stored.october[CODE])
    assert counted(desk.db) == {}
    take(page, stored.cards[CODE])
    take(page, stored.october[CODE])
    assert counted(desk.db) == {OCTOBER: [(CODE, 1)]}
    assert cards.read_card(stored.cards[CODE].read_bytes()).name in _names(page)


def _names(page: QWidget) -> set[str]:
    settle()
    return {one.text() for one in page.findChildren(QLabel)}
