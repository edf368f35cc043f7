"""Starts, ends, flips and extensions at random, beside a model that only counts days.

The model knows for each dwelling and each client which days are taken. What it allows must be
allowed, what it forbids must be refused, and the stored days must be the model's.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from desktop_app.errors import InvalidFieldsError
from desktop_app.register import clients, dwellings, findings, tenancies
from desktop_app.register.clients import ClientFields, ReferralFields
from desktop_app.register.dwellings import DwellingFields, StatusFields
from desktop_app.register.findings import Kind
from desktop_app.register.tenancies import TenancyEnd, TenancyFields
from desktop_app.store.tables import Dwelling, SupportPeriod, Tenancy

if TYPE_CHECKING:
    from uuid import UUID

    from desktop_app.store.database import Database

TODAY = date(2026, 11, 24)
FIRST = date(2026, 1, 5)
HORIZON = 80  # days that the model looks at; an open end fills the rest
PEOPLE, HOMES = 3, 2

STARTS = st.tuples(
    st.just("start"), st.integers(0, PEOPLE - 1), st.integers(0, HOMES - 1), st.integers(0, 40)
)
ENDS = st.tuples(st.just("end"), st.integers(0, 9), st.just(0), st.integers(-5, 30))
FLIPS = st.tuples(st.just("flip"), st.integers(0, 9), st.just(0), st.integers(0, 30))
ACTS = st.lists(STARTS | ENDS | FLIPS, min_size=1, max_size=14)


@dataclass(slots=True)
class Lived:
    """A tenancy as the model knows it: days counted from FIRST."""

    tenancy_id: UUID
    person: int
    home: int
    first: int
    last: int | None = None
    flipped: int | None = None

    def holds(self, day: int) -> bool:
        return self.first <= day and (self.last is None or day <= self.last)


@dataclass(slots=True)
class Model:
    """Who lives where on which day."""

    capacity: int
    lived: list[Lived] = field(default_factory=list)

    def allows(self, person: int, home: int, first: int) -> bool:
        if self.capacity == 1 and any(
            one.home == home and one.flipped is not None for one in self.lived
        ):
            return False  # it is the tenant's own now
        return all(
            sum(one.home == home and one.holds(day) for one in self.lived) < self.capacity
            and not any(one.person == person and one.holds(day) for one in self.lived)
            for day in range(first, HORIZON)
        )


def _day(number: int) -> date:
    return FIRST + timedelta(number)


def _world(db: Database, capacity: int) -> tuple[list[UUID], list[UUID]]:
    """Add fresh people and homes; what earlier examples left does not matter to them."""
    with db.read() as session:
        homes = len(session.scalars(select(Dwelling.id)).all())
    people = [
        clients.add_client(
            db,
            ClientFields(call_name="Noor", last_name=f"P{number}"),
            ReferralFields(received_on=FIRST, source="MO", living_situation="E1"),
            today=TODAY,
        )
        for number in range(PEOPLE)
    ]
    places = [
        dwellings.add_dwelling(
            db,
            DwellingFields(
                street="Lindehof",
                house_number=homes + number + 1,
                housing_form="BEST",
                capacity=capacity,
            ),
            StatusFields(status="BES", since=FIRST - timedelta(1)),
        )
        for number in range(HOMES)
    ]
    return people, places


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@example(acts=[("start", 0, 0, 5), ("flip", 0, 0, 3), ("start", 1, 0, 1)], capacity=1)
@example(acts=[("start", 0, 0, 5), ("flip", 0, 0, 3), ("start", 1, 0, 1)], capacity=2)
@given(acts=ACTS, capacity=st.integers(1, 2))
def test_what_is_stored_is_what_a_count_of_days_allows(
    db: Database, acts: list[tuple[str, int, int, int]], capacity: int
) -> None:
    people, places = _world(db, capacity)
    model = Model(capacity)
    for act, which, home, day in acts:
        if act == "start":
            _start(db, model, people, places, (which, home, day))
        elif model.lived:
            one = model.lived[which % len(model.lived)]
            _end(db, one, one.first + day) if act == "end" else _flip(db, one, one.first + day)
    with db.read() as session:
        stored = session.scalars(select(Tenancy).where(Tenancy.client_id.in_(people))).all()
        support = session.scalars(
            select(SupportPeriod).where(SupportPeriod.client_id.in_(people))
        ).all()
    days = {(one.id, one.starts_on, one.ended_on, one.flipped_on) for one in stored}
    assert days == {
        (
            one.tenancy_id,
            _day(one.first),
            None if one.last is None else _day(one.last),
            None if one.flipped is None else _day(one.flipped),
        )
        for one in model.lived
    }
    assert all(period.ended_on is None for period in support)
    assert {period.client_id for period in support} == {one.client_id for one in stored}
    crowded = {Kind.OVER_FULL, Kind.TWO_HOMES}
    assert not crowded & {one.kind for one in findings.find(db, today=TODAY)}


def _start(
    db: Database,
    model: Model,
    people: list[UUID],
    places: list[UUID],
    wanted: tuple[int, int, int],
) -> None:
    person, home, first = wanted
    fields = TenancyFields(tenancy_type="OMK", starts_on=_day(first))
    try:
        made = tenancies.start_tenancy(db, people[person], places[home], fields)
    except InvalidFieldsError:
        assert not model.allows(person, home, first)
    else:
        assert model.allows(person, home, first)
        model.lived.append(Lived(made, person, home, first))


def _end(db: Database, one: Lived, last: int) -> None:
    if one.last is not None:
        return
    end = TenancyEnd(ended_on=_day(last), reason="DOOR", destination="H1")
    try:
        tenancies.end_tenancy(db, one.tenancy_id, end)
    except InvalidFieldsError:
        assert last < one.first
    else:
        assert last >= one.first
        one.last = last


def _flip(db: Database, one: Lived, on: int) -> None:
    try:
        tenancies.flip(db, one.tenancy_id, on=_day(on))
    except InvalidFieldsError:
        assert one.flipped is not None or one.last is not None
    else:
        assert one.flipped is None
        assert one.last is None
        one.flipped = on
