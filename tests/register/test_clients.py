"""Adding, editing and listing clients."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from desktop_app.errors import InvalidFieldsError, UserError
from desktop_app.register import client_card, client_list, clients
from desktop_app.register.client_list import ClientFilter
from desktop_app.register.clients import ClientFields, ReferralFields
from desktop_app.store.database import StaleEditError
from desktop_app.store.tables import Client, Referral, TrajectoryStep, Worker

if TYPE_CHECKING:
    from uuid import UUID

    from desktop_app.store.database import Database

TODAY = date(2026, 11, 24)
REFERRED = ReferralFields(received_on=date(2026, 9, 1), source="MO", living_situation="E2.1")


def add(db: Database, last_name: str = "de Boer", **more: date | str | None) -> UUID:
    fields = ClientFields(call_name="Noor", last_name=last_name, **more)  # type: ignore[arg-type]
    return clients.add_client(db, fields, REFERRED, today=TODAY)


def test_a_new_client_starts_with_a_number_and_a_referral(db: Database) -> None:
    first, second = add(db), add(db, "Yılmaz")
    with db.read() as session:
        assert session.get_one(Client, first).number == "C-0001"
        assert session.get_one(Client, second).number == "C-0002"
        step = session.query(TrajectoryStep).filter_by(client_id=first).one()
        assert (step.status, step.on) == ("AANM", date(2026, 9, 1))
        assert session.query(Referral).filter_by(client_id=first).one().source == "MO"


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        (ClientFields(call_name="", last_name=" "), {"call_name", "last_name"}),
        (
            ClientFields(call_name="A", last_name="B", birth_date=TODAY + timedelta(1)),
            {"birth_date"},
        ),
        (
            ClientFields(call_name="A", last_name="B", birth_date=date(1800, 1, 1)),
            {"birth_date"},
        ),
        (ClientFields(call_name="A", last_name="B", birth_year=2027), {"birth_year"}),
        (ClientFields(call_name="A", last_name="B", gender="?"), {"gender"}),
        (ClientFields(call_name="A", last_name="B", municipality="GM9"), {"municipality"}),
    ],
)
def test_every_wrong_field_is_named_and_nothing_is_saved(
    db: Database, fields: ClientFields, wrong: set[str]
) -> None:
    with pytest.raises(InvalidFieldsError) as refused:
        clients.add_client(db, fields, REFERRED, today=TODAY)
    assert set(refused.value.fields) == wrong
    assert client_list.count_clients(db, today=TODAY) == 0


def test_a_referral_from_the_future_is_refused(db: Database) -> None:
    referral = ReferralFields(received_on=TODAY + timedelta(1), source="MO")
    with pytest.raises(UserError, match="future"):
        clients.add_client(
            db, ClientFields(call_name="A", last_name="B"), referral, today=TODAY
        )


def test_an_edit_that_did_not_see_the_newest_state_is_refused(db: Database) -> None:
    client = add(db)
    newer = ClientFields(call_name="Noor", last_name="de Boer", phone="06 1")
    clients.edit_client(db, client, newer, version=1, today=TODAY)
    with pytest.raises(StaleEditError):
        clients.edit_client(db, client, newer, version=1, today=TODAY)


def test_a_lookalike_is_shown_before_a_double_is_made(db: Database) -> None:
    add(db, "Wiśniewska", birth_date=date(1990, 5, 1))
    again = ClientFields(call_name="noor", last_name="Wisniewska", birth_date=date(1990, 5, 1))
    assert [found.number for found in clients.lookalikes(db, again)] == ["C-0001"]
    other = ClientFields(call_name="noor", last_name="Jansen", birth_date=date(1990, 5, 1))
    assert clients.lookalikes(db, other) == []


def test_the_list_sorts_by_last_name_and_finds_without_marks(db: Database) -> None:
    for name in ("Zwart", "Ölmez", "Błaszczyk"):
        add(db, name)
    rows = client_list.client_rows(db, today=TODAY)
    assert [row.name for row in rows] == ["Noor Błaszczyk", "Noor Ölmez", "Noor Zwart"]
    found = client_list.client_rows(db, ClientFilter(words="olm"), today=TODAY)
    assert [row.name for row in found] == ["Noor Ölmez"]
    assert client_list.count_clients(db, ClientFilter(phase="wacht"), today=TODAY) == 3
    assert client_list.count_clients(db, ClientFilter(phase="actief"), today=TODAY) == 0


@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(page=st.integers(1, 9))
def test_pages_together_are_the_whole_list(db: Database, page: int) -> None:
    while client_list.count_clients(db, today=TODAY) < 12:
        add(db, "Bakker" if client_list.count_clients(db, today=TODAY) % 2 else "Aalbers")
    whole = client_list.client_rows(db, today=TODAY)
    paged: list[client_list.ClientRow] = []
    while rows := client_list.client_rows(
        db, today=TODAY, after=paged[-1] if paged else None, limit=page
    ):
        paged += rows
    assert paged == whole


def test_a_stand_in_is_another_colleague(db: Database) -> None:
    client = add(db)
    with db.read() as session:
        marieke, joost = session.scalars(select(Worker).order_by(Worker.name.desc()))
    clients.name_stand_in(db, client, joost.id, version=1)
    with db.read() as session:
        row = session.get_one(Client, client)
        assert row.stand_in_id == joost.id
        fields = replace(client_card.fields_of(row), key_worker_id=marieke.id)
    clients.edit_client(db, client, fields, version=2, today=TODAY)
    with db.read() as session:
        assert session.get_one(Client, client).stand_in_id == joost.id
    with pytest.raises(UserError, match="another colleague"):
        clients.name_stand_in(db, client, marieke.id, version=3)
    with pytest.raises(StaleEditError):
        clients.name_stand_in(db, client, None, version=2)


def test_support_begins_apart_from_a_key_and_again_after_an_end(db: Database) -> None:
    somebody = add(db)
    clients.start_support(db, somebody, on=TODAY - timedelta(10))
    with pytest.raises(InvalidFieldsError, match="runs for this client already"):
        clients.start_support(db, somebody, on=TODAY)
    clients.end_support(db, somebody, on=TODAY, reason="DOEL")
    with pytest.raises(InvalidFieldsError, match="Choose a later day"):
        clients.start_support(db, somebody, on=TODAY)
    clients.start_support(db, somebody, on=TODAY + timedelta(1))
    supports = client_card.client_card(db, somebody, today=TODAY).supports
    assert [one.ended_on for one in supports] == [None, TODAY]


def test_a_referral_is_completed_and_a_stale_edit_refused(db: Database) -> None:
    somebody = add(db)
    (known,) = client_card.client_card(db, somebody, today=TODAY).referrals
    fields = ReferralFields(
        received_on=known.received_on, source=known.source, living_situation="E1"
    )
    clients.edit_referral(db, known.referral_id, fields, version=known.version, today=TODAY)
    (now,) = client_card.client_card(db, somebody, today=TODAY).referrals
    assert now.living_situation == "E1"
    with pytest.raises(StaleEditError):
        clients.edit_referral(db, known.referral_id, fields, version=known.version, today=TODAY)
    ahead = replace(fields, received_on=TODAY + timedelta(1))
    with pytest.raises(InvalidFieldsError, match="future"):
        clients.edit_referral(db, known.referral_id, ahead, version=now.version, today=TODAY)
