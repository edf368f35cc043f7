"""The small parts: they say what they are, answer the keyboard and follow the look."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QListWidget,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop_app.errors import UserError
from ui.parts.avatar import Avatar, initials
from ui.parts.banner import Banner, BannerPlace
from ui.parts.buttons import Button, IconButton
from ui.parts.chip import Chip
from ui.parts.layouts import column, empty, rule
from ui.parts.pills import Filter, FilterPills
from ui.parts.save_state import SaveState
from ui.parts.search_box import SearchBox
from ui.parts.segmented import Segmented
from ui.parts.stepper import Stepper
from ui.parts.tabs import Tabs
from ui.parts.text import Elided, label
from ui.parts.toast import Toast
from ui.theme import look
from ui.theme.look import Look


def shown(qtbot: QtBot, widget: QWidget) -> QWidget:
    qtbot.addWidget(widget)
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()
    return widget


def spoken(widget: QWidget) -> str:
    found = QAccessible.queryAccessibleInterface(widget)
    return str(found.text(QAccessible.Text.Name))


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_button_is_pressed_by_keyboard(qtbot: QtBot, key: Qt.Key) -> None:
    pressed: list[int] = []
    button = Button("Save", lambda: pressed.append(1))
    shown(qtbot, button)
    button.setFocus()
    qtbot.keyClick(button, key)
    assert pressed == [1]


def test_click_does_not_take_the_focus_from_where_somebody_types(qtbot: QtBot) -> None:
    page = QWidget()
    typing, button = QLineEdit(), Button("Save", lambda: None)
    page.setLayout(column(typing, button))
    shown(qtbot, page)
    typing.setFocus()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert typing.hasFocus()
    qtbot.keyClick(typing, Qt.Key.Key_Tab)
    assert button.hasFocus()


def test_busy_button_says_so_and_works_once(qtbot: QtBot) -> None:
    pressed: list[int] = []
    button = Button("Open", lambda: pressed.append(1), kind="primary")
    shown(qtbot, button)
    button.busy("Opening…")
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Return)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert pressed == []
    assert spoken(button) == "Opening…"
    button.ready()
    qtbot.keyClick(button, Qt.Key.Key_Return)
    assert pressed == [1]
    assert spoken(button) == "Open"


def test_shortcut_stands_in_the_tooltip_and_works(qtbot: QtBot) -> None:
    pressed: list[int] = []
    button = Button("Print", lambda: pressed.append(1), keys="Ctrl+P")
    shown(qtbot, button)
    assert button.toolTip() == "Print  Ctrl+P"
    qtbot.keyClick(button, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert pressed == [1]


def test_ampersand_in_a_name_is_shown_as_it_is(qtbot: QtBot) -> None:
    button = Button("Jansen & Zn")
    qtbot.addWidget(button)
    assert button.words() == "Jansen & Zn"
    assert button.shortcut().toString() == ""


def test_icon_button_has_a_name(qtbot: QtBot) -> None:
    button = IconButton("lock", "Lock")
    qtbot.addWidget(button)
    assert spoken(button) == "Lock"


@pytest.mark.parametrize("percent", look.TEXT_SIZES)
def test_buttons_and_chips_grow_with_the_text(
    qtbot: QtBot, qapp: QApplication, percent: int
) -> None:
    button, chip = Button("Evaluatie binnen 30 dagen", icon="check"), Chip("over 2 dagen")
    qtbot.addWidget(button)
    qtbot.addWidget(chip)
    usual = button.sizeHint(), chip.sizeHint()
    look.wear(qapp, Look("light", text=percent))
    assert button.sizeHint().width() >= usual[0].width()
    assert chip.sizeHint().width() >= usual[1].width()
    assert button.height() >= button.fontMetrics().height()


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Karim El Amrani", "KA"),
        ("Saskia de Vries", "SV"),
        ("Özdemir", "Ö"),
        ("  Łucja   Żak ", "ŁŻ"),
        ("", ""),
        ("Anna - B", "AB"),
    ],
)
def test_initials_are_of_first_and_last_word(name: str, letters: str) -> None:
    assert initials(name) == letters


def test_tint_belongs_to_the_id_not_to_the_name(qtbot: QtBot) -> None:
    one, other = Avatar("Karim", "id-1"), Avatar("Karim", "id-1")
    for avatar in (one, other):
        qtbot.addWidget(avatar)
        avatar.resize(32, 32)
    assert one.grab().toImage() == other.grab().toImage()
    other.show_name("Karim", "id-4")
    assert one.grab().toImage() != other.grab().toImage()


def test_elided_label_shows_all_in_its_tooltip_only_when_cut(qtbot: QtBot) -> None:
    words = Elided("Lindehof 12, De Meern, sinds 03-02-2026")
    shown(qtbot, words)
    words.resize(80, 20)
    words.grab()
    assert words.toolTip() == words.text()
    words.resize(600, 20)
    words.grab()
    assert words.toolTip() == ""


def test_segmented_moves_with_the_arrows(qtbot: QtBot) -> None:
    choice = Segmented(
        "View", [("list", "List"), ("table", "Table"), ("board", "Board")], "table"
    )
    shown(qtbot, choice)
    with qtbot.waitSignal(choice.chosen) as signal:
        qtbot.keyClick(choice, Qt.Key.Key_Right)
    assert signal.args == ["board"]
    qtbot.keyClick(choice, Qt.Key.Key_Right)
    assert choice.value() == "board"
    qtbot.keyClick(choice, Qt.Key.Key_Left)
    assert choice.value() == "table"


def test_pills_are_counted_and_cleared(qtbot: QtBot) -> None:
    pills = FilterPills([Filter("a", "Lives"), Filter("b", "Waits", 9)])
    shown(qtbot, pills)
    heard: list[frozenset[str]] = []
    pills.changed.connect(heard.append)
    pills._pills["a"].click()
    pills._pills["b"].click()
    assert heard[-1] == {"a", "b"}
    assert pills._clear.isVisible()
    pills.clear()
    assert heard[-1] == frozenset()
    assert not pills._clear.isVisible()


def test_one_pill_at_a_time_where_asked(qtbot: QtBot) -> None:
    pills = FilterPills([Filter("a", "Lindehof"), Filter("b", "De Werf")], one=True)
    shown(qtbot, pills)
    pills._pills["a"].click()
    pills._pills["b"].click()
    assert pills.on() == {"b"}


def test_tabs_answer_arrows_and_are_named(qtbot: QtBot) -> None:
    tabs = Tabs("Client", [("overview", "Overview"), ("plan", "Plan")])
    shown(qtbot, tabs)
    bar = QAccessible.queryAccessibleInterface(tabs)
    named = [bar.child(i).text(QAccessible.Text.Name) for i in range(2)]
    assert named == ["Overview", "Plan"]
    tabs.setFocus()
    with qtbot.waitSignal(tabs.chosen) as signal:
        qtbot.keyClick(tabs, Qt.Key.Key_Right)
    assert signal.args == ["plan"]
    with qtbot.assertNotEmitted(tabs.chosen):
        tabs.choose("overview")
    assert tabs.value() == "overview"


def test_stepper_says_where_somebody_is(qtbot: QtBot) -> None:
    steps = Stepper(["Check", "Preview", "Make"])
    qtbot.addWidget(steps)
    steps.go(1)
    assert spoken(steps) == "Step 2 of 3: Preview"


def test_search_waits_for_the_end_of_typing(qtbot: QtBot) -> None:
    box = SearchBox("Filter this list")
    shown(qtbot, box)
    heard: list[str] = []
    box.searched.connect(heard.append)
    qtbot.keyClicks(box, "kar")
    assert heard == []
    qtbot.waitUntil(lambda: heard == ["kar"])
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert heard == ["kar", ""]


def test_toast_takes_back_what_it_tells(qtbot: QtBot) -> None:
    page = shown(qtbot, QWidget())
    page.resize(600, 400)
    undone: list[str] = []
    toast = Toast(page)
    toast.say("Archived", lambda: undone.append("one"), kind="archive")
    toast.say(
        "Archived",
        lambda: undone.append("two"),
        kind="archive",
        together=lambda n: f"{n} clients archived",
    )
    assert toast._words.text() == "2 clients archived"
    toast.undo()
    assert undone == ["two", "one"]
    assert toast.isHidden()


def test_toast_stays_inside_a_narrow_window(qtbot: QtBot) -> None:
    page = shown(qtbot, QWidget())
    page.resize(320, 200)
    toast = Toast(page)
    toast.say("De Werf 18 is nu gereserveerd voor iemand met een lange naam", lambda: None)
    assert page.rect().contains(toast.geometry())


def test_toast_stays_above_the_foot_of_a_page_and_may_cover_what_scrolls(
    qtbot: QtBot,
) -> None:
    pages = QStackedWidget()
    shown(qtbot, pages)
    pages.resize(1280, 658)
    foot = Button("Save", lambda: None, kind="primary")
    listed = QListWidget()
    listed.addItems([f"Row {n}" for n in range(60)])
    pages.addWidget(QListWidget())
    with_foot = QWidget()
    with_foot.setLayout(column(listed, foot, gap=0))
    pages.addWidget(with_foot)
    toast = Toast(pages)
    pages.currentChanged.connect(toast.settle)
    toast.say("Archived", lambda: None)
    assert toast.geometry().bottom() > 600
    pages.setCurrentIndex(1)
    qtbot.waitUntil(lambda: toast.geometry().bottom() < foot.mapTo(pages, QPoint()).y())
    assert toast.geometry().intersects(listed.geometry())
    pages.resize(1100, 500)
    qtbot.waitUntil(lambda: toast.geometry().bottom() < foot.mapTo(pages, QPoint()).y())
    assert toast.geometry().bottom() > 400
    pages.setCurrentIndex(0)
    qtbot.waitUntil(lambda: toast.geometry().bottom() > 460)


def test_banner_shows_what_happened_and_what_to_do(qtbot: QtBot) -> None:
    place = BannerPlace()
    page = QWidget()
    page.setLayout(column(place))
    page.resize(400, 200)
    shown(qtbot, page)
    place.show_error(UserError("There is no room left on disk C. Make room and try again."))
    assert place.isVisible()
    banner = place.findChild(Banner)
    assert isinstance(banner, Banner)
    assert spoken(banner) == "There is no room left on disk C."
    place.clear()
    assert place.isHidden()


def test_save_state_offers_to_try_again(qtbot: QtBot) -> None:
    state = SaveState()
    shown(qtbot, state)
    tried: list[int] = []
    state.failed("Not saved: the disk is full", lambda: tried.append(1))
    button = state.findChild(Button)
    assert isinstance(button, Button)
    button.click()
    assert tried == [1]
    state.saved()
    assert spoken(state) == "Saved"


def test_empty_takes_everything_out(qtbot: QtBot) -> None:
    page = QWidget()
    box: QVBoxLayout = column(label("a"), rule(), column(label("b")))
    page.setLayout(box)
    shown(qtbot, page)
    empty(box)
    assert box.count() == 0
