"""What is typed on the month file's page outlives a lock, and goes when it is registered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from desktop_app.register import drafts
from desktop_app.summary import connection, ledger
from tests.store.test_keyfile import read_only
from tests.ui.screens.month.conftest import (
    drop,
    press,
    said,
    shown,
    to_made,
    to_preview,
)
from ui import background
from ui.parts.banner import Banner
from ui.parts.buttons import Button
from ui.parts.drop_place import DropPlace

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.regions import Region
    from ui.desk import Desk
    from ui.screens.month import MonthScreen

HALF = "one two three four"


def fields(screen: MonthScreen) -> list[QLineEdit]:
    return [one for one in screen.findChildren(QLineEdit) if one.isVisible()]


def lock(screen: MonthScreen) -> list[str]:
    """Do what a lock does: keep, and throw the page away."""
    kept = list(screen.keep_drafts())
    screen.close()
    screen.setParent(None)
    return kept


def test_half_of_the_eight_words_is_there_after_a_lock(
    qtbot: QtBot, desk: Desk, region: Region, tmp_path: Path
) -> None:
    screen = shown(qtbot, desk)
    assert screen.keep_drafts() == []
    drop(screen.findChildren(DropPlace)[0], region.saved(tmp_path))
    qtbot.keyClicks(fields(screen)[0], HALF)
    assert lock(screen) == ["The eight words of the region"]
    again = shown(qtbot, desk)
    assert "Regio Utrecht" in said(again)
    (typed,) = fields(again)
    assert typed.text() == HALF
    typed.setText(region.words)
    press(qtbot, again, "Connect")
    assert connection.region(desk.db) == region.profile
    assert drafts.draft(desk.db, "month/connect") is None


def test_another_file_begins_without_the_words_of_the_first(
    qtbot: QtBot, desk: Desk, region: Region, tmp_path: Path
) -> None:
    screen = shown(qtbot, desk)
    drop(screen.findChildren(DropPlace)[0], region.saved(tmp_path))
    qtbot.keyClicks(fields(screen)[0], HALF)
    screen.keep_drafts()
    press(qtbot, screen, "Choose another file")
    assert lock(screen) == []
    again = shown(qtbot, desk)
    assert fields(again) == []
    assert any(one.isVisible() for one in again.findChildren(DropPlace))


def test_the_words_are_kept_while_somebody_types(
    qtbot: QtBot, desk: Desk, region: Region, tmp_path: Path
) -> None:
    screen = shown(qtbot, desk)
    drop(screen.findChildren(DropPlace)[0], region.saved(tmp_path))
    qtbot.keyClicks(fields(screen)[0], HALF)
    qtbot.waitUntil(lambda: drafts.draft(desk.db, "month/connect") is not None)


def test_how_a_file_was_sent_is_there_after_a_lock(
    qtbot: QtBot, connected: Desk, tmp_path: Path
) -> None:
    screen = to_made(qtbot, connected, tmp_path / "out")
    press(qtbot, screen, "On: note as sent")
    assert screen.keep_drafts() == []
    fields(screen)[-1].setText("stick, brought by Joost")
    assert lock(screen) == ["How a month file was sent"]
    again = shown(qtbot, connected)
    assert fields(again)[-1].text() == "stick, brought by Joost"
    press(qtbot, again, "Note as sent")
    (card,) = ledger.month_files(connected.db)
    assert card.sent_how == "stick, brought by Joost"
    assert drafts.draft(connected.db, f"month/sent/{card.file_id}") is None


def test_who_was_looking_at_the_figures_looks_at_them_again_after_a_lock(
    qtbot: QtBot, connected: Desk
) -> None:
    screen = to_preview(qtbot, connected)
    state = screen.state()
    lock(screen)
    again = shown(qtbot, connected)
    assert "On to the preview" in [b.words() for b in again.findChildren(Button)]
    again.restore(state)
    background.finish()
    assert again.stage == "preview"


def test_a_read_only_folder_is_named_and_nothing_has_left(
    qtbot: QtBot, connected: Desk, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    screen = to_preview(qtbot, connected)
    screen.restore({"folder": str(out)})
    press(qtbot, screen, "Agreed, on to the file")
    with read_only(out):
        press(qtbot, screen, "Make the file")
    assert screen.stage == "make"
    (wrong,) = [b for b in screen.findChildren(Banner) if b.property("k") == "danger"]
    assert "may not be written in this folder" in wrong.accessibleName()
    assert list(out.iterdir()) == []
    assert ledger.month_files(connected.db) == []
