"""The window: roles, counts, the palette, the lock, its width, and where the focus goes."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.register import clients, workers
from desktop_app.store.database import Database
from tests.ui.small_window import CONTENTS, TODAY, clients_page, control, session
from ui.desk import Place
from ui.parts.sidebar import Count
from ui.theme import look
from ui.theme.look import Look
from ui.window import Window


def test_role_sees_only_its_own_pages(qtbot: QtBot, register: Database) -> None:
    fields = workers.WorkerFields(name="Nadia Haddou", role="BEG")
    workers.add_worker(register, fields)
    nadia = next(w for w in workers.worker_rows(register) if w.role == "BEG")
    made = Window(session(register, None, worker=nadia), CONTENTS)
    qtbot.addWidget(made)
    made.show()
    assert "month" not in made.frame.side._items
    made.go(Place("month"))
    assert made.here().place.page == "today"
    assert made.frame.toast._words.text() == "Your role cannot do this. Ask a coordinator."


def test_recovery_code_opens_without_a_worker(qtbot: QtBot, register: Database) -> None:
    made = Window(session(register, None, worker=None), CONTENTS)
    qtbot.addWidget(made)
    assert made.desk.me is None
    assert made.here().place.page == "today"


def test_counts_follow_the_register(qtbot: QtBot, window: Window, register: Database) -> None:
    item = window.frame.side._items["clients"]
    assert item._count == Count(0)
    fields = clients.ClientFields(call_name="Karim", last_name="El Amrani")
    referral = clients.ReferralFields(received_on=TODAY, source="MO")
    clients.add_client(register, fields, referral, today=TODAY)
    qtbot.waitUntil(lambda: item._count == Count(1))


def test_palette_goes_to_people_pages_and_commands(qtbot: QtBot, window: Window) -> None:
    window.go(Place("clients"))
    page = clients_page(window)
    control(qtbot, window, Qt.Key.Key_K)
    field = window._palette._field
    assert field.hasFocus()
    qtbot.keyClicks(field, "add")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert page.kept == ["added"]
    control(qtbot, window, Qt.Key.Key_K)
    qtbot.keyClicks(field, "kar")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert window.here().place == Place("clients", part="7")


@pytest.mark.parametrize("press", ["keys", "button", "palette"])
def test_lock_is_asked_for(qtbot: QtBot, window: Window, press: str) -> None:
    with qtbot.waitSignal(window.lock_asked):
        if press == "keys":
            control(qtbot, window, Qt.Key.Key_L)
        elif press == "button":
            window.frame.side.lock_asked.emit()
        else:
            next(hit for hit in window.commands() if hit.keys == "Ctrl+L").act()


def test_person_in_the_sidebar_opens(window: Window) -> None:
    window.frame.side.person_chosen.emit("7")
    assert window.here().place == Place("clients", part="7")


@pytest.mark.parametrize(
    ("width", "text", "rail"),
    [(1440, 100, False), (1300, 100, False), (1280, 100, True), (1440, 150, True)],
)
def test_narrow_window_or_large_text_folds_the_sidebar(
    qapp: QApplication, window: Window, width: int, text: int, *, rail: bool
) -> None:
    look.wear(qapp, Look("light", text=text))
    window.resize(width, 760)
    assert window.frame.side.is_rail() is rail
    assert window.frame.side._people_holder.isVisible() is not rail


def test_names_of_others_fold_away_when_a_client_looks_along(window: Window) -> None:
    window.go(Place("clients"))
    page = clients_page(window)
    page.names_away = True
    page.moved.emit()
    assert window.frame.side.is_rail()
    page.names_away = False
    page.moved.emit()
    assert not window.frame.side.is_rail()


def test_f6_goes_round_sidebar_bar_and_page(qtbot: QtBot, window: Window) -> None:
    window.go(Place("clients"))
    page = clients_page(window)
    seen = []
    for _ in range(6):
        qtbot.keyClick(window, Qt.Key.Key_F6)
        now = QApplication.focusWidget()
        assert now is not None
        seen.append(
            "side" if window.frame.side.isAncestorOf(now)
            else "top" if window.frame.top.isAncestorOf(now)
            else "page" if page.isAncestorOf(now)
            else "nowhere"
        )  # fmt: skip
    start = seen.index("side")
    assert seen[start : start + 3] == ["side", "top", "page"]


def test_save_state_is_shown_on_top(window: Window) -> None:
    for state, words in (("draft", "Draft kept"), ("failed", "Not saved"), ("saved", "Saved")):
        window.desk.saving(state)  # type: ignore[arg-type] # mypy widens the tuple to str
        assert window.frame.top.saving.accessibleName() == words
