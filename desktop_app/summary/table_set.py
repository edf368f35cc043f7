"""The published table set as data: dimensions, headlines, breakdowns, cohorts, rules, steps.

It is read from resources/indicators/tb-summary-1.json and is the same for every organisation.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from desktop_app import assets, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

SCHEMA = "tb-summary/1"
TOTAL = "_T"
HEAD = "head"


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
    short_texts: Mapping[str, str]
    of: frozenset[str]
    months: tuple[int, int | None] | None

    @property
    def label(self) -> str:
        """The answer in the language of now."""
        return words.pick(self.texts)

    @property
    def short(self) -> str:
        """The answer as the head of a narrow column."""
        return words.pick(self.short_texts)


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
    short = MappingProxyType(data["short"]) if "short" in data else _texts(data)
    return Category(data["code"], _texts(data), short, frozenset(data.get("of", ())), months)


def _table(data: dict[str, Any], *, cohort: bool) -> Table:
    return Table(
        data["code"],
        _texts(data),
        tuple(data["dimensions"]),
        data.get("total_of"),
        data["indicator"],
        cohort,
    )
