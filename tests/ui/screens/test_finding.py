"""What the palette finds: the notes only when asked, each at its place on the timeline."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from desktop_app.register import client_list, contacts
from desktop_app.register.contacts import NoteFields
from desktop_app.store.tables import JournalEntry
from ui import finding
from ui.screens.client.happened import HappenedRow
from ui.screens.client.page import ClientScreen

if TYPE_CHECKING:
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from tests.ui.screens.conftest import Visits
    from ui.desk import Desk

NOW = datetime(2026, 3, 2, 8, tzinfo=UTC)
SAID = "Over de moestuin gepraat."


@pytest.fixture
def client(desk: Desk) -> UUID:
    """A client with an old note about a kitchen garden."""
    rows = client_list.client_rows(desk.db, today=desk.today())
    known = max(rows, key=lambda row: (bool(row.dwelling), row.steps)).client_id
    contacts.write_note(desk.db, known, NoteFields(kind="HUIS", at=NOW, text=SAID), now=NOW)
    return known


def looks(desk: Desk) -> list[UUID | None]:
    """Whose notes were shown, as the access log has it."""
    found = select(JournalEntry.subject_id).where(JournalEntry.event == "SEARCH")
    with desk.db.read() as session:
        return list(session.scalars(found))


def test_notes_are_searched_by_choosing_to(desk: Desk, client: UUID, visits: Visits) -> None:
    assert finding.found(desk, "mo") == []
    (offer,) = finding.found(desk, "moestuin")
    assert (offer.title, offer.keys) == ("Search in notes: moestuin", "Ctrl+Enter")
    assert looks(desk) == []
    assert offer.more is not None
    (hit,) = offer.more()
    assert hit.under == f"02-03-2026 · {SAID}"
    assert looks(desk) == [client]
    hit.act()
    (place,) = visits.places
    assert (place.page, place.row, place.part) == ("client", client, "timeline")


def test_nothing_found_is_said(desk: Desk) -> None:
    offer = finding.found(desk, "moestuin")[-1]
    assert offer.more is not None
    assert [hit.title for hit in offer.more()] == ["No note has these words"]


def test_the_timeline_opens_at_the_note(
    qtbot: QtBot, desk: Desk, client: UUID, visits: Visits
) -> None:
    offer = finding.found(desk, "moestuin")[-1]
    assert offer.more is not None
    offer.more()[0].act()
    page = ClientScreen(desk, client)
    qtbot.addWidget(page)
    page.resize(1000, 700)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.show_place(visits.places[-1])
    qtbot.waitUntil(lambda: isinstance(at(page), HappenedRow))
    row = at(page)
    assert isinstance(row, HappenedRow)
    assert row.event_shown.text == SAID
    assert not row.visibleRegion().isEmpty()


def at(page: ClientScreen) -> object:
    """What the keyboard is in."""
    focused = page.focusWidget()
    return focused.parentWidget() if focused is not None else None
