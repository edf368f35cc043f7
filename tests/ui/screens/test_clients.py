"""The list of clients, as somebody uses it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop_app.register import client_list, clients
from desktop_app.register.client_list import ClientFilter
from desktop_app.register.clients import ClientFields, ReferralFields
from ui.desk import Desk, Place
from ui.parts.empty import EmptyState
from ui.parts.pills import Pill
from ui.parts.search_box import SearchBox
from ui.parts.table import Table
from ui.screens.clients import ClientsScreen

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.screens.conftest import Visits


def shown(qtbot: QtBot, desk: Desk) -> tuple[ClientsScreen, Table]:
    screen = ClientsScreen(desk)
    qtbot.addWidget(screen)
    screen.resize(1100, 700)
    with qtbot.waitExposed(screen):
        screen.show()
    (table,) = screen.findChildren(Table)
    return screen, table


def test_it_shows_who_is_in_support_or_waits(qtbot: QtBot, desk: Desk) -> None:
    _screen, table = shown(qtbot, desk)
    expected = client_list.client_rows(desk.db, ClientFilter(ended=False), today=desk.today())
    assert [row.client_id for row in table.rows()] == [row.client_id for row in expected]


def test_words_and_pills_filter_together(qtbot: QtBot, desk: Desk) -> None:
    screen, table = shown(qtbot, desk)
    waiting = next(p for p in screen.findChildren(Pill) if p.words() == "Waiting")
    qtbot.mouseClick(waiting, Qt.MouseButton.LeftButton)
    rows = table.rows()
    assert rows
    assert {row.dwelling for row in rows} == {""}
    box = screen.findChild(SearchBox)
    qtbot.keyClicks(box, rows[0].number)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert [row.number for row in table.rows()] == [rows[0].number]


def test_enter_opens_and_letters_act_on_the_current_row(
    qtbot: QtBot, desk: Desk, visits: Visits
) -> None:
    _screen, table = shown(qtbot, desk)
    first = table.rows()[0].client_id
    table.choose(first)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_N, Qt.Key.Key_P):
        qtbot.keyClick(table.view, key)
    assert visits.places == [
        Place("client", first),
        Place("client", first, "note"),
        Place("client", first, "plan"),
    ]


def test_a_new_client_appears_by_itself(qtbot: QtBot, desk: Desk) -> None:
    _screen, table = shown(qtbot, desk)
    before = len(table.rows())
    clients.add_client(
        desk.db,
        ClientFields(call_name="Noor", last_name="Aalbers"),
        ReferralFields(received_on=desk.today(), source="MO"),
        today=desk.today(),
    )
    qtbot.waitUntil(lambda: len(table.rows()) == before + 1)


def test_filters_are_taken_up_again(qtbot: QtBot, desk: Desk) -> None:
    screen, table = shown(qtbot, desk)
    waiting = next(p for p in screen.findChildren(Pill) if p.words() == "Waiting")
    qtbot.mouseClick(waiting, Qt.MouseButton.LeftButton)
    again, other_table = shown(qtbot, desk)
    again.restore(screen.state())
    assert other_table.rows() == table.rows()


def test_nobody_found_offers_a_way_back(qtbot: QtBot, desk: Desk) -> None:
    screen, table = shown(qtbot, desk)
    box = screen.findChild(SearchBox)
    qtbot.keyClicks(box, "bestaatniet")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert table.rows() == []
    assert screen.findChildren(EmptyState)[0].isVisible()
