"""Placing somebody: the reasons in words, and the act itself."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from desktop_app.register import (
    clients,
    dwelling_list,
    dwellings,
    matching,
    tenancy_list,
    trajectories,
    waiting,
    wishes,
)
from desktop_app.register.clients import ClientFields, ReferralFields
from desktop_app.register.dwelling_list import Column
from desktop_app.register.dwellings import DwellingFields, StatusFields
from desktop_app.register.trajectories import StepFields
from ui.desk import Desk, Place
from ui.parts.buttons import Button
from ui.parts.form import Form
from ui.parts.side_sheet import SideSheet
from ui.screens.dwellings import DwellingsScreen
from ui.screens.placing import PlacingScreen
from ui.screens.placing.fit import FitCard

if TYPE_CHECKING:
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from tests.ui.screens.conftest import Visits


@pytest.fixture
def home(desk: Desk) -> UUID:
    """An empty home and somebody who waits longest, whatever the practice register tells."""
    who = clients.add_client(
        desk.db,
        ClientFields(call_name="Zoë", last_name="Aalbers"),
        ReferralFields(received_on=date(2023, 1, 2), source="MO"),
        today=desk.today(),
    )
    waits = StepFields(status="WLST", on=date(2023, 2, 1), wait_reason="WON")
    trajectories.take_step(desk.db, who, waits, today=desk.today())
    return dwellings.add_dwelling(
        desk.db,
        DwellingFields(
            street="Vrijheidslaan", house_number=7, housing_form="BEST", rent_cents=50_000
        ),
        StatusFields(status="BES", since=desk.today()),
    )


@pytest.fixture
def screen(qtbot: QtBot, desk: Desk, home: UUID) -> PlacingScreen:
    made = PlacingScreen(desk)
    qtbot.addWidget(made)
    made.resize(1190, 760)
    with qtbot.waitExposed(made):
        made.show()
    made.show_place(Place("placing", None, str(home)))
    return made


def card_of(screen: PlacingScreen) -> FitCard:
    name = "Vrijheidslaan 7"
    return next(c for c in screen.findChildren(FitCard) if c.accessibleName() == name)


def placing_in(card: FitCard) -> Button:
    """Return the button that places, also where a need is not met."""
    return next(b for b in card.findChildren(Button) if b.words().startswith("Place"))


def press(qtbot: QtBot, button: Button) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_every_reason_is_said_in_words(screen: PlacingScreen, desk: Desk, home: UUID) -> None:
    longest = waiting.waiting(desk.db, today=desk.today())[0]
    fit = next(
        one
        for one in matching.explain(desk.db, longest.client_id, today=desk.today())
        if one.dwelling.dwelling_id == home
    )
    (card,) = [
        c for c in screen.findChildren(FitCard) if c.accessibleName() == "Vrijheidslaan 7"
    ]
    words = "\n".join(label.text() for label in card.findChildren(QLabel))
    for reason in fit.reasons:
        assert reason.sentence in words
    assert "%" not in words


def test_placing_gives_a_home_and_leads_to_it(
    qtbot: QtBot, screen: PlacingScreen, desk: Desk, home: UUID, visits: Visits
) -> None:
    longest = waiting.waiting(desk.db, today=desk.today())[0]
    (card,) = [
        c for c in screen.findChildren(FitCard) if c.accessibleName() == "Vrijheidslaan 7"
    ]
    press(qtbot, placing_in(card))
    (sheet,) = [s for s in screen.findChildren(SideSheet) if s.isVisible()]
    press(qtbot, next(b for b in sheet.findChildren(Button) if b.words() == "Place here"))
    (tenancy,) = tenancy_list.tenancy_rows(desk.db, dwelling_id=home)
    assert (tenancy.client_id, tenancy.rent_cents) == (longest.client_id, 50_000)
    assert visits.places == [Place("client", longest.client_id, "housing")]
    assert longest.client_id not in {
        one.client_id for one in waiting.waiting(desk.db, today=desk.today())
    }


def test_a_need_that_is_not_met_is_said(
    qtbot: QtBot, screen: PlacingScreen, desk: Desk
) -> None:
    longest = waiting.waiting(desk.db, today=desk.today())[0]
    press(qtbot, next(b for b in screen.findChildren(Button) if b.words() == "Change wishes"))
    (sheet,) = [s for s in screen.findChildren(SideSheet) if s.isVisible()]
    (form,) = sheet.findChildren(Form)
    form.fill({"rent_most": 40_000, "hard_rent_most": True})
    press(qtbot, next(b for b in sheet.findChildren(Button) if b.words() == "Save"))
    assert wishes.wishes(desk.db, longest.client_id).hard == ("rent_most",)
    qtbot.waitUntil(
        lambda: any(
            b.words() == "Place anyway…"
            for c in screen.findChildren(FitCard)
            if c.accessibleName() == "Vrijheidslaan 7"
            for b in c.findChildren(Button)
        )
    )


def test_a_home_is_kept_for_somebody_let_go_and_that_is_taken_back(
    qtbot: QtBot, screen: PlacingScreen, desk: Desk, home: UUID, visits: Visits
) -> None:
    keeping = next(b for b in card_of(screen).findChildren(Button) if b.words() == "Keep…")
    press(qtbot, keeping)
    (sheet,) = [s for s in screen.findChildren(SideSheet) if s.isVisible()]
    press(qtbot, next(b for b in sheet.findChildren(Button) if b.words() == "Keep"))
    row = dwelling_list.dwelling_row(desk.db, home, today=desk.today())
    assert (row.column, row.reserved_name) == (Column.RESERVED, "Zoë Aalbers")
    assert visits.said == ["Vrijheidslaan 7 is kept for Zoë Aalbers"]
    board = DwellingsScreen(desk)
    qtbot.addWidget(board)
    board.resize(1190, 760)
    with qtbot.waitExposed(board):
        board.show()
    board.show_place(Place("dwellings", home))
    for words in ("Let go…", "Let go"):
        (sheet,) = [s for s in board.findChildren(SideSheet) if s.isVisible()]
        press(qtbot, next(b for b in sheet.findChildren(Button) if b.words() == words))
    row = dwelling_list.dwelling_row(desk.db, home, today=desk.today())
    assert (row.column, row.reserved_for) == (Column.VACANT, None)
    waits = waiting.waiting(desk.db, today=desk.today())
    assert waits[0].name == "Zoë Aalbers"
    visits.undos[-1]()
    row = dwelling_list.dwelling_row(desk.db, home, today=desk.today())
    assert row.reserved_name == "Zoë Aalbers"
