"""Going about in the window: by keys, back and forward, and away from what is gone."""

from uuid import uuid4

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop_app.register import workers
from desktop_app.store.database import Database
from tests.ui.small_window import CONTENTS, GONE, clients_page, control, crumbs, session
from ui.desk import Place
from ui.trail import Step, Trail
from ui.window import Window


def test_number_keys_go_to_the_main_pages(qtbot: QtBot, window: Window) -> None:
    assert window.here().place == Place("today")
    control(qtbot, window, Qt.Key.Key_2)
    assert window.here().place.page == "clients"
    control(qtbot, window, Qt.Key.Key_3)
    assert window.here().place.page == "month"


def test_pages_are_built_at_the_first_visit_and_kept(window: Window) -> None:
    assert list(window.walk._shelf._screens) == [("today", None)]
    window.go(Place("clients"))
    first = window.screen_now()
    window.go(Place("today"))
    window.go(Place("clients"))
    assert window.screen_now() is first


def test_each_client_has_a_screen_of_its_own_and_a_form_is_made_anew(window: Window) -> None:
    one, other = uuid4(), uuid4()
    window.go(Place("client", one))
    first = window.screen_now()
    window.go(Place("client", other))
    assert window.screen_now() is not first
    window.walk.back()
    assert window.screen_now() is first
    window.go(Place("form"))
    form = window.screen_now()
    window.go(Place("today"))
    window.go(Place("form"))
    assert window.screen_now() is not form


def test_what_is_gone_is_not_shown_and_no_step_leads_there(window: Window) -> None:
    window.go(Place("client", GONE))
    assert window.here().place == Place("today")
    one = uuid4()
    window.go(Place("client", one))
    window.go(Place("form"))
    window.go(Place("client", GONE))
    assert window.here().place == Place("client", one)


def test_a_window_that_opens_at_what_is_gone_shows_the_page_above(
    qtbot: QtBot, register: Database
) -> None:
    at = Step(Place("client", GONE))
    opened = session(register, None, worker=workers.me(register))
    made = Window(opened, CONTENTS, at)
    qtbot.addWidget(made)
    assert made.here().place == Place("clients")


def test_only_the_screens_seen_last_are_kept(window: Window) -> None:
    for _ in range(30):
        window.go(Place("client", uuid4()))
    assert len(window.walk._shelf._screens) == 12
    window.go(Place("today"))
    assert window.here().place.page == "today"


def test_back_and_forward_restore_the_place(qtbot: QtBot, window: Window) -> None:
    window.go(Place("clients", part="7"))
    window.go(Place("today"))
    alt = Qt.KeyboardModifier.AltModifier
    qtbot.keyClick(window, Qt.Key.Key_Left, alt)
    assert window.here().place == Place("clients", part="7")
    assert crumbs(window) == ["Clients", "7"]
    qtbot.keyClick(window, Qt.Key.Key_Left, alt)
    assert window.here().place == Place("today")
    assert not window.frame.top._back.isEnabled()
    qtbot.keyClick(window, Qt.Key.Key_Right, alt)
    assert window.here().place == Place("clients", part="7")


def test_page_inside_another_lights_its_item_and_leads_back(window: Window) -> None:
    window.go(Place("form"))
    assert crumbs(window) == ["Clients", "New client"]
    assert window.frame.side._items["clients"].isChecked()
    window.frame.top.crumb_chosen.emit(0)
    assert window.here().place.page == "clients"


def test_leaving_a_page_keeps_its_draft(window: Window) -> None:
    window.go(Place("clients"))
    page = clients_page(window)
    page.field.setText("slept well")
    window.go(Place("today"))
    assert page.kept == ["slept well"]
    assert window.keep_drafts().kept == ["Note for a client"]


def test_trail_forgets_what_lay_ahead() -> None:
    trail = Trail(Step(Place("a")))
    for page in "bc":
        trail.go(Step(Place(page)))
    assert trail.back()
    trail.go(Step(Place("d")))
    assert not trail.forward()
    assert trail.back()
    assert trail.now().place.page == "b"
    assert trail.back()
    assert not trail.back()


def test_a_page_that_is_gone_to_has_the_focus(qtbot: QtBot, window: Window) -> None:
    window.go(Place("clients"))
    assert window.screen_now().hasFocus()
    qtbot.keyClick(window.screen_now(), Qt.Key.Key_Tab)
    assert clients_page(window).field.hasFocus()


def test_starts_where_it_was_locked(qtbot: QtBot, register: Database) -> None:
    step = Step(Place("clients", part="7"), {"scrolled": 40})
    made = Window(session(register, None, worker=workers.me(register)), CONTENTS, step)
    qtbot.addWidget(made)
    assert made.here() == step


def test_scroll_is_restored_on_the_way_back(window: Window) -> None:
    window.go(Place("clients", part="7"))
    clients_page(window).scrolled = 40
    window.go(Place("clients", part="8"))
    clients_page(window).scrolled = 5
    window.walk.back()
    assert window.here() == Step(Place("clients", part="7"), {"scrolled": 40})
