"""Keys, last days and flips: never over-full, never two homes, never an end of support."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from desktop_app.errors import InvalidFieldsError, UserError
from desktop_app.register import clients, dwelling_list, dwellings, tenancies, tenancy_list
from desktop_app.register.clients import ClientFields, ReferralFields
from desktop_app.register.dwelling_list import Column
from desktop_app.register.dwellings import DwellingFields, StatusFields
from desktop_app.register.tenancies import TenancyEnd, TenancyFields
from desktop_app.store.tables import SupportPeriod, Task, Tenancy, TrajectoryStep

if TYPE_CHECKING:
    from uuid import UUID

    from desktop_app.store.database import Database

TODAY = date(2026, 11, 24)
KEY = date(2026, 3, 1)
REGULAR = TenancyFields(tenancy_type="REG", starts_on=KEY)
MOVED = TenancyEnd(ended_on=date(2026, 10, 31), reason="DOOR", destination="H1")


def client(db: Database, name: str = "Bakker") -> UUID:
    return clients.add_client(
        db,
        ClientFields(call_name="Noor", last_name=name),
        ReferralFields(received_on=date(2026, 1, 5), source="MO"),
        today=TODAY,
    )


def home(db: Database, number: int = 1, capacity: int = 1, status: str = "BES") -> UUID:
    return dwellings.add_dwelling(
        db,
        DwellingFields(
            street="Lindehof",
            house_number=number,
            city="De Meern",
            housing_form="GEMTR",
            capacity=capacity,
            rent_cents=61_200,
        ),
        StatusFields(status=status, since=date(2025, 1, 1)),
    )


def test_one_key_does_all_that_belongs_to_it(db: Database) -> None:
    person, place = client(db), home(db)
    tenancies.start_tenancy(db, person, place, REGULAR)
    row = dwelling_list.dwelling_row(db, place, today=TODAY)
    assert (row.column, row.status, row.free) == (Column.OCCUPIED, "VER", 0)
    assert [tenant.name for tenant in row.tenants] == ["Noor Bakker"]
    assert tenancy_list.tenancy_rows(db, client_id=person)[0].rent_cents == 61_200
    with db.read() as session:
        steps = session.scalars(select(TrajectoryStep.status).order_by(TrajectoryStep.on)).all()
        assert list(steps) == ["AANM", "WOON"]
        assert session.scalars(select(SupportPeriod.starts_on)).all() == [KEY]


def test_a_last_day_does_four_things_and_leaves_support_alone(db: Database) -> None:
    person, place = client(db), home(db)
    tenancy = tenancies.start_tenancy(db, person, place, REGULAR)
    lost = TenancyEnd(ended_on=date(2026, 10, 31), reason="ONTS", destination="E6")
    tenancies.end_tenancy(db, tenancy, lost)
    row = dwelling_list.dwelling_row(db, place, today=TODAY)
    assert (row.column, row.since, row.days_vacant(TODAY)) == (
        Column.VACANT,
        date(2026, 11, 1),
        23,
    )
    with db.read() as session:
        assert len(session.scalars(select(Task)).all()) == 2
        newest = session.scalars(
            select(TrajectoryStep.status).order_by(TrajectoryStep.on.desc())
        ).first()
        assert newest == "TUSS"
        assert session.scalars(select(SupportPeriod.ended_on)).all() == [None]


def test_a_home_that_will_be_left_shows_as_such(db: Database) -> None:
    person, place = client(db), home(db)
    tenancy = tenancies.start_tenancy(db, person, place, REGULAR)
    soon = TenancyEnd(ended_on=TODAY + timedelta(7), reason="DOOR", destination="H1")
    tenancies.end_tenancy(db, tenancy, soon)
    assert dwelling_list.dwelling_row(db, place, today=TODAY).column is Column.LEAVING


def test_a_full_home_is_refused_and_nothing_is_written(db: Database) -> None:
    place = home(db)
    tenancies.start_tenancy(db, client(db), place, REGULAR)
    second = client(db, "Smits")
    with pytest.raises(InvalidFieldsError, match="no room here on 01-03-2026"):
        tenancies.start_tenancy(db, second, place, REGULAR)
    assert tenancy_list.tenancy_rows(db, client_id=second) == []
    with db.read() as session:
        assert (
            session.scalars(
                select(SupportPeriod).where(SupportPeriod.client_id == second)
            ).all()
            == []
        )


def test_nobody_has_two_homes_at_once(db: Database) -> None:
    person = client(db)
    tenancies.start_tenancy(db, person, home(db), REGULAR)
    with pytest.raises(InvalidFieldsError, match="another home from 01-03-2026"):
        tenancies.start_tenancy(db, person, home(db, 2), REGULAR)


def test_the_next_tenant_may_come_the_day_after(db: Database) -> None:
    place = home(db)
    first = tenancies.start_tenancy(db, client(db), place, REGULAR)
    tenancies.end_tenancy(db, first, MOVED)
    same_day = TenancyFields(tenancy_type="REG", starts_on=MOVED.ended_on)
    other = client(db, "Smits")
    with pytest.raises(InvalidFieldsError, match="no room"):
        tenancies.start_tenancy(db, other, place, same_day)
    day_after = TenancyFields(tenancy_type="REG", starts_on=MOVED.ended_on + timedelta(1))
    tenancies.start_tenancy(db, other, place, day_after)


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        (TenancyFields(tenancy_type="TIJD2", starts_on=KEY), "contract_until"),
        (
            TenancyFields(
                tenancy_type="TIJD2", starts_on=KEY, contract_until=date(2026, 2, 28)
            ),
            "contract_until",
        ),
        (TenancyFields(tenancy_type="ZZZ", starts_on=KEY), "tenancy_type"),
    ],
)
def test_wrong_fields_are_named(db: Database, fields: TenancyFields, field: str) -> None:
    with pytest.raises(InvalidFieldsError) as refused:
        tenancies.start_tenancy(db, client(db), home(db), fields)
    assert set(refused.value.fields) == {field}


@pytest.mark.parametrize("status", ["PLAN", "BOUW", "UIT", "REG", "REN"])
def test_a_dwelling_that_is_not_ours_to_let_is_refused(db: Database, status: str) -> None:
    with pytest.raises(InvalidFieldsError) as refused:
        tenancies.start_tenancy(db, client(db), home(db, status=status), REGULAR)
    assert set(refused.value.fields) == {"dwelling_id"}


def test_a_flip_is_no_end(db: Database) -> None:
    fields = TenancyFields(tenancy_type="OMK", starts_on=KEY, flip_planned_on=TODAY)
    person, place = client(db), home(db)
    tenancy = tenancies.start_tenancy(db, person, place, fields)
    tenancies.flip(db, tenancy, on=TODAY)
    row = tenancy_list.tenancy_rows(db, client_id=person)[0]
    assert (row.flipped_on, row.ended_on) == (TODAY, None)
    with pytest.raises(InvalidFieldsError, match="already"):
        tenancies.flip(db, tenancy, on=TODAY)


def test_an_ordinary_lease_cannot_flip(db: Database) -> None:
    tenancy = tenancies.start_tenancy(db, client(db), home(db), REGULAR)
    with pytest.raises(InvalidFieldsError, match="omklapcontract"):
        tenancies.flip(db, tenancy, on=TODAY)


def test_a_tenancy_ends_once(db: Database) -> None:
    tenancy = tenancies.start_tenancy(db, client(db), home(db), REGULAR)
    tenancies.end_tenancy(db, tenancy, MOVED)
    with pytest.raises(UserError, match="ended already"):
        tenancies.end_tenancy(db, tenancy, MOVED)


def test_an_end_left_open_is_completed_but_a_running_tenancy_is_not(db: Database) -> None:
    somebody = client(db)
    fields = TenancyFields(tenancy_type="REG", starts_on=KEY)
    tenancy = tenancies.start_tenancy(db, somebody, home(db), fields)
    with pytest.raises(UserError, match="End it first"):
        tenancies.complete_end(db, tenancy, reason="DOOR", destination="H1")
    with db.write() as session:
        session.get_one(Tenancy, tenancy).ended_on = TODAY
    with pytest.raises(InvalidFieldsError):
        tenancies.complete_end(db, tenancy, reason="?", destination="H1")
    tenancies.complete_end(db, tenancy, reason="DOOR", destination="H1")
    (row,) = tenancy_list.tenancy_rows(db, client_id=somebody)
    assert (row.ended_on, row.end_reason, row.destination) == (TODAY, "DOOR", "H1")


def test_an_end_lies_after_its_begin(db: Database) -> None:
    tenancy = tenancies.start_tenancy(db, client(db), home(db), REGULAR)
    early = TenancyEnd(ended_on=KEY - timedelta(1), reason="DOOR", destination="H1")
    with pytest.raises(InvalidFieldsError, match="01-03-2026"):
        tenancies.end_tenancy(db, tenancy, early)


MOVES = st.lists(
    st.tuples(
        st.integers(0, 3),  # who
        st.integers(0, 1),  # where
        st.integers(0, 60),  # key day
        st.none() | st.integers(0, 60),  # days lived there
    ),
    max_size=10,
)


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(moves=MOVES, capacity=st.integers(1, 2))
def test_whatever_is_tried_no_home_is_over_full_and_nobody_has_two(
    db: Database, moves: list[tuple[int, int, int, int | None]], capacity: int
) -> None:
    count = len(dwelling_list.dwelling_rows(db, today=TODAY))
    people = [client(db, f"P{n}") for n in range(4)]
    places = [home(db, count + n + 1, capacity) for n in range(2)]
    for who, where, day, length in moves:
        fields = TenancyFields(tenancy_type="REG", starts_on=KEY + timedelta(day))
        try:
            tenancy = tenancies.start_tenancy(db, people[who], places[where], fields)
        except InvalidFieldsError:
            continue
        if length is not None:
            last = fields.starts_on + timedelta(length)
            tenancies.end_tenancy(
                db, tenancy, TenancyEnd(ended_on=last, reason="DOOR", destination="H1")
            )
    rows = [r for r in tenancy_list.tenancy_rows(db) if r.client_id in people]
    for day in range(125):
        on = KEY + timedelta(day)
        lived = [r for r in rows if r.starts_on <= on and (not r.ended_on or r.ended_on >= on)]
        assert all(sum(r.dwelling_id == place for r in lived) <= capacity for place in places)
        assert len({r.client_id for r in lived}) == len(lived)
