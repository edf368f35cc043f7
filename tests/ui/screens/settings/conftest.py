"""The settings screen over the practice register, opened by the coordinator."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from desktop_app.register import workers
from desktop_app.store import keys
from ui.parts.banner import Banner
from ui.parts.buttons import Button
from ui.screens.settings import SettingsScreen

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop_app.register.workers import WorkerRow
    from desktop_app.store.database import Database
    from ui.desk import Desk

Part = TypeVar("Part", bound=QWidget)
SLOW = 30_000


@pytest.fixture
def screen(qtbot: QtBot, desk: Desk) -> SettingsScreen:
    return shown(qtbot, desk)


@pytest.fixture
def of_worker(qtbot: QtBot, desk: Desk) -> SettingsScreen:
    """The settings as a support worker sees them."""
    marieke = who(desk.db, "Marieke")
    desk.db.act_as(marieke.worker_id)
    return shown(qtbot, replace(desk, me=marieke))


def shown(qtbot: QtBot, desk: Desk) -> SettingsScreen:
    made = SettingsScreen(desk)
    qtbot.addWidget(made)
    made.resize(1200, 760)
    with qtbot.waitExposed(made):
        made.show()
    return made


def part(screen: SettingsScreen, key: str, kind: type[Part]) -> Part:
    """Go to a part of the settings, as its item in the list does."""
    screen.show_part(key)
    made = screen.section(key)
    assert isinstance(made, kind)
    return made


def said(on: QWidget) -> str:
    return "\n".join(label.text() for label in on.findChildren(QLabel))


def banners(on: QWidget) -> list[str]:
    found = [banner for banner in on.findChildren(Banner) if banner.isVisible()]
    return [banner.accessibleName() for banner in found]


def button(on: QWidget, words: str) -> Button:
    (found,) = [one for one in on.findChildren(Button) if one.words() == words]
    return found


def who(db: Database, name: str) -> WorkerRow:
    return next(row for row in workers.worker_rows(db) if row.name.startswith(name))


def opens(desk: Desk, name: str, password: str) -> bool:
    """Tell whether a password opens the key file for somebody, as the unlock window does."""
    slot = next(s for s in keys.slots(desk.db.folder) if s.label.startswith(name))
    try:
        keys.unlock(desk.db.folder, slot.id, password)
    except keys.WrongPasswordError:
        return False
    return True
