"""Settings: a real backup from the window, and choices that hold at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget

from desktop_app.store import backups, journal
from ui.parts.banner import Banner
from ui.parts.buttons import Button
from ui.parts.segmented import Segmented
from ui.screens.settings import SettingsScreen
from ui.screens.settings.sheet import SheetCard

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ui.desk import Desk


SLOW = 30_000
NOW = datetime(2026, 11, 24, 9, 12, tzinfo=UTC)


@pytest.fixture
def screen(qtbot: QtBot, desk: Desk) -> SettingsScreen:
    made = SettingsScreen(desk)
    qtbot.addWidget(made)
    made.resize(1100, 760)
    with qtbot.waitExposed(made):
        made.show()
    return made


def said(screen: SettingsScreen) -> str:
    return "\n".join(label.text() for label in screen.findChildren(QLabel))


def buttons(part: QWidget, words: str) -> list[Button]:
    return [button for button in part.findChildren(Button) if button.words() == words]


def banners(screen: SettingsScreen) -> list[str]:
    return [banner.accessibleName() for banner in screen.findChildren(Banner)]


def test_a_backup_is_made_read_back_and_listed(
    qtbot: QtBot, screen: SettingsScreen, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    card = screen.backups
    card.back_up(stick)
    qtbot.waitUntil(
        lambda: "The backup was made and read back" in banners(screen), timeout=SLOW
    )
    qtbot.waitUntil(lambda: len(buttons(card, "Check")) == 1, timeout=SLOW)
    assert "Last backup" in said(screen)
    buttons(card, "Check")[0].click()
    qtbot.waitUntil(lambda: "This backup is whole" in banners(screen), timeout=SLOW)


def test_what_is_written_meanwhile_leaves_the_button_at_work(
    qtbot: QtBot, screen: SettingsScreen, desk: Desk, tmp_path: Path
) -> None:
    card = screen.backups
    card.back_up(tmp_path)
    with desk.db.write() as session:
        journal.note(session, "READ")
    card.reload()
    assert card.make.accessibleName() == "Making and reading back…"
    card.make.click()  # at work: nothing begins a second time
    assert not card.findChildren(QFileDialog)
    qtbot.waitUntil(
        lambda: "The backup was made and read back" in banners(screen), timeout=SLOW
    )
    assert card.make.accessibleName() != "Making and reading back…"
    assert len(backups.list_backups(tmp_path).backups) == 1


def test_a_backup_that_was_spoilt_afterwards_is_told(
    qtbot: QtBot, screen: SettingsScreen, desk: Desk, tmp_path: Path
) -> None:
    made = backups.make(desk.db, desk.opened, tmp_path, at=NOW)
    raw = bytearray(made.path.read_bytes())
    raw[len(raw) // 2] ^= 1
    made.path.write_bytes(raw)
    screen.backups.check(made, Button("Check"))
    qtbot.waitUntil(lambda: bool(banners(screen)), timeout=SLOW)
    assert "This backup is whole" not in banners(screen)


def test_a_stick_that_is_not_there_is_said(
    qtbot: QtBot, screen: SettingsScreen, tmp_path: Path
) -> None:
    screen.backups.back_up(tmp_path / "gone")
    qtbot.waitUntil(lambda: "The backup did not succeed" in said(screen), timeout=SLOW)
    assert not (tmp_path / "gone").exists()
    assert "Last backup" not in said(screen)


def test_a_folder_is_asked_without_holding_up_the_lock(
    qtbot: QtBot, screen: SettingsScreen, tmp_path: Path
) -> None:
    screen.backups.make.click()
    (dialog,) = screen.findChildren(QFileDialog)
    qtbot.waitUntil(dialog.isVisible)
    dialog.fileSelected.emit(str(tmp_path))
    dialog.close()
    qtbot.waitUntil(
        lambda: "The backup was made and read back" in banners(screen), timeout=SLOW
    )


def test_a_choice_of_this_computer_holds_at_once(screen: SettingsScreen, desk: Desk) -> None:
    before = desk.preferences.settings
    look = next(s for s in screen.findChildren(Segmented) if s.accessibleName() == "Look")
    look._buttons["dark"].click()
    assert desk.preferences.settings == replace(before, theme="dark")


def test_a_mistyped_recovery_code_is_said_and_costs_nothing(
    qtbot: QtBot, screen: SettingsScreen
) -> None:
    (sheet,) = screen.findChildren(SheetCard)
    sheet._code.put("ABCD-EFGH")
    sheet.try_out()
    qtbot.waitUntil(
        lambda: "9 groups" in said(screen).replace("9 groups of 4", ""), timeout=9000
    )
