"""What leaves this month: rounded, repeated or exact, and coarse enough to stand the attack.

The file is built as fine as the rules allow and attacked together with everything published so
far. While the attack wins something new, the next step of the fixed list makes it coarser; the
last resort repeats every number of last time.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.summary import attack, refresh, rounding, tables
from desktop_app.summary.figures import Published, Row

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from desktop_app.summary.refresh import Fresh, History, Month

HOLD = "hold"
"""The last resort, after all steps of the table set."""


@dataclass(frozen=True, slots=True)
class Release:
    """A month ready to leave, with what stays behind.

    Args:
        published: what the file says.
        truth: the true numbers behind its newly rounded rows.
        real: today's true number of every cell, for the eyes of the house.
        fresh: what was counted anew.
        history: what to keep for next time, once this has been published.
        won: per step that was needed, what the attack won before it was taken.
        knowledge: what an attacker knows in the end.
        open: what the attack still wins after the last resort; nothing else may leave then.
    """

    published: Published
    truth: Mapping[Row, int]
    real: Mapping[str, int]
    fresh: Fresh
    history: History
    won: tuple[tuple[str, tuple[attack.Finding, ...]], ...]
    knowledge: attack.Knowledge
    open: tuple[attack.Finding, ...]

    @property
    def held(self) -> bool:
        """Whether every number is one of last time, as the last resort."""
        return HOLD in self.published.coarsened

    @property
    def head_refreshed(self) -> bool:
        """Whether the rounded headlines were counted anew."""
        return self.fresh.head and not self.held

    @property
    def leaf_refreshed(self) -> bool:
        """Whether the breakdowns were counted anew."""
        return self.fresh.leaf and not self.held


@dataclass(frozen=True, slots=True)
class _Desk:
    """What every attempt starts from."""

    month: Month
    history: History
    key: bytes
    fresh: Fresh
    real: Mapping[str, int]
    exact_headlines: bool

    @property
    def last(self) -> Mapping[str, Row]:
        """The numbers of the file before, by cell."""
        files = self.history.published
        return {row.cell: row for row in files[-1].rows if row.status != "N"} if files else {}


def release(month: Month, history: History, key: bytes, *, exact_headlines: bool) -> Release:
    """Return what may leave for a month.

    Args:
        month: the true counts.
        history: what was published before; for a revision the file it replaces as well.
        key: the organisation's 32 secret bytes.
        exact_headlines: the choice of the privacy officer and the region.
    """
    fresh = refresh.decide(month, history)
    desk = _Desk(month, history, key, fresh, _real(month), exact_headlines)
    taken: tuple[str, ...] = ()
    won: list[tuple[str, tuple[attack.Finding, ...]]] = []
    known_before: list[attack.Finding] | None = None
    while True:
        published, truth = _build(desk, taken)
        knowledge = attack.explore([*history.published, published])
        found = attack.judge(knowledge, {**history.truth, **truth})
        if found and known_before is None:
            known_before = _known_before(history)
        new = tuple(f for f in found if f not in (known_before or ()))
        if new:
            new = _unchosen(new, [*history.published, published], {**history.truth, **truth})
        if not new or HOLD in taken:
            break
        step = _next_step(new, taken)
        won.append((step, new))
        taken = (*taken, step)
    kept = _remember(desk, published, truth)
    return Release(published, truth, desk.real, fresh, kept, tuple(won), knowledge, new)


def _real(month: Month) -> dict[str, int]:
    heads = [headline.cell for headline in tables.read().headlines.values()]
    leaves = [c for table in tables.tables(month.half_years) for c in tables.cells(table)]
    real = {
        **tables.tabulate(month.now.members.values(), heads),
        **tables.tabulate(month.quarter.members.values(), leaves),
    }
    rest = f"form.{tables.read().dimensions['form'].rest}"
    for cell in _with_the_rest(month):
        real[rest] += real[cell]
        real[cell] = 0
    return real


def _with_the_rest(month: Month) -> list[str]:
    """Return the housing forms that have no or too few places to be counted apart."""
    form = tables.read().dimensions["form"]
    apart = {*tables.places_by_form(month.dwellings), form.rest}
    return [f"form.{code}" for code in form.categories if code not in apart]


def _known_before(history: History) -> list[attack.Finding]:
    """Return what earlier files gave away by themselves; no later file can mend that."""
    if not history.published:
        return []
    return attack.judge(attack.explore(history.published), history.truth)


def _unchosen(
    findings: Sequence[attack.Finding], files: Sequence[Published], truth: Mapping[Row, int]
) -> tuple[attack.Finding, ...]:
    """Return the findings without those about a bare total that exact leaves make known.

    How many fit in the dwellings is on the dwellings' leaf, and how many moved in during a
    half-year is the difference of two exact headlines. Whoever chose those leaves exact chose
    that; no attribute of anybody hangs on it.
    """
    bare = {f for f in findings if not tables.depth(f.row.cell)}
    if not bare:
        return tuple(findings)
    exact = any(file.exact_headlines for file in files)
    chosen: list[attack.Assumption] = ["places", "cohorts"] if exact else ["places"]
    still = attack.judge(attack.explore(files, without=chosen), truth)
    return tuple(f for f in findings if f not in bare or f in still)


def _next_step(findings: Sequence[attack.Finding], taken: Sequence[str]) -> str:
    """Return the first step of the list that touches a table where the attack won.

    Then the headlines, then holding. A step that touches nothing of what was won would take
    figures from the region and give nobody more safety.
    """
    touched = {finding.row.cell.split(".")[0] for finding in findings}
    left = [step for step in tables.read().steps if step.code not in taken]
    for step in left:
        if any(drop.split(":")[0] in touched for drop in step.drops):
            return step.code
    return next((step.code for step in left if step.code == "headlines"), HOLD)


def _build(desk: _Desk, taken: tuple[str, ...]) -> tuple[Published, dict[Row, int]]:
    """Return the file of one attempt and the truth behind its newly rounded rows."""
    month, fresh, last = desk.month, desk.fresh, desk.last
    drops = frozenset(d for s in tables.read().steps if s.code in taken for d in s.drops)
    exact = desk.exact_headlines and fresh.whole and "headlines:exact" not in drops
    hold = HOLD in taken
    too_few = frozenset(_with_the_rest(month))
    rows = _headlines(desk, exact=exact, hold=hold)
    for table in tables.tables(month.half_years):
        given = tables.cells(table, _shape(table, drops, whole=fresh.whole))
        repeats = table.code in fresh.frozen or hold or not fresh.leaf
        for cell in tables.cells(table):
            absent = Row(cell, month.quarter.day, 0, "N")
            if repeats:
                rows.append(last.get(cell, absent))
            elif cell in too_few:
                rows.append(Row(cell, month.quarter.day, 0, "Z"))
            else:
                rows.append(cell if cell in given else absent)
    rounded = _round(desk, rows, too_few)
    published = Published(
        period=month.now.day,
        revision=month.revision,
        whole=fresh.whole,
        exact_headlines=exact,
        refreshed=fresh.leaf and not hold,
        coarsened=taken,
        rows=tuple(rounded[row] if isinstance(row, str) else row for row in rows),
        dwellings=tuple(sorted(month.dwellings)),
    )
    return published, {row: desk.real[cell] for cell, row in rounded.items()}


def _headlines(desk: _Desk, *, exact: bool, hold: bool) -> list[Row | str]:
    """Return the headlines' rows, or the name where a number has yet to be rounded."""
    day, last = desk.month.now.day, desk.last
    rows: list[Row | str] = []
    for headline in tables.read().headlines.values():
        cell = headline.cell
        if hold:
            rows.append(last.get(cell, Row(cell, day, 0, "N")))
        elif exact and desk.real[cell] >= tables.read().rules.exact_from:
            rows.append(Row(cell, day, desk.real[cell], "E"))
        else:
            rows.append(cell if desk.fresh.head else last.get(cell, cell))
    return rows


