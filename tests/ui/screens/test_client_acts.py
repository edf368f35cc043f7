"""What is done on a client's page: leases, support, decisions, the referral; and taken back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from desktop_app.register import (
    client_card,
    client_list,
    clients,
    decisions,
    drafts,
    dwelling_list,
    tasks,
    tenancies,
    tenancy_list,
    workers,
)
from desktop_app.register.clients import ClientFields, ReferralFields
from desktop_app.register.tenancies import TenancyFields
from ui.parts.asking import AskingSheet
from ui.parts.form import Form
from ui.parts.painted import PaintedButton
from ui.screens.client import ClientScreen, deciding, leases, referring

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from desktop_app.register.client_card import ClientCard
    from tests.ui.screens.conftest import Visits
    from ui.desk import Desk


@dataclass(frozen=True, slots=True)
class Page:
    """The page of a client at a tab, as somebody with a mouse has it."""

    qtbot: QtBot
    desk: Desk
    screen: ClientScreen
    client_id: UUID

    @property
    def card(self) -> ClientCard:
        """The client as the register has it now."""
        return client_card.client_card(self.desk.db, self.client_id, today=self.desk.today())

    def press(self, said: str) -> None:
        """Press the last button in sight that says something: a sheet's, where one lies."""

        def found() -> list[PaintedButton]:
            buttons = [b for b in self.screen.findChildren(PaintedButton) if b.isVisible()]
            return [b for b in buttons if said == (b.accessibleName() or b.words())]

        self.qtbot.waitUntil(lambda: bool(found()))
        self.qtbot.mouseClick(found()[-1], Qt.MouseButton.LeftButton)

    def answer(self, **values: object) -> None:
        """Fill in the sheet that lies open."""
        (form,) = [form for form in self.screen.findChildren(Form) if form.isVisible()]
        form.fill(values)

    def said(self) -> str:
        """Return every word in sight."""
        labels = self.screen.findChildren(QLabel)
        return "\n".join(label.text() for label in labels if label.isVisible())


def opened(qtbot: QtBot, desk: Desk, client_id: UUID, part: str) -> Page:
    screen = ClientScreen(desk, client_id)
    qtbot.addWidget(screen)
    screen.resize(1190, 1400)
    screen.open_part(part)
    with qtbot.waitExposed(screen):
        screen.show()
    return Page(qtbot, desk, screen, client_id)


@pytest.fixture
def housed(desk: Desk) -> UUID:
    """Somebody with a home and support."""
    for row in client_list.client_rows(desk.db, today=desk.today()):
        card = client_card.client_card(desk.db, row.client_id, today=desk.today())
        if card.home is not None and card.supports and card.supports[0].ended_on is None:
            return card.client_id
    raise LookupError


def undecided(desk: Desk) -> UUID:
    """Return somebody about whom nothing was decided yet."""
    rows = client_list.client_rows(desk.db, today=desk.today())
    return next(
        row.client_id for row in rows if not decisions.decisions(desk.db, row.client_id)
    )


def lease(desk: Desk, tenancy_type: str, until: date | None = None) -> UUID:
    """Let somebody new live in a home that is free, and return who."""
    today = desk.today()
    free = next(row for row in dwelling_list.dwelling_rows(desk.db, today=today) if row.free)
    who = clients.add_client(
        desk.db,
        ClientFields(call_name="Noor", last_name="Proefmens"),
        ReferralFields(received_on=today, source="MO"),
        today=today,
    )
    fields = TenancyFields(tenancy_type=tenancy_type, starts_on=today, contract_until=until)
    tenancies.start_tenancy(desk.db, who, free.dwelling_id, fields)
    return who


def test_a_temporary_lease_is_extended_and_that_is_taken_back(
    qtbot: QtBot, desk: Desk, visits: Visits
) -> None:
    until = desk.today() + timedelta(90)
    page = opened(qtbot, desk, lease(desk, "TIJD2", until), "housing")
    page.press("Extend the lease")
    page.answer(until=until + timedelta(365))
    page.press("Extend")
    assert page.card.tenancies[0].contract_until == until + timedelta(365)
    visits.undos[-1]()
    assert page.card.tenancies[0].contract_until == until


