"""Settings: a real backup from the window, and choices that hold at once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel

from desktop_app.store import backups
from ui.parts.segmented import Segmented
from ui.screens.settings import SettingsScreen
from ui.screens.settings.sheet import SheetCard

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ui.desk import Desk


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


def test_a_backup_is_made_read_back_and_listed(
    qtbot: QtBot, screen: SettingsScreen, desk: Desk, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    screen.back_up(stick)
    qtbot.waitUntil(lambda: "Last backup" in said(screen), timeout=20_000)
    (backup,) = backups.list_backups(stick).backups
    backups.verify(backup, desk.opened)


def test_a_stick_that_is_not_there_is_said(
    qtbot: QtBot, screen: SettingsScreen, tmp_path: Path
) -> None:
    screen.back_up(tmp_path / "gone")
    before = said(screen)
    qtbot.waitUntil(lambda: said(screen) != before, timeout=20_000)
    assert not (tmp_path / "gone").exists()


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
