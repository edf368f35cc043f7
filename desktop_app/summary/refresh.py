"""When numbers are counted anew and when they are repeated; what is frozen.

Rounded numbers are refreshed only when at least three people differ in what is tabulated since
the last time; else the file repeats them with their old `as_of`. Breakdowns are counted at the
end of a quarter. A half-year's start cohort is published once and then frozen.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop_app import dates
from desktop_app.summary import tables

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from desktop_app.summary.figures import Counted, DwellingRow, Published, Row

HEAD = f"{tables.HEAD}."


@dataclass(frozen=True, slots=True)
class History:
    """Everything published so far and what is needed to go on from there.

    Args:
        published: all files, oldest first, replaced ones too: a reader has them all.
        truth: the true numbers behind their rounded rows, as far as still known.
        head_members: who counted where when the rounded headlines were last refreshed; None
            before the first time.
        leaf_members: the same for the breakdowns.
        quarter: the last quarter day that was looked at, refreshed or not.
    """

    published: tuple[Published, ...] = ()
    truth: Mapping[Row, int] = field(default_factory=dict)
    head_members: Mapping[str, tuple[str, ...]] | None = None
    leaf_members: Mapping[str, tuple[str, ...]] | None = None
    quarter: date | None = None


@dataclass(frozen=True, slots=True)
class Month:
    """What the register says for a month; never leaves.

    Args:
        now: counted on the month's last day.
        quarter: counted on the last quarter day up to then (the same day in a quarter's month).
        half_years: half-years whose start cohort is complete on the quarter day.
        dwellings: the dwellings' leaf.
        revision: 1, or 2 for the correction that replaces a sent file.
    """

    now: Counted
    quarter: Counted
    half_years: tuple[str, ...]
    dwellings: tuple[DwellingRow, ...]
    revision: int = 1


@dataclass(frozen=True, slots=True)
class Fresh:
    """What is counted anew this month.

    Args:
        head: the rounded headlines.
        leaf: the breakdowns.
        whole: whole tables, or only totals (under ten people in support).
        frozen: cohort tables that stay as they were published.
        head_changed: people who differ in the headlines since their last refresh.
        leaf_changed: people who differ in the breakdowns since their last refresh.
    """

    head: bool
    leaf: bool
    whole: bool
    frozen: frozenset[str]
    head_changed: int
    leaf_changed: int


def quarter_day(month_end: date) -> date:
    """Return the last end of a quarter up to a month's end."""
    day = month_end
    while day.month not in tables.read().rules.quarter_months:
        day = dates.month_end(dates.add_months(day.replace(day=1), -1))
    return day


def complete_half_years(start: date, day: date) -> tuple[str, ...]:
    """Return the half-years, from a programme's start on, that are over on a day."""
    found: list[str] = []
    at = start.replace(day=1)
    while tables.half_year_end(tables.half_year(at)) <= day:
        found.append(tables.half_year(at))
        at = dates.add_months(at, 6)
    return tuple(found)


def decide(month: Month, history: History) -> Fresh:
    """Return what may be counted anew for a month."""
    rules = tables.read().rules
    frozen = frozen_tables(month, history)
    gone = tuple(f"{code}." for code in frozen)
    head_changed = _changed(
        history.head_members, month.now.members, lambda cell: cell.startswith(HEAD)
    )
    leaf_changed = _changed(
        history.leaf_members,
        month.quarter.members,
        lambda cell: not cell.startswith((HEAD, *gone)),
    )
    due = history.quarter != month.quarter.day or month.revision > 1
    leaf = due and (history.leaf_members is None or leaf_changed >= rules.refresh_persons)
    head = (
        history.head_members is None
        or head_changed >= rules.refresh_persons
        or (leaf and month.now.day == month.quarter.day)
    )
    support = sum(f"{HEAD}support" in cells for cells in month.now.members.values())
    anew = head or not history.published
    whole = support >= rules.whole_tables_from if anew else history.published[-1].whole
    return Fresh(head, leaf, whole, frozen, head_changed, leaf_changed)


def frozen_tables(month: Month, history: History) -> frozenset[str]:
    """Return the cohort tables that an earlier period has published."""
    found = set()
    for file in history.published:
        for row in file.rows if file.period < month.now.day else ():
            table = tables.table_of(row.cell)
            if table and table.cohort and row.status != "N":
                found.add(table.code)
    return frozenset(found)


def _changed(
    before: Mapping[str, tuple[str, ...]] | None,
    after: Mapping[str, tuple[str, ...]],
    counts: Callable[[str], bool],
) -> int:
    """Count the people who entered, left or changed one of the cells that count."""

    def seen(cells: tuple[str, ...]) -> list[str]:
        return sorted(cell for cell in cells if counts(cell))

    then = before or {}
    people = then.keys() | after.keys()
    return sum(seen(then.get(one, ())) != seen(after.get(one, ())) for one in people)
