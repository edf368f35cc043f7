"""Shielded names in the whole window: every page, the sidebar and the palette."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from desktop_app import naming
from desktop_app.register import client_list
from desktop_app.store.tables import Client
from tests.ui.painted_words import painted, told
from ui import background
from ui.desk import Place
from ui.gallery import desks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from desktop_app.register.client_list import ClientRow
    from ui.window import Window


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[Window]:
    """The window over the pictured register, at the clients."""
    made = desks.window(Place("clients"))
    qtbot.addWidget(made)
    made.resize(1440, 900)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    yield made
    naming.shield(on=False)
    made.hide()


def read(window: Window) -> str:
    background.finish()
    return "\n".join([*painted(window), *told(window)])


def first_row(window: Window) -> ClientRow:
    """Return somebody whose name can be read."""
    rows = client_list.client_rows(window.desk.db, today=window.desk.today())
    now = read(window)
    return next(row for row in rows if row.name in now)


def test_ctrl_shift_l_takes_the_names_off_every_page(qtbot: QtBot, window: Window) -> None:
    db = window.desk.db
    first = first_row(window)
    with db.read() as session:
        names = {client.full_name for client in session.query(Client)}
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(window, Qt.Key.Key_L, both)
    for place in (
        Place("clients"),
        Place("today"),
        Place("dwellings"),
        Place("placing"),
        Place("client", first.client_id, "overview"),
        Place("client", first.client_id, "timeline"),
        Place("client", first.client_id, "housing"),
        Place("client", first.client_id, "details"),
    ):
        window.go(place)
        told_here = read(window)
        assert [name for name in names if name in told_here] == [], place
    assert f"({first.number})" in read(window)
    window.search(first.name.split()[-1])
    assert [name for name in names if name in read(window)] == []


def test_the_eye_at_the_top_shows_them_in_full_again(window: Window) -> None:
    first = first_row(window).name
    window.shield_names()
    assert window.frame.top.shielded.isVisible()
    assert first not in read(window)
    window.frame.top.shielded.click()
    assert not window.frame.top.shielded.isVisible()
    assert first in read(window)
