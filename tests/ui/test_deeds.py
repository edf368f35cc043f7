"""What was done in the window is told there, and taken back."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop_app.errors import UserError
from tests.ui.small_window import clients_page, control
from ui.desk import Place
from ui.parts.banner import Banner
from ui.window import Window


def test_what_was_done_is_undone_and_redone(qtbot: QtBot, window: Window) -> None:
    state = ["reserved"]
    window.desk.say(
        "De Werf 18 reserved",
        undo=lambda: state.append("free"),
        redo=lambda: state.append("reserved"),
    )
    assert window.frame.toast.isVisible()
    control(qtbot, window, Qt.Key.Key_Z)
    assert state[-1] == "free"
    assert window.frame.toast._words.text() == "Undone: De Werf 18 reserved"
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(window, Qt.Key.Key_Z, both)
    assert state[-1] == "reserved"


def test_undo_by_the_toast_is_not_undone_twice(qtbot: QtBot, window: Window) -> None:
    state: list[str] = []
    window.desk.say("Archived", undo=lambda: state.append("back"))
    window.frame.toast.undo()
    assert window.frame.toast._words.text() == "Undone: Archived"
    control(qtbot, window, Qt.Key.Key_Z)
    assert state == ["back"]


def test_undo_that_is_refused_says_why(qtbot: QtBot, window: Window) -> None:
    def refuse() -> None:
        raise UserError("Somebody else changed this. Look again.")

    window.desk.say("Archived", undo=refuse)
    control(qtbot, window, Qt.Key.Key_Z)
    banner = window.frame.layer.findChild(Banner)
    assert isinstance(banner, Banner)
    assert banner.accessibleName() == "Somebody else changed this."


def test_typing_keeps_its_own_undo(qtbot: QtBot, window: Window) -> None:
    window.go(Place("clients"))
    page = clients_page(window)
    state: list[str] = []
    window.desk.say("Archived", undo=lambda: state.append("back"))
    page.field.setFocus()
    qtbot.keyClicks(page.field, "abc")
    qtbot.keyClick(page.field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.field.text() == ""
    assert state == []
