"""Wishes, who waits, why a home fits or not, and keeping one for somebody."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from desktop_app.errors import InvalidFieldsError
from desktop_app.register import (
    clients,
    dwelling_list,
    dwellings,
    matching,
    people_around,
    reservations,
    tenancies,
    trajectories,
    waiting,
    wishes,
)
from desktop_app.register.clients import ClientFields, ReferralFields
from desktop_app.register.dwelling_list import Column
from desktop_app.register.dwellings import ComplexFields, DwellingFields, StatusFields
from desktop_app.register.matching import Sign
from desktop_app.register.people_around import MemberFields
from desktop_app.register.tenancies import TenancyEnd, TenancyFields
from desktop_app.register.trajectories import StepFields
from desktop_app.register.wishes import WishFields
from desktop_app.store.database import StaleEditError
from desktop_app.store.tables import TrajectoryStep

if TYPE_CHECKING:
    from uuid import UUID

    from desktop_app.register.reasons import Reason
    from desktop_app.store.database import Database

TODAY = date(2026, 11, 24)
DAY = timedelta(days=1)
VACANT = StatusFields(status="BES", since=date(2026, 10, 1))
HOME = DwellingFields(
    street="De Werf",
    house_number=14,
    housing_form="BEST",
    municipality="GM0344",
    rooms=2,
    floor=0,
    rent_cents=61_200,
)


def seeker(
    db: Database, name: str = "Yusuf", on: date = date(2026, 9, 14), status: str = "WLST"
) -> UUID:
    client = clients.add_client(
        db,
        ClientFields(call_name="Amina", last_name=name),
        ReferralFields(received_on=on, source="MO"),
        today=TODAY,
    )
    reason = "WON" if status in trajectories.WAITING else None
    step = StepFields(status=status, on=on + timedelta(10), wait_reason=reason)
    trajectories.take_step(db, client, step, today=TODAY)
    return client


def home(db: Database, status: StatusFields = VACANT, **more: Any) -> UUID:
    fields = replace(HOME, **more)
    return dwellings.add_dwelling(db, fields, status)


def reason(db: Database, client: UUID, field: str) -> Reason:
    (fit,) = matching.explain(db, client, today=TODAY)
    (found,) = [one for one in fit.reasons if one.field == field]
    return found


def signs(db: Database, client: UUID, wanted: WishFields, dwelling: UUID) -> dict[str, Sign]:
    wishes.wish(db, client, wanted, version=wishes.wishes(db, client).version)
    fits = matching.explain(db, client, today=TODAY)
    (fit,) = [one for one in fits if one.dwelling.dwelling_id == dwelling]
    return {one.field: one.sign for one in fit.reasons}


def status(db: Database, client: UUID) -> str:
    with db.read() as session:
        steps = session.query(TrajectoryStep).filter_by(client_id=client)
        return max(steps, key=lambda step: (step.on, step.id)).status


def test_wishes_are_written_once_per_client_and_read_back(db: Database) -> None:
    client = seeker(db)
    assert wishes.wishes(db, client) == wishes.Wishes()
    wanted = WishFields(
        rent_most=64_000, municipalities=("GM0344",), hard=("rent_most",), own_words="Bij zus"
    )
    wishes.wish(db, client, wanted)
    found = wishes.wishes(db, client)
    assert (found.rent_most, found.municipalities) == (64_000, ("GM0344",))
    wishes.wish(db, client, WishFields(pets=True), version=found.version)
    assert wishes.wishes(db, client).rent_most is None
    with pytest.raises(StaleEditError):
        wishes.wish(db, client, WishFields(), version=found.version)


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        (WishFields(rent_most=0), "rent_most"),
        (WishFields(rooms_least=13), "rooms_least"),
        (WishFields(accessibility="TRAP"), "accessibility"),
        (WishFields(municipalities=("GM0344", "GM1")), "municipalities"),
        (WishFields(own_words="a" * 201), "own_words"),
    ],
)
def test_wrong_wishes_are_named(db: Database, fields: WishFields, field: str) -> None:
    with pytest.raises(InvalidFieldsError) as refused:
        wishes.wish(db, seeker(db), fields)
    assert set(refused.value.fields) == {field}


def test_wishes_read_in_a_few_words() -> None:
    wanted = WishFields(
        rooms_least=1,
        ground_floor=True,
        pets=True,
        municipalities=("GM0344",),
        rent_most=64_050,
    )
    assert wishes.in_short(wanted) == [
        "at least 1 room",
        "ground floor",
        "pet",
        "Utrecht",
        "at most € 640,50",
    ]
    assert wishes.in_short(WishFields(accessibility="ZON")) == []


def test_who_waits_longest_comes_first(db: Database) -> None:
    late = seeker(db, "Blom", date(2026, 10, 1))
    early = seeker(db, "Vos", date(2026, 8, 1))
    seeker(db, "Bos", date(2026, 7, 1), status="INT")
    housed = seeker(db, "Meijer", date(2026, 6, 1))
    key = TenancyFields(tenancy_type="REG", starts_on=TODAY + DAY)
    tenancies.start_tenancy(db, housed, home(db), key)
    found = waiting.waiting(db, today=TODAY)
    assert [one.client_id for one in found] == [early, late]
    assert (found[0].since, found[0].days(TODAY)) == (date(2026, 8, 1), 115)
    assert (found[0].status, found[0].wait_reason, found[0].heads) == ("WLST", "WON", 1)


def test_who_lost_a_home_waits_from_that_day(db: Database) -> None:
    client = seeker(db)
    key = TenancyFields(tenancy_type="REG", starts_on=date(2026, 10, 5))
    tenancy = tenancies.start_tenancy(db, client, home(db), key)
    end = TenancyEnd(ended_on=date(2026, 11, 1), reason="ONTS", destination="E6")
    tenancies.end_tenancy(db, tenancy, end)
    (found,) = waiting.waiting(db, today=TODAY)
    assert (found.status, found.since) == ("TUSS", date(2026, 11, 2))


@pytest.mark.parametrize(
    ("most", "sign", "sentence"),
    [
        (64_000, Sign.YES, "€ 612, at most € 640"),
        (61_200, Sign.YES, "€ 612, exactly the most"),
        (60_000, Sign.NO, "€ 612 is more than € 600"),
    ],
)
def test_a_rent_is_compared(db: Database, most: int, sign: Sign, sentence: str) -> None:
    client = seeker(db)
    home(db)
    wishes.wish(db, client, WishFields(rent_most=most))
    found = reason(db, client, "rent_most")
    assert (found.sign, found.sentence, found.hard) == (sign, sentence, False)


@pytest.mark.parametrize(
    ("wanted", "more", "sign"),
    [
        (WishFields(rent_most=1), {"rent_cents": None}, Sign.PARTLY),
        (WishFields(rooms_least=3), {}, Sign.NO),
        (WishFields(rooms_least=2), {}, Sign.YES),
        (WishFields(rooms_least=1), {"rooms": None}, Sign.PARTLY),
        (WishFields(ground_floor=True), {}, Sign.YES),
        (WishFields(ground_floor=True), {"floor": None}, Sign.PARTLY),
        (WishFields(ground_floor=True), {"floor": 3, "lift": True}, Sign.PARTLY),
        (WishFields(ground_floor=True), {"floor": 3}, Sign.PARTLY),
        (WishFields(ground_floor=True), {"floor": 3, "lift": False}, Sign.NO),
        (WishFields(accessibility="NUL"), {"accessibility": "ROL"}, Sign.YES),
        (WishFields(accessibility="NUL"), {"accessibility": "ROG"}, Sign.NO),
        (WishFields(accessibility="NUL"), {}, Sign.PARTLY),
        (WishFields(pets=True), {"pets_allowed": True}, Sign.YES),
        (WishFields(pets=True), {"pets_allowed": False}, Sign.NO),
        (WishFields(pets=True), {}, Sign.PARTLY),
        (WishFields(own_door=True), {}, Sign.YES),
        (WishFields(own_door=True), {"self_contained": False}, Sign.NO),
        (WishFields(municipalities=("GM0344", "GM0356")), {}, Sign.YES),
        (WishFields(municipalities=("GM0356",)), {}, Sign.PARTLY),
        (WishFields(municipalities=("GM0356",)), {"municipality": None}, Sign.PARTLY),
        (WishFields(municipalities=("GM0356",), hard=("municipalities",)), {}, Sign.NO),
    ],
)
def test_each_wish_is_compared_with_what_is_known(
    db: Database, wanted: WishFields, more: dict[str, Any], sign: Sign
) -> None:
    client, dwelling = seeker(db), home(db, **more)
    found = signs(db, client, wanted, dwelling)
    asked = found.keys() - {"free", "rooms_least"} or {"rooms_least"}
    assert {found[name] for name in asked} == {sign}
    (fit,) = matching.explain(db, client, today=TODAY)
    assert all(one.sentence and one.title for one in fit.reasons)


def test_a_household_needs_room_even_when_nobody_asked(db: Database) -> None:
    client = seeker(db)
    home(db)
    assert reason(db, client, "rooms_least").sentence == "2 rooms, 1 person"
    for year in (2015, 2017):
        member = MemberFields(relation="KIND", birth_year=year)
        people_around.add_member(db, client, member, today=TODAY)
    assert reason(db, client, "rooms_least").sign is Sign.YES
    elsewhere = MemberFields(relation="KINDUIT", lives_in=False)
    people_around.add_member(db, client, elsewhere, today=TODAY)
    assert waiting.waiting(db, today=TODAY)[0].heads == 3
    member = MemberFields(relation="PAR", birth_year=1990)
    people_around.add_member(db, client, member, today=TODAY)
    found = reason(db, client, "rooms_least")
    assert (found.sign, found.sentence) == (Sign.NO, "2 rooms, 4 people; at least 3 needed")


def test_a_missed_need_comes_last_and_is_named(db: Database) -> None:
    client = seeker(db)
    wishes.wish(
        db, client, WishFields(rent_most=60_000, ground_floor=True, hard=("rent_most",))
    )
    dear = home(db)
    high = home(db, house_number=2, rent_cents=50_000, floor=4, lift=False)
    low = home(db, house_number=3, rent_cents=50_000)
    fits = matching.explain(db, client, today=TODAY)
    assert [fit.dwelling.dwelling_id for fit in fits] == [low, high, dear]
    assert [(fit.fits, fit.met, len(fit.reasons)) for fit in fits] == [
        (True, 4, 4),
        (True, 3, 4),
        (False, 3, 4),
    ]
    assert [one.field for one in fits[2].missed] == ["rent_most"]


def test_only_homes_that_are_or_come_free_are_explained(db: Database) -> None:
    client = seeker(db)
    home(db, StatusFields(status="UIT", since=TODAY), house_number=1)
    home(db, StatusFields(status="REG", since=TODAY), house_number=2)
    full = home(db, house_number=3)
    tenancies.start_tenancy(
        db,
        seeker(db, "Vos"),
        full,
        TenancyFields(tenancy_type="REG", starts_on=date(2026, 10, 10)),
    )
    leaving = home(db, house_number=4)
    stay = tenancies.start_tenancy(
        db,
        seeker(db, "Blom"),
        leaving,
        TenancyFields(tenancy_type="REG", starts_on=date(2026, 10, 10)),
    )
    tenancies.end_tenancy(
        db,
        stay,
        TenancyEnd(ended_on=TODAY + timedelta(7), reason="DOOR", destination="H1"),
    )
    mended = StatusFields(status="MUT", since=TODAY, expected_on=TODAY + DAY)
    repair = home(db, mended, house_number=5)
    shared = home(db, house_number=6, capacity=2)
    tenancies.start_tenancy(
        db,
        seeker(db, "Bos"),
        shared,
        TenancyFields(tenancy_type="KAMV", starts_on=date(2026, 10, 10)),
    )
    found = {
        fit.dwelling.dwelling_id: (fit.free_on, fit.reasons[-1].sentence)
        for fit in matching.explain(db, client, today=TODAY)
    }
    assert found == {
        leaving: (date(2026, 12, 2), "in 8 days, 02-12-2026"),
        repair: (date(2026, 11, 25), "in 1 day, 25-11-2026"),
        shared: (TODAY, "now"),
    }


def test_a_home_that_somebody_follows_into_is_not_free(db: Database) -> None:
    client, place = seeker(db), home(db)
    first = tenancies.start_tenancy(
        db,
        seeker(db, "Vos"),
        place,
        TenancyFields(tenancy_type="REG", starts_on=date(2026, 10, 10)),
    )
    last_day = TODAY + timedelta(7)
    tenancies.end_tenancy(
        db, first, TenancyEnd(ended_on=last_day, reason="DOOR", destination="H1")
    )
    following = TenancyFields(tenancy_type="REG", starts_on=last_day + DAY)
    tenancies.start_tenancy(db, seeker(db, "Blom"), place, following)
    assert matching.explain(db, client, today=TODAY) == []


def test_the_agreed_mix_is_shown(db: Database) -> None:
    complex_id = dwellings.add_complex(
        db,
        ComplexFields(
            code="W", name="De Werf", housing_form="GEMTR", total_dwellings=18, support_most=1
        ),
    )
    client = seeker(db)
    home(db, complex_id=complex_id)
    found = reason(db, client, "mix")
    assert (found.sign, found.sentence) == (
        Sign.YES,
        "0 homes with support here, agreed on 1",
    )
    other = home(db, complex_id=complex_id, house_number=2)
    tenancies.start_tenancy(
        db, seeker(db, "Vos"), other, TenancyFields(tenancy_type="REG", starts_on=TODAY)
    )
    assert reason(db, client, "mix").sign is Sign.PARTLY


def test_an_agreed_mix_is_part_of_all_homes(db: Database) -> None:
    with pytest.raises(InvalidFieldsError) as refused:
        dwellings.add_complex(
            db,
            ComplexFields(
                code="W", name="W", housing_form="GEMTR", total_dwellings=18, support_most=19
            ),
        )
    assert set(refused.value.fields) == {"support_most"}


def test_a_home_knows_its_candidates(db: Database) -> None:
    late = seeker(db, "Blom", date(2026, 10, 1))
    early = seeker(db, "Vos", date(2026, 8, 1))
    wishes.wish(db, early, WishFields(rent_most=50_000, hard=("rent_most",)))
    found = matching.candidates(db, home(db), today=TODAY)
    assert [(one.who.client_id, one.fit.fits) for one in found] == [
        (early, False),
        (late, True),
    ]
    outside = home(db, StatusFields(status="UIT", since=TODAY), house_number=2)
    assert matching.candidates(db, outside, today=TODAY) == []


def test_a_home_is_kept_for_somebody_and_let_go(db: Database) -> None:
    client, other, place = seeker(db), seeker(db, "Vos"), home(db)
    reservations.reserve(db, place, client, on=TODAY - DAY, expected_on=TODAY + timedelta(3))
    row = dwelling_list.dwelling_row(db, place, today=TODAY)
    assert (row.column, row.reserved_for, row.reserved_name) == (
        Column.RESERVED,
        client,
        "Amina Yusuf",
    )
    assert (row.next_on, status(db, client)) == (TODAY + timedelta(3), "MATCH")
    assert reason(db, client, "free").sentence == "reserved for this client"
    assert reason(db, other, "free").sentence == "reserved for somebody else"
    key = TenancyFields(tenancy_type="REG", starts_on=TODAY)
    with pytest.raises(InvalidFieldsError, match="somebody else since 23-11-2026"):
        tenancies.start_tenancy(db, other, place, key)
    with pytest.raises(InvalidFieldsError, match="Only a vacant home"):
        reservations.reserve(db, place, other, on=TODAY)
    reservations.release(db, place, on=TODAY)
    assert dwelling_list.dwelling_row(db, place, today=TODAY).column is Column.VACANT
    assert status(db, client) == "WLST"
    with pytest.raises(InvalidFieldsError, match="not reserved"):
        reservations.release(db, place, on=TODAY)
    tenancies.start_tenancy(db, other, place, key)


def test_a_kept_home_becomes_a_home(db: Database) -> None:
    client, place = seeker(db), home(db)
    reservations.reserve(db, place, client, on=TODAY - DAY)
    because = TenancyFields(tenancy_type="REG", starts_on=TODAY, note="Huur past na toeslag")
    tenancies.start_tenancy(db, client, place, because)
    assert dwelling_list.dwelling_row(db, place, today=TODAY).column is Column.OCCUPIED
    steps = trajectories.steps(db, client)
    assert (steps[0].status, steps[0].note) == ("WOON", "Huur past na toeslag")


@pytest.mark.parametrize("since", [TODAY, date(2026, 10, 2)])
def test_a_home_is_kept_from_a_day_that_can_be(db: Database, since: date) -> None:
    place = home(db, StatusFields(status="BES", since=since))
    with pytest.raises(InvalidFieldsError) as refused:
        reservations.reserve(
            db, place, seeker(db), on=since - DAY, expected_on=since - timedelta(2)
        )
    assert set(refused.value.fields) == {"on", "expected_on"}
