"""The timeline of a client: all kinds of events, chosen by pills, drawn as one scrolls."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPlainTextEdit

from desktop_app.register import client_card, client_list, contacts, timeline
from desktop_app.register.contacts import NoteFields
from desktop_app.register.timeline import Kind
from ui.parts.buttons import Button
from ui.parts.pills import FilterPills, Pill
from ui.parts.search_box import SearchBox
from ui.parts.side_sheet import SideSheet
from ui.screens.client.happened import HappenedRow
from ui.screens.client.timeline import Timeline

if TYPE_CHECKING:
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from tests.ui.screens.conftest import Visits
    from ui.desk import Desk


NOW = datetime(2026, 11, 24, 8, tzinfo=UTC)


@pytest.fixture
def somebody(desk: Desk) -> UUID:
    """A client with a home, goals and notes."""
    rows = client_list.client_rows(desk.db, today=desk.today())
    return max(rows, key=lambda row: (bool(row.dwelling), row.steps)).client_id


@pytest.fixture
def parts() -> list[str]:
    """The tabs that the timeline asked to open."""
    return []


def shown(qtbot: QtBot, desk: Desk, client_id: UUID, parts: list[str]) -> Timeline:
    card = client_card.client_card(desk.db, client_id, today=desk.today())
    line = Timeline(desk, card, parts.append)
    qtbot.addWidget(line)
    line.resize(1000, 700)
    with qtbot.waitExposed(line):
        line.show()
    return line


def rows(line: Timeline) -> list[HappenedRow]:
    return line.findChildren(HappenedRow)


def write_many(desk: Desk, client_id: UUID, many: int) -> None:
    for number in range(many):
        at = NOW - timedelta(days=400, minutes=number)
        fields = NoteFields(kind="TEL", at=at, text=f"Gebeld, keer {number}.")
        contacts.write_note(desk.db, client_id, fields, now=NOW)


def test_all_kinds_stand_in_one_line_newest_first(
    qtbot: QtBot, desk: Desk, somebody: UUID, parts: list[str]
) -> None:
    line = shown(qtbot, desk, somebody, parts)
    events = timeline.timeline(desk.db, somebody, today=desk.today())
    assert [row.event_shown for row in rows(line)] == events[: len(rows(line))]
    line.choose({Kind.HOME, Kind.STEP, Kind.PLAN})
    kinds = {row.event_shown.kind for row in rows(line)}
    assert kinds == {Kind.HOME, Kind.STEP, Kind.PLAN}


def test_each_event_leads_to_its_thing(
    qtbot: QtBot, desk: Desk, somebody: UUID, parts: list[str], visits: Visits
) -> None:
    line = shown(qtbot, desk, somebody, parts)
    for kind in (Kind.PLAN, Kind.STEP, Kind.HOME):
        line.choose({kind})
        qtbot.mouseClick(rows(line)[0].leading, Qt.MouseButton.LeftButton)
    card = client_card.client_card(desk.db, somebody, today=desk.today())
    assert parts == ["plan", "housing"]
    assert [(place.page, place.row) for place in visits.places] == [
        ("dwellings", card.tenancies[0].dwelling_id)
    ]


def test_a_click_anywhere_on_a_row_leads_there_too(
    qtbot: QtBot, desk: Desk, somebody: UUID, parts: list[str]
) -> None:
    line = shown(qtbot, desk, somebody, parts)
    line.choose({Kind.PLAN})
    qtbot.mouseClick(rows(line)[0], Qt.MouseButton.LeftButton)
    assert parts == ["plan"]


def test_a_long_line_is_drawn_as_one_comes_near_its_end(
    qtbot: QtBot, desk: Desk, somebody: UUID, parts: list[str]
) -> None:
    write_many(desk, somebody, 80)
    line = shown(qtbot, desk, somebody, parts)
    first = len(rows(line))
    assert first < len(timeline.timeline(desk.db, somebody, today=desk.today()))
    qtbot.waitUntil(lambda: line.verticalScrollBar().maximum() > 0)
    line.verticalScrollBar().setValue(line.verticalScrollBar().maximum())
    assert len(rows(line)) > first
    drawn = len(rows(line))
    contacts.write_note(
        desk.db,
        somebody,
        NoteFields(kind="TEL", at=NOW, text="Nog een."),
        now=NOW,
    )
    line.show_card(client_card.client_card(desk.db, somebody, today=desk.today()))
    assert len(rows(line)) == drawn


def test_who_uses_the_keyboard_asks_for_older_events(
    qtbot: QtBot, desk: Desk, somebody: UUID, parts: list[str]
) -> None:
    write_many(desk, somebody, 80)
    line = shown(qtbot, desk, somebody, parts)
    many = len(timeline.timeline(desk.db, somebody, today=desk.today()))
    while more := [b for b in line.findChildren(Button) if b.words().endswith(" older")]:
        if not more[0].isVisible():
            break
        more[0].click()
    assert len(rows(line)) == many


def test_pills_count_what_the_search_leaves(
    qtbot: QtBot, desk: Desk, somebody: UUID, parts: list[str]
) -> None:
    fields = NoteFields(kind="TEL", at=NOW, text="Kanarie gekocht.")
    contacts.write_note(desk.db, somebody, fields, now=NOW)
    line = shown(qtbot, desk, somebody, parts)
    line.findChildren(SearchBox)[0].searched.emit("kanarie")
    (pills,) = line.findChildren(FilterPills)
    assert [pill.count for pill in pills.findChildren(Pill)] == [1, 0, 0, 0, 0, 0, 0]
    assert [row.event_shown.text for row in rows(line)] == ["Kanarie gekocht."]
    line.choose({Kind.HOME})
    said = [label.text() for label in line.findChildren(QLabel)]
    assert "Nothing found with these choices." in said


def test_a_note_is_corrected_and_what_it_said_stays(
    qtbot: QtBot, desk: Desk, somebody: UUID, parts: list[str], visits: Visits
) -> None:
    line = shown(qtbot, desk, somebody, parts)
    line.choose({Kind.CONTACT})
    row = rows(line)[0]
    first = row.event_shown.text
    qtbot.mouseClick(row.leading, Qt.MouseButton.LeftButton)
    (sheet,) = line.findChildren(SideSheet)
    (text,) = sheet.findChildren(QPlainTextEdit)
    assert text.toPlainText() == first
    text.setPlainText("Het was dinsdag.")
    button = next(b for b in sheet.findChildren(Button) if b.words() == "Correct")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert visits.said == ["Note corrected"]
    line.show_card(client_card.client_card(desk.db, somebody, today=desk.today()))
    said = [label.text() for label in line.findChildren(QLabel)]
    assert "Het was dinsdag." in said
    assert any(first in words and "First it read" in words for words in said)
