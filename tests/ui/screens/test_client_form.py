"""The form about a client: what is kept of it when somebody is called away."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop_app.register import client_card, client_list, clients, drafts
from ui.screens.client_form import ClientForm

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.desk import Desk


def test_a_form_that_was_only_looked_at_leaves_no_draft(qtbot: QtBot, desk: Desk) -> None:
    known = client_list.client_rows(desk.db, today=desk.today())[0].client_id
    for client_id in (None, known):
        screen = ClientForm(desk, client_id)
        qtbot.addWidget(screen)
        assert screen.keep_drafts() == []
        assert drafts.draft(desk.db, f"client-form/{client_id or 'new'}") is None


def test_what_was_typed_is_there_again(qtbot: QtBot, desk: Desk) -> None:
    screen = ClientForm(desk)
    qtbot.addWidget(screen)
    received = screen.form.draft()["received_on"]
    screen.form.fill({"call_name": "Selam"})
    assert screen.keep_drafts() == ["A form about a client"]
    again = ClientForm(desk)
    qtbot.addWidget(again)
    shown = again.form.draft()
    assert (shown["call_name"], shown["received_on"]) == ("Selam", received)
    again.form.fill({"call_name": ""})
    assert again.keep_drafts() == []
    assert drafts.draft(desk.db, "client-form/new") is None


def test_a_draft_never_hides_what_a_colleague_filled_in_meanwhile(
    qtbot: QtBot, desk: Desk
) -> None:
    today = desk.today()
    known = client_list.client_rows(desk.db, today=today)[0].client_id
    screen = ClientForm(desk, known)
    qtbot.addWidget(screen)
    screen.form.fill({"language": "Tigrinya"})
    screen.keep_drafts()
    card = client_card.client_card(desk.db, known, today=today)
    changed = replace(card.fields, phone="06 12345678")
    clients.edit_client(desk.db, known, changed, version=card.version, today=today)
    again = ClientForm(desk, known)
    qtbot.addWidget(again)
    again.save()
    fields = client_card.client_card(desk.db, known, today=today).fields
    assert fields == replace(changed, language="Tigrinya")
