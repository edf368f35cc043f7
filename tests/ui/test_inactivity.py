"""Locking waits for as long as chosen, and not longer when the laptop slept."""

from datetime import UTC, datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from ui.inactivity import Inactivity


class Clock:
    def __init__(self) -> None:
        self.time = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.time

    def pass_(self, **how_long: float) -> None:
        self.time += timedelta(**how_long)


def test_signal_comes_once_after_the_minutes_without_life(qapp: QApplication) -> None:
    clock = Clock()
    watch = Inactivity(qapp, 5, clock)
    passed: list[datetime] = []
    watch.passed.connect(lambda: passed.append(clock.time))
    clock.pass_(minutes=4, seconds=59)
    assert not watch.look()
    clock.pass_(seconds=1)
    assert watch.look()
    assert watch.look()
    assert len(passed) == 1
    watch.setParent(None)


def test_a_key_starts_the_time_anew(qtbot: QtBot, qapp: QApplication) -> None:
    clock = Clock()
    watch = Inactivity(qapp, 5, clock)
    field = QLineEdit()
    qtbot.addWidget(field)
    clock.pass_(minutes=4)
    qtbot.keyClick(field, Qt.Key.Key_A)
    clock.pass_(minutes=4)
    assert not watch.look()
    watch.set_minutes(1)
    assert watch.look()
    watch.setParent(None)


def test_after_sleep_the_first_key_locks(qtbot: QtBot, qapp: QApplication) -> None:
    clock = Clock()
    watch = Inactivity(qapp, 5, clock)
    field = QLineEdit()
    qtbot.addWidget(field)
    clock.pass_(hours=2)
    with qtbot.waitSignal(watch.passed):
        qtbot.keyClick(field, Qt.Key.Key_A)
    watch.setParent(None)
