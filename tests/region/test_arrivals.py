"""What is said of an organisation's file: late, replaced, by an older profile, not there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from desktop_app import words
from desktop_app.region import arrivals, receiving, roster, story
from desktop_app.region.arrivals import Arrival
from desktop_app.region.outlook import outlook
from desktop_app.region.roster import Issue
from desktop_app.region.workbook import sheets
from desktop_app.register import organisation
from desktop_app.register.organisation import OrganisationFields
from tests.region.conftest import MISSING, OCTOBER, TODAY, StoredRegion

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.store.database import Database
    from desktop_app.summary.cards import Profile

DUE = date(2026, 11, 10)
READ = Arrival(
    code="voordeur",
    name="Stichting Voordeur",
    expected_by=DUE,
    revision=1,
    received_on=DUE,
    whole=True,
    profile="2026-1",
)
NOTHING = Arrival(code="stil", name="Stil", expected_by=DUE)
ISSUED = [
    Issue("2026-1", date(2026, 1, 5), date(2025, 1, 1)),
    Issue("2026-2", date(2026, 6, 1), date(2025, 1, 1)),
    Issue("2026-3", date(2026, 9, 1), date(2024, 7, 1)),
]


@pytest.mark.parametrize(
    ("arrival", "standing"),
    [
        (NOTHING, "awaited"),
        (READ, "read"),
        (replace(READ, received_on=date(2026, 11, 11)), "late"),
        (replace(READ, revision=2, received_on=date(2026, 11, 11)), "replaced"),
        (replace(READ, revision=2, newer="2026-2"), "profile"),
        (replace(READ, counts_from=date(2024, 7, 1)), "profile"),
    ],
)
def test_what_stands_out_most_is_told(arrival: Arrival, standing: str) -> None:
    assert arrival.standing(DUE) == standing


def test_who_sent_nothing_is_waited_for_until_the_tenth() -> None:
    assert NOTHING.standing(DUE) == "awaited"
    assert NOTHING.standing(date(2026, 11, 11)) == "overdue"
    assert not NOTHING.late


def test_a_file_as_it_should_be_needs_no_remark() -> None:
    assert arrivals.remarks(READ) == []
    assert arrivals.remarks(NOTHING) == []


def test_each_remark_is_a_sentence() -> None:
    odd = replace(
        READ,
        revision=2,
        received_on=date(2026, 11, 24),
        whole=False,
        newer="2026-2",
        counts_from=date(2025, 1, 1),
    )
    profile, start, *rest = arrivals.remarks(odd)
    assert profile.startswith("Made by profile 2026-1 while 2026-2 was there.")
    assert profile.endswith("hand Stichting Voordeur the newer profile.")
    assert start.startswith("“Since the start” counts from 01-01-2025 in it, another first day")
    assert rest == [
        "It came on 24-11-2026; it was expected by 10-11-2026.",
        "A corrected file that replaces the first one.",
        "Under ten people in support, so it gives totals only.",
    ]


def test_a_profile_is_older_only_if_a_newer_one_was_there_on_the_day_it_came() -> None:
    assert arrivals.newer_than("2026-1", ISSUED, date(2026, 5, 31)) == ""
    assert arrivals.newer_than("2026-1", ISSUED, date(2026, 6, 1)) == "2026-2"
    assert arrivals.newer_than("2026-1", ISSUED, date(2026, 9, 1)) == "2026-3"
    assert arrivals.newer_than("2026-3", ISSUED, date(2026, 9, 1)) == ""
    assert arrivals.newer_than("", ISSUED, date(2026, 9, 1)) == ""
    assert arrivals.newer_than("2026-1", [], date(2026, 9, 1)) == ""


def test_the_tenth_profile_is_newer_than_the_ninth() -> None:
    issued = [Issue(f"2026-{n}", date(2026, 1, n), date(2025, 1, 1)) for n in range(1, 11)]
    assert arrivals.newer_than("2026-9", issued, date(2026, 1, 9)) == ""
    assert arrivals.newer_than("2026-9", issued, date(2026, 1, 10)) == "2026-10"


def test_another_first_day_is_found_whatever_the_version() -> None:
    assert arrivals.other_start("2026-2", ISSUED) == date(2025, 1, 1)
    assert arrivals.other_start("2026-3", ISSUED) is None
    assert arrivals.other_start("", ISSUED) is None
    assert arrivals.other_start("2026-1", []) is None


def begin_on(db: Database, start: date, today: date) -> Profile:
    """Change the programme's first day, and hand the new profile out."""
    card = organisation.organisation(db)
    fields = OrganisationFields(
        kind="region",
        name=card.name,
        register_name=card.register_name,
        short_code=card.short_code,
        programme_start=start,
        target=card.target,
    )
    organisation.edit_organisation(db, fields, version=card.version)
    return roster.profile(db, today=today)


