"""The settings, part by part, over the practice register."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app import dates
from desktop_app.register import safekeeping
from desktop_app.store import backups as store
from ui import background
from ui.desk import Place
from ui.gallery import desks
from ui.screens.settings import SettingsScreen
from ui.screens.settings.colleagues import ColleaguesSection
from ui.screens.settings.first_password import show_first_password
from ui.screens.settings.sheet import SheetSection

if TYPE_CHECKING:
    from ui.window import Window


def part(key: str, role: str = "MAN") -> Window:
    """Return the settings at a part."""
    shown = desks.window(Place("settings", None, key), role)
    background.finish()
    return shown


def colleague() -> Window:
    """Return the sheet of a colleague who may open the register."""
    shown = part("colleagues")
    section = _screen(shown).section("colleagues")
    if isinstance(section, ColleaguesSection):
        mine = shown.desk.me
        others = [row for row in section.table.rows() if row.opens and row != mine]
        section.open_one(others[0].worker_id)
    return shown


def first_password() -> Window:
    """Return the one time that a first password is shown."""
    shown = part("colleagues")
    show_first_password(
        _screen(shown).section("colleagues"), "Lotte Prins", "krokodil lepel tent doos anker"
    )
    return shown


def backups() -> Window:
    """Return the backups, with some on a stick."""
    _back_up()
    return part("backups")


def new_sheet() -> Window:
    """Return a new recovery sheet, to be read over from paper."""
    shown = part("sheet")
    section = _screen(shown).section("sheet")
    if isinstance(section, SheetSection):
        section.begin()
        background.finish()
    return shown


def _screen(shown: Window) -> SettingsScreen:
    screen = shown.screen_now()
    if not isinstance(screen, SettingsScreen):
        raise TypeError(screen)
    return screen


@cache
def _back_up() -> None:
    opened = desks.session()
    stick = opened.db.folder.parent / "USB-stick"
    stick.mkdir()
    for weeks in (3, 2, 1):
        at = datetime(2026, 11, 24, 9, 12, tzinfo=UTC) - timedelta(weeks=weeks)
        store.make(opened.db, opened.opened, Path(stick), at=at)
    safekeeping.back_up(opened.db, opened.opened, stick, at=dates.now().astimezone())
