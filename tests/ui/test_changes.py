"""Notices of change reach screens that are shown at once, and hidden ones when shown."""

import threading
from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.changes import Changes


class Register:
    """Announces like an opened register: on the thread that wrote."""

    def __init__(self) -> None:
        self.callbacks: list[Callable[[frozenset[str]], None]] = []

    def on_change(self, callback: Callable[[frozenset[str]], None]) -> Callable[[], None]:
        self.callbacks.append(callback)
        return lambda: self.callbacks.remove(callback)

    def write(self, *nouns: str) -> None:
        for callback in self.callbacks:
            callback(frozenset(nouns))


def test_notices_come_on_the_gui_thread_joined(qtbot: QtBot) -> None:
    register = Register()
    changes = Changes(register)
    heard: list[tuple[frozenset[str], int]] = []
    changes.changed.connect(lambda nouns: heard.append((nouns, threading.get_ident())))

    def write() -> None:
        register.write("client")
        register.write("tenancy", "client")

    writer = threading.Thread(target=write)
    writer.start()
    writer.join()
    qtbot.waitUntil(lambda: bool(heard))
    QApplication.processEvents()
    assert heard == [(frozenset({"client", "tenancy"}), threading.get_ident())]


def test_screen_reloads_for_its_own_nouns_only(qtbot: QtBot) -> None:
    register = Register()
    changes = Changes(register)
    screen = QWidget()
    qtbot.addWidget(screen)
    loads: list[str] = []
    changes.follow(screen, {"client"}, lambda: loads.append("client"))
    with qtbot.waitExposed(screen):
        screen.show()
    register.write("dwelling")
    register.write("client")
    qtbot.waitUntil(lambda: loads == ["client"])


def test_hidden_screen_waits_until_it_is_shown(qtbot: QtBot) -> None:
    register = Register()
    changes = Changes(register)
    screen = QWidget()
    qtbot.addWidget(screen)
    loads: list[int] = []
    changes.follow(screen, {"client"}, lambda: loads.append(1))
    with qtbot.waitSignal(changes.changed):
        register.write("client")
    assert loads == []
    screen.show()
    assert loads == [1]
    screen.hide()
    screen.show()
    assert loads == [1]


def test_screen_that_is_gone_is_not_asked(qtbot: QtBot) -> None:
    register = Register()
    changes = Changes(register)
    screen = QWidget()
    loads: list[int] = []
    changes.follow(screen, {"client"}, lambda: loads.append(1))
    gone: list[int] = []
    screen.destroyed.connect(lambda: gone.append(1))
    screen.deleteLater()
    qtbot.waitUntil(lambda: gone == [1])
    with qtbot.waitSignal(changes.changed):
        register.write("client")
    assert loads == []
    changes.close()
    assert register.callbacks == []


def test_what_was_written_just_before_the_end_is_told_to_nobody(qtbot: QtBot) -> None:
    register = Register()
    changes = Changes(register)
    heard: list[frozenset[str]] = []
    changes.changed.connect(heard.append)
    register.write("draft")
    changes.close()
    qtbot.wait(1)
    assert heard == []
