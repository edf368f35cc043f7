"""The window: going about by mouse and keyboard, back and forward, undo, roles, width."""

from collections.abc import Iterator
from datetime import date
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.errors import UserError
from desktop_app.register import clients, workers
from desktop_app.store.database import Database
from ui.changes import Changes
from ui.contents import Contents, PageEntry, SideList, Status
from ui.desk import Desk, Place
from ui.pages import coordinators
from ui.parts.banner import Banner
from ui.parts.buttons import Button
from ui.parts.hit import Hit
from ui.parts.layouts import column
from ui.parts.sidebar import Count, SidePerson
from ui.theme import look
from ui.theme.look import Look
from ui.trail import Step, Trail
from ui.window import Session, Window

TODAY = date(2026, 11, 24)
GONE = uuid4()


class Clients(QWidget):
    """A screen that keeps every promise: places, drafts, crumbs, commands."""

    moved = Signal()

    def __init__(self, _desk: Desk) -> None:
        super().__init__()
        self.field = QLineEdit()
        self.field.setAccessibleName("Note")
        self.kept: list[str] = []
        self.part = ""
        self.scrolled = 0
        self.names_away = False
        self.setLayout(column(self.field, Button("Save"), ...))

    def show_place(self, place: Place) -> None:
        self.part = place.part
        self.moved.emit()

    def state(self) -> dict[str, int]:
        return {"scrolled": self.scrolled}

    def restore(self, state: dict[str, int]) -> None:
        self.scrolled = state["scrolled"]

    def crumbs(self) -> list[str]:
        return [self.part] if self.part else []

    def commands(self) -> list[Hit]:
        return [Hit("Clients", "Add a client", lambda: self.kept.append("added"))]

    def alone(self) -> bool:
        return self.names_away

    def keep_drafts(self) -> list[str]:
        if not self.field.text():
            return []
        self.kept.append(self.field.text())
        return ["Note for a client"]


class Plain(QWidget):
    """A screen that keeps none."""

    def __init__(self, _desk: Desk) -> None:
        super().__init__()
        self.setLayout(column(Button("Look"), ...))


def count(desk: Desk) -> Count:
    with desk.db.read() as session:
        return Count(len(session.connection().exec_driver_sql("select 1 from client").all()))


def plain(desk: Desk, _place: Place) -> QWidget:
    return Plain(desk)


PAGES = (
    PageEntry("today", "Today", "sun", plain),
    PageEntry(
        "clients",
        "Clients",
        "users",
        lambda desk, _place: Clients(desk),
        count=count,
        nouns=frozenset({"client"}),
    ),
    PageEntry("month", "Month file", "send", plain, seen_by=coordinators),
    PageEntry(
        "client",
        "",
        "user",
        plain,
        per_row=True,
        where="inside",
        under="clients",
        there=lambda _desk, row: row != GONE,
    ),
    PageEntry(
        "form", "New client", "user-plus", plain, kept=False, where="inside", under="clients"
    ),
    PageEntry("help", "Help", "circle-question-mark", plain, where="foot"),
)


def people(_desk: Desk) -> SideList:
    karim = SidePerson("7", "Karim El Amrani", "calendar-clock")
    return SideList("Seen lately", (karim,), lambda key: Place("clients", part=key))


CONTENTS = Contents(
    pages=PAGES,
    people=people,
    search=lambda desk, query: (
        [Hit("Clients", "Karim", lambda: desk.go(Place("clients", part="7")), person="7")]
        if query and "karim".startswith(query)
        else []
    ),
    backup=lambda _desk: Status("Backup 09:12"),
)


def session(db: Database, key: object, *, worker: workers.WorkerRow | None) -> Session:
    return Session(
        db=db,
        opened=key,  # type: ignore[arg-type] # the pages of this test open no keys
        me=worker,
        organisation="Stichting De Linde",
        register="Register Utrecht-West",
        changes=Changes(db),
        today=lambda: TODAY,
    )


@pytest.fixture
def window(qtbot: QtBot, register: Database) -> Iterator[Window]:
    made = Window(session(register, None, worker=workers.me(register)), CONTENTS)
    made.resize(1440, 900)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    yield made
    made.close()


def clients_page(window: Window) -> Clients:
    page = window.screen_now()
    assert isinstance(page, Clients)
    return page


def control(qtbot: QtBot, window: Window, key: Qt.Key) -> None:
    qtbot.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)


def crumbs(window: Window) -> list[str]:
    line = window.frame.top._crumbs
    found = []
    for place in range(line.count()):
        item = line.itemAt(place)
        widget = item.widget() if item else None
        if isinstance(widget, Button):
            found.append(widget.words())
        elif isinstance(widget, QLabel):
            found.append(widget.text())
    return found


def test_number_keys_go_to_the_main_pages(qtbot: QtBot, window: Window) -> None:
    assert window.here().place == Place("today")
    control(qtbot, window, Qt.Key.Key_2)
    assert window.here().place.page == "clients"
    control(qtbot, window, Qt.Key.Key_3)
    assert window.here().place.page == "month"


def test_pages_are_built_at_the_first_visit_and_kept(window: Window) -> None:
    assert list(window._shelf._screens) == [("today", None)]
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
    window.back()
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
    assert len(window._shelf._screens) == 12
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
            next(hit for hit in window._commands() if hit.keys == "Ctrl+L").act()


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
    window.back()
    assert window.here() == Step(Place("clients", part="7"), {"scrolled": 40})


def test_save_state_is_shown_on_top(window: Window) -> None:
    for state, words in (("draft", "Draft kept"), ("failed", "Not saved"), ("saved", "Saved")):
        window.desk.saving(state)  # type: ignore[arg-type] # mypy widens the tuple to str
        assert window.frame.top.saving.accessibleName() == words
