"""The form about a client: what is kept of it when somebody is called away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.register import client_list, drafts
from ui.parts.form import Form
from ui.screens.client_form import ClientForm

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.desk import Desk


def form_of(screen: ClientForm) -> Form:
    (form,) = screen.findChildren(Form)
    return form


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
    received = form_of(screen).draft()["received_on"]
    form_of(screen).fill({"call_name": "Selam"})
    assert screen.keep_drafts() == ["A form about a client"]
    again = ClientForm(desk)
    qtbot.addWidget(again)
    kept = form_of(again).draft()
    assert (kept["call_name"], kept["received_on"]) == ("Selam", received)
    form_of(again).fill({"call_name": ""})
    assert again.keep_drafts() == []
    assert drafts.draft(desk.db, "client-form/new") is None
