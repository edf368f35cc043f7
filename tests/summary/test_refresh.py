"""Numbers change only when three people changed; quarters, half-years and frozen cohorts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.summary import refresh, release, tables
from desktop_app.summary.refresh import History, Month
from tests.summary.crowds import KEY, START, Crowd, Person, crowd, month_ends

if TYPE_CHECKING:
    from desktop_app.summary.figures import Published, Row

HOUSED = Person(date(2024, 9, 1), date(2025, 1, 15), None, "WOON", "MO", "BEST")
WAITING = Person(date(2023, 12, 1), None, None, "WOON", "BW", "BEST")


def values(published: Published) -> dict[str, tuple[int, str]]:
    return {row.cell: (row.value, row.status) for row in published.rows}


def released(month: Month, history: History, *, exact: bool = True) -> release.Release:
    return release.release(month, history, KEY, exact_headlines=exact)


@pytest.mark.parametrize(
    ("month", "quarter"),
    [
        (date(2026, 3, 31), date(2026, 3, 31)),
        (date(2026, 5, 31), date(2026, 3, 31)),
        (date(2026, 2, 28), date(2025, 12, 31)),
        (date(2026, 10, 31), date(2026, 9, 30)),
    ],
)
def test_breakdowns_are_counted_at_the_end_of_a_quarter(month: date, quarter: date) -> None:
    assert refresh.quarter_day(month) == quarter


def test_start_cohorts_are_complete_when_their_half_year_is_over() -> None:
    assert refresh.complete_half_years(date(2025, 3, 1), date(2025, 3, 31)) == ()
    assert refresh.complete_half_years(date(2025, 3, 1), date(2025, 6, 30)) == ("2025H1",)
    assert refresh.complete_half_years(date(2025, 8, 31), date(2026, 9, 30)) == (
        "2025H2",
        "2026H1",
    )


def changed_by(people: Crowd, number: int, moved_in: date = date(2025, 5, 1)) -> Crowd:
    """Return the same organisation after so many people who waited moved in."""
    left, found = number, []
    for person in people.people:
        if left and person.moved_in is None:
            found.append(replace(person, moved_in=moved_in))
            left -= 1
        else:
            found.append(person)
    return replace(people, people=tuple(found))


@given(
    housed=st.integers(1, 40),
    waiting=st.integers(3, 12),
    changes=st.integers(0, 2),
    exact=st.sampled_from([True, False]),
)
@settings(max_examples=25)
def test_fewer_than_three_changes_leave_the_rounded_numbers_as_they_were(
    housed: int,
    waiting: int,
    changes: int,
    exact: bool,  # noqa: FBT001 - hypothesis draws it
) -> None:
    before = Crowd((HOUSED,) * housed + (WAITING,) * waiting, crowd(1, 40).dwellings)
    first = released(before.month(date(2025, 6, 30)), History(), exact=exact)
    after = changed_by(before, changes, date(2025, 8, 1))
    second = released(after.month(date(2025, 9, 30)), first.history, exact=exact)
    assert second.fresh.head_changed == changes
    rounded = {r.cell: r for r in first.published.rows if r.status == "R"}
    for row in second.published.rows:
        if row.cell in rounded and row.status == "R":
            assert row == rounded[row.cell]
            assert row.as_of == date(2025, 6, 30)
    assert not second.published.refreshed


def test_three_changes_refresh_the_numbers() -> None:
    before = Crowd((HOUSED,) * 20 + (WAITING,) * 8, crowd(1, 40).dwellings)
    first = released(before.month(date(2025, 3, 31)), History())
    second = released(changed_by(before, 3).month(date(2025, 6, 30)), first.history)
    assert second.published.refreshed
    days = {r.as_of for r in second.published.rows if r.status in "RE"}
    assert days == {date(2025, 6, 30)}


def test_between_quarters_the_breakdowns_stand_still() -> None:
    people, history = crowd(4, 60), History()
    seen: dict[date, dict[str, Row]] = {}
    for day in month_ends(9):
        made = released(people.month(day), history)
        history = made.history
        rows = {r.cell: r for r in made.published.rows if not r.cell.startswith("head.")}
        if day.month not in (3, 6, 9, 12) and seen:
            earlier = seen[max(seen)]
            assert all(rows[cell] == row for cell, row in earlier.items() if row.status != "N")
        seen[day] = rows


def test_the_first_file_brings_the_breakdowns_of_the_last_quarter() -> None:
    made = released(crowd(4, 60).month(date(2025, 11, 30)), History())
    leaf = [r for r in made.published.rows if r.cell.startswith("wait.")]
    assert {r.as_of for r in leaf} == {date(2025, 9, 30)}
    assert {r.status for r in leaf} == {"R"}
    heads = [r for r in made.published.rows if r.cell.startswith("head.")]
    assert {r.as_of for r in heads} == {date(2025, 11, 30)}


def test_a_published_cohort_is_frozen() -> None:
    people, history = crowd(9, 80), History()
    first: dict[str, Row] = {}
    for day in month_ends(24):
        made = released(people.month(day), history)
        history = made.history
        for row in made.published.rows:
            if row.cell.startswith("start.") and row.status == "R":
                assert first.setdefault(row.cell, row) == row
    assert {cell.split(".")[1] for cell in first} == {"2025H1", "2025H2", "2026H1", "2026H2"}


def test_exact_headlines_from_ten_and_rounded_below() -> None:
    made = released(crowd(4, 60).month(date(2025, 11, 30)), History())
    for headline in tables.read().headlines.values():
        value, status = values(made.published)[headline.cell]
        real = made.real[headline.cell]
        assert (status == "E") == (real >= 10)
        assert value == real if status == "E" else value in (0, 5, 10)


def test_rounded_headlines_when_that_was_agreed() -> None:
    made = released(crowd(4, 60).month(date(2025, 11, 30)), History(), exact=False)
    assert all(row.status != "E" for row in made.published.rows)


def test_an_organisation_under_ten_gives_totals_only() -> None:
    people = Crowd((HOUSED,) * 9 + (WAITING,) * 30, crowd(1, 40).dwellings)
    made = released(people.month(date(2025, 6, 30)), History())
    assert not made.published.whole
    assert not made.published.exact_headlines
    given = {row.cell for row in made.published.rows if row.status == "R"}
    heads = {headline.cell for headline in tables.read().headlines.values()}
    assert given - heads == {"wait._T._T", "band._T", "form._T", "start.2025H1._T"}
    assert all(row.status != "E" for row in made.published.rows)


def test_going_over_ten_waits_for_three_changes() -> None:
    nine = Crowd((HOUSED,) * 9 + (WAITING,) * 6, crowd(1, 40).dwellings)
    first = released(nine.month(date(2025, 4, 30)), History())
    ten = changed_by(nine, 1)
    second = released(ten.month(date(2025, 5, 31)), first.history)
    assert second.real["head.support"] == 10
    assert not second.published.whole
    assert values(second.published)["head.support"] == values(first.published)["head.support"]
    third = released(changed_by(nine, 3).month(date(2025, 5, 31)), first.history)
    assert third.published.whole
    assert values(third.published)["head.support"] == (12, "E")


def test_an_empty_register_publishes_zeros_once() -> None:
    nobody = Crowd((), ())
    first = released(nobody.month(date(2025, 6, 30)), History())
    assert {row.value for row in first.published.rows} == {0}
    assert all(row.status in "RNZ" for row in first.published.rows)
    one = replace(nobody, people=(WAITING,))
    second = released(one.month(date(2025, 9, 30)), first.history)
    assert not second.published.refreshed
    assert [r.as_of for r in second.published.rows if r.cell == "band._T"] == [
        date(2025, 6, 30)
    ]


def test_forms_with_few_places_are_marked_and_counted_with_the_rest() -> None:
    people = Crowd(
        (HOUSED,) * 20 + (replace(HOUSED, form="KAMER"),) * 3, crowd(1, 12).dwellings
    )
    made = released(people.month(date(2025, 6, 30)), History())
    assert values(made.published)["form.KAMER"] == (0, "Z")
    assert values(made.published)["form.CLUS"] == (0, "Z")
    assert made.real["form.KAMER"] == 0
    assert made.real["form.AND"] == 3


def test_a_revision_counts_anew_and_keeps_older_cohorts() -> None:
    people, history = crowd(9, 80), History()
    for day in month_ends(12):
        made = released(people.month(day), history)
        before, history = history, made.history
    assert before.published
    corrected = changed_by(people, 4)
    again = released(corrected.month(date(2025, 12, 31), revision=2), history)
    assert again.published.revision == 2
    assert again.published.refreshed
    old = {r.cell: r for r in made.published.rows}
    for row in again.published.rows:
        if row.cell.startswith("start.2025H1"):
            assert row == old[row.cell]
    assert len(again.history.published) == 13
    assert START.year == 2025
