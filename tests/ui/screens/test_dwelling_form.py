"""The forms for a dwelling and a complex."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from desktop_app.register import drafts, dwelling_card, dwelling_list, dwellings
from desktop_app.register.dwelling_list import Column
from desktop_app.register.dwellings import ComplexFields
from ui.desk import Desk, Place
from ui.parts.buttons import Button
from ui.parts.form import Form
from ui.parts.side_sheet import SideSheet
from ui.screens.dwellings import ComplexForm, DwellingForm

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from tests.ui.screens.conftest import Visits


def shown(qtbot: QtBot, screen: DwellingForm | ComplexForm) -> None:
    qtbot.addWidget(screen)
    screen.resize(1100, 600)
    with qtbot.waitExposed(screen):
        screen.show()


def press(qtbot: QtBot, within: QWidget, said: str) -> None:
    button = next(b for b in within.findChildren(Button) if b.words() == said)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def words(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


@pytest.fixture
def home(desk: Desk) -> UUID:
    """A dwelling in a complex with a tenant."""
    rows = dwelling_list.dwelling_rows(desk.db, today=desk.today())
    return next(row for row in rows if row.complex_id and row.tenants).dwelling_id


def test_a_new_dwelling_is_asked_for_and_registered(
    qtbot: QtBot, desk: Desk, visits: Visits
) -> None:
    screen = DwellingForm(desk)
    shown(qtbot, screen)
    screen.form.fill(
        {
            "street": "Vrijheidslaan",
            "house_number": 7,
            "housing_form": "BEST",
            "lift": "no",
            "rent_cents": 61_250,
        }
    )
    press(qtbot, screen, "Save")
    assert visits.said == ["Dwelling saved"]
    (place,) = visits.places
    assert (place.page, place.row is None) == ("dwellings", False)
    assert place.row is not None
    card = dwelling_card.dwelling_card(desk.db, place.row, today=desk.today())
    assert card.row.column is Column.VACANT
    assert (card.fields.lift, card.fields.pets_allowed) == (False, None)
    assert card.fields.rent_cents == 61_250


def test_bad_input_is_said_at_the_field(qtbot: QtBot, desk: Desk, visits: Visits) -> None:
    screen = DwellingForm(desk)
    shown(qtbot, screen)
    screen.form.fill({"street": "Laan", "house_number": 0, "housing_form": "BEST"})
    screen.form.input("postcode").put("12 A")
    press(qtbot, screen, "Save")
    assert "between 1 and 99999" in words(screen)
    assert "This postcode cannot exist" in words(screen)
    assert visits.places == []
    qtbot.waitUntil(screen.form.input("house_number").hasFocus)


def test_an_edit_keeps_what_was_not_touched_and_can_be_taken_back(
    qtbot: QtBot, desk: Desk, home: UUID, visits: Visits
) -> None:
    before = dwelling_card.dwelling_card(desk.db, home, today=desk.today()).fields
    screen = DwellingForm(desk, home)
    shown(qtbot, screen)
    screen.form.fill({"surface_m2": 41})
    press(qtbot, screen, "Save")
    after = dwelling_card.dwelling_card(desk.db, home, today=desk.today()).fields
    assert after == replace(before, surface_m2=41)
    visits.undos[0]()
    assert dwelling_card.dwelling_card(desk.db, home, today=desk.today()).fields == before


def test_the_form_tells_what_a_dwelling_was_and_moves_it_from_a_day_on(
    qtbot: QtBot, desk: Desk, home: UUID
) -> None:
    screen = DwellingForm(desk, home)
    shown(qtbot, screen)
    before = dwelling_card.dwelling_card(desk.db, home, today=desk.today()).statuses
    screen.form.fill({"surface_m2": 41})
    press(qtbot, screen, "Move to…")
    (sheet,) = screen.findChildren(SideSheet)
    (asked,) = sheet.findChildren(Form)
    asked.fill({"status": "REN", "since": before[0].since - timedelta(1)})
    press(qtbot, sheet, "Save")
    assert sheet.isVisible()
    asked.fill({"since": desk.today()})
    press(qtbot, sheet, "Save")
    after = dwelling_card.dwelling_card(desk.db, home, today=desk.today()).statuses
    assert after[1:] == before
    qtbot.waitUntil(lambda: words(screen).count("from 24-11-2026") >= 1)
    screen.keep_drafts()
    assert drafts.draft(desk.db, f"dwelling-form/{home}") == {"surface_m2": "41"}


def test_what_a_project_says_of_all_its_dwellings_is_filled_in(
    qtbot: QtBot, desk: Desk
) -> None:
    fields = ComplexFields(
        code="PRF", name="De Proef", housing_form="GEMNB", landlord="Portaal"
    )
    complex_id = dwellings.add_complex(desk.db, fields)
    screen = DwellingForm(desk)
    shown(qtbot, screen)
    screen.form.fill({"landlord": "Woonin", "complex_id": str(complex_id)})
    screen.form.input("complex_id").typed.emit()
    draft = screen.form.draft()
    assert (draft["housing_form"], draft["landlord"]) == ("GEMNB", "Woonin")


def test_one_after_another_is_added_without_leaving(
    qtbot: QtBot, desk: Desk, visits: Visits
) -> None:
    screen = DwellingForm(desk)
    shown(qtbot, screen)
    for number in (1, 2):
        screen.form.fill({"street": "Reeks", "house_number": number, "housing_form": "BEST"})
        press(qtbot, screen, "Save and add another")
    assert (visits.places, visits.said) == ([], ["Dwelling saved"] * 2)
    rows = dwelling_list.dwelling_rows(desk.db, today=desk.today())
    assert {"Reeks 1", "Reeks 2"} <= {row.address for row in rows}
    assert screen.keep_drafts() == []


def test_a_half_form_survives_a_lock_and_nothing_typed_leaves_no_draft(
    qtbot: QtBot, desk: Desk, home: UUID
) -> None:
    screen = DwellingForm(desk, home)
    shown(qtbot, screen)
    assert screen.keep_drafts() == []
    assert drafts.draft(desk.db, f"dwelling-form/{home}") is None
    screen.form.fill({"landlord": "Half getypt"})
    assert screen.keep_drafts() == ["A form about a dwelling"]
    again = DwellingForm(desk, home)
    shown(qtbot, again)
    assert again.form.draft()["landlord"] == "Half getypt"
    assert drafts.draft(desk.db, f"dwelling-form/{home}") == {"landlord": "Half getypt"}


def test_a_place_names_the_field_to_begin_at(qtbot: QtBot, desk: Desk, home: UUID) -> None:
    screen = DwellingForm(desk, home)
    shown(qtbot, screen)
    screen.show_place(Place("dwelling-form", home, field="pets_allowed"))
    line = screen.form.input("pets_allowed")
    qtbot.waitUntil(line.hasFocus)
    assert not line.visibleRegion().isEmpty()
    screen.show_place(Place("dwelling-form", home, field="status"))
    assert [s for s in screen.findChildren(SideSheet) if s.isVisible()]


def test_a_complex_is_added_and_edited(qtbot: QtBot, desk: Desk, visits: Visits) -> None:
    screen = ComplexForm(desk)
    shown(qtbot, screen)
    screen.form.fill({"name": "De Proef", "code": "te lang voor een code"})
    screen.form.fill({"housing_form": "GEMNB"})
    press(qtbot, screen, "Save")
    assert "A code has 1 to 8 capitals" in words(screen)
    screen.form.fill({"code": "PRF"})
    press(qtbot, screen, "Save")
    rows = dwelling_list.complex_rows(desk.db, today=desk.today())
    (made,) = [row for row in rows if row.code == "PRF"]
    again = ComplexForm(desk, made.complex_id)
    shown(qtbot, again)
    again.form.fill({"planned": 12})
    press(qtbot, again, "Save")
    card = dwelling_card.complex_card(desk.db, made.complex_id)
    assert (card.fields.name, card.fields.planned) == ("De Proef", 12)
    assert visits.places == [Place("dwellings")] * 2
