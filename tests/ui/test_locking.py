"""The lock always wins, and nothing of the register stays behind it."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu

from desktop_app.register import workers
from ui import background
from ui.desk import Place
from ui.parts import clipboard
from ui.screens.unlock.screen import UnlockScreen

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

from tests.ui.sitting import Key, Start, opened, said, unlock_of


def test_lock_comes_at_once_and_unlocking_goes_on_at_the_same_place(
    qtbot: QtBot, start: Start, key: Key
) -> None:
    app = start()
    window = opened(qtbot, app, key.password)
    window.go(Place("help"))
    clipboard.copy("Karim El Amrani")
    database = app._held
    assert database is not None
    qtbot.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert "Thuisbasis is locked" in said(unlock_of(app))
    assert "De Linde" not in said(app.shell)
    assert QApplication.clipboard().text() == ""
    assert app._held is None
    assert app._window is None
    qtbot.waitUntil(lambda: unlock_of(app)._person.person() is not None, timeout=20_000)
    again = opened(qtbot, app, key.password)
    assert again is not window
    assert again.here().place == Place("help")


def test_lock_closes_a_menu_that_is_open(qtbot: QtBot, start: Start, key: Key) -> None:
    app = start()
    window = opened(qtbot, app, key.password)
    menu = QMenu(window)
    menu.addAction("Karim El Amrani")
    menu.popup(window.pos())
    assert menu.isVisible()
    app.lock()
    assert QApplication.activePopupWidget() is None


def test_nobody_there_locks(qtbot: QtBot, start: Start, key: Key) -> None:
    app = start()
    opened(qtbot, app, key.password)
    assert app._idle is not None
    app._idle.set_minutes(0)
    app._idle.look()
    assert isinstance(app.shell.content(), UnlockScreen)


def test_closing_the_window_closes_the_register(qtbot: QtBot, start: Start, key: Key) -> None:
    app = start()
    opened(qtbot, app, key.password)
    app.shell.close()
    assert app._held is None


def test_lock_lets_the_work_under_way_come_to_its_end(
    qtbot: QtBot, start: Start, key: Key
) -> None:
    app = start()
    window = opened(qtbot, app, key.password)
    db, begun, go_on = window.desk.db, Event(), Event()
    names: list[str] = []

    def work() -> None:
        begun.set()
        go_on.wait(20)
        me = workers.me(db)
        names.extend([me.name] if me else [])

    background.run(
        window, work, lambda _none: pytest.fail("told"), lambda _e: pytest.fail("no")
    )
    assert begun.wait(20)
    app.lock()
    assert unlock_of(app).isVisible()
    assert app._held is None
    go_on.set()
    qtbot.waitUntil(lambda: names == ["Marieke Bos"])
    assert opened(qtbot, app, key.password) is not window
