"""The page of dwellings, as a coordinator uses it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from desktop_app.register import dwelling_list, tenancy_list
from desktop_app.register.dwelling_list import Column
from ui.desk import Desk, Place
from ui.parts.buttons import Button
from ui.parts.form import Form
from ui.parts.side_sheet import SideSheet
from ui.parts.table import Table
from ui.screens.dwellings import DwellingsScreen
from ui.screens.dwellings.board import Board

if TYPE_CHECKING:
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


def press(qtbot: QtBot, within: SideSheet, said: str) -> None:
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


def test_a_new_dwelling_lands_in_its_column(
    qtbot: QtBot, screen: DwellingsScreen, desk: Desk, visits: Visits
) -> None:
    screen.show_place(Place("dwellings", part="new"))
    fill(sheet(screen), street="Vrijheidslaan", house_number=7, housing_form="BEST")
    press(qtbot, sheet(screen), "Save")
    assert visits.said == ["Dwelling saved"]
    added = [
        row
        for row in dwelling_list.dwelling_rows(desk.db, today=desk.today())
        if row.address == "Vrijheidslaan 7"
    ]
    assert [row.column for row in added] == [Column.VACANT]


def test_what_is_wrong_is_said_in_the_sheet_and_it_stays(
    qtbot: QtBot, screen: DwellingsScreen, visits: Visits
) -> None:
    screen.show_place(Place("dwellings", part="new"))
    fill(sheet(screen), street="Vrijheidslaan", house_number=0, housing_form="BEST")
    press(qtbot, sheet(screen), "Save")
    words = "\n".join(label.text() for label in sheet(screen).findChildren(QLabel))
    assert "between 1 and 99999" in words
    assert visits.said == []


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
    screen.show_place(Place("dwellings", part="new"))
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
