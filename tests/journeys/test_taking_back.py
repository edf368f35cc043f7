"""What a worker just did is taken back through the window, and done again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop_app.register import client_list, drafts, dwelling_list, dwellings
from desktop_app.register.client_list import ClientFilter
from desktop_app.register.dwellings import StatusFields
from ui.desk import Place
from ui.parts.form_page import FormPage
from ui.screens.client import ClientScreen
from ui.screens.clients import ClientsScreen
from ui.screens.dwellings import DwellingsScreen

if TYPE_CHECKING:
    from tests.journeys.conftest import Program

_CONTROL = Qt.KeyboardModifier.ControlModifier
_BOTH = _CONTROL | Qt.KeyboardModifier.ShiftModifier


def fill(program: Program, page: str, **values: object) -> None:
    program.window.go(Place(page))
    form = program.window.screen_now()
    assert isinstance(form, FormPage)
    form.form.fill(values)
    program.press("Save")


def test_a_client_is_taken_back_and_added_again(program: Program) -> None:
    window = program.unlock()
    wanted = ClientFilter(words="Proefmens")
    window.go(Place("clients"))
    fill(program, "client-form", call_name="Noor", last_name="Proefmens", source="MO")
    assert isinstance(window.screen_now(), ClientScreen)
    program.qtbot.keyClick(window, Qt.Key.Key_Z, _CONTROL)
    program.qtbot.waitUntil(lambda: isinstance(window.screen_now(), ClientsScreen))
    assert client_list.client_rows(window.desk.db, wanted, today=program.today) == []
    window.walk.back()
    window.walk.forward()
    assert isinstance(window.screen_now(), ClientsScreen)
    program.qtbot.keyClick(window, Qt.Key.Key_Z, _BOTH)
    (row,) = client_list.client_rows(window.desk.db, wanted, today=program.today)
    window.go(Place("client", row.client_id))
    page = window.screen_now()
    assert isinstance(page, ClientScreen)
    assert page.crumbs()[0] == "Noor Proefmens"


def test_what_came_after_stands_in_the_way_and_that_is_said(program: Program) -> None:
    window = program.unlock()
    fill(program, "dwelling-form", street="Proef", house_number=1, housing_form="BEST")
    assert isinstance(window.screen_now(), DwellingsScreen)
    rows = dwelling_list.dwelling_rows(window.desk.db, today=program.today)
    (home,) = [row for row in rows if row.address == "Proef 1"]
    later = StatusFields(status="REN", since=program.today)
    dwellings.set_status(window.desk.db, home.dwelling_id, later)
    window.frame.toast.undo()
    assert "Something was added to this since" in program.said()
    assert dwelling_list.dwelling_row(window.desk.db, home.dwelling_id, today=program.today)


def test_the_palette_names_what_can_be_taken_back(program: Program) -> None:
    window = program.unlock()
    fill(program, "complex-form", name="De Proef", code="PRF", housing_form="GEMNB")
    titles = [hit.title for hit in window.commands()]
    assert "Undo: Complex saved" in titles
    (undo,) = [hit for hit in window.commands() if hit.keys == "Ctrl+Z"]
    undo.act()
    assert "Do again: Complex saved" in [hit.title for hit in window.commands()]
    rows = dwelling_list.complex_rows(window.desk.db, today=program.today)
    assert "PRF" not in {row.code for row in rows}


def test_a_lock_keeps_what_stands_in_a_sheet(program: Program) -> None:
    window = program.unlock()
    somebody = client_list.client_rows(window.desk.db, today=program.today)[0].client_id
    window.go(Place("client", somebody, "details", "legal_frame", "There is no decision."))
    program.answer(reference="2026-117")
    program.app.lock()
    window = program.unlock()
    kept = drafts.draft(window.desk.db, f"new-decision/{somebody}")
    assert kept == {"reference": "2026-117"}
