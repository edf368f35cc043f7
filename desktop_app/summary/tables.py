"""The cells of the published table set: which exist, how they add up, what each is called.

A cell's name is stable: its table and one code per dimension, `_T` for "all" (SDMX's mark):
`head.waiting`, `wait.WOON.MO`, `wait._T.MO`, `form.FLEX`, `start.2026H1.BW`.
"""

from __future__ import annotations

import itertools
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Literal

from desktop_app import words
from desktop_app.summary.table_set import HEAD, SCHEMA, TOTAL, Headline, Table, TableSet, read
from desktop_app.words import _

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from desktop_app.summary.figures import DwellingRow

__all__ = ["HEAD", "SCHEMA", "TOTAL", "Headline", "Table", "TableSet", "read"]

Shape = Literal["whole", "margins", "total"]
"""How much of a table is given: crosses too, only its margins, or only the total."""


def table_of(cell: str) -> Table | None:
    """Return the breakdown a cell belongs to; a headline belongs to none."""
    code, second = cell.split(".")[:2]
    if code in read().cohorts:
        return read().cohorts[code].at(second)
    return read().breakdowns.get(code)


def codes_of(cell: str) -> tuple[str, ...]:
    """Return a cell's code per dimension of its table."""
    parts = cell.split(".")
    return tuple(parts[2:] if parts[0] in read().cohorts else parts[1:])


def depth(cell: str) -> int:
    """Return how many attributes a cell names: 0 for a headline or a total."""
    return 0 if cell.startswith(f"{HEAD}.") else sum(c != TOTAL for c in codes_of(cell))


def half_year(day: date) -> str:
    """Return the half-year a day lies in: 2026H1."""
    return f"{day.year}H{1 if day.month <= 6 else 2}"  # noqa: PLR2004 - June ends the first half


def half_year_end(code: str) -> date:
    """Return the last day of a half-year, the day its start cohort is complete."""
    year = int(code[:4])
    return date(year, 6, 30) if code.endswith("H1") else date(year, 12, 31)


def tables(half_years: Iterable[str]) -> list[Table]:
    """Return the breakdowns, the cohort tables of these half-years among them."""
    cohorts = [t.at(half) for half in sorted(half_years) for t in read().cohorts.values()]
    return [*read().breakdowns.values(), *cohorts]


def cells(table: Table, shape: Shape = "whole") -> list[str]:
    """Return the names of a table's cells in the order in which they are written."""
    per_dimension = [[*read().dimensions[d].categories, TOTAL] for d in table.dimensions]
    deepest = {"whole": len(table.dimensions), "margins": 1, "total": 0}[shape]
    names = (".".join((table.code, *codes)) for codes in itertools.product(*per_dimension))
    return [name for name in names if depth(name) <= deepest]


def relations(present: Collection[str]) -> list[tuple[str, tuple[str, ...]]]:
    """Return which present cells are the sum of which other present cells.

    Every "all" is the sum of its dimension's categories, wherever all of them are present; a
    table's total equals the headline it belongs to, or without that the first other total.
    """
    known = set(present)
    found: list[tuple[str, tuple[str, ...]]] = []
    first: dict[str, str] = {}
    for cell in sorted(known):
        table = table_of(cell)
        if table is None:
            continue
        codes = codes_of(cell)
        for at, dimension in enumerate(table.dimensions):
            if codes[at] == TOTAL:
                parts = tuple(
                    ".".join((table.code, *codes[:at], category, *codes[at + 1 :]))
                    for category in read().dimensions[dimension].categories
                )
                if known.issuperset(parts):
                    found.append((cell, parts))
        if cell == table.total and table.total_of:
            headline = f"{HEAD}.{table.total_of}"
            equal = headline if headline in known else first.setdefault(headline, cell)
            if equal != cell:
                found.append((equal, (cell,)))
    return found


def places_by_form(dwellings: Iterable[DwellingRow]) -> dict[str, int]:
    """Return the published places per category of housing form.

    Categories with too few places are counted with the rest, from the fewest places up, until
    the rest has enough too: whoever knows how many places there are would know too much about
    the few people in them. It depends on dwellings alone, so a reader can do the same.
    """
    form = read().dimensions["form"]
    places = dict.fromkeys(form.categories, 0)
    for row in dwellings:
        if row.measure == "places":
            places[form.group(row.form)] += row.count
    kept = {code: count for code, count in places.items() if count and code != form.rest}
    rest = places[form.rest]
    enough = read().rules.form_from_places
    for code in sorted(kept, key=lambda code: (kept[code], code)):
        if kept[code] < enough or 0 < rest < enough:
            rest += kept.pop(code)
    return {**kept, **({form.rest: rest} if rest else {})}


def tabulate(members: Iterable[Iterable[str]], wanted: Iterable[str]) -> dict[str, int]:
    """Count people into cells.

    Args:
        members: per person the most detailed cells that person is in, a cell twice when it
            counts twice (two tenancies ended).
        wanted: the cells to fill; margins and totals are summed from the detailed ones.
    """
    counts = dict.fromkeys(wanted, 0)
    for cell in itertools.chain.from_iterable(members):
        for upper in _uppers(cell):
            if upper in counts:
                counts[upper] += 1
    return counts


@cache
def _uppers(cell: str) -> tuple[str, ...]:
    """Return a cell with every margin and total it is part of."""
    table = table_of(cell)
    if table is None:
        return (cell,)
    choices = [{code, TOTAL} for code in codes_of(cell)]
    return tuple(".".join((table.code, *codes)) for codes in itertools.product(*choices))


def title(cell: str) -> str:
    """Return the words over the table a cell stands in."""
    table = table_of(cell)
    if table is None:
        return _("Headlines")
    words_of_table = words.pick(table.texts)
    if not table.cohort:
        return words_of_table
    year, half = table.code.split(".")[1].split("H")
    when = _("first half of {year}") if half == "1" else _("second half of {year}")
    return f"{words_of_table}, {when.format(year=year)}"


def label(cell: str) -> str:
    """Return a cell's own words, without its table's."""
    table = table_of(cell)
    if table is None:
        return words.pick(read().headlines[cell.split(".")[1]].texts)
    named = [
        read().dimensions[dimension].categories[code].label
        for dimension, code in zip(table.dimensions, codes_of(cell), strict=True)
        if code != TOTAL
    ]
    return " · ".join(named) or _("Together")
