"""How the region and its organisations come to know each other."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from desktop_app.region import receiving, roster
from desktop_app.summary import cards, connection, sealing
from tests.ui.screens.region.conftest import (
    SILENT,
    TODAY,
    choose,
    press,
    said,
    settle,
    shown,
    take,
)
from ui.desk import Place
from ui.parts.banner import Banner
from ui.parts.buttons import Button
from ui.screens.region import FilesScreen, ProfileScreen

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.ui.screens.conftest import Visits
    from tests.ui.screens.region.conftest import Stored
    from ui.desk import Desk


def test_cards_are_added_by_choosing_or_dropping(
    qtbot: QtBot, desk: Desk, stored: Stored, visits: Visits
) -> None:
    screen = shown(qtbot, desk, ProfileScreen)
    first, second, _third = stored.cards.values()
    press(qtbot, screen, "Add a card file")
    choose(qtbot, screen, first)
    take(shown(qtbot, desk, FilesScreen), second)
    assert len(roster.members(desk.db)) == 2
    assert visits.said[0].endswith("takes part.")
    assert roster.members(desk.db)[0].words in said(screen)


@pytest.mark.parametrize("spoil", ["cut", "changed"])
def test_a_bad_card_is_told_and_adds_nobody(
    qtbot: QtBot, desk: Desk, stored: Stored, tmp_path: Path, spoil: str
) -> None:
    whole = stored.cards["perspectief"].read_bytes()
    path = tmp_path / "card.json"
    path.write_bytes(
        whole[:-20] if spoil == "cut" else whole.replace(b"Perspectief", b"Perspectiof")
    )
    screen = shown(qtbot, desk, FilesScreen)
    take(screen, path)
    assert roster.members(desk.db) == []
    wrong = [b for b in screen.findChildren(Banner) if b.property("k") == "danger"]
    assert [b.isVisible() for b in wrong] == [True]


def test_new_keys_are_taken_only_with_their_eight_words(
    qtbot: QtBot, manned: Desk, stored: Stored, tmp_path: Path
) -> None:
    old = cards.read_card(stored.cards["perspectief"].read_bytes())
    signing = sealing.new_signing_key()
    new = replace(old, key=sealing.public_key(signing).hex())
    path = tmp_path / "new.json"
    path.write_bytes(cards.write(new, signing))
    screen = shown(qtbot, manned, FilesScreen)
    take(screen, path)
    typed = next(one for one in screen.findChildren(QLineEdit) if one.isVisible())
    typed.setText("one two three four five six seven eight")
    press(qtbot, screen, "Take the new keys")
    assert connection.words_of(new) not in [m.words for m in roster.members(manned.db)]
    typed.setText(connection.words_of(new))
    press(qtbot, screen, "Take the new keys")
    assert connection.words_of(new) in [m.words for m in roster.members(manned.db)]


def test_who_leaves_is_no_longer_missed(
    qtbot: QtBot, manned: Desk, stored: Stored, visits: Visits
) -> None:
    receiving.receive(manned.db, list(stored.october.values()), today=TODAY)
    screen = shown(qtbot, manned, ProfileScreen)
    out = next(
        b
        for b in screen.findChildren(Button)
        if b.accessibleName() == f"{SILENT} takes part no longer"
    )
    qtbot.keyClick(out, Qt.Key.Key_Return)
    settle()
    (left,) = [one for one in roster.members(manned.db) if one.left_on is not None]
    assert left.name == SILENT
    assert visits.said[-1].startswith(SILENT)
    assert SILENT not in receiving.month(manned.db, date(2026, 11, 30)).missing
    visits.undos[-1]()
    settle()
    assert [one for one in roster.members(manned.db) if one.left_on is not None] == []
    assert SILENT in receiving.month(manned.db, date(2026, 11, 30)).missing


def test_who_left_can_take_part_again(qtbot: QtBot, manned: Desk, visits: Visits) -> None:
    (silent,) = [one for one in roster.members(manned.db) if one.name == SILENT]
    roster.leave(manned.db, silent.participant_id, on=date(2026, 11, 2))
    screen = shown(qtbot, manned, ProfileScreen)
    assert any("took part until 02-11-2026" in words for words in said(screen))
    press(qtbot, screen, "Takes part again")
    assert [one for one in roster.members(manned.db) if one.left_on is not None] == []
    visits.undos[-1]()
    (left,) = [one for one in roster.members(manned.db) if one.left_on is not None]
    assert left.left_on == date(2026, 11, 2)


def test_the_profile_is_handed_out_with_its_eight_words(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    screen = shown(qtbot, desk, ProfileScreen)
    profile = roster.profile(desk.db, today=TODAY)
    assert connection.words_of(profile) in said(screen)
    press(qtbot, screen, "Save the profile file")
    choose(qtbot, screen, out)
    (written,) = out.iterdir()
    assert cards.read_profile(written.read_bytes()) == profile


def test_what_the_profile_says_is_shown_and_changed_at_the_goals(
    qtbot: QtBot, desk: Desk, visits: Visits
) -> None:
    screen = shown(qtbot, desk, ProfileScreen)
    assert {"Regio Utrecht (U16)", "01-11-2024", "200", "exact from 10"} <= set(said(screen))
    press(qtbot, screen, "Change what was agreed")
    assert visits.places == [Place("region-goals")]
