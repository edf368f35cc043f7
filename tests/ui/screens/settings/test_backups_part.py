"""Backups in the settings: real ones, made from the window and read back."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from desktop_app.store import backups, journal
from tests.ui.screens.settings.conftest import SLOW, banners, button, part, said
from ui.parts.buttons import Button
from ui.screens.settings.backups import BackupsSection

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ui.desk import Desk
    from ui.screens.settings import SettingsScreen

NOW = datetime(2026, 11, 24, 9, 12, tzinfo=UTC)


def words(part: BackupsSection) -> list[str]:
    return [one.words() for one in part.findChildren(Button)]


def test_a_backup_is_made_read_back_and_listed(
    qtbot: QtBot, screen: SettingsScreen, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    card = part(screen, "backups", BackupsSection)
    card.back_up(stick)
    qtbot.waitUntil(
        lambda: "The backup was made and read back" in banners(screen), timeout=SLOW
    )
    qtbot.waitUntil(lambda: "Check" in words(card), timeout=SLOW)
    assert "Last backup" in said(screen)
    button(card, "Check").click()
    qtbot.waitUntil(lambda: "This backup is whole" in banners(screen), timeout=SLOW)


def test_what_is_written_meanwhile_leaves_the_button_at_work(
    qtbot: QtBot, screen: SettingsScreen, desk: Desk, tmp_path: Path
) -> None:
    card = part(screen, "backups", BackupsSection)
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
    part(screen, "backups", BackupsSection).check(made, Button("Check"))
    qtbot.waitUntil(lambda: bool(banners(screen)), timeout=SLOW)
    assert "This backup is whole" not in banners(screen)


def test_a_stick_that_is_not_there_is_said(
    qtbot: QtBot, screen: SettingsScreen, tmp_path: Path
) -> None:
    part(screen, "backups", BackupsSection).back_up(tmp_path / "gone")
    qtbot.waitUntil(lambda: "The backup did not succeed" in said(screen), timeout=SLOW)
    assert not (tmp_path / "gone").exists()
    assert "Last backup" not in said(screen)


def test_a_folder_is_asked_without_holding_up_the_lock(
    qtbot: QtBot, screen: SettingsScreen, tmp_path: Path
) -> None:
    part(screen, "backups", BackupsSection).make.click()
    (dialog,) = screen.findChildren(QFileDialog)
    qtbot.waitUntil(dialog.isVisible)
    dialog.fileSelected.emit(str(tmp_path))
    dialog.close()
    qtbot.waitUntil(
        lambda: "The backup was made and read back" in banners(screen), timeout=SLOW
    )
