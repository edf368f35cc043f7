"""What stands on a dwelling's card about the day that comes next."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from desktop_app.register import clients, dwelling_list, dwellings, tenancies
from desktop_app.register.clients import ClientFields, ReferralFields
from desktop_app.register.dwelling_list import Column
from desktop_app.register.dwellings import DwellingFields, StatusFields
from desktop_app.register.tenancies import TenancyFields
from ui.screens.dwellings import wording

if TYPE_CHECKING:
    from desktop_app.store.database import Database

TODAY = date(2026, 11, 24)
HOME = DwellingFields(street="De Werf", house_number=18, housing_form="BEST")


def test_a_home_that_is_delivered_soon_comes_free(db: Database) -> None:
    soon = StatusFields(status="OPL", since=TODAY, expected_on=date(2027, 1, 4))
    dwellings.add_dwelling(db, HOME, soon)
    (row,) = dwelling_list.dwelling_rows(db, today=TODAY)
    assert row.column is Column.LEAVING
    assert (row.next_on, row.free) == (date(2027, 1, 4), 1)
    assert wording.next_date(row, TODAY) == ("delivery 04-01-2027", "ok")


def test_a_home_with_a_key_date_ahead_is_reserved(db: Database) -> None:
    home = dwellings.add_dwelling(db, HOME, StatusFields(status="BES", since=TODAY))
    client = clients.add_client(
        db,
        ClientFields(call_name="Amina", last_name="Yusuf"),
        ReferralFields(received_on=TODAY, source="MO"),
        today=TODAY,
    )
    key = TODAY + timedelta(3)
    tenancies.start_tenancy(db, client, home, TenancyFields(tenancy_type="REG", starts_on=key))
    (row,) = dwelling_list.dwelling_rows(db, today=TODAY)
    assert (row.column, row.tenants, row.free) == (Column.RESERVED, (), 0)
    assert [one.name for one in row.coming] == ["Amina Yusuf"]
    assert wording.next_date(row, TODAY) == ("key 27-11-2026", "info")
    (then,) = dwelling_list.dwelling_rows(db, today=key)
    assert (then.column, then.coming) == (Column.OCCUPIED, ())
