"""The page of one client, and its form."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from sqlalchemy import select

from desktop_app.register import client_card, client_list, clients, contacts, drafts
from desktop_app.register.clients import ClientFields, ReferralFields
from desktop_app.store.tables import JournalEntry
from ui.desk import Desk, Place
from ui.parts.banner import Banner
from ui.parts.buttons import Button
from ui.screens.client import ClientScreen
from ui.screens.client.composer import Composer, NoteText
from ui.screens.client_form import ClientForm

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from tests.ui.screens.conftest import Visits


@pytest.fixture
def somebody(desk: Desk) -> UUID:
    """A client with goals and notes."""
    rows = client_list.client_rows(desk.db, today=desk.today())
    return max(rows, key=lambda row: (row.steps, bool(row.dwelling))).client_id


def page(qtbot: QtBot, desk: Desk, client_id: UUID) -> ClientScreen:
    screen = ClientScreen(desk, client_id, lambda _desk, _id: QLabel("plan"))
    qtbot.addWidget(screen)
    screen.resize(1100, 760)
    with qtbot.waitExposed(screen):
        screen.show()
    return screen


def words(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def press(qtbot: QtBot, widget: QWidget, said: str) -> None:
    button = next(b for b in widget.findChildren(Button) if b.words() == said and b.isVisible())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_opening_a_page_is_noted_once(qtbot: QtBot, desk: Desk, somebody: UUID) -> None:
    page(qtbot, desk, somebody)
    with desk.db.read() as session:
        events = session.scalars(
            select(JournalEntry.event).where(JournalEntry.subject_id == somebody)
        ).all()
    assert list(events).count("READ") == 1


def test_the_overview_holds_goals_deadlines_and_contact(
    qtbot: QtBot, desk: Desk, somebody: UUID
) -> None:
    screen = page(qtbot, desk, somebody)
    card = client_card.client_card(desk.db, somebody, today=desk.today())
    shown = words(screen)
    assert card.name in shown
    assert card.number in shown
    for goal in card.goals:
        assert goal.title in shown
    assert card.notes[0].text in shown


def test_a_note_is_written_by_keyboard_and_stands_on_top(
    qtbot: QtBot, desk: Desk, somebody: UUID, visits: Visits
) -> None:
    screen = page(qtbot, desk, somebody)
    screen.open_part("note")
    (text,) = screen.findChildren(NoteText)
    qtbot.keyClicks(text, "Samen de post gedaan.")
    press(qtbot, screen, "Register")
    assert visits.said == ["Note registered"]
    assert contacts.notes(desk.db, somebody)[0].text == "Samen de post gedaan."
    assert text.toPlainText() == ""
    qtbot.waitUntil(lambda: "Samen de post gedaan." in words(screen))


def test_a_half_note_survives_a_lock_with_its_cursor(
    qtbot: QtBot, desk: Desk, somebody: UUID
) -> None:
    screen = page(qtbot, desk, somebody)
    screen.open_part("note")
    (text,) = screen.findChildren(NoteText)
    qtbot.keyClicks(text, "Half geschreven")
    qtbot.keyClick(text, Qt.Key.Key_Left)
    screen.findChildren(Composer)[0].keep()
    again = page(qtbot, desk, somebody)
    again.open_part("note")
    (kept,) = again.findChildren(NoteText)
    assert kept.toPlainText() == "Half geschreven"
    assert kept.textCursor().position() == len("Half geschreven") - 1


def test_what_looks_like_a_bsn_is_pointed_at(qtbot: QtBot, desk: Desk, somebody: UUID) -> None:
    screen = page(qtbot, desk, somebody)
    screen.open_part("note")
    (text,) = screen.findChildren(NoteText)
    qtbot.keyClicks(text, "Nummer 999990019")
    assert "looks like a BSN" in words(screen)


def form(qtbot: QtBot, desk: Desk, client_id: UUID | None = None) -> ClientForm:
    screen = ClientForm(desk, client_id)
    qtbot.addWidget(screen)
    screen.resize(900, 760)
    with qtbot.waitExposed(screen):
        screen.show()
    return screen


def type_in(screen: ClientForm, field: str, typed: str) -> None:
    line = screen.form.input(field)
    assert isinstance(line, QLineEdit)
    line.clear()
    for letter in typed:  # the test library itself types ASCII alone
        press = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
        QApplication.sendEvent(line, press)


def test_a_new_client_is_asked_for_and_registered(
    qtbot: QtBot, desk: Desk, visits: Visits
) -> None:
    screen = form(qtbot, desk)
    type_in(screen, "call_name", "Zoë")
    type_in(screen, "last_name", "van ’t Hof")
    type_in(screen, "birth", "14-3-92")
    screen.form.fill({"source": "MO"})
    screen.save()
    (place,) = visits.places
    assert place.page == "client"
    assert place.row is not None
    card = client_card.client_card(desk.db, place.row, today=desk.today())
    assert (card.name, card.age) == ("Zoë van ’t Hof", 34)
    assert card.referrals[0].source == "MO"
    assert drafts.draft(desk.db, "client-form/new") is None


def test_what_is_missing_is_said_at_the_field_and_nothing_typed_is_lost(
    qtbot: QtBot, desk: Desk, visits: Visits
) -> None:
    screen = form(qtbot, desk)
    type_in(screen, "call_name", "Zoë")
    screen.save()
    assert visits.places == []
    assert "2 more things needed" in words(screen)
    again = form(qtbot, desk)
    screen.form.tell_draft()
    again = form(qtbot, desk)
    assert again.form.draft()["call_name"] == "Zoë"


def test_a_lookalike_is_shown_before_a_double_is_made(
    qtbot: QtBot, desk: Desk, visits: Visits
) -> None:
    clients.add_client(
        desk.db,
        ClientFields(call_name="Zoë", last_name="Hof"),
        ReferralFields(received_on=desk.today(), source="MO"),
        today=desk.today(),
    )
    screen = form(qtbot, desk)
    type_in(screen, "call_name", "Zoe")
    type_in(screen, "last_name", "Hof")
    screen.form.fill({"source": "MO"})
    screen.save()
    assert visits.places == []
    assert any("is there already" in words(b) for b in screen.findChildren(Banner))
    screen.save()
    assert visits.places[0].page == "client"


def test_an_edit_keeps_what_was_not_touched(
    qtbot: QtBot, desk: Desk, somebody: UUID, visits: Visits
) -> None:
    before = client_card.client_card(desk.db, somebody, today=desk.today()).fields
    screen = form(qtbot, desk, somebody)
    type_in(screen, "phone", "06 5550 1234")
    screen.save()
    after = client_card.client_card(desk.db, somebody, today=desk.today()).fields
    assert after.phone == "06 5550 1234"
    assert after.birth_date == before.birth_date
    assert after.key_worker_id == before.key_worker_id
    assert visits.places == [Place("client", somebody)]
