"""How a total is said: exact, with its margin, only indicative, or not there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app import dates
from desktop_app.paper import days
from desktop_app.region import merging
from desktop_app.summary import tables
from desktop_app.words import _

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from desktop_app.region.merging import Share, Total

NOTHING = "–"


def number(total: Total | None) -> str:
    """Return a total as a reader should take it: "118", "45", "0 to 8"."""
    if total is None:
        return NOTHING
    if total.value == 0 and not total.exact:
        return _("0 to {n}").format(n=total.high)
    return f"{total.value}"


def margin(total: Total | None) -> str:
    """Return what has to be said with a total: nothing, its band, or that it is indicative."""
    if total is None or total.exact:
        return ""
    if total.indicative:
        return _("indicative")
    return _("between {low} and {high}").format(low=total.low, high=total.high)


def exactness(total: Total | None) -> str:
    """Return how exact a headline is: "exact", "±4 by rounding"; "0 to 4" is "rounded"."""
    if total is None:
        return ""
    if total.exact:
        return _("exact")
    if not total.value:
        return _("rounded")
    return _("±{n} by rounding").format(n=total.margin)


def of_whole(part: Total | None, whole: Total | None) -> str:
    """Return a part of a whole in words, with a percentage only where it means something."""
    if part is None or whole is None:
        return NOTHING
    share: Share | None = merging.share(part, whole)
    said = _("{part} of {whole}").format(part=number(part), whole=number(whole))
    return said if share is None else f"{said} ({share.percent}%)"


def month(day: date) -> str:
    """Return a month in words: "October 2026"."""
    return days.month(day)


def half_year(code: str) -> str:
    """Return a half-year in words: "First half of 2026"."""
    year, number_ = code.split("H")
    when = _("first half of {year}") if number_ == "1" else _("second half of {year}")
    said = when.format(year=year)
    return f"{said[0].upper()}{said[1:]}"


def counted(totals: Iterable[Total]) -> str:
    """Return the day, or the days, on which a table was counted."""
    given = list(totals)
    if not given:
        return ""
    first = min(total.counted_from for total in given)
    last = max(total.counted_to for total in given)
    if first == last:
        return _("as on {day}").format(day=dates.dutch(last))
    return _("as on {first} to {last}").format(first=dates.dutch(first), last=dates.dutch(last))


def quarter(code: str) -> str:
    """Return a quarter in words."""
    if not code:
        return _("quarter not known")
    year, number_ = code.split("Q")
    return _("quarter {number} of {year}").format(number=number_, year=year)


def table_title(code: str) -> str:
    """Return the words of a table of the coverage."""
    if code == tables.HEAD:
        return _("Headlines")
    halves = code.split(".")
    cell = ".".join((*halves, tables.TOTAL)) if len(halves) > 1 else f"{code}.{tables.TOTAL}"
    return tables.title(cell)