def test_an_omklapcontract_goes_to_the_tenants_own_name_and_is_no_end(
    qtbot: QtBot, desk: Desk
) -> None:
    page = opened(qtbot, desk, lease(desk, "OMK"), "housing")
    page.press("Put in own name")
    page.answer(on=desk.today())
    page.press("Save")
    flipped = page.card.tenancies[0]
    assert (flipped.flipped_on, flipped.ended_on) == (desk.today(), None)
    qtbot.waitUntil(lambda: "own name since" in page.said())


def test_support_ends_and_the_home_stays_then_support_begins_again(
    qtbot: QtBot, desk: Desk, housed: UUID, visits: Visits
) -> None:
    page = opened(qtbot, desk, housed, "details")
    home = page.card.home
    page.press("End support")
    assert "The home stays" in page.said()
    page.answer(on=desk.today(), reason="DOEL")
    page.press("End support")
    assert (page.card.home, page.card.supports[0].ended_on) == (home, desk.today())
    assert visits.said == ["Support ended"]
    page.press("Start support")
    page.answer(on=desk.today())
    page.press("Start support")
    assert "Choose a later day" in page.said()
    page.answer(on=desk.today() + timedelta(1))
    page.press("Start support")
    assert page.card.supports[0].ended_on is None


def test_a_decision_is_added_and_renewed_from_the_day_after(qtbot: QtBot, desk: Desk) -> None:
    page = opened(qtbot, desk, undecided(desk), "details")
    page.press("Add decision")
    ends = desk.today() + timedelta(40)
    page.answer(legal_frame="WMOM", starts_on=desk.today(), ends_on=ends)
    page.press("Save")
    page.press("Renew")
    page.press("Save")
    newest, first = page.card.decisions
    assert first.ends_on == ends
    assert (newest.legal_frame, newest.starts_on) == ("WMOM", ends + timedelta(1))


def test_what_is_odd_about_a_decision_is_told_once(qtbot: QtBot, desk: Desk) -> None:
    somebody = undecided(desk)
    fields = decisions.DecisionFields(legal_frame="WMOM", starts_on=desk.today())
    decisions.add_decision(desk.db, somebody, fields)
    page = opened(qtbot, desk, somebody, "details")
    page.press("Add decision")
    page.answer(legal_frame="WMOA", starts_on=desk.today() + timedelta(1))
    page.press("Save")
    assert "overlaps the decision" in page.said()
    assert len(page.card.decisions) == 1
    page.press("Save")
    assert [one.legal_frame for one in page.card.decisions] == ["WMOA", "WMOM"]


def test_a_decision_is_changed(qtbot: QtBot, desk: Desk, housed: UUID) -> None:
    page = opened(qtbot, desk, housed, "details")
    known = page.card.decisions[0]
    deciding.edit(page.screen, desk, page.card, known)
    page.answer(reference="2026-117")
    page.press("Save")
    if "choose Save once more" in page.said():
        page.press("Save")
    changed = {one.decision_id: one for one in page.card.decisions}[known.decision_id]
    assert changed == replace(known, reference="2026-117", version=known.version + 1)


def test_where_somebody_slept_is_filled_in_afterwards(
    qtbot: QtBot, desk: Desk, housed: UUID, visits: Visits
) -> None:
    page = opened(qtbot, desk, housed, "details")
    known = page.card.referrals[0]
    referring.edit(page.screen, desk, housed, known)
    page.answer(living_situation="E1")
    page.press("Save")
    assert page.card.referrals[0] == replace(
        known, living_situation="E1", version=known.version + 1
    )
    visits.undos[-1]()
    assert page.card.referrals[0].living_situation == known.living_situation


def test_an_end_without_a_reason_is_completed(qtbot: QtBot, desk: Desk) -> None:
    rows = tenancy_list.tenancy_rows(desk.db)
    ended = next(one for one in rows if leases.lacks_end(one))
    page = opened(qtbot, desk, ended.client_id, "housing")
    page.press("Complete the end")
    page.answer(reason="DOOR", destination="H1")
    page.press("Save")
    now = {one.tenancy_id: one for one in page.card.tenancies}[ended.tenancy_id]
    assert (now.end_reason, now.destination) == ("DOOR", "H1")


