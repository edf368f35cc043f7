"""A window of a few small pages, one of which keeps every promise a screen can make."""

from datetime import date
from uuid import uuid4

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.register import workers
from desktop_app.store.database import Database
from ui.changes import Changes
from ui.contents import Contents, PageEntry, SideList, Status
from ui.desk import Desk, Place
from ui.pages import coordinators
from ui.parts.buttons import Button
from ui.parts.hit import Hit
from ui.parts.layouts import column
from ui.parts.sidebar import Count, SidePerson
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
