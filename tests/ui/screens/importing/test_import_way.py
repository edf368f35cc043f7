"""From a file to a register with its people in it, and back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop_app.register import client_card, clients
from desktop_app.register.clients import ClientFields
from tests.ui.screens.importing.conftest import (
    lines,
    names,
    on,
    press,
    said,
    settle,
    stage,
    taken,
)
from ui.deeds import Deeds
from ui.desk import Desk, Place
from ui.parts.banner import BannerPlace
from ui.parts.toast import Toast

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.ui.screens.conftest import Visits


def test_a_list_goes_in_from_file_to_result(
    qtbot: QtBot, desk: Desk, listed: Callable[..., Path], visits: Visits
) -> None:
    screen = taken(qtbot, desk, listed())
    assert stage(screen) == "columns"
    assert "Windows (cp1252)" in said(screen)
    assert lines(screen)["A"].pick.raw() == "client.name"
    assert not lines(screen)["C"].pick.isEnabled()
    on(screen)
    assert stage(screen) == "check"
    assert screen.foot.next.words() == "Read in 2 rows, 1 later"
    before = names(desk)
    on(screen)
    assert stage(screen) == "done"
    assert names(desk) - before == {"Aylin Özdemir", "S. de Vries"}
    assert "2 rows became 2 clients, 2 dwellings, 2 leases and 2 decisions." in said(screen)
    assert "1 row was left out." in said(screen)
    assert visits.said == ["Read in: 2 clients, 2 dwellings, 2 leases and 2 decisions"]
    table = screen._result.table
    assert {row.name for row in table.rows()} == {"Aylin Özdemir", "S. de Vries"}
    table.choose(table.rows()[0].client_id)
    qtbot.keyClick(table.view, Qt.Key.Key_Return)
    assert visits.places == [Place("client", table.rows()[0].client_id)]
    press(screen, "All clients")
    assert visits.places[-1] == Place("clients")


def test_everything_is_taken_back_by_one_button(
    qtbot: QtBot, desk: Desk, listed: Callable[..., Path], visits: Visits
) -> None:
    before = names(desk)
    screen = taken(qtbot, desk, listed())
    on(screen)
    on(screen)
    assert names(desk) != before
    press(screen, "Take everything back")
    assert names(desk) == before
    assert "Everything was taken back." in said(screen)
    assert screen._result.table.rows() == []
    (undo,) = visits.undos
    told = len(visits.said)
    assert undo() is None  # Ctrl+Z finds it done
    settle()
    assert visits.said[told:] == []
    on(screen)
    assert stage(screen) == "choose"


def test_the_toast_takes_it_back_too_even_when_the_page_is_gone(
    qtbot: QtBot, desk: Desk, listed: Callable[..., Path], visits: Visits
) -> None:
    before = names(desk)
    screen = taken(qtbot, desk, listed())
    on(screen)
    on(screen)
    screen.deleteLater()
    settle()
    (undo,) = visits.undos
    visits.said.clear()
    undo()
    assert visits.said == ["Taking back…"]
    settle()
    assert names(desk) == before
    *under_way, last = visits.said[1:]
    assert last == "Undone: Read in: 2 clients, 2 dwellings, 2 leases and 2 decisions"
    assert under_way
    assert all(words.endswith("steps back") for words in under_way)


def test_a_window_says_that_an_import_is_undone_when_it_is(
    qtbot: QtBot, desk: Desk, listed: Callable[..., Path]
) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    toast = Toast(page)
    deeds = Deeds(toast, BannerPlace())
    before = names(desk)
    screen = taken(qtbot, replace(desk, say=deeds.say), listed())
    on(screen)
    on(screen)
    deeds.take_back()
    assert toast._words.text() == "Taking back…"
    settle()
    assert toast._words.text().startswith("Undone: Read in: 2 clients")
    assert names(desk) == before
    assert "Everything was taken back." in said(screen)


def test_what_was_changed_since_is_not_taken_back(
    qtbot: QtBot, desk: Desk, listed: Callable[..., Path]
) -> None:
    screen = taken(qtbot, desk, listed())
    on(screen)
    on(screen)
    one = screen._result.table.rows()[0].client_id
    card = client_card.client_card(desk.db, one, today=desk.today())
    fields = ClientFields(call_name=card.fields.call_name, last_name="Anders")
    clients.edit_client(desk.db, one, fields, version=card.version, today=desk.today())
    settle()
    press(screen, "Take everything back")
    assert "changed again in the meantime" in said(screen)
    assert "Anders" in " ".join(names(desk))
