"""The whole program on a practice register: from the first picture to the last key."""

from __future__ import annotations

import gc
import shutil
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from desktop_app import dates, practice, words
from desktop_app.settings import Settings
from ui import background
from ui.app import App
from ui.parts.buttons import Button
from ui.parts.form import Form
from ui.parts.side_sheet import SideSheet
from ui.screens.unlock.screen import UnlockScreen
from ui.shell import Shell
from ui.theme import fonts
from ui.window import Window

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@dataclass(frozen=True, slots=True)
class Program:
    """The program as somebody at the keyboard has it."""

    app: App
    qtbot: QtBot
    folder: Path
    today: date

    def unlock(self) -> Window:
        """Type the password, press Enter and wait for the window."""
        screen = self.app.shell.content()
        assert isinstance(screen, UnlockScreen)
        self.qtbot.waitUntil(lambda: screen._person.person() is not None, timeout=20_000)
        self.qtbot.waitUntil(screen.password.field.hasFocus)
        self.qtbot.keyClicks(screen.password.field, practice.PASSWORD)
        self.qtbot.keyClick(screen.password.field, Qt.Key.Key_Return)
        self.qtbot.waitUntil(
            lambda: isinstance(self.app.shell.content(), Window), timeout=30_000
        )
        return self.window

    @property
    def window(self) -> Window:
        """The window of the opened register."""
        window = self.app.shell.content()
        assert isinstance(window, Window)
        return window

    def press(self, said: str, within: QWidget | None = None) -> None:
        """Press the visible button that says something."""
        place = within or self.window

        def found() -> list[Button]:
            buttons = place.findChildren(Button)
            return [b for b in buttons if b.words() == said and b.isVisible()]

        self.qtbot.waitUntil(lambda: bool(found()))
        self.qtbot.mouseClick(found()[0], Qt.MouseButton.LeftButton)

    def answer(self, **values: object) -> SideSheet:
        """Fill in the sheet that lies open."""
        (sheet,) = [s for s in self.window.findChildren(SideSheet) if s.isVisible()]
        (form,) = sheet.findChildren(Form)
        form.fill(values)
        return sheet

    def said(self) -> str:
        """Return every word in sight."""
        labels = self.window.findChildren(QLabel)
        return "\n".join(label.text() for label in labels if label.isVisible())


@pytest.fixture(scope="session")
def practice_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A practice register of 24 people as of the real today, closed."""
    folder = tmp_path_factory.mktemp("journey") / "register"
    today = dates.now().astimezone().date()
    practice.make_register(folder, today=today, clients=24, dwellings=18).db.close()
    return folder


@pytest.fixture
def program(
    qtbot: QtBot, qapp: QApplication, practice_folder: Path, tmp_path: Path
) -> Iterator[Program]:
    """The program, showing its unlock window over a register of one's own."""
    hook, collecting, before = sys.excepthook, gc.isenabled(), words.language()
    folder = tmp_path / "register"
    shutil.copytree(practice_folder, folder)
    fonts.load()
    shell = Shell(qapp)
    qtbot.addWidget(shell)
    chosen = Settings(language="en", theme="light", folder=folder)
    app = App(qapp, shell, chosen, tmp_path / "choices" / "settings.toml")
    with qtbot.waitActive(shell):
        app.start()
        shell.resize(1440, 900)
        shell.activateWindow()
    yield Program(app, qtbot, folder, dates.now().astimezone().date())
    app.close()
    background.finish()
    app.setParent(None)
    app.deleteLater()
    sys.excepthook = hook
    (gc.enable if collecting else gc.disable)()
    words.set_language(before)
