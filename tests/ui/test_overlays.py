"""Palette, dialog and side sheet: worked by keyboard, they take and give back the focus."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from ui.parts.buttons import Button
from ui.parts.dialog import Dialog
from ui.parts.hit import Hit
from ui.parts.layouts import column
from ui.parts.palette import Palette
from ui.parts.side_sheet import SideSheet
from ui.parts.table.cells import folded


class Page(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.field = QLineEdit()
        self.setLayout(column(self.field, Button("Save")))
        self.resize(900, 600)


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    made = Page()
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.field.setFocus()
    return made


class Opened:
    def __init__(self) -> None:
        self.names: list[str] = []

    def hit(self, group: str, title: str, **more: object) -> Hit:
        return Hit(group, title, lambda: self.names.append(title), **more)  # type: ignore[arg-type]


@pytest.fixture
def opened() -> Opened:
    return Opened()


@pytest.fixture
def palette(page: Page, opened: Opened) -> Palette:
    note = opened.hit("For Karim", "Write a note", keys="Ctrl+N")
    people = [
        opened.hit("Clients", "Karim El Amrani", person="1", related=(note,)),
        opened.hit("Clients", "Karin Oosterhuis", person="2"),
        opened.hit("Dwellings", "Karelstraat 4", icon="house"),
    ]
    actions = [
        opened.hit("Actions", "Lock now", keys="Ctrl+L"),
        opened.hit("Actions", "Search notes", keys="Ctrl+Enter"),
    ]

    def search(query: str) -> list[Hit]:
        return [hit for hit in people if query and folded(query) in folded(hit.title)]

    return Palette(page, search, lambda: actions, "Search")


def titles(palette: Palette) -> list[str]:
    return [hit.title for hit in palette.shown()]


def test_typing_and_enter_opens_the_first_hit(
    qtbot: QtBot, page: Page, palette: Palette, opened: Opened
) -> None:
    palette.summon()
    assert palette._field.hasFocus()
    qtbot.keyClicks(palette._field, "kar")
    qtbot.keyClick(palette._field, Qt.Key.Key_Return)
    assert opened.names == ["Karim El Amrani"]
    assert palette.isHidden()
    assert page.field.hasFocus()
    assert palette._field.text() == ""
    assert palette.shown() == []


def test_more_comes_in_place_of_all_lines(qtbot: QtBot, page: Page, opened: Opened) -> None:
    note = opened.hit("Notes", "Karim: about the garden")
    offer = opened.hit("Notes", "Search in notes", keys="Ctrl+Enter", more=lambda: [note])
    palette = Palette(page, lambda _query: [offer], list, "Search")
    palette.summon("garden")
    qtbot.keyClick(palette._field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert titles(palette) == ["Karim: about the garden"]
    assert palette.isVisible()
    qtbot.keyClick(palette._field, Qt.Key.Key_Return)
    assert opened.names == ["Karim: about the garden"]
    assert palette.isHidden()


def test_actions_of_the_marked_person_follow_their_group(
    qtbot: QtBot, palette: Palette, opened: Opened
) -> None:
    palette.summon("kar")
    assert titles(palette) == [
        "Karim El Amrani", "Karin Oosterhuis", "Write a note", "Karelstraat 4",
    ]  # fmt: skip
    qtbot.keyClick(palette._field, Qt.Key.Key_Down)
    assert titles(palette) == ["Karim El Amrani", "Karin Oosterhuis", "Karelstraat 4"]
    qtbot.keyClick(palette._field, Qt.Key.Key_Up)
    qtbot.keyClick(palette._field, Qt.Key.Key_Down)
    qtbot.keyClick(palette._field, Qt.Key.Key_Up)
    for _ in range(2):
        qtbot.keyClick(palette._field, Qt.Key.Key_Down)
    qtbot.keyClick(palette._field, Qt.Key.Key_Return)
    assert opened.names == ["Karelstraat 4"]


def test_action_of_the_marked_person_can_be_reached(
    qtbot: QtBot, palette: Palette, opened: Opened
) -> None:
    palette.summon("karim")
    qtbot.keyClick(palette._field, Qt.Key.Key_Down)
    qtbot.keyClick(palette._field, Qt.Key.Key_Return)
    assert opened.names == ["Write a note"]


def test_actions_are_found_by_any_of_their_words(palette: Palette) -> None:
    palette.summon("now lo")
    assert titles(palette) == ["Lock now"]


def test_control_enter_searches_the_notes(
    qtbot: QtBot, palette: Palette, opened: Opened
) -> None:
    palette.summon()
    qtbot.keyClick(palette._field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert opened.names == ["Search notes"]


def test_no_hits_and_enter_does_nothing(qtbot: QtBot, palette: Palette, opened: Opened) -> None:
    palette.summon("zzz")
    qtbot.keyClick(palette._field, Qt.Key.Key_Return)
    assert opened.names == []
    assert palette.isVisible()


def test_escape_closes_and_gives_the_focus_back(
    qtbot: QtBot, page: Page, palette: Palette
) -> None:
    palette.summon()
    qtbot.keyClick(palette._field, Qt.Key.Key_Escape)
    assert palette.isHidden()
    assert page.field.hasFocus()


def erase(page: Page, done: list[str]) -> Dialog:
    return Dialog(
        page,
        title="Erase this client for good",
        sentence="Everything about them disappears.",
        verb="Erase",
        safe="Keep",
        on_yes=lambda: done.append("erased"),
        to_type="C-0031",
        type_label="Type C-0031",
        danger=True,
    )


def test_dialog_gives_the_safe_answer_the_focus_and_keeps_it_inside(
    qtbot: QtBot, page: Page
) -> None:
    done: list[str] = []
    dialog = erase(page, done)
    dialog.ask()
    assert dialog._no.hasFocus()
    for _ in range(7):
        qtbot.keyClick(dialog.window().focusWidget(), Qt.Key.Key_Tab)
        assert dialog.panel.isAncestorOf(dialog.window().focusWidget())
    dialog._no.setFocus()
    qtbot.keyClick(dialog._no, Qt.Key.Key_Return)
    assert done == []
    assert dialog.isHidden()
    assert page.field.hasFocus()


def test_what_cannot_be_undone_must_be_typed_first(qtbot: QtBot, page: Page) -> None:
    done: list[str] = []
    dialog = erase(page, done)
    dialog.ask()
    field = dialog.panel.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    dialog._yes.click()
    assert done == []
    qtbot.keyClicks(field, "C-0031")
    dialog._yes.click()
    assert done == ["erased"]


def test_side_sheet_opens_in_its_field_and_escape_gives_back_the_focus(
    qtbot: QtBot, page: Page
) -> None:
    start = QLineEdit()
    start.setAccessibleName("Start")
    body = QWidget()
    body.setLayout(column(start))
    sheet = SideSheet(page, "Place", body, Button("Cancel"), Button("Place", kind="primary"))
    sheet.open(start)
    assert start.hasFocus()
    assert sheet.width() == 420
    assert sheet.height() == page.height()
    with qtbot.waitSignal(sheet.closed):
        qtbot.keyClick(start, Qt.Key.Key_Escape)
    assert page.field.hasFocus()
    spoken = QAccessible.queryAccessibleInterface(sheet)
    assert spoken.text(QAccessible.Text.Name) == "Place"


def test_side_sheet_is_never_wider_than_the_window(page: Page) -> None:
    sheet = SideSheet(page, "Place", QWidget())
    sheet.open()
    page.resize(300, 400)
    assert sheet.width() <= page.width()
