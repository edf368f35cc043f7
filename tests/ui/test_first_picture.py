"""The first picture can be typed in, and nothing is lost or jumps when the screen follows."""

from __future__ import annotations

import gc
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget

from desktop_app.settings import Settings
from ui import background
from ui.app import App
from ui.parts.password_field import PasswordField
from ui.screens.unlock.front import Front
from ui.screens.unlock.hello import Hello
from ui.screens.unlock.screen import UnlockScreen
from ui.shell import Shell
from ui.theme import look
from ui.theme.look import Look
from ui.window import Window

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import Protocol

    from pytestqt.qtbot import QtBot

    class Key(Protocol):
        """The register of the fixture."""

        folder: Path
        password: str


@pytest.fixture
def app(qtbot: QtBot, qapp: QApplication, key: Key, tmp_path: Path) -> Iterator[App]:
    """The program, not begun yet behind its first picture."""
    hook, collecting = sys.excepthook, gc.isenabled()
    shell = Shell(qapp)
    qtbot.addWidget(shell)
    shell.hold(Front(Hello(folder=key.folder)))
    with qtbot.waitActive(shell):
        shell.show()
        shell.activateWindow()
    chosen = Settings(language="en", theme="light", folder=key.folder)
    made = App(qapp, shell, chosen, tmp_path / "settings.toml")
    yield made
    made.close()
    background.finish()
    made.setParent(None)
    made.deleteLater()
    sys.excepthook = hook
    (gc.enable if collecting else gc.disable)()


@pytest.fixture
def front(app: App) -> Front:
    """The first picture."""
    made = app.shell.content()
    assert isinstance(made, Front)
    return made


def places(screen: QWidget) -> dict[str, tuple[int, int]]:
    """Return where every text, the field and the button stand: left edge and middle."""
    screen.resize(1440, 900)
    screen.show()
    QApplication.sendPostedEvents()
    found = {}
    for part in screen.findChildren(QWidget):
        kinds = (QLabel, QAbstractButton, QLineEdit)
        if part.isVisible() and isinstance(part, kinds):
            name = part.accessibleName() if isinstance(part, QLineEdit) else part.text()
            middle = part.mapTo(screen, part.rect().center()).y()
            found[name] = (part.mapTo(screen, part.rect().topLeft()).x(), middle)
    return found


@pytest.mark.parametrize("percent", [100, 150])
def test_nothing_jumps_when_the_screen_takes_its_place(
    qtbot: QtBot, qapp: QApplication, key: Key, percent: int
) -> None:
    look.wear(qapp, Look("light", text=percent))
    hello = Hello(folder=key.folder)
    first, then = Front(hello), UnlockScreen(hello)
    for screen in (first, then):
        qtbot.addWidget(screen)
    before, after = places(first), places(then)
    assert {"Password", "Open", "Forgotten your password?", "English"} <= before.keys()
    before.pop("English")  # its button is laid out with its sign
    assert {
        name: (left, middle)
        for name, (left, middle) in before.items()
        if name and (abs(after[name][0] - left) > 1 or abs(after[name][1] - middle) > 1)
    } == {}


def test_what_is_typed_in_the_first_picture_is_kept(
    qtbot: QtBot, app: App, front: Front
) -> None:
    field = QApplication.focusWidget()
    assert isinstance(field, PasswordField)
    assert field.echoMode() == QLineEdit.EchoMode.Password
    qtbot.keyClicks(field, "vier")
    app.start()
    screen = app.shell.content()
    assert isinstance(screen, UnlockScreen)
    assert screen.password.field is front.field
    assert QApplication.focusWidget() is field
    qtbot.keyClicks(field, " w")
    assert field.text() == "vier w"


@pytest.mark.parametrize("press", ["enter", "button"])
def test_enter_in_the_first_picture_opens_the_register(
    qtbot: QtBot, app: App, front: Front, key: Key, press: str
) -> None:
    qtbot.keyClicks(front.field, key.password)
    if press == "enter":
        qtbot.keyClick(front.field, Qt.Key.Key_Return)
    else:
        button = front.findChild(QAbstractButton)
        assert isinstance(button, QAbstractButton)
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    app.start()
    qtbot.waitUntil(lambda: isinstance(app.shell.content(), Window), timeout=30_000)


def test_caps_lock_in_the_first_picture_is_told_by_the_screen(
    qtbot: QtBot, app: App, front: Front
) -> None:
    qtbot.keyClicks(front.field, "A", modifier=Qt.KeyboardModifier.NoModifier)
    app.start()
    screen = app.shell.content()
    assert isinstance(screen, UnlockScreen)
    qtbot.waitUntil(lambda: bool(screen.password._error.sentence()), timeout=20_000)
    assert screen.password._error.sentence() == "Mind: Caps Lock is on."
