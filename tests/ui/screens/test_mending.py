"""From what is wrong or missing to the very question where it is mended."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.register import agenda, client_list, findings, tenancies, tenancy_list
from desktop_app.register.findings import Place as Spot
from ui.desk import Desk, Place
from ui.parts.form import Form
from ui.parts.side_sheet import SideSheet
from ui.screens.client import ClientScreen
from ui.screens.client_form import ClientForm
from ui.screens.dwellings import DwellingForm, DwellingsScreen
from ui.screens.month.checking import place_of
from ui.screens.today import attention

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop_app.register.tenancy_list import TenancyRow
    from tests.ui.screens.conftest import Visits


def opened(qtbot: QtBot, desk: Desk, visits: Visits, place: Place) -> QWidget:
    """Return the screen of a place, shown there, or where it sends to."""
    screen: ClientScreen | ClientForm | DwellingForm | DwellingsScreen
    match place.page:
        case "client":
            assert place.row is not None
            screen = ClientScreen(desk, place.row)
        case "client-form":
            screen = ClientForm(desk, place.row)
        case "dwelling-form":
            screen = DwellingForm(desk, place.row)
        case _:
            screen = DwellingsScreen(desk)
    qtbot.addWidget(screen)
    screen.resize(1190, 760)
    with qtbot.waitExposed(screen):
        screen.show()
    screen.show_place(place)
    return opened(qtbot, desk, visits, visits.places.pop()) if visits.places else screen


def explained(sentence: str) -> bool:
    """Tell whether a sentence is said where one types now."""
    now = QApplication.focusWidget()
    return now is not None and sentence in now.accessibleDescription()


def sheets(screen: QWidget) -> list[SideSheet]:
    return [sheet for sheet in screen.findChildren(SideSheet) if sheet.isVisible()]


def test_every_finding_with_a_field_begins_there_and_says_why(
    qtbot: QtBot, desk: Desk, visits: Visits
) -> None:
    found = {one.kind: one for one in findings.find(desk.db, today=desk.today()) if one.field}
    assert found
    for one in found.values():
        screen = opened(qtbot, desk, visits, place_of(one))
        qtbot.waitUntil(partial(explained, one.sentence))
        screen.hide()


@pytest.mark.parametrize(
    ("spot", "field"),
    [
        (Spot.DETAILS, "birth_date"),
        (Spot.DETAILS, "key_worker_id"),
        (Spot.REFERRAL, "living_situation"),
        (Spot.SUPPORT, "ended_on"),
        (Spot.DECISIONS, "legal_frame"),
        (Spot.TRAJECTORY, "status"),
        (Spot.TRAJECTORY, "wait_reason"),
        (Spot.HOUSING, "contract_until"),
        (Spot.HOUSING, "ended_on"),
        (Spot.DWELLING, "capacity"),
        (Spot.DWELLING, "status"),
    ],
)
def test_each_field_that_a_finding_may_name_has_its_question(
    qtbot: QtBot, desk: Desk, visits: Visits, spot: Spot, field: str
) -> None:
    lived = lives_for_a_while(desk)
    made = findings.Finding(
        kind=findings.Kind.NO_LAST_DAY,
        title="Noor Proefmens",
        sentence="This is not filled in.",
        place=spot,
        field=field,
        client_id=lived.client_id,
        dwelling_id=lived.dwelling_id,
    )
    opened(qtbot, desk, visits, place_of(made))
    qtbot.waitUntil(partial(explained, "This is not filled in."))


def lives_for_a_while(desk: Desk) -> TenancyRow:
    """Return the tenancy of somebody with support, whose lease ends next month."""
    rows = tenancy_list.tenancy_rows(desk.db)
    running = next(one for one in rows if one.runs_on(desk.today()) and one.ended_on is None)
    tenancies.extend(desk.db, running.tenancy_id, until=desk.today() + timedelta(30))
    return running


@pytest.mark.parametrize("kind", [agenda.Kind.LEASE, agenda.Kind.DECISION])
def test_what_asks_for_attention_begins_at_its_question(
    qtbot: QtBot, desk: Desk, visits: Visits, kind: agenda.Kind
) -> None:
    lives_for_a_while(desk)
    lines = agenda.attention(desk.db, today=desk.today())
    every = [one for line in lines for one in (line, *line.also)]
    line = next(one for one in every if one.kind is kind)
    opened(qtbot, desk, visits, attention.place_of(line))
    qtbot.waitUntil(partial(explained, line.sentence))


def test_what_was_mended_meanwhile_opens_nothing(
    qtbot: QtBot, desk: Desk, visits: Visits
) -> None:
    rows = client_list.client_rows(desk.db, today=desk.today())
    waiting = next(row for row in rows if not row.dwelling)
    place = Place("client", waiting.client_id, "housing", "contract_until", "Fill it in.")
    assert sheets(opened(qtbot, desk, visits, place)) == []


def test_a_second_question_takes_the_place_of_the_first(
    qtbot: QtBot, desk: Desk, visits: Visits
) -> None:
    somebody = client_list.client_rows(desk.db, today=desk.today())[0].client_id
    place = Place("client", somebody, "housing", "wait_reason", "For what is not filled in.")
    screen = opened(qtbot, desk, visits, place)
    assert isinstance(screen, ClientScreen)
    screen.show_place(place)
    (sheet,) = sheets(screen)
    (form,) = sheet.findChildren(Form)
    assert form.has("wait_reason")


def test_a_finding_that_takes_a_look_at_more_goes_to_its_part(desk: Desk) -> None:
    found = next(one for one in findings.find(desk.db, today=desk.today()) if one.client_id)
    wide = replace(found, place=Spot.TIMELINE, field="")
    assert place_of(wide) == Place("client", found.client_id, "timeline")
