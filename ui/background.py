"""The one worker thread, and the one door to it.

Unlocking, PDFs, exports, imports and backups run here, one after another; the window stays
usable. Work computes; it never touches a widget. What it gave comes back on the GUI thread,
and only while the widget that asked for it still lives: locking throws the window away, and
whatever was under way for it goes nowhere.
"""

from __future__ import annotations

import gc
from collections import deque
from functools import cache
from threading import Event
from typing import TYPE_CHECKING, TypeAlias, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from desktop_app.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import ThreadPoolExecutor

_COLLECT_EVERY_MS = 10_000
_Result = TypeVar("_Result")
Report: TypeAlias = "Callable[[float, str], None]"
"""Tells how far the work is: a share from 0 to 1, and in words what is being done."""


class StoppedError(Exception):
    """The user stopped the work; raised out of `report`, and swallowed by `run`."""


class Task:
    """Work under way; `stop` ends it at its next report and drops its result."""

    def __init__(self) -> None:
        self._stop = Event()

    def stop(self) -> None:
        """Want nothing more of it."""
        self._stop.set()

    @property
    def stopped(self) -> bool:
        """Whether somebody wanted no more of it."""
        return self._stop.is_set()


def run(
    owner: QObject,
    work: Callable[[], _Result],
    done: Callable[[_Result], object],
    failed: Callable[[UserError], object],
) -> Task:
    """Do work on the worker thread; then call `done` or `failed` on the GUI thread.

    Args:
        owner: the widget that asks; once it is gone, neither is called.
        work: computes, without touching widgets.
        done: gets what `work` returned.
        failed: gets the UserError that `work` raised. Any other error is a bug: it goes to
            sys.excepthook, as one on the GUI thread would.
    """
    return run_reporting(owner, lambda _report: work(), done, failed, lambda _share, _words: 0)


def run_reporting(
    owner: QObject,
    work: Callable[[Report], _Result],
    done: Callable[[_Result], object],
    failed: Callable[[UserError], object],
    progress: Callable[[float, str], object],
) -> Task:
    """Do long work that tells how far it is; else as `run`.

    `work` gets a function to report with: `report(0.4, _("Page 2 of 5"))`; `progress` gets
    what was reported, on the GUI thread.
    """
    task = Task()
    door = _door()

    def hand_over(call: Callable[[], object]) -> None:
        door.push(lambda: call() if shiboken6.isValid(owner) and not task.stopped else None)

    def report(share: float, words: str) -> None:
        if task.stopped:
            raise StoppedError
        hand_over(lambda: progress(share, words))

    def on_worker() -> None:
        if task.stopped:
            return
        try:
            result = work(report)
        except StoppedError:
            return
        except UserError as error:
            refused = error
            hand_over(lambda: failed(refused))
        except BaseException as error:  # noqa: BLE001 - raised again on the GUI thread
            bug = error
            door.push(lambda: _raise(bug))
        else:
            hand_over(lambda: done(result))

    _worker().submit(on_worker)
    return task


def collect_on_gui_thread(owner: QObject) -> None:
    """Have Python look for garbage on the GUI thread only, between events.

    A collection that happens to start on the worker, or while a window is being painted,
    would take widgets away under Qt's hands.
    """
    gc.disable()
    timer = QTimer(owner, interval=_COLLECT_EVERY_MS)
    timer.timeout.connect(gc.collect)
    timer.start()


def afterwards(work: Callable[[], object]) -> None:
    """Do something once all that is under way is done; it belongs to no widget.

    The lock closes the register so: a backup or a PDF that still reads it comes to its end.
    """
    _worker().submit(_or_raise, work)


def finish() -> None:
    """Wait until all work is done; the last thing a program does, and a test."""
    _worker().submit(lambda: None).result()
    _door().open()


class _Door(QObject):
    """Brings calls from the worker to the GUI thread, in order."""

    _knocked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._calls: deque[Callable[[], object]] = deque()
        self._knocked.connect(self.open, Qt.ConnectionType.QueuedConnection)

    def push(self, call: Callable[[], object]) -> None:
        """Leave a call for the GUI thread; any thread may."""
        self._calls.append(call)
        self._knocked.emit()

    @Slot()
    def open(self) -> None:
        """Make the calls that wait."""
        while self._calls:
            self._calls.popleft()()


@cache
def _worker() -> ThreadPoolExecutor:
    from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 - after the first paint

    return ThreadPoolExecutor(max_workers=1, thread_name_prefix="worker")


@cache
def _door() -> _Door:
    return _Door()  # made by the first `run`, so it lives on the GUI thread


def _or_raise(work: Callable[[], object]) -> None:
    try:
        work()
    except BaseException as error:  # noqa: BLE001 - raised again on the GUI thread
        bug = error
        _door().push(lambda: _raise(bug))


def _raise(error: BaseException) -> None:
    raise error
