"""What stays and what leaves, side by side, with the reason per number."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app import codelists, dates
from desktop_app.summary import tables
from desktop_app.words import _

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from desktop_app.summary.figures import DwellingRow, Row
    from desktop_app.summary.refresh import History
    from desktop_app.summary.release import Release


@dataclass(frozen=True, slots=True)
class Line:
    """One number of the export.

    Args:
        cell: its stable name.
        table: the words over its table.
        label: its own words.
        depth: 0 for a total, 1 for a category, 2 for a cross.
        real: what the register says; stays here.
        leaves: what goes to the region, in words: "47", "about 5", "0 to 4", "—".
        why: the reason.
        frozen_since: the day since which it never changes any more.
    """

    cell: str
    table: str
    label: str
    depth: int
    real: int
    leaves: str
    why: str
    frozen_since: date | None


@dataclass(frozen=True, slots=True)
class DwellingLine:
    """One number of the dwellings' leaf: real and leaving are the same."""

    complex: str
    label: str
    count: int
    leaves: str
    why: str


def lines(release: Release, history: History) -> list[Line]:
    """Return every number of a month that would leave."""
    seen = {row for file in history.published for row in file.rows}
    return [_line(row, release, repeated=row in seen) for row in release.published.rows]


def in_words(row: Row) -> str:
    """Return a published number as the region will read it."""
    if row.status == "N":
        return "–"
    if row.status in "EZ":
        return f"{row.value}"
    if row.value == 0:
        return _("0 to {n}").format(n=tables.read().rules.base - 1)
    return _("about {n}").format(n=row.value)


def dwelling_lines(rows: Iterable[DwellingRow]) -> tuple[DwellingLine, ...]:
    """Return the dwellings' leaf as lines, one complex after another."""
    order = list(tables.read().measures)
    return tuple(
        _dwelling_line(row)
        for row in sorted(rows, key=lambda row: (row.complex, order.index(row.measure), row))
    )


def _line(row: Row, release: Release, *, repeated: bool) -> Line:
    table = tables.table_of(row.cell)
    frozen = row.as_of if table and table.code in release.fresh.frozen else None
    return Line(
        cell=row.cell,
        table=tables.title(row.cell),
        label=tables.label(row.cell),
        depth=tables.depth(row.cell),
        real=release.real[row.cell],
        leaves=in_words(row),
        why=_why(row, release, repeated=repeated),
        frozen_since=frozen if row.status != "N" else None,
    )


def _why(row: Row, release: Release, *, repeated: bool) -> str:
    if row.status == "N":
        return _why_not(row, release)
    if row.status == "Z":
        return _("no or few such dwellings: counted with the rest")
    if repeated:
        return _why_again(row, release)
    if row.status == "E":
        return _("{n} or more: exact").format(n=tables.read().rules.exact_from)
    return _why_rounded(row, release)


def _why_again(row: Row, release: Release) -> str:
    table = tables.table_of(row.cell)
    day = dates.dutch(row.as_of)
    if table and table.code in release.fresh.frozen:
        return _("frozen since {day}").format(day=day)
    if table and release.published.period != release.history.quarter:
        return _("counted each quarter; this is {day}").format(day=day)
    return _("fewer than three people changed; this is {day}").format(day=day)


def _why_rounded(row: Row, release: Release) -> str:
    table = tables.table_of(row.cell)
    if table is None and release.published.exact_headlines:
        return _("below {n}: rounded").format(n=tables.read().rules.exact_from)
    if table is None or row.cell == table.total:
        return _("rounded")
    total = next(r for r in release.published.rows if r.cell == table.total)
    return _("rounded; in all {n}").format(n=in_words(total))


def _why_not(row: Row, release: Release) -> str:
    table = tables.table_of(row.cell)
    steps = {step.code: step for step in tables.read().steps}
    code = row.cell.split(".")[0]
    for taken in release.published.coarsened:
        if taken in steps and any(d.split(":")[0] == code for d in steps[taken].drops):
            return _("left out: a group would be too small")
    if table and not release.published.whole and tables.depth(row.cell):
        return _("below {n} in support: totals only").format(
            n=tables.read().rules.whole_tables_from
        )
    return _("comes with a later quarter")


def _dwelling_line(row: DwellingRow) -> DwellingLine:
    known = tables.read()
    scattered = row.complex == known.scattered
    form = codelists.label("housing_form", row.form)
    what = known.measures[row.measure].label
    kind = f"{form} · {known.rooms[row.rooms].label} · {known.landlords[row.landlord].label}"
    quarter = f", {_quarter(row.quarter)}" if row.quarter else ""
    return DwellingLine(
        complex="" if scattered else row.complex,
        label=f"{what} · {kind}",
        count=row.count,
        leaves=f"{row.count}{quarter}",
        why=(
            _("exact; things, not people")
            if scattered
            else _("exact; only the code {code}").format(code=row.complex)
        ),
    )


def _quarter(code: str) -> str:
    year, number = code.split("Q")
    return _("quarter {number} of {year}").format(number=number, year=year)
