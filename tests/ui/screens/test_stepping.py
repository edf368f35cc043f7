"""The next step of a client's way, noted on the client's page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop_app.register import client_list, trajectories, waiting
from ui.parts.buttons import Button
from ui.parts.form import Form
from ui.screens.client import ClientScreen

if TYPE_CHECKING:
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from ui.desk import Desk


def asked(qtbot: QtBot, desk: Desk, client_id: UUID) -> tuple[ClientScreen, Form]:
    """Press “Next step” on the client's page."""
    screen = ClientScreen(desk, client_id)
    qtbot.addWidget(screen)
    screen.resize(1190, 830)
    screen.open_part("housing")
    with qtbot.waitExposed(screen):
        screen.show()
    press(qtbot, screen, "Next step")
    (form,) = [form for form in screen.findChildren(Form) if form.isVisible()]
    return screen, form


def press(qtbot: QtBot, screen: ClientScreen, words: str) -> None:
    (button,) = [b for b in screen.findChildren(Button) if b.words() == words and b.isVisible()]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def with_status(desk: Desk, *wanted: str) -> UUID:
    rows = client_list.client_rows(desk.db, today=desk.today())
    return next(row.client_id for row in rows if row.status in wanted)


def test_who_was_referred_comes_to_wait_for_a_home(qtbot: QtBot, desk: Desk) -> None:
    somebody = with_status(desk, "AANM", "INT", "WBES")
    screen, form = asked(qtbot, desk, somebody)
    form.fill({"status": "WLST"})
    press(qtbot, screen, "Save")
    assert form.isVisible()  # it is not said yet what is waited for
    form.fill({"wait_reason": "WON"})
    press(qtbot, screen, "Save")
    step = trajectories.steps(desk.db, somebody)[0]
    assert (step.status, step.wait_reason, step.on) == ("WLST", "WON", desk.today())
    assert somebody in [w.client_id for w in waiting.waiting(desk.db, today=desk.today())]


def test_steps_that_an_end_takes_are_not_chosen_here(qtbot: QtBot, desk: Desk) -> None:
    for known, lives in ((("AANM", "INT", "WBES"), False), (("WOON",), True)):
        _screen, form = asked(qtbot, desk, with_status(desk, *known))
        form.fill({"status": "EIND"})
        assert form.input("status").raw() == ""
        form.fill({"status": "WOON"})
        assert bool(form.input("status").raw()) is lives
