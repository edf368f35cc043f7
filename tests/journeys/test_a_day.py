"""A day's work through the window: find, write, lock, add, house, plan."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from desktop_app.plans import versions
from desktop_app.register import client_list, contacts, tenancy_list
from desktop_app.register.client_list import ClientFilter
from desktop_app.store import opening
from desktop_app.store.tables import Setting
from ui import background
from ui.desk import Place
from ui.parts.banner import Banner
from ui.parts.form import Form
from ui.parts.palette import Palette
from ui.screens.client import ClientScreen
from ui.screens.client.composer import NoteText
from ui.screens.client_form import ClientForm
from ui.screens.dwellings import DwellingForm, DwellingsScreen
from ui.screens.plan.goals import GoalBox
from ui.screens.unlock.screen import UnlockScreen

if TYPE_CHECKING:
    from tests.journeys.conftest import Program


def client_page(program: Program) -> ClientScreen:
    screen = program.window.screen_now()
    assert isinstance(screen, ClientScreen)
    return screen


def test_from_start_to_somebodys_page_by_keyboard_alone(program: Program) -> None:
    window = program.unlock()
    row = client_list.client_rows(window.desk.db, today=program.today)[3]
    began = time.monotonic()
    program.qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    (palette,) = window.findChildren(Palette)
    (box,) = palette.findChildren(QLineEdit)
    program.qtbot.keyClicks(box, row.number)
    program.qtbot.waitUntil(lambda: [hit.title for hit in palette.shown()][:1] == [row.name])
    program.qtbot.keyClick(box, Qt.Key.Key_Return)
    program.qtbot.waitUntil(lambda: isinstance(window.screen_now(), ClientScreen))
    assert client_page(program).crumbs()[0] == row.name
    assert time.monotonic() - began < 5


def test_a_lock_falls_though_a_note_could_not_be_kept(program: Program) -> None:
    window = program.unlock()
    row = client_list.client_rows(window.desk.db, today=program.today)[0]
    window.go(Place("client", row.client_id, "note"))
    (text,) = client_page(program).findChildren(NoteText)
    other = opening.open_register(program.folder, window.desk.opened)
    with other.write() as session:
        session.add(Setting(name="held", value={}))
        session.flush()
        program.qtbot.keyClicks(text, "Half written")
        program.app.lock()
    other.close()
    locked = program.app.shell.content()
    assert isinstance(locked, UnlockScreen)
    told = [banner.accessibleName() for banner in locked.findChildren(Banner)]
    assert any("What you were typing could not be kept" in words for words in told)


def test_a_lock_wins_at_once_and_the_half_note_is_there_again(program: Program) -> None:
    window = program.unlock()
    row = client_list.client_rows(window.desk.db, today=program.today)[0]
    window.go(Place("client", row.client_id, "note"))
    (text,) = client_page(program).findChildren(NoteText)
    program.qtbot.keyClicks(text, "Half written")
    program.app.lock()
    background.finish()  # the register closes behind the lock
    for file in program.folder.iterdir():
        assert b"Half written" not in file.read_bytes()
    program.unlock()
    program.qtbot.waitUntil(lambda: isinstance(program.window.screen_now(), ClientScreen))
    client_page(program).open_part("note")
    (kept,) = client_page(program).findChildren(NoteText)
    assert kept.toPlainText() == "Half written"
    program.press("Register")
    found = contacts.notes(program.window.desk.db, row.client_id)
    assert found[0].text == "Half written"


def test_somebody_new_gets_a_home_and_a_plan(program: Program) -> None:
    window = program.unlock()
    db = window.desk.db
    window.go(Place("client-form"))
    form = window.screen_now()
    assert isinstance(form, ClientForm)
    (fields,) = form.findChildren(Form)
    fields.fill({"call_name": "Noor", "last_name": "Proefmens", "source": "MO"})
    program.press("Save")
    (row,) = client_list.client_rows(db, ClientFilter(words="Proefmens"), today=program.today)
    assert client_page(program).crumbs()[0] == "Noor Proefmens"

    window.go(Place("dwelling-form"))
    home = window.screen_now()
    assert isinstance(home, DwellingForm)
    home.form.fill({"street": "Proefstraat", "house_number": 1, "housing_form": "BEST"})
    program.press("Save")
    assert isinstance(window.screen_now(), DwellingsScreen)

    client_page_place = Place("client", row.client_id, "plan")
    window.go(client_page_place)
    program.press("Start “My plan”")
    program.press("First goal")
    program.press("Add", program.answer(title="I open my post every week"))
    program.qtbot.waitUntil(lambda: bool(client_page(program).findChildren(GoalBox)))
    (newest,) = versions.versions(db, row.client_id, today=program.today)
    assert newest.number == 1
    assert tenancy_list.tenancy_rows(db, client_id=row.client_id) == []


def test_no_name_is_ever_in_the_title_bar(program: Program) -> None:
    window = program.unlock()
    row = client_list.client_rows(window.desk.db, today=program.today)[0]
    window.go(Place("client", row.client_id))
    assert program.app.shell.windowTitle() == "Thuisbasis"
