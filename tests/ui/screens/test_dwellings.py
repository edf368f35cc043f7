"""The page of dwellings, as a coordinator uses it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from desktop_app.register import dwelling_list, dwellings, tenancy_list
from desktop_app.register.dwelling_list import Column
from desktop_app.register.dwellings import DwellingFields, StatusFields
from desktop_app.store import undoing
from ui.desk import Desk, Place
from ui.parts.buttons import Button, IconButton
from ui.parts.form import Form
from ui.parts.pills import FilterPills
from ui.parts.side_sheet import SideSheet
from ui.parts.table import Table
from ui.screens.dwellings import DwellingsScreen
from ui.screens.dwellings.board import Board

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from tests.ui.screens.conftest import Visits


@pytest.fixture
def screen(qtbot: QtBot, desk: Desk) -> DwellingsScreen:
    made = DwellingsScreen(desk)
    qtbot.addWidget(made)
    made.resize(1190, 760)
    with qtbot.waitExposed(made):
        made.show()
    return made


def sheet(screen: DwellingsScreen) -> SideSheet:
    (open_one,) = [s for s in screen.findChildren(SideSheet) if s.isVisible()]
    return open_one


def press(qtbot: QtBot, within: QWidget, said: str) -> None:
    button = next(b for b in within.findChildren(Button) if b.words() == said)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def fill(within: SideSheet, **values: object) -> None:
    (form,) = within.findChildren(Form)
    form.fill(values)


def test_every_dwelling_stands_in_one_column(screen: DwellingsScreen, desk: Desk) -> None:
    rows = dwelling_list.dwelling_rows(desk.db, today=desk.today())
    (board,) = screen.findChildren(Board)
    shown = [card.shown.dwelling_id for card in board.cards()]
    assert len(shown) == len(set(shown))
    (table,) = screen.findChildren(Table)
    assert {r.dwelling_id for r in table.rows()} == {r.dwelling_id for r in rows}


def test_the_forms_open_from_the_page_the_card_and_by_f2(
    qtbot: QtBot, screen: DwellingsScreen, visits: Visits
) -> None:
    (board,) = screen.findChildren(Board)
    (table,) = screen.findChildren(Table)
    card = board.cards()[0]
    form = Place("dwelling-form", card.shown.dwelling_id)
    press(qtbot, screen, "New dwelling")
    press(qtbot, screen, "New complex")
    qtbot.keyClick(card, Qt.Key.Key_F2)
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    press(qtbot, sheet(screen), "Edit")
    screen.restore({"view": "table"})
    table.choose(card.shown.dwelling_id)
    qtbot.keyClick(table.view, Qt.Key.Key_F2)
    assert visits.places == [Place("dwelling-form"), Place("complex-form"), form, form, form]


def test_the_chosen_complex_can_be_edited(screen: DwellingsScreen, visits: Visits) -> None:
    (pills,) = screen.findChildren(FilterPills)
    (change,) = [
        b for b in screen.findChildren(IconButton) if b.accessibleName() == "Edit this complex"
    ]
    assert not change.isVisible()
    first = next(iter(screen._complexes))
    pills.switch_on({first})
    screen.reload()
    change.click()
    assert visits.places == [Place("complex-form", screen._complexes[first])]


def test_a_sheet_goes_when_its_dwelling_is_taken_back(
    qtbot: QtBot, screen: DwellingsScreen, desk: Desk
) -> None:
    fields = DwellingFields(street="Kort", house_number=1, housing_form="BEST")
    since = StatusFields(status="BES", since=desk.today())
    made = dwellings.add_dwelling(desk.db, fields, since)
    added = undoing.last_act(desk.db)
    assert added is not None
    screen.show_place(Place("dwellings", made))
    assert sheet(screen).accessibleName() == "Kort 1"
    undoing.undo(desk.db, added)
    qtbot.waitUntil(lambda: not screen.findChildren(SideSheet))
    screen.show_place(Place("dwellings", made))
    assert [s for s in screen.findChildren(SideSheet) if s.isVisible()] == []


def test_a_tenancy_ends_after_saying_what_will_happen(
    qtbot: QtBot, screen: DwellingsScreen, desk: Desk
) -> None:
    lived_in = next(
        row
        for row in dwelling_list.dwelling_rows(desk.db, today=desk.today())
        if row.column is Column.OCCUPIED and len(row.tenants) == 1
    )
    screen.show_place(Place("dwellings", lived_in.dwelling_id, "end"))
    words = "\n".join(label.text() for label in sheet(screen).findChildren(QLabel))
    assert "support goes on until you end it" in words
    fill(sheet(screen), ended_on=desk.today(), reason="DOOR", destination="H1")
    press(qtbot, sheet(screen), "End the tenancy")
    (ended,) = [
        row
        for row in tenancy_list.tenancy_rows(desk.db, dwelling_id=lived_in.dwelling_id)
        if row.tenancy_id == lived_in.tenants[0].tenancy_id
    ]
    assert (ended.ended_on, ended.end_reason) == (desk.today(), "DOOR")
    row = dwelling_list.dwelling_row(desk.db, lived_in.dwelling_id, today=desk.today())
    assert row.column is Column.LEAVING


def test_escape_closes_a_sheet_and_changes_nothing(
    qtbot: QtBot, screen: DwellingsScreen, desk: Desk
) -> None:
    before = dwelling_list.dwelling_rows(desk.db, today=desk.today())
    screen.show_place(Place("dwellings", before[0].dwelling_id))
    qtbot.keyClick(sheet(screen), Qt.Key.Key_Escape)
    assert [s for s in screen.findChildren(SideSheet) if s.isVisible()] == []
    assert dwelling_list.dwelling_rows(desk.db, today=desk.today()) == before


def test_the_table_remembers_itself(qtbot: QtBot, screen: DwellingsScreen, desk: Desk) -> None:
    screen.restore({"view": "table"})
    again = DwellingsScreen(desk)
    qtbot.addWidget(again)
    again.restore(screen.state())
    assert again.state() == screen.state()
    assert again.state()["view"] == "table"
