"""Will the region reach its goal: people housed so far, dwellings planned, what to expect.

The forecast assumes what it says and nothing more: every planned dwelling is delivered in its
quarter and one household moves in.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from desktop_app import dates
from desktop_app.region import merging

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.region.merging import Merged

PEOPLE = ("head.adults", "head.children")


@dataclass(frozen=True, slots=True)
class Reached:
    """People housed since the start, with the margin of small organisations."""

    value: int
    margin: int

    @property
    def exact(self) -> bool:
        """Whether every organisation gave it exactly."""
        return not self.margin


@dataclass(frozen=True, slots=True)
class Expected:
    """What the planned dwellings bring by a quarter's end.

    Args:
        quarter: "2027Q2", or "" for dwellings without an expected quarter.
        dwellings: how many are planned in it.
        people: people housed in all by then.
        low: with one person per dwelling, from the low end of what was reached.
        high: with as many people per household as now, from the high end.
    """

    quarter: str
    dwellings: int
    people: int
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Outlook:
    """The way to the goal.

    Args:
        goal: people to house; 0 without a goal.
        reached: people housed so far.
        planned: dwellings still to come.
        expected: per quarter, the earliest first.
    """

    goal: int
    reached: Reached
    planned: int
    expected: tuple[Expected, ...]

    @property
    def still_to_find(self) -> int:
        """Places that nothing is planned for yet, by the middle of the forecast."""
        last = self.expected[-1].people if self.expected else self.reached.value
        return max(0, self.goal - last)


def reached(merged: Merged) -> Reached:
    """Return how many people were housed since the start."""
    totals = [merged.totals[cell] for cell in PEOPLE if cell in merged.totals]
    return Reached(sum(t.value for t in totals), sum(t.margin for t in totals))


def outlook(merged: Merged, goal: int) -> Outlook:
    """Return the way to a goal from a month's totals."""
    now = reached(merged)
    per_home = _people_per_household(merged)
    quarters: dict[str, int] = {}
    for row in merged.dwellings:
        if row.measure == "planned":
            quarters[row.quarter] = quarters.get(row.quarter, 0) + row.count
    expected, homes = [], 0
    for quarter in sorted(quarters, key=lambda code: (not code, code)):
        homes += quarters[quarter]
        expected.append(
            Expected(
                quarter=quarter,
                dwellings=quarters[quarter],
                people=now.value + round(homes * (1 + per_home) / 2),
                low=max(0, now.value - now.margin) + homes,
                high=now.value + now.margin + round(homes * per_home),
            )
        )
    return Outlook(goal, now, homes, tuple(expected))


def _people_per_household(merged: Merged) -> float:
    """Return people per household so far; one where too few are housed to say."""
    households = merged.totals.get("head.households")
    if households is None or households.value < merging.RATIO_FROM:
        return 1.0
    return max(1.0, reached(merged).value / households.value)


def series(months: Sequence[Merged]) -> list[tuple[date, Reached]]:
    """Return the people housed at the end of each month, to draw the way gone."""
    return [(merged.period, reached(merged)) for merged in months]


def quarter_end(code: str) -> date | None:
    """Return the last day of a quarter; None for dwellings without an expected quarter."""
    if not code:
        return None
    year, number = code.split("Q")
    return dates.month_end(date(int(year), 3 * int(number), 1))
