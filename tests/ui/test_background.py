"""The worker thread: results come home in order, or nowhere once the widget is gone."""

import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from desktop_app.errors import UserError
from ui import background


def refuse(_error: UserError) -> None:
    pytest.fail("nothing should be refused")


def test_work_runs_elsewhere_and_its_result_comes_home(qtbot: QtBot, qapp: QObject) -> None:
    threads: list[int] = []
    results: list[int] = []

    def work() -> int:
        threads.append(threading.get_ident())
        return 42

    def done(result: int) -> None:
        threads.append(threading.get_ident())
        results.append(result)

    background.run(qapp, work, done, refuse)
    qtbot.waitUntil(lambda: results == [42])
    assert threads[0] != threading.get_ident()
    assert threads[1] == threading.get_ident()


def test_work_is_done_one_after_another(qtbot: QtBot, qapp: QObject) -> None:
    results: list[int] = []
    for number in range(20):
        background.run(qapp, lambda number=number: number, results.append, refuse)  # type: ignore[misc]
    qtbot.waitUntil(lambda: results == list(range(20)))


def test_user_error_goes_to_failed(qtbot: QtBot, qapp: QObject) -> None:
    said: list[str] = []

    def work() -> None:
        raise UserError("The disk is full.")

    background.run(qapp, work, lambda _: pytest.fail("done"), lambda e: said.append(str(e)))
    qtbot.waitUntil(lambda: said == ["The disk is full."])


def test_bug_reaches_the_crash_path(qtbot: QtBot, qapp: QObject) -> None:
    def work() -> None:
        raise ZeroDivisionError

    with capture_exceptions() as caught:
        background.run(qapp, work, lambda _: pytest.fail("done"), refuse)
        qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][0] is ZeroDivisionError


def test_result_for_a_widget_that_is_gone_goes_nowhere(qtbot: QtBot, qapp: QObject) -> None:
    owner = QObject()
    gate = threading.Event()
    heard: list[str] = []
    background.run(owner, gate.wait, lambda _: heard.append("gone"), refuse)
    background.run(qapp, lambda: "here", heard.append, refuse)
    owner.deleteLater()
    qtbot.waitUntil(lambda: not _alive(owner))
    gate.set()
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == ["here"]


def _alive(thing: QObject) -> bool:
    try:
        thing.objectName()
    except RuntimeError:
        return False
    return True


def test_progress_is_told_and_work_can_be_stopped(qtbot: QtBot, qapp: QObject) -> None:
    told: list[tuple[float, str]] = []
    ended = threading.Event()

    def work(report: Callable[[float, str], None]) -> None:
        try:
            for step in range(10_000):
                report(step / 10_000, f"page {step}")
                threading.Event().wait(0.001)
        finally:
            ended.set()

    task = background.run_reporting(
        qapp,
        work,
        lambda _: pytest.fail("done"),
        refuse,
        lambda share, words: told.append((share, words)),
    )
    qtbot.waitUntil(lambda: bool(told))
    task.stop()
    qtbot.waitUntil(ended.is_set)
    background.finish()
    assert told[0] == (0.0, "page 0")
    assert len(told) < 10_000
