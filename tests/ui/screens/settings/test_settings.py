"""The page of settings: its parts, who sees them, this computer, and what it is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit, QWidget

from desktop_app import __version__
from tests.ui.screens.settings.conftest import SLOW, banners, part, said
from ui.desk import Place
from ui.parts.segmented import Segmented
from ui.screens.settings.about import AboutSection
from ui.screens.settings.backups import BackupsSection
from ui.screens.settings.colleagues import ColleaguesSection
from ui.screens.settings.computer import ComputerSection
from ui.screens.settings.sheet import SheetSection

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.desk import Desk
    from ui.screens.settings import SettingsScreen


def test_a_choice_of_this_computer_holds_at_once(screen: SettingsScreen, desk: Desk) -> None:
    before = desk.preferences.settings
    computer = part(screen, "computer", ComputerSection)
    (look,) = [s for s in computer.findChildren(Segmented) if s.accessibleName() == "Look"]
    look._buttons["dark"].click()
    assert desk.preferences.settings == before._replace(theme="dark")
    computer.still.click()
    assert desk.preferences.settings == before._replace(theme="dark", still=True)


def test_a_place_leads_to_its_part(screen: SettingsScreen) -> None:
    screen.show_place(Place("settings", None, "backups"))
    assert screen.section("backups").isVisible()
    assert isinstance(screen.section("backups"), BackupsSection)
    screen.show_place(Place("settings", None, "sheet"))
    assert isinstance(screen.section("sheet"), SheetSection)
    assert screen.section("sheet").isVisible()
    assert not screen.section("backups").isVisible()
    assert screen.crumbs() == ("Recovery sheet",)
    screen.show_place(Place("settings"))  # from the menu: where one was
    assert screen.section("sheet").isVisible()


def test_the_part_comes_back_after_a_lock(screen: SettingsScreen) -> None:
    screen.show_part("about")
    kept = screen.state()
    screen.show_part("computer")
    screen.restore(kept)
    assert screen.section("about").isVisible()
    screen.restore({"part": "nowhere"})
    assert screen.section("about").isVisible()


def test_a_worker_sees_their_own_things_and_colleagues_to_read(
    of_worker: SettingsScreen,
) -> None:
    assert list(of_worker.parts()) == ["colleagues", "password", "computer", "about"]
    of_worker.show_place(Place("settings", None, "backups"))
    colleagues = part(of_worker, "colleagues", ColleaguesSection)
    assert "Add colleague" not in [b.text() for b in colleagues.findChildren(QAbstractButton)]
    colleagues.table.opened.emit(colleagues.table.rows()[0])
    assert colleagues.sheet is None
    assert banners(colleagues) == []


def test_the_keyboard_walks_the_list_of_parts(qtbot: QtBot, screen: SettingsScreen) -> None:
    first = screen._items["organisation"]
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Down)
    assert screen._items["colleagues"].hasFocus()
    qtbot.keyClick(screen._items["colleagues"], Qt.Key.Key_Space)
    assert screen.section("colleagues").isVisible()


def test_everything_to_press_or_fill_in_has_a_name(screen: SettingsScreen) -> None:
    for key in screen.parts():
        screen.show_part(key)
        unnamed = [
            widget
            for widget in screen.section(key).findChildren(QWidget)
            if isinstance(widget, QAbstractButton | QLineEdit)
            and widget.isVisible()
            and not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
        ]
        assert unnamed == [], key


def test_the_program_says_what_it_is_made_of(screen: SettingsScreen) -> None:
    about = part(screen, "about", AboutSection)
    assert __version__ in said(about)
    listed = {row.name: row for row in about.licences.rows()}
    sheet = about.show_licence(listed["SQLAlchemy"])
    (text,) = sheet.findChildren(QPlainTextEdit)
    assert "Permission is hereby granted" in text.toPlainText()


def test_the_self_check_runs_in_the_window(qtbot: QtBot, screen: SettingsScreen) -> None:
    about = part(screen, "about", AboutSection)
    about.check.click()
    qtbot.waitUntil(lambda: bool(banners(about)), timeout=4 * SLOW)
    assert banners(about) == ["Everything works on this computer"]
    assert about._tried.count() > 3
