"""What a clever reader could work out from everything published so far.

The attacker reads published files and the public rules, nothing else: how far rounding moves a
number, which cells add up, that headlines from ten up are exact, that dwellings are exact, that
counts since the start never fall. From these a linear program gives the lowest and the highest
value every number can have had. `judge` then compares with the truth, which only the
organisation has, and says what the attacker would have won.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from desktop_app.summary import bounding, solver, tables
from desktop_app.summary.bounding import Limit

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from datetime import date

    from desktop_app.summary.figures import Published, Row

Assumption = Literal["places", "cohorts", "history"]
"""What is nearly always so: dwellings hold no more people than their places; start cohorts
lie between households and adults since the start; counts since the start never fall and numbers
of one day published in two files belong together. Where files contradict an assumption (a
correction, a flaw in the register) the attacker drops just that one."""

Kind = Literal["narrow", "singled", "zero", "everybody"]
"""A small number known within less than four; proven to lie in 1 to 4; an empty group proven
empty; a group proven to hold everybody (so everybody's attribute is known)."""

SMALL = range(1, 5)
_ASSUMPTIONS: tuple[Assumption, ...] = ("places", "cohorts", "history")


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What the attacker knows in the end.

    Args:
        intervals: lowest and highest possible value of every published number.
        same: pairs (part, all) of which it is certain that they are equal.
        dropped: kinds of assumptions of which the files contradict some.
        programs: how many linear programs were solved.
    """

    intervals: Mapping[Row, tuple[int, int]]
    same: frozenset[tuple[Row, Row]]
    dropped: frozenset[Assumption]
    programs: int


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """Something an attacker would know that nobody should."""

    row: Row
    kind: Kind


@dataclass(slots=True)
class _World:
    """The model under construction: a variable per published number."""

    reach: int
    at: dict[Row, int] = field(default_factory=dict)
    bounds: list[tuple[float, float]] = field(default_factory=list)
    sums: dict[tuple[Row, tuple[Row, ...]], Assumption | None] = field(default_factory=dict)
    limits: list[Limit] = field(default_factory=list)

    def add(self, row: Row, lowest: float, highest: float) -> int:
        """Add a number, or learn more about one seen before."""
        at = self.at.setdefault(row, len(self.bounds))
        if at == len(self.bounds):
            self.bounds.append((lowest, highest))
        else:
            low, high = self.bounds[at]
            self.bounds[at] = (max(low, lowest), min(high, highest))
        return at


def explore(
    files: Sequence[Published],
    *,
    reach: int | None = None,
    without: Collection[Assumption] = (),
) -> Knowledge:
    """Return what an attacker learns from published files.

    Args:
        files: everything published so far, oldest first.
        reach: how far the method moves a number; by the rules less than the base. Tests give
            other methods' reach (0 for no protection, 2 for rounding to the nearest five).
        without: assumptions the attacker does not make.
    """
    world = _World(tables.read().rules.base - 1 if reach is None else reach)
    for file in files:
        _read_file(world, file)
    _read_history(world)
    if not world.at:
        return Knowledge({}, frozenset(), frozenset(), 0)
    limits = [
        Limit(0.0, 0.0, {world.at[all_]: 1.0, **{world.at[part]: -1.0 for part in parts}}, why)
        for (all_, parts), why in world.sums.items()
    ]
    limits = [limit for limit in (*limits, *world.limits) if limit.assumption not in without]
    believed = bounding.consistent(world.bounds, limits)
    pairs = [(part, all_) for all_, parts in world.sums for part in parts if parts[1:]]
    found = bounding.extremes(
        world.bounds, believed, [(world.at[part], world.at[all_]) for part, all_ in pairs]
    )
    dropped = {limit.assumption for limit in limits if limit not in believed}
    return Knowledge(
        intervals={row: found.intervals[at] for row, at in world.at.items()},
        same=frozenset(pair for pair, same in zip(pairs, found.same, strict=True) if same),
        dropped=frozenset(a for a in _ASSUMPTIONS if a in dropped),
        programs=found.programs,
    )


def _read_file(world: _World, file: Published) -> None:
    rules = tables.read().rules
    by_day: dict[date, dict[str, Row]] = {}
    seen_before = set(world.at)
    for row in file.rows:
        if row.status == "N":
            continue
        lowest, highest = float(row.value), float(row.value)
        if row.status == "R":
            lowest, highest = max(0.0, lowest - world.reach), highest + world.reach
            if row.cell.startswith(f"{tables.HEAD}.") and row.as_of == file.period:
                only_small = file.exact_headlines or (
                    not file.whole and row.cell == f"{tables.HEAD}.support"
                )
                highest = min(highest, rules.exact_from - 1) if only_small else highest
        world.add(row, lowest, highest)
        by_day.setdefault(row.as_of, {})[row.cell] = row
    for present in by_day.values():
        for parent, parts in tables.relations(present):
            rows = (present[parent], *(present[part] for part in parts))
            together = len({row in seen_before for row in rows}) == 1
            world.sums.setdefault((rows[0], rows[1:]), None if together else "history")
        _read_inclusions(world, present)
    _read_cohorts(world, file)
    _read_places(world, file)


def _at_most(world: _World, small: Row, large: Row, assumption: Assumption | None) -> None:
    weights = {world.at[large]: 1.0, world.at[small]: -1.0}
    world.limits.append(Limit(0.0, solver.INFINITY, weights, assumption))


def _read_inclusions(world: _World, present: Mapping[str, Row]) -> None:
    """People housed are in support; a household housed since the start has an adult."""
    for pair in tables.read().inclusions:
        part, whole = present.get(pair.part), present.get(pair.whole)
        if part and whole:
            _at_most(world, part, whole, None if pair.always else "cohorts")


def _read_cohorts(world: _World, file: Published) -> None:
    """All who moved in since the start are in the cohorts once the last half-year is over."""
    totals: dict[str, list[Row]] = {}
    for row in file.rows:
        table = tables.table_of(row.cell)
        if row.status != "N" and table and table.cohort and row.cell == table.total:
            totals.setdefault(table.code.split(".")[0], []).append(row)
    heads = {row.cell: row for row in file.rows if row.status != "N"}
    for rows in totals.values():
        halves = [row.cell.split(".")[1] for row in rows]
        weights = {world.at[row]: 1.0 for row in rows}
        adults = heads.get(f"{tables.HEAD}.adults")
        if adults and tables.half_year_end(max(halves)) <= adults.as_of:
            limit = {**weights, world.at[adults]: -1.0}
            world.limits.append(Limit(-solver.INFINITY, 0.0, limit, "cohorts"))
        households = heads.get(f"{tables.HEAD}.households")
        if households and tables.half_year_end(max(halves)) == households.as_of:
            limit = {**weights, world.at[households]: -1.0}
            world.limits.append(Limit(0.0, solver.INFINITY, limit, "cohorts"))


def _read_places(world: _World, file: Published) -> None:
    """No housing form holds more people than the places of its dwellings in stock."""
    places = tables.places_by_form(file.dwellings)
    for row in file.rows:
        code = tables.codes_of(row.cell)[0]
        limit = sum(places.values()) if code == tables.TOTAL else places.get(code)
        counted_now = row.status == "R" and row.as_of == file.period
        if row.cell.startswith("form.") and counted_now and limit is not None:
            world.limits.append(Limit(0.0, limit, {world.at[row]: 1.0}, "places"))


def _read_history(world: _World) -> None:
    """Counts since the start never fall from one day to the next."""
    for headline in tables.read().headlines.values():
        if headline.since_start:
            rows = sorted(r for r in world.at if r.cell == headline.cell)
            for earlier, later in itertools.pairwise(rows):
                if earlier.as_of < later.as_of:
                    _at_most(world, earlier, later, "history")


def judge(known: Knowledge, truth: Mapping[Row, int]) -> list[Finding]:
    """Compare what the attacker knows with the truth.

    Args:
        known: from `explore`.
        truth: the true number behind published rows. Rows without one (older than what the
            register still knows) are judged by the interval alone, so more strictly.
    """
    findings = set()
    for row, (low, high) in known.intervals.items():
        if row.status != "R":
            continue
        value = truth.get(row)
        if value in SMALL or value is None:
            if high - low < SMALL[-1]:
                findings.add(Finding(row, "narrow"))
            if low >= SMALL[0] and high <= SMALL[-1]:
                findings.add(Finding(row, "singled"))
        if value == 0 and high == 0 and _beside_others(row, truth):
            findings.add(Finding(row, "zero"))
    for part, whole in known.same:
        if part.status == "R" and known.intervals[whole][1] > 0 and truth.get(whole) != 0:
            findings.add(Finding(part, "everybody"))
    return sorted(findings)


def _beside_others(row: Row, truth: Mapping[Row, int]) -> bool:
    """Whether the table holds anybody: an empty group of an empty table is no secret."""
    table = tables.table_of(row.cell)
    return table is None or any(
        other.as_of == row.as_of and other.cell == table.total and value > 0
        for other, value in truth.items()
    )
