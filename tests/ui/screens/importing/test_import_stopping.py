"""A long list: the window stays free, and a stop or a lock leaves nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from tests.ui.screens.importing.conftest import (
    HEADS,
    names,
    on,
    press,
    said,
    settle,
    shown,
    stage,
    taken,
)
from ui.screens.importing.found import Found

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ui.desk import Desk
    from ui.screens.importing import ImportScreen


def test_the_gui_thread_stays_free_while_five_thousand_rows_are_read(
    qtbot: QtBot, desk: Desk, listed: Callable[..., Path]
) -> None:
    path = listed(many(5000))
    screen = shown(qtbot, desk)
    screen.take([path])
    assert screen.course.busy
    turns = 0
    while is_busy(screen):
        QApplication.processEvents()
        turns += 1
    assert turns > 20
    assert screen.course.read is not None
    assert screen.course.read.ready.counts.clients == 5000


def is_busy(screen: ImportScreen) -> bool:
    return screen.course.busy


def many(count: int) -> str:
    rows = [
        f"Bewoner{n}, Jan{n};{1 + n % 28}-3-{1950 + n % 50};;Laan {n + 1};500;1-2-26;;;"
        for n in range(count)
    ]
    return "\n".join([HEADS, *rows]) + "\n"


def test_it_can_be_stopped_and_nothing_is_kept(
    qtbot: QtBot, desk: Desk, listed: Callable[..., Path]
) -> None:
    before = names(desk)
    screen = taken(qtbot, desk, listed(many(120)))
    on_without_waiting(qtbot, screen)
    screen.foot.stopping.click()
    settle()
    assert "You stopped it." in said(screen)
    assert stage(screen) == "check"
    assert names(desk) == before
    assert screen.foot.next.isEnabled()


def on_without_waiting(qtbot: QtBot, screen: ImportScreen) -> None:
    on(screen)
    told: list[float] = []
    screen.course.progress.connect(lambda share, _words: told.append(share))
    screen.foot.next.click()
    qtbot.waitUntil(lambda: any(0 < share < 1 for share in told), timeout=20_000)
    assert screen.course.busy


def test_a_lock_in_the_middle_leaves_nothing_and_the_file_is_taken_up_again(
    qtbot: QtBot, desk: Desk, listed: Callable[..., Path]
) -> None:
    before = names(desk)
    screen = taken(qtbot, desk, listed(many(120)))
    on_without_waiting(qtbot, screen)
    kept = screen.state()
    screen.setParent(None)
    screen.deleteLater()
    QApplication.sendPostedEvents(None, 52)  # deferred deletes, as the window's going does
    settle()
    assert names(desk) == before
    again = shown(qtbot, desk)
    again.restore(kept)
    settle()
    assert stage(again) == "check"
    assert again.foot.next.words() == "Read in 120 rows"


def test_what_was_decided_and_the_result_outlive_a_lock_and_contents_do_not(
    qtbot: QtBot, desk: Desk, listed: Callable[..., Path]
) -> None:
    path = listed()
    screen = taken(qtbot, desk, path)
    on(screen)
    (found,) = screen.findChildren(Found)
    found.left_out.emit(2, True)
    settle()
    kept = screen.state()
    assert "zdemir" not in repr(kept)
    again = shown(qtbot, desk)
    again.restore(kept)
    settle()
    assert again.foot.next.words() == "Read in 1 row, 2 later"
    on(again)
    kept = again.state()
    last = shown(qtbot, desk)
    last.restore(kept)
    assert stage(last) == "done"
    press(last, "Take everything back")
    assert not any("Vries" in name and name.startswith("S.") for name in names(desk))
    path.unlink()
    gone = shown(qtbot, desk)
    gone.restore({**kept, "done": None, "stage": "check"})
    settle()
    assert stage(gone) == "choose"
    assert "cannot be read" in said(gone)
