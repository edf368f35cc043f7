"""How a version was agreed, and what that does to the versions before it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from desktop_app.errors import InvalidFieldsError, UserError
from desktop_app.plans import drafting, freezing, reading, review, signatures, versions
from tests.plans import registered

if TYPE_CHECKING:
    from uuid import UUID

    from desktop_app.store.database import Database

TODAY = registered.NOVEMBER
LATER = TODAY + timedelta(20)


@pytest.fixture
def ids(db: Database) -> registered.Sample:
    return registered.both_versions(db)


def states(db: Database, ids: registered.Sample) -> list[tuple[str, str | None, date | None]]:
    found = versions.versions(db, ids.client, today=TODAY)
    return [(row.status, row.signature, row.agreed_on) for row in found]


def receive(db: Database, plan_id: UUID, state: str = "CLI") -> signatures.Received:
    return signatures.signature_received(db, plan_id, state, on=LATER, today=LATER)


@pytest.mark.parametrize("state", ["CLI", "VERT", "MOND", "WIL", "KAN"])
def test_an_agreed_version_runs_and_replaces_the_one_before(
    db: Database, ids: registered.Sample, state: str
) -> None:
    freezing.print_for_signature(db, ids.second, today=TODAY)
    assert states(db, ids) == [("BESP", "OPEN", None), ("EVA", "CLI", registered.JUNE)]
    receive(db, ids.second, state)
    assert states(db, ids) == [("LOP", state, LATER), ("VERV", "CLI", registered.JUNE)]


def test_a_signature_can_be_taken_back_to_the_letter(
    db: Database, ids: registered.Sample
) -> None:
    freezing.print_for_signature(db, ids.second, today=TODAY)
    before = states(db, ids)
    received = receive(db, ids.second)
    assert states(db, ids) != before
    signatures.take_back_signature(db, received)
    assert states(db, ids) == before


def test_a_draft_cannot_be_signed(db: Database, ids: registered.Sample) -> None:
    with pytest.raises(UserError, match="for signature first"):
        receive(db, ids.second)
    assert states(db, ids)[0] == ("CON", None, None)


@pytest.mark.parametrize(
    ("state", "on", "wrong"),
    [
        ("OPEN", TODAY, {"state"}),
        ("JA", TODAY, {"state"}),
        ("CLI", TODAY + timedelta(1), {"on"}),
        ("CLI", TODAY - timedelta(1), {"on"}),
        ("", date(2020, 1, 1), {"state", "on"}),
    ],
)
def test_a_signature_that_cannot_be_is_refused(
    db: Database, ids: registered.Sample, state: str, on: date, wrong: set[str]
) -> None:
    freezing.print_for_signature(db, ids.second, today=TODAY)
    with pytest.raises(InvalidFieldsError) as refused:
        signatures.signature_received(db, ids.second, state, on=on, today=TODAY)
    assert set(refused.value.fields) == wrong
    assert states(db, ids)[0] == ("BESP", "OPEN", None)


def test_a_state_is_corrected_when_the_client_signs_later(
    db: Database, ids: registered.Sample
) -> None:
    freezing.print_for_signature(db, ids.second, today=TODAY)
    signatures.signature_received(db, ids.second, "KAN", on=TODAY, today=TODAY)
    receive(db, ids.second, "CLI")
    assert states(db, ids) == [("LOP", "CLI", LATER), ("VERV", "CLI", registered.JUNE)]


def test_a_printed_version_that_was_never_signed_is_replaced_too(
    db: Database, ids: registered.Sample
) -> None:
    freezing.print_for_signature(db, ids.second, today=TODAY)
    third = registered.start(db, ids.client, today=LATER)
    registered.save(db, third, "P16", {"review_on": "2027-05-20"})
    registered.sign(db, third, on=LATER)
    assert [status for status, _, _ in states(db, ids)] == ["LOP", "VERV", "VERV"]
    with pytest.raises(drafting.FrozenPlanError):
        receive(db, ids.second)


def test_a_plan_closes_when_support_ends(db: Database, ids: registered.Sample) -> None:
    version = reading.plan_card(db, ids.second, today=TODAY).version
    with pytest.raises(UserError, match="still a draft"):
        review.close_plan(db, ids.second, version=version)
    version = reading.plan_card(db, ids.first, today=TODAY).version
    review.close_plan(db, ids.first, version=version)
    assert states(db, ids)[1][0] == "AFG"
    with pytest.raises(drafting.FrozenPlanError):
        receive(db, ids.first)
    registered.sign(db, ids.second, on=TODAY)
    assert states(db, ids)[1][0] == "AFG"
