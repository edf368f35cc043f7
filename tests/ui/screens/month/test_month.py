"""The month file's page, as a coordinator walks through it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from desktop_app.register import findings
from desktop_app.summary import cards, connection, ledger, sealing
from ui.desk import Desk, Place
from ui.parts.banner import Banner
from ui.parts.buttons import Button
from ui.parts.drop_place import DropPlace
from ui.parts.table import Table
from ui.parts.table.cells import Group
from ui.screens.month.checking import COUNTS, FindingRow, place_of
from ui.screens.month.raw import RawFile

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.regions import Region
    from tests.ui.screens.conftest import Visits


from tests.ui.screens.month.conftest import (
    choose,
    drop,
    press,
    said,
    shown,
    to_made,
    to_preview,
)


def test_without_a_region_the_profile_is_dropped_and_its_words_typed(
    qtbot: QtBot, desk: Desk, visits: Visits, region: Region, tmp_path: Path
) -> None:
    screen = shown(qtbot, desk)
    assert screen.stage == "connect"
    own = connection.words_of(connection.own_card(desk.db))
    assert own in said(screen)
    drop(screen.findChildren(DropPlace)[0], region.saved(tmp_path))
    assert region.words not in said(screen)
    (typed,) = [one for one in screen.findChildren(QLineEdit) if one.isVisible()]
    qtbot.keyClicks(typed, region.words)
    qtbot.keyClick(typed, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: screen.stage == "check")
    assert connection.region(desk.db) == region.profile
    assert visits.said == ["Connected to Regio Utrecht."]


def test_other_words_than_the_regions_connect_nothing(
    qtbot: QtBot, desk: Desk, region: Region, tmp_path: Path
) -> None:
    screen = shown(qtbot, desk)
    drop(screen.findChildren(DropPlace)[0], region.saved(tmp_path))
    (typed,) = [one for one in screen.findChildren(QLineEdit) if one.isVisible()]
    qtbot.keyClicks(typed, "one two three four five six seven eight")
    qtbot.keyClick(typed, Qt.Key.Key_Return)
    assert connection.region(desk.db) is None
    assert "These are not the eight words of this region profile." in said(screen)


@pytest.mark.parametrize("spoil", ["cut", "changed", "other"])
def test_a_bad_profile_is_told_and_changes_nothing(
    qtbot: QtBot, desk: Desk, region: Region, tmp_path: Path, spoil: str
) -> None:
    path = region.saved(tmp_path)
    whole = path.read_bytes()
    path.write_bytes(
        {
            "cut": whole[:-40],
            "changed": whole.replace(b"Regio Utrecht", b"Regio Elders "),
            "other": connection.card_file(desk.db),
        }[spoil]
    )
    screen = shown(qtbot, desk)
    press(qtbot, screen, "Choose the profile file")
    choose(qtbot, screen, path)
    wrong = next(b for b in screen.findChildren(Banner) if b.property("k") == "danger")
    assert wrong.isVisible()
    expected = {"changed": "This file is damaged or was changed."}
    assert wrong.accessibleName() == expected.get(spoil, "This is not a region profile.")
    assert connection.region(desk.db) is None


def test_the_card_for_the_region_is_saved_whole(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    out = tmp_path / "card"
    out.mkdir()
    screen = shown(qtbot, desk)
    press(qtbot, screen, "Save the card for the region")
    choose(qtbot, screen, out)
    (written,) = out.iterdir()
    assert cards.read_card(written.read_bytes()) == connection.own_card(desk.db)


def test_findings_that_change_figures_lead_to_where_they_are_mended(
    qtbot: QtBot, connected: Desk, visits: Visits
) -> None:
    screen = shown(qtbot, connected)
    found = findings.find(connected.db, today=connected.today())
    counting = [one for one in found if one.kind in COUNTS]
    rows = screen.findChildren(FindingRow)
    assert counting
    assert len(rows) == len(counting)
    qtbot.keyClick(rows[0].findChildren(Button)[0], Qt.Key.Key_Space)
    assert visits.places == [place_of(counting[0])]


def test_a_finding_about_a_dwelling_leads_to_the_dwelling() -> None:
    about = next(iter(findings.Place))
    made = findings.Finding(
        kind=findings.Kind.OVER_FULL, title="Hof 1", sentence="Full.", place=about
    )
    assert place_of(made).page == "client"
    at = replace(made, place=findings.Place.DWELLING, field="capacity")
    assert place_of(at) == Place("dwelling-form", field="capacity", why="Full.")


def test_the_preview_shows_real_and_leaving_figures_by_leaf(
    qtbot: QtBot, connected: Desk
) -> None:
    screen = to_preview(qtbot, connected)
    (table,) = [one for one in screen.findChildren(Table) if one.isVisible()]
    rows = table.rows()
    titles = [one.what.text for one in rows if isinstance(one.what, Group)]
    assert titles[:2] == ["Headlines", "Dwellings"]
    assert any("Waiting" in title for title in titles[2:])
    by_key = {one.key: one for one in rows}
    support = by_key["head.support"]
    assert support.real.isdigit()
    assert support.leaves.startswith("about")
    assert "Attack test: nobody can be found back" in said(screen)


def test_the_raw_file_is_shown_to_the_letter(qtbot: QtBot, connected: Desk) -> None:
    screen = to_preview(qtbot, connected)
    press(qtbot, screen, "See the raw file")
    (raw,) = screen.findChildren(RawFile)
    assert raw.isVisible()
    raw.tabs.setCurrentIndex(1)
    assert raw.shown.toPlainText().splitlines()[0].count(",") > 2
    qtbot.keyClick(raw, Qt.Key.Key_Escape)
    assert not raw.isVisible()


def test_a_change_in_the_register_makes_the_figures_old(qtbot: QtBot, connected: Desk) -> None:
    screen = to_preview(qtbot, connected)
    connected.changes.changed.emit(frozenset({"tenancy"}))
    assert "The register changed since these figures were counted." in said(screen)
    press(qtbot, screen, "Count again")
    assert "The register changed since these figures were counted." not in said(screen)


def test_the_file_is_made_opens_for_the_region_and_is_noted_as_sent(
    qtbot: QtBot, connected: Desk, region: Region, tmp_path: Path
) -> None:
    out = tmp_path / "new" / "out"
    screen = to_made(qtbot, connected, out)
    (written,) = out.iterdir()
    assert sealing.unseal(written.read_bytes(), region.identity)
    press(qtbot, screen, "On: note as sent")
    assert screen.stage == "send"
    press(qtbot, screen, "Note as sent")
    (card,) = ledger.month_files(connected.db)
    assert card.sent_on == connected.today()
    assert "October 2026 is done" in said(screen)


def test_a_month_not_noted_as_sent_waits_at_the_last_step(
    qtbot: QtBot, connected: Desk, tmp_path: Path
) -> None:
    to_made(qtbot, connected, tmp_path / "out")
    again = shown(qtbot, connected)
    assert again.stage == "send"


def test_a_folder_that_cannot_be_written_leaves_nothing_behind(
    qtbot: QtBot, connected: Desk, tmp_path: Path
) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("not a folder")
    screen = to_preview(qtbot, connected)
    screen.restore({"folder": str(in_the_way / "out")})
    press(qtbot, screen, "Agreed, on to the file")
    press(qtbot, screen, "Make the file")
    assert screen.stage == "make"
    assert any(b.property("k") == "danger" for b in screen.findChildren(Banner))
    assert ledger.month_files(connected.db) == []


def test_a_file_is_saved_again_as_it_was(
    qtbot: QtBot, connected: Desk, region: Region, tmp_path: Path
) -> None:
    out, other = tmp_path / "out", tmp_path / "other"
    other.mkdir()
    screen = to_made(qtbot, connected, out)
    press(qtbot, screen, "Months before")
    press(qtbot, screen, "Save again")
    choose(qtbot, screen, other)
    first, again = next(out.iterdir()), next(other.iterdir())
    opened = [sealing.unseal(one.read_bytes(), region.identity) for one in (first, again)]
    assert opened[0] == opened[1]


def test_a_needless_correction_is_refused_with_a_reason(
    qtbot: QtBot, connected: Desk, tmp_path: Path
) -> None:
    screen = to_made(qtbot, connected, tmp_path / "out")
    press(qtbot, screen, "On: note as sent")
    press(qtbot, screen, "Note as sent")
    press(qtbot, screen, "Make a correction")
    assert screen.stage == "done"
    assert any("fewer than three people changed" in words for words in said(screen))


def test_exact_headlines_are_agreed_by_name(qtbot: QtBot, connected: Desk) -> None:
    screen = to_preview(qtbot, connected)
    press(qtbot, screen, "Agree to exact headlines")
    name = next(one for one in screen.findChildren(QLineEdit) if one.isVisible())
    qtbot.keyClicks(name, "A. Visser")
    press(qtbot, screen, "Agree")
    agreed = connection.exact_headlines(connected.db)
    assert agreed is not None
    assert (agreed.agreed_by, agreed.agreed_on) == ("A. Visser", connected.today())
    assert "Round the headlines too" in [b.words() for b in screen.findChildren(Button)]


def test_a_newer_profile_is_taken_and_an_older_one_refused(
    qtbot: QtBot, connected: Desk, region: Region, tmp_path: Path
) -> None:
    newer = replace(region, profile=replace(region.profile, version="2026-2", target=250))
    screen = to_preview(qtbot, connected)
    press(qtbot, screen, "Read a newer profile")
    choose(qtbot, screen, newer.saved(tmp_path))
    assert connection.region(connected.db) == newer.profile
    press(qtbot, screen, "Read a newer profile")
    choose(qtbot, screen, region.saved(tmp_path))
    assert connection.region(connected.db) == newer.profile
    assert any("older than the one in use" in words for words in said(screen))


def test_a_newer_profile_is_taken_too_when_the_month_is_done(
    qtbot: QtBot, connected: Desk, region: Region, tmp_path: Path
) -> None:
    screen = to_made(qtbot, connected, tmp_path / "out")
    press(qtbot, screen, "On: note as sent")
    press(qtbot, screen, "Note as sent")
    assert screen.stage == "done"
    newer = replace(region, profile=replace(region.profile, version="2026-3", target=260))
    press(qtbot, screen, "Read a newer profile")
    choose(qtbot, screen, newer.saved(tmp_path))
    assert connection.region(connected.db) == newer.profile
    assert screen.stage == "done"


def test_noting_before_the_file_was_made_is_refused(
    qtbot: QtBot, connected: Desk, tmp_path: Path
) -> None:
    screen = to_made(qtbot, connected, tmp_path / "out")
    press(qtbot, screen, "On: note as sent")
    typed = next(one for one in screen.findChildren(QLineEdit) if one.isVisible())
    typed.setText("1-3-2026")
    press(qtbot, screen, "Note as sent")
    assert ledger.month_files(connected.db)[0].sent_on is None
    assert any("cannot have been sent before" in words for words in said(screen))
