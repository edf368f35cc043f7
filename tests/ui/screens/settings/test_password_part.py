"""One's own password in the settings: the new one opens, the one of before does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop_app import practice
from desktop_app.register import own_password, workers
from tests.ui.screens.settings.conftest import (
    SLOW,
    banners,
    opens,
    part,
    said,
    shown,
    who,
)
from ui.screens.settings.password import PasswordSection

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.desk import Desk
    from ui.screens.settings import SettingsScreen

NEW = "zeven blauwe fietsen buiten"


def test_a_new_password_opens_and_the_one_of_before_does_not(
    qtbot: QtBot, screen: SettingsScreen, desk: Desk
) -> None:
    section = part(screen, "password", PasswordSection)
    qtbot.keyClicks(section.old, practice.PASSWORD)
    qtbot.keyClicks(section.secret.password, NEW)
    assert section.secret.meter.words() == "Very strong"
    qtbot.keyClicks(section.secret.again, NEW)
    qtbot.keyClick(section.secret.again, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Your password was changed" in banners(section), timeout=SLOW)
    assert opens(desk, "Joost", NEW)
    assert not opens(desk, "Joost", practice.PASSWORD)
    assert section.old.text() == section.secret.password.text() == ""


def test_what_is_wrong_stands_at_its_field_and_changes_nothing(
    qtbot: QtBot, screen: SettingsScreen, desk: Desk
) -> None:
    section = part(screen, "password", PasswordSection)
    section.change.click()
    assert "Type the password that you open the register with now." in said(section)
    section.old.setText("iets anders dan dit")
    section.secret.password.setText("kort")
    section.change.click()
    assert "This password is too short" in said(section)
    section.secret.password.setText(NEW)
    section.secret.again.setText("zeven blauwe")
    section.change.click()
    assert "This is not the same password" in said(section)
    section.secret.again.setText(NEW)
    section.change.click()
    qtbot.waitUntil(lambda: "This is not your password of now" in said(section), timeout=SLOW)
    assert opens(desk, "Joost", practice.PASSWORD)


def test_whoever_has_a_first_password_is_asked_for_another(
    qtbot: QtBot, desk: Desk, screen: SettingsScreen
) -> None:
    assert banners(part(screen, "password", PasswordSection)) == []
    joost = who(desk.db, "Joost")
    workers.reset_password(desk.db, desk.opened, joost.worker_id, "een twee drie vier vijf")
    section = part(shown(qtbot, desk), "password", PasswordSection)
    assert banners(section) == ["A colleague chose this password for you"]
    section.old.setText("een twee drie vier vijf")
    section.secret.password.setText(NEW)
    section.secret.again.setText(NEW)
    section.change.click()
    qtbot.waitUntil(lambda: "Your password was changed" in banners(section), timeout=SLOW)
    assert not own_password.is_first(desk.db, joost.worker_id)
    section.reload()
    assert "A colleague chose this password for you" not in banners(section)
