"""Somebody at the program's windows: what stands there, and how it is opened and locked."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from ui.app import App
from ui.screens.unlock.screen import UnlockScreen
from ui.window import Window

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot


class Key(Protocol):
    """The register of the fixture."""

    folder: Path
    password: str
    recovery_code: str


Start = Callable[..., App]


def unlock_of(app: App) -> UnlockScreen:
    screen = app.shell.content()
    assert isinstance(screen, UnlockScreen)
    return screen


def window_of(app: App) -> Window:
    window = app.shell.content()
    assert isinstance(window, Window)
    return window


def type_password(qtbot: QtBot, app: App, password: str) -> None:
    field = unlock_of(app).password.field
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClicks(field, password)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def opened(qtbot: QtBot, app: App, password: str) -> Window:
    type_password(qtbot, app, password)
    qtbot.waitUntil(lambda: isinstance(app.shell.content(), Window), timeout=30_000)
    return window_of(app)


def locked(qtbot: QtBot, app: App) -> None:
    """Lock, and wait until it is known who can open."""
    app.lock()
    qtbot.waitUntil(lambda: unlock_of(app)._person.person() is not None, timeout=20_000)


def said(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())
