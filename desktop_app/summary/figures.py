"""What the register counts (stays here) and what a month file says (leaves)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from desktop_app import dates

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

_DUE_DAY = 10

Status = Literal["E", "R", "Z", "N"]
"""E exact, R rounded, Z impossible by the published stock of dwellings, N not given."""

Members = "Mapping[str, tuple[str, ...]]"
"""Per person (a key that never leaves) the most detailed cells that person counts in."""


@dataclass(frozen=True, slots=True, order=True)
class DwellingRow:
    """A count of dwellings: things, so exact.

    Args:
        complex: the organisation's code of the complex, "-" for scattered dwellings.
        form: code of the list housing_form.
        landlord: CORP, ZORG, GEM, PART.
        rooms: R1, R2, R3, RU.
        measure: planned, delivered, stock, places, withdrawn.
        quarter: expected quarter of planned dwellings ("2027Q2", "" when not known), else "".
        count: how many.
    """

    complex: str
    form: str
    landlord: str
    rooms: str
    measure: str
    quarter: str
    count: int


@dataclass(frozen=True, slots=True)
class Counted:
    """Who counts where on a day. Holds people: never leaves, never logged.

    A start cohort's cells are there from the day its half-year is over.
    """

    day: date
    members: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, order=True)
class Row:
    """One published number with the day it was counted on. A value means nothing under N."""

    cell: str
    as_of: date
    value: int
    status: Status


@dataclass(frozen=True, slots=True)
class Published:
    """The figures of one month file.

    Args:
        period: last day of the month.
        revision: 1, or 2 for the one that replaces it.
        whole: False for an organisation under ten in support, which gives totals only.
        exact_headlines: whether headlines from ten up are exact in this file.
        refreshed: whether the rounded numbers were counted anew for this file.
        coarsened: codes of the steps the attack made necessary, in order.
        rows: headlines and breakdowns.
        dwellings: the dwellings' leaf.
    """

    period: date
    revision: int
    whole: bool
    exact_headlines: bool
    refreshed: bool
    coarsened: tuple[str, ...]
    rows: tuple[Row, ...]
    dwellings: tuple[DwellingRow, ...]


def expected_by(period: date) -> date:
    """Return the day by which the region expects the file of a month: the tenth of the next."""
    return dates.add_months(period.replace(day=1), 1).replace(day=_DUE_DAY)
