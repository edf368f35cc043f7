"""The published table set: which cells exist, how they add up, what each is called.

The set is data (resources/indicators/tb-summary-1.json) and the same for every organisation.
A cell's name is stable: its table and one code per dimension, `_T` for "all" (SDMX's mark):
`head.waiting`, `wait.WOON.MO`, `wait._T.MO`, `form.FLEX`, `start.2026H1.BW`.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal

from desktop_app import assets, words
from desktop_app.words import _

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from desktop_app.summary.figures import DwellingRow

SCHEMA = "tb-summary/1"
TOTAL = "_T"
HEAD = "head"

Shape = Literal["whole", "margins", "total"]
"""How much of a table is given: crosses too, only its margins, or only the total."""


@dataclass(frozen=True, slots=True)
class Rules:
    """The public numbers of the method.

    Args:
        base: rounded values are multiples of it.
        exact_from: headlines from this value up may be exact.
        refresh_persons: so many persons must differ before numbers are refreshed.
        whole_tables_from: organisations with fewer people in support give totals only.
        form_from_places: housing forms with fewer places in stock are counted with the rest.
        quarter_months: months at whose end the breakdowns are counted.
    """

    base: int
    exact_from: int
    refresh_persons: int
    whole_tables_from: int
    form_from_places: int
    quarter_months: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Category:
    """One answer of a dimension, standing for codes of a register's list."""

    code: str
    texts: Mapping[str, str]
    of: frozenset[str]
    months: tuple[int, int | None] | None

    @property
    def label(self) -> str:
        """The answer in the language of now."""
        return words.pick(self.texts)


@dataclass(frozen=True, slots=True)
class Dimension:
    """What a table is broken down by; `rest` takes what no category names."""

    code: str
    texts: Mapping[str, str]
    categories: Mapping[str, Category]
    rest: str

    def group(self, code: str | None) -> str:
        """Return the category a register's code belongs to."""
        return next((c.code for c in self.categories.values() if code in c.of), self.rest)


@dataclass(frozen=True, slots=True)
class Headline:
    """A count of people (or their tenancies) without any attribute."""

    code: str
    texts: Mapping[str, str]
    unit: str
    since_start: bool
    indicator: str

    @property
    def cell(self) -> str:
        """The cell's name."""
        return f"{HEAD}.{self.code}"


@dataclass(frozen=True, slots=True)
class Table:
    """A breakdown. A cohort table carries its half-year in its name: `start.2026H1`."""

    code: str
    texts: Mapping[str, str]
    dimensions: tuple[str, ...]
    total_of: str | None
    indicator: str
    cohort: bool

    @property
    def total(self) -> str:
        """The name of the cell that holds everybody."""
        return ".".join((self.code, *([TOTAL] * len(self.dimensions))))

    def at(self, half_year: str) -> Table:
        """Return a cohort table for one half-year."""
        name = f"{self.code}.{half_year}"
        return Table(
            name, self.texts, self.dimensions, self.total_of, self.indicator, self.cohort
        )


@dataclass(frozen=True, slots=True)
class Inclusion:
    """A headline that is never more than another, by definition or only nearly always."""

    part: str
    whole: str
    always: bool


@dataclass(frozen=True, slots=True)
class Step:
    """One step of making the tables coarser when the attack succeeds."""

    code: str
    texts: Mapping[str, str]
    drops: tuple[str, ...]

    @property
    def label(self) -> str:
        """What the step leaves out, in the language of now."""
        return words.pick(self.texts)


@dataclass(frozen=True, slots=True)
class Measure:
    """A code of the dwellings' leaf: a measure, a landlord kind, a class of rooms."""

    code: str
    texts: Mapping[str, str]

    @property
    def label(self) -> str:
        """Its words in the language of now."""
        return words.pick(self.texts)


@dataclass(frozen=True, slots=True)
class TableSet:
    """Everything of one version of the published tables."""

    rules: Rules
    dimensions: Mapping[str, Dimension]
    headlines: Mapping[str, Headline]
    inclusions: tuple[Inclusion, ...]
    breakdowns: Mapping[str, Table]
    cohorts: Mapping[str, Table]
    measures: Mapping[str, Measure]
    landlords: Mapping[str, Measure]
    rooms: Mapping[str, Measure]
    scattered: str
    steps: tuple[Step, ...]


@cache
def read() -> TableSet:
    """Return the published table set."""
    data = assets.read_json("indicators/tb-summary-1.json")
    rules = data["rules"]
    return TableSet(
        rules=Rules(**{**rules, "quarter_months": tuple(rules["quarter_months"])}),
        dimensions=_by_code(_dimension(k, v) for k, v in data["dimensions"].items()),
        headlines=_by_code(
            Headline(
                h["code"], _texts(h), h["unit"], h["when"] == "since_start", h["indicator"]
            )
            for h in data["headlines"]
        ),
        inclusions=tuple(
            Inclusion(f"{HEAD}.{i['part']}", f"{HEAD}.{i['whole']}", i["always"])
            for i in data["inclusions"]
        ),
        breakdowns=_by_code(_table(t, cohort=False) for t in data["breakdowns"]),
        cohorts=_by_code(_table(t, cohort=True) for t in data["cohorts"]),
        measures=_measures(data["dwellings"]["measures"]),
        landlords=_measures(data["dwellings"]["landlords"]),
        rooms=_measures(data["dwellings"]["rooms"]),
        scattered=data["dwellings"]["scattered"],
        steps=tuple(Step(s["code"], _texts(s), tuple(s["drops"])) for s in data["coarsening"]),
    )


def _by_code(items: Iterable[Any]) -> Mapping[str, Any]:
    return MappingProxyType({item.code: item for item in items})


def _texts(item: Mapping[str, Any]) -> Mapping[str, str]:
    return MappingProxyType({key: item[key] for key in words.LANGUAGES})


def _measures(items: list[dict[str, str]]) -> Mapping[str, Measure]:
    return _by_code(Measure(item["code"], _texts(item)) for item in items)


def _dimension(code: str, data: dict[str, Any]) -> Dimension:
    return Dimension(
        code, _texts(data), _by_code(_category(c) for c in data["codes"]), data["rest"]
    )


def _category(data: dict[str, Any]) -> Category:
    months = (data["from_months"], data["to_months"]) if "from_months" in data else None
    return Category(data["code"], _texts(data), frozenset(data.get("of", ())), months)


def _table(data: dict[str, Any], *, cohort: bool) -> Table:
    return Table(
        data["code"],
        _texts(data),
        tuple(data["dimensions"]),
        data.get("total_of"),
        data["indicator"],
        cohort,
    )


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