def test_somebody_of_the_household_is_added_changed_and_taken_out(
    qtbot: QtBot, desk: Desk, visits: Visits
) -> None:
    page = opened(qtbot, desk, lease(desk, "REG"), "details")
    page.press("Add: Household")
    page.answer(relation="KIND", first_name="Bo", birth_year=1850)
    page.press("Save")
    assert "year of birth cannot be right" in page.said()
    page.answer(birth_year=2019)
    page.press("Save")
    (bo,) = page.card.household
    assert (bo.first_name, bo.birth_year, bo.lives_in) == ("Bo", 2019, True)
    qtbot.waitUntil(lambda: "born in 2019" in page.said())
    page.press("Edit: Bo · Child (lives in)")
    page.answer(lives_in=False)
    page.press("Save")
    (bo,) = page.card.household
    assert not bo.lives_in
    qtbot.waitUntil(lambda: "lives elsewhere" in page.said())
    page.press("Take out: Bo · Child (lives in)")
    assert not page.card.household
    visits.undos[-1]()
    assert [one.first_name for one in page.card.household] == ["Bo"]


def test_a_contact_person_is_added_changed_and_taken_out(qtbot: QtBot, desk: Desk) -> None:
    page = opened(qtbot, desk, lease(desk, "REG"), "details")
    page.press("Add: Contact people")
    page.answer(role="NOOD", name="Ali Proef", phone="06 12345678")
    page.press("Save")
    qtbot.waitUntil(lambda: "Emergency contact · 06 12345678" in page.said())
    page.press("Edit: Ali Proef")
    page.answer(name="Alí Proef")
    page.press("Save")
    qtbot.waitUntil(lambda: "Alí Proef" in page.said())
    page.press("Take out: Alí Proef")
    assert not page.card.network


def test_a_stand_in_is_another_colleague_than_the_key_worker(
    qtbot: QtBot, desk: Desk, housed: UUID, visits: Visits
) -> None:
    page = opened(qtbot, desk, housed, "details")
    known = page.card
    page.press("Stand-in…")
    (form,) = [form for form in page.screen.findChildren(Form) if form.isVisible()]
    page.answer(stand_in=known.fields.key_worker_id)
    assert form.draft()["stand_in"] == ""
    other = next(
        one
        for one in workers.worker_rows(desk.db)
        if one.active_until is None and one.worker_id != known.fields.key_worker_id
    )
    page.answer(stand_in=other.worker_id)
    page.press("Save")
    assert page.card.stand_in == other.name
    qtbot.waitUntil(lambda: other.name in page.said())
    visits.undos[-1]()
    assert page.card.stand_in == known.stand_in


def test_a_task_about_a_client_stands_with_the_agreements_and_in_ones_week(
    qtbot: QtBot, desk: Desk, housed: UUID, visits: Visits
) -> None:
    page = opened(qtbot, desk, housed, "overview")
    page.press("New task")
    page.answer(due_on=desk.today())
    page.press("Save")
    assert "Fill this in" in page.said()
    page.answer(title="Sleutel bijmaken")
    page.press("Save")
    mine = desk.me.worker_id if desk.me else None
    due = tasks.task_rows(
        desk.db, since=desk.today(), until=desk.today(), worker_id=mine, client_id=housed
    )
    assert "Sleutel bijmaken" in {one.title for one in due}
    visits.undos[-1]()
    due = tasks.task_rows(desk.db, since=desk.today(), until=desk.today(), client_id=housed)
    assert "Sleutel bijmaken" not in {one.title for one in due}


def test_what_is_typed_in_a_sheet_outlives_a_lock_and_cancel_throws_it_away(
    qtbot: QtBot, desk: Desk, visits: Visits
) -> None:
    somebody = undecided(desk)
    page = opened(qtbot, desk, somebody, "details")
    page.press("Add decision")
    assert kept(page) == []
    page.answer(reference="2026-117")
    assert kept(page) == ["A half-filled form"]
    again = opened(qtbot, desk, somebody, "details")
    again.press("Add decision")
    (form,) = [form for form in again.screen.findChildren(Form) if form.isVisible()]
    assert form.draft()["reference"] == "2026-117"
    again.press("Close")
    again.press("Add decision")
    again.press("Cancel")
    assert drafts.draft(desk.db, f"new-decision/{somebody}") is None
    again.press("Add decision")
    again.answer(legal_frame="WMOM", reference="2026-118")
    again.press("Save")
    assert [one.reference for one in again.card.decisions] == ["2026-118"]
    assert drafts.draft(desk.db, f"new-decision/{somebody}") is None
    visits.undos[-1]()
    assert not again.card.decisions


def kept(page: Page) -> Sequence[str]:
    (sheet,) = [one for one in page.screen.findChildren(AskingSheet) if one.isVisible()]
    return sheet.keep_drafts()
