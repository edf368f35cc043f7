"""A register that is connected to a region of which the test holds the keys."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit

from desktop_app.summary import cards, connection, fingerprint, sealing
from ui import background
from ui.parts.buttons import Button
from ui.screens.month import MonthScreen

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ui.desk import Desk
    from ui.parts.drop_place import DropPlace


@dataclass(frozen=True, slots=True)
class Region:
    """A region of which the test holds the keys."""

    signing: bytes
    identity: str
    profile: cards.Profile

    @property
    def words(self) -> str:
        return fingerprint.eight_words(cards.identity(self.profile))

    def file(self, folder: Path) -> Path:
        path = folder / f"profile-{self.profile.version}.json"
        path.write_bytes(cards.write(self.profile, self.signing))
        return path


@pytest.fixture(scope="module")
def region() -> Region:
    signing, identity = sealing.new_signing_key(), sealing.new_identity()
    profile = cards.Profile(
        code="u16",
        name="Regio Utrecht",
        key=sealing.public_key(signing).hex(),
        recipient=sealing.recipient(identity),
        version="2026-1",
        programme="Eerst een (t)huis",
        programme_start="2024-11-01",
        target=200,
        exact_headlines=True,
    )
    return Region(signing, identity, profile)


@pytest.fixture
def connected(desk: Desk, region: Region, tmp_path: Path) -> Desk:
    connection.connect(desk.db, region.file(tmp_path).read_bytes(), region.words)
    return desk


def shown(qtbot: QtBot, desk: Desk) -> MonthScreen:
    screen = MonthScreen(desk)
    qtbot.addWidget(screen)
    screen.resize(1190, 830)
    with qtbot.waitExposed(screen):
        screen.show()
    return screen


def press(qtbot: QtBot, screen: MonthScreen, words: str) -> None:
    """Press the visible button with these words, by keyboard, and let the worker finish."""
    top = screen.window()
    button = next(b for b in top.findChildren(Button) if b.words() == words and b.isVisible())
    qtbot.keyClick(button, Qt.Key.Key_Return)
    background.finish()
    QApplication.processEvents()


def said(screen: MonthScreen) -> list[str]:
    return [one.text() for one in screen.findChildren(QLabel) if one.isVisible()]


def choose(qtbot: QtBot, screen: MonthScreen, path: Path) -> None:
    """Choose a file or folder in the dialog that was opened."""
    dialog = screen.findChildren(QFileDialog)[-1]
    qtbot.waitUntil(dialog.isVisible)
    name = dialog.findChildren(QLineEdit)[0]
    name.setText(str(path))
    dialog.accept()
    background.finish()
    QApplication.processEvents()


def drop(place: DropPlace, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    none = Qt.KeyboardModifier.NoModifier
    event = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, none
    )
    place.dropEvent(event)


def to_preview(qtbot: QtBot, desk: Desk) -> MonthScreen:
    screen = shown(qtbot, desk)
    press(qtbot, screen, "On to the preview")
    assert screen.stage == "preview"
    return screen


def to_made(qtbot: QtBot, desk: Desk, folder: Path) -> MonthScreen:
    screen = to_preview(qtbot, desk)
    screen.restore({"folder": str(folder)})
    press(qtbot, screen, "Agreed, on to the file")
    press(qtbot, screen, "Make the file")
    assert screen.stage == "made"
    return screen