def _shape(table: tables.Table, drops: frozenset[str], *, whole: bool) -> tables.Shape:
    code = table.code.split(".")[0]
    if not whole or f"{code}:categories" in drops:
        return "total"
    return "margins" if f"{code}:cross" in drops else "whole"


def _round(desk: _Desk, rows: Sequence[Row | str], too_few: frozenset[str]) -> dict[str, Row]:
    """Round all names among the rows in one program, so that each day's tables add up."""
    month = desk.month
    fixed = {row.cell: row.value for row in rows if isinstance(row, Row) and row.status == "R"}
    by_day: dict[date, list[str]] = {}
    for cell in rows:
        if isinstance(cell, str):
            day = month.now.day if cell.startswith(refresh.HEAD) else month.quarter.day
            by_day.setdefault(day, []).append(cell)
    fresh = [cell for group in by_day.values() for cell in group]
    zeros = too_few if tables.read().breakdowns["form"].total in fresh else frozenset[str]()
    rounded = rounding.controlled(
        {cell: desk.real[cell] for cell in (*fresh, *zeros)},
        [sums for group in by_day.values() for sums in tables.relations([*group, *zeros])],
        desk.key,
        orders=_orders(month, frozenset(fresh), fixed),
        impossible=zeros,
    )
    return {
        cell: Row(cell, day, rounded[cell], "R")
        for day, group in by_day.items()
        for cell in group
    }


def _orders(
    month: Month, fresh: frozenset[str], fixed: Mapping[str, int]
) -> list[rounding.Order]:
    """Return which numbers must keep their order, so that they do not tell on each other.

    A headline stays within the one it is part of. All who moved in since the start lie between
    households and adults. What stays as it was published counts with its number.
    """
    households, adults = f"{refresh.HEAD}households", f"{refresh.HEAD}adults"
    orders = [
        rounding.Order((pair.part,), (pair.whole,))
        for pair in tables.read().inclusions
        if {pair.part, pair.whole} <= fresh
    ]
    for code in tables.read().cohorts:
        totals = [t.total for t in tables.tables(month.half_years) if t.code.startswith(code)]
        new = tuple(cell for cell in totals if cell in fresh)
        shown = sum(fixed.get(cell, 0) for cell in totals)
        if adults in fresh:
            orders.append(rounding.Order(new, (adults,), shown))
        elif new and adults in fixed:
            orders.append(rounding.Order(new, (), shown - fixed[adults]))
        complete = totals and tables.half_year_end(max(month.half_years)) == month.now.day
        if new and complete and households in fresh:
            orders.append(rounding.Order((households,), new, -shown))
    return orders


def _remember(desk: _Desk, published: Published, truth: Mapping[Row, int]) -> refresh.History:
    history, month = desk.history, desk.month
    held = HOLD in published.coarsened
    return refresh.History(
        published=(*history.published, published),
        truth={**history.truth, **truth},
        head_members=(
            month.now.members if desk.fresh.head and not held else history.head_members
        ),
        leaf_members=(
            month.quarter.members if desk.fresh.leaf and not held else history.leaf_members
        ),
        quarter=month.quarter.day,
    )
