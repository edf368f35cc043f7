"""Dates as people type them: every Dutch notation, Excel's numbers, and what is no date."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal

from desktop_app import dates
from desktop_app.errors import UserError
from desktop_app.register.importing.grid import shown
from desktop_app.store.folding import fold
from desktop_app.words import _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop_app.register.importing.grid import Cell

Order = Literal["dmy", "mdy"]

MONTHS = {
    "jan": 1, "feb": 2, "mrt": 3, "maa": 3, "mar": 3, "apr": 4, "mei": 5, "may": 5, "jun": 6,
    "jul": 7, "aug": 8, "sep": 9, "okt": 10, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
NOTHING = frozenset(
    ["onbekend", "onb", "unknown", "nvt", "n.v.t.", "n.v.t", "nb", "n.b.", "?", "-", "--", "x",
     "geen", "none", "leeg", "nee", "vast", "onbepaald", "onbepaalde tijd", "heden",
     "permanent", "01-01-1900", "1-1-1900", "00-00-0000", "0"]
)  # fmt: skip
_EPOCH = date(1899, 12, 30)
_NUMBERS = range(10_000, 80_000)  # Excel's count of days: 1927 to 2119
_PARTS = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ]'?(\d{4}|\d{2})")
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ t].*)?")
_WORDS = re.compile(r"(\d{1,2})[-. ]*([a-z]{3,9})\.?[-. ,]*'?(\d{4}|\d{2})")
_MONTH_YEAR = re.compile(r"(?:([a-z]{3,9})\.?|(\d{1,2}))[-/. ](\d{4})")
_LATEST_MONTH = 12


@dataclass(frozen=True, slots=True)
class Style:
    """How the dates of one column are read.

    Attributes:
        order: day or month first.
        past: two digits mean a year that lies behind: for births.
        today: from which "behind" is counted.
    """

    order: Order = "dmy"
    past: bool = False
    today: date = date(2000, 1, 1)


class UnreadableError(UserError):
    """A cell that is not what its column holds; the sentence says why."""


def order(cells: Iterable[Cell]) -> tuple[Order, int, int]:
    """Return whether a column has the day or the month first, and how often each must be so."""
    day_first = month_first = 0
    for cell in cells:
        found = _PARTS.fullmatch(cell) if isinstance(cell, str) else None
        if found:
            first, second = int(found[1]), int(found[2])
            day_first += first > _LATEST_MONTH >= second
            month_first += second > _LATEST_MONTH >= first
    return ("mdy" if month_first > day_first else "dmy"), day_first, month_first


def is_nothing(cell: Cell) -> bool:
    """Return whether a cell says that there is no date, or that nobody knows."""
    return cell is None or (isinstance(cell, str) and cell.strip().casefold() in NOTHING)


def is_excel_number(cell: Cell) -> bool:
    """Return whether a cell is a day as Excel counts them, also as text."""
    text = shown(cell)
    return text.isdigit() and int(text) in _NUMBERS


def looks_like_a_date(cell: Cell) -> bool:
    """Return whether a cell can be read as a date in one order or the other."""
    try:
        return read(cell, Style()) is not None
    except UnreadableError:
        return isinstance(cell, str) and _PARTS.fullmatch(cell) is not None


def read(cell: Cell, style: Style) -> date | None:
    """Return the date in a cell, or None where it says that there is none.

    Raises:
        UnreadableError: it is no date, or one that does not exist.
    """
    if is_nothing(cell):
        return None
    match cell:
        case date():
            return cell
        case bool():
            raise _no_date()
        case int() | float() if int(cell) in _NUMBERS:
            return _EPOCH + timedelta(days=int(cell))
        case int() if len(str(cell)) in {7, 8}:
            return _from_text(f"{cell:08}", style)
        case str():
            return _from_text(cell, style)
        case _:
            raise _no_date()


def _from_text(text: str, style: Style) -> date:
    text = fold(text)
    if text.isdigit():
        return _from_digits(text)
    if found := _ISO.fullmatch(text):
        return _made(int(found[1]), int(found[2]), int(found[3]))
    if found := _PARTS.fullmatch(text):
        first, second = int(found[1]), int(found[2])
        day, month = (second, first) if style.order == "mdy" else (first, second)
        return _made(_year(found[3], style), month, day)
    if (found := _WORDS.fullmatch(text)) and found[2][:3] in MONTHS:
        return _made(_year(found[3], style), MONTHS[found[2][:3]], int(found[1]))
    if found := _MONTH_YEAR.fullmatch(text):
        month = int(found[2]) if found[2] else MONTHS.get(found[1][:3], 0)
        if 1 <= month <= _LATEST_MONTH and not style.past:
            return date(int(found[3]), month, 1)
    raise _no_date()


def _from_digits(text: str) -> date:
    """Return the day that 14031992, 19920314 or Excel's 33677 means."""
    if int(text) in _NUMBERS:
        return _EPOCH + timedelta(days=int(text))
    if len(text) != len("14031992"):
        raise _no_date()
    if text[:2] in {"19", "20"} and int(text[4:6]) <= _LATEST_MONTH:
        return _made(int(text[:4]), int(text[4:6]), int(text[6:]))
    return _made(int(text[4:]), int(text[2:4]), int(text[:2]))


def _year(text: str, style: Style) -> int:
    """Return a year of four digits; two digits of a birth are a year that lies behind."""
    if len(text) == len("1992"):
        return int(text)
    year = 2000 + int(text)
    grown_up = 12  # younger people are no clients of their own
    return year - 100 if style.past and year > style.today.year - grown_up else year


def _made(year: int, month: int, day: int) -> date:
    if not 1 <= month <= _LATEST_MONTH or year < 1:
        raise _no_date()
    last = calendar.monthrange(year, month)[1]
    if not 1 <= day <= last:
        raise UnreadableError(
            _("{day:02}-{month:02}-{year} does not exist. Choose a day up to {last}.").format(
                day=day, month=month, year=year, last=last
            )
        )
    return date(year, month, day)


def _no_date() -> UnreadableError:
    return UnreadableError(
        _("This is no date. Write it like {example}.").format(
            example=dates.dutch(date(2026, 3, 14))
        )
    )