def files(stored: StoredRegion) -> list[Path]:
    return list(stored.files.values())


def test_a_file_that_was_sent_by_the_profile_of_now_is_simply_read(
    region_db: Database, stored_region: StoredRegion
) -> None:
    found = receiving.receive(region_db, files(stored_region), today=date(2026, 11, 2))
    assert not any(one.older_profile for one in found)
    sent = [one for one in receiving.month(region_db, OCTOBER).arrivals if one.revision]
    assert {one.profile for one in sent} == {roster.profile(region_db, today=TODAY).version}
    assert {one.standing(TODAY) for one in sent} == {"read"}


def test_a_file_by_an_older_profile_counts_and_is_told(
    region_db: Database, stored_region: StoredRegion
) -> None:
    old = roster.profile(region_db, today=TODAY).version
    new = begin_on(region_db, date(2025, 1, 1), TODAY)
    assert new.version != old
    found = receiving.receive(region_db, files(stored_region), today=TODAY)
    assert all(one.counts and one.older_profile for one in found)
    assert f"Made by profile {old} while {new.version} was there." in found[0].sentence
    month = receiving.month(region_db, OCTOBER)
    assert len(month.merged.received) == len(found)
    sent = [one for one in month.arrivals if one.revision]
    assert {one.standing(TODAY) for one in sent} == {"profile"}
    assert {one.newer for one in sent} == {new.version}
    assert {one.counts_from for one in sent} == {date(2024, 11, 1)}
    titles = [notice.title for notice in story.notices(month.arrivals)]
    assert titles == [
        "1 organisation is missing",
        "3 organisations count from another first day",
    ]
    (sheet,) = [
        s for s in sheets("", month, outlook(month.merged, 0)) if s.heads[-1] == "Remark"
    ]
    told = {row[0]: row[-3:] for row in sheet.rows}
    assert told[sent[0].name] == ("24-11-2026", old, " ".join(arrivals.remarks(sent[0])))
    assert told[MISSING] == ("", "", "")
    with words.in_language("nl"):
        assert "een andere eerste dag dan de uwe" in " ".join(arrivals.remarks(sent[0]))


def test_a_profile_that_came_later_does_not_make_a_file_of_before_older(
    region_db: Database, stored_region: StoredRegion
) -> None:
    receiving.receive(region_db, files(stored_region), today=TODAY)
    roster.agree(region_db, roster.Rules(programme="Thuis eerst", exact_headlines=True))
    roster.profile(region_db, today=date(2026, 12, 1))
    sent = [one for one in receiving.month(region_db, OCTOBER).arrivals if one.revision]
    assert {one.newer for one in sent} == {""}
    assert {one.counts_from for one in sent} == {None}


def test_a_month_that_is_not_over_is_refused_because_a_clock_is_wrong(
    region_db: Database, stored_region: StoredRegion
) -> None:
    found = receiving.receive(region_db, files(stored_region), today=date(2026, 10, 31))
    assert {one.state for one in found} == {"future"}
    assert "10-2026, which is not over yet" in found[0].sentence
    assert receiving.months(region_db) == []
    found = receiving.receive(region_db, files(stored_region), today=date(2026, 11, 1))
    assert {one.state for one in found} == {"read"}
