"""A register that is connected to a region of which the test holds the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit

from desktop_app.summary import connection
from tests.regions import Region, new_region
from ui import background
from ui.parts.buttons import Button
from ui.screens.month import MonthScreen

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ui.desk import Desk
    from ui.parts.drop_place import DropPlace


@pytest.fixture(scope="module")
def region() -> Region:
    return new_region()


@pytest.fixture
def connected(desk: Desk, region: Region) -> Desk:
    connection.connect(desk.db, region.file, region.words)
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
