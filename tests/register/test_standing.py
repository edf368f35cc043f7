"""How the organisation stands, counted by hand on a small register."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from desktop_app.register import clients, dwellings, standing, tenancies
from desktop_app.register.clients import ClientFields, ReferralFields
from desktop_app.register.dwellings import DwellingFields, StatusFields
from desktop_app.register.tenancies import TenancyEnd, TenancyFields

if TYPE_CHECKING:
    from desktop_app.store.database import Database

TODAY = date(2026, 11, 24)


def test_an_empty_register_counts_nothing(db: Database) -> None:
    now = standing.standing(db, today=TODAY)
    assert (now.occupied, now.stock, now.vacant, now.waiting, now.placed) == (0, 0, 0, 0, 0)
    assert (now.longest_wait, now.target) == (None, 24)


def test_homes_waits_and_keys_are_counted_by_month(db: Database) -> None:
    people = [
        clients.add_client(
            db,
            ClientFields(call_name="Noor", last_name=f"P{number}"),
            ReferralFields(received_on=date(2026, 8, 1 + number), source="MO"),
            today=TODAY,
        )
        for number in range(3)
    ]
    homes = [
        dwellings.add_dwelling(
            db,
            DwellingFields(street="Lindehof", house_number=number + 1, housing_form="BEST"),
            StatusFields(status="BES", since=date(2026, 9, 1)),
        )
        for number in range(2)
    ]
    key = TenancyFields(tenancy_type="REG", starts_on=date(2026, 9, 15))
    tenancy = tenancies.start_tenancy(db, people[0], homes[0], key)
    tenancies.end_tenancy(
        db, tenancy, TenancyEnd(ended_on=date(2026, 10, 10), reason="DOOR", destination="H1")
    )
    now = standing.standing(db, today=TODAY)
    # The ends of May to October, and today.
    assert now.occupied_before == (0, 0, 0, 0, 1, 0, 0)
    assert now.vacant_before == (0, 0, 0, 0, 1, 2, 2)
    assert now.waiting_before == (0, 0, 0, 3, 2, 2, 2)
    assert now.placed_before == (0, 0, 0, 0, 1, 1, 1)
    assert (now.stock, now.vacant, now.long_vacant) == (2, 2, 2)
    assert now.longest_wait == (TODAY - date(2026, 8, 2)).days


def test_only_homes_of_ours_count_as_stock(db: Database) -> None:
    for number, status in enumerate(("OPL", "BOUW", "UIT", "REG", "REN", "BES", "MUT"), 1):
        dwellings.add_dwelling(
            db,
            DwellingFields(street="De Werf", house_number=number, housing_form="BEST"),
            StatusFields(status=status, since=date(2026, 9, 1)),
        )
    now = standing.standing(db, today=TODAY)
    assert (now.stock, now.occupied, now.vacant) == (2, 0, 2)


def test_a_flipped_home_left_the_stock_with_its_tenant(db: Database) -> None:
    home = dwellings.add_dwelling(
        db,
        DwellingFields(street="De Werf", house_number=1, housing_form="BEST"),
        StatusFields(status="BES", since=date(2026, 1, 1)),
    )
    person = clients.add_client(
        db,
        ClientFields(call_name="Noor", last_name="Bakker"),
        ReferralFields(received_on=date(2026, 1, 1), source="MO"),
        today=TODAY,
    )
    key = TenancyFields(tenancy_type="OMK", starts_on=date(2026, 2, 1))
    tenancy = tenancies.start_tenancy(db, person, home, key)
    assert standing.standing(db, today=TODAY).stock == 1
    tenancies.flip(db, tenancy, on=date(2026, 11, 1))
    now = standing.standing(db, today=TODAY)
    assert (now.stock, now.occupied, now.vacant, now.placed) == (0, 0, 0, 1)
    assert now.occupied_before == (1, 1, 1, 1, 1, 1, 0)
