"""The way to the goal: what was reached, what is planned, and no more than follows from it."""

from __future__ import annotations

from datetime import date

from desktop_app.paper import report_parts as parts
from desktop_app.region import outlook, story
from desktop_app.region.merging import Merged, Total
from desktop_app.summary.figures import DwellingRow

DAY = date(2026, 10, 31)


def merged(adults: int, children: int, households: int, **planned: int) -> Merged:
    values = {"adults": adults, "children": children, "households": households}
    totals = {
        f"head.{code}": Total(f"head.{code}", value, 0, True, 3, DAY, DAY)
        for code, value in values.items()
    }
    rows = tuple(
        DwellingRow("", "FLEX", "CORP", "R1", "planned", quarter, n)
        for quarter, n in planned.items()
    )
    return Merged(DAY, totals, rows, (), ("a",), ())


def test_planned_dwellings_are_added_quarter_by_quarter() -> None:
    way = outlook.outlook(merged(90, 28, 90, **{"2027Q2": 18, "2027Q1": 9, "": 5}), 200)
    assert way.reached.value == 118
    assert way.reached.exact
    assert way.planned == 32
    assert [(one.quarter, one.dwellings) for one in way.expected] == [
        ("2027Q1", 9),
        ("2027Q2", 18),
        ("", 5),
    ]
    last = way.expected[-1]
    assert last.low == 118 + 32
    assert last.high == 118 + round(32 * 118 / 90)
    assert last.low <= last.people <= last.high
    assert way.still_to_find == 200 - last.people


def test_with_few_households_one_person_per_home_is_expected() -> None:
    way = outlook.outlook(merged(20, 20, 20, **{"2027Q1": 10}), 100)
    assert (way.expected[0].low, way.expected[0].people, way.expected[0].high) == (50, 50, 50)


def test_nothing_planned_and_no_goal() -> None:
    way = outlook.outlook(merged(5, 0, 5), 0)
    assert way.expected == ()
    assert way.still_to_find == 0
    assert outlook.series([merged(5, 1, 5)]) == [(DAY, outlook.Reached(6, 0))]


def test_a_goal_that_is_reached_leaves_nothing_to_find() -> None:
    assert outlook.outlook(merged(210, 0, 210), 200).still_to_find == 0


def test_the_margin_of_small_organisations_widens_the_band() -> None:
    base = merged(30, 0, 30, **{"2027Q1": 4})
    loose = Total("head.children", 5, 4, False, 3, DAY, DAY)
    way = outlook.outlook(
        Merged(DAY, {**base.totals, "head.children": loose}, base.dwellings, (), (), ()), 50
    )
    assert way.reached.margin == 4
    assert not way.reached.exact
    assert way.expected[0].low == 31 + 4


def test_quarters_end_with_their_third_month() -> None:
    assert outlook.quarter_end("2027Q1") == date(2027, 3, 31)
    assert outlook.quarter_end("2028Q4") == date(2028, 12, 31)
    assert outlook.quarter_end("") is None


def test_the_way_is_told_also_when_nothing_is_planned() -> None:
    month = merged(5, 0, 5)
    (course,) = [
        part
        for part in story.goal(outlook.outlook(month, 100), [month])
        if isinstance(part, parts.Course)
    ]
    assert "5 people are housed. No dwellings are planned. About 95 places" in course.said
