"""Turns what somebody typed into a date, a number or an amount, or says why it cannot."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from desktop_app.errors import UserError
from desktop_app.words import _

if TYPE_CHECKING:
    from collections.abc import Callable

PartlyDate = tuple[int, int | None, int | None]
"""Year, month and day; None for what nobody knows."""

_MONTHS = (
    ("jan", "januari", "january"),
    ("feb", "februari", "february"),
    ("mrt", "maart", "mar", "march"),
    ("apr", "april"),
    ("mei", "may"),
    ("jun", "juni", "june"),
    ("jul", "juli", "july"),
    ("aug", "augustus", "august"),
    ("sep", "sept", "september"),
    ("okt", "oktober", "oct", "october"),
    ("nov", "november"),
    ("dec", "december"),
)
_MONTH = {word: number for number, words in enumerate(_MONTHS, start=1) for word in words}
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_OLDEST_AHEAD = 20


def read_date(typed: str, today: date) -> date:
    """Return the day that was meant.

    Understands 1-3-26, 01032026, 1 mrt, 1 maart 2026, 2026-03-01, vandaag, gisteren, morgen
    and +14 or -7 (days from today). Two digits are a year up to 20 ahead; a day without a
    year is this year's.

    Raises:
        UserError: it is no date, or no day that exists.
    """
    words = typed.strip().casefold()
    near = {
        "vandaag": 0, "today": 0, "gisteren": -1, "yesterday": -1, "eergisteren": -2,
        "morgen": 1, "tomorrow": 1, "overmorgen": 2,
    }  # fmt: skip
    if words in near:
        return today + timedelta(days=near[words])
    if match := re.fullmatch(r"([+-])\s?(\d{1,4})", words):
        days = int(match[2])
        return today + timedelta(days=days if match[1] == "+" else -days)
    year, month, day = _parts(words, today)
    return _day(year, month, day)


def read_partly_date(typed: str, today: date) -> PartlyDate:
    """Return a date of which only the year, or year and month, may be known: 1992, 3-1992.

    Raises:
        UserError: it is neither.
    """
    words = typed.strip().casefold()
    if re.fullmatch(r"\d{4}", words):
        return (_year(int(words), today), None, None)
    if match := re.fullmatch(r"(\d{1,2})[-/. ](\d{4})", words):
        _check_month(int(match[1]))
        return (_year(int(match[2]), today), int(match[1]), None)
    if (match := re.fullmatch(r"([a-z]+)\.? (\d{4})", words)) and match[1] in _MONTH:
        return (_year(int(match[2]), today), _MONTH[match[1]], None)
    known = read_date(typed, today)
    if known > today and len(words) <= len("01-01-26") and known.year - 100 >= _FIRST_YEAR:
        known = _day(known.year - 100, known.month, known.day)
    return (known.year, known.month, known.day)


def read_number(typed: str) -> int:
    """Return a whole number; dots between thousands are allowed.

    Raises:
        UserError: it is no number.
    """
    words = typed.strip().replace(" ", "")
    if not re.fullmatch(r"-?(\d+|\d{1,3}(\.\d{3})+)", words):
        raise UserError(_("Fill in a whole number, for example 12."))
    return int(words.replace(".", ""))


def read_money(typed: str) -> int:
    """Return an amount in cents, from 612, 612,5, € 1.250,00 or 612.50.

    Raises:
        UserError: it is no amount.
    """
    words = typed.strip().lstrip("€").replace(" ", "").replace("\N{NO-BREAK SPACE}", "")
    match = re.fullmatch(r"(\d{1,3}(?:\.\d{3})+|\d+)(?:[,.](\d{1,2}|-))?", words)
    if match is None:
        raise UserError(_("Fill in an amount, for example 612 or 612,50."))
    cents = (match[2] or "").replace("-", "").ljust(2, "0")
    return int(match[1].replace(".", "")) * 100 + int(cents)


def show_date(day: date) -> str:
    """Return a date as fields show it: 24-11-2026."""
    return f"{day:%d-%m-%Y}"


def show_partly_date(known: PartlyDate) -> str:
    """Return what is known of a date: 14-03-1992, 03-1992 or 1992."""
    year, month, day = known
    parts = [f"{day:02}"] if day is not None else []
    parts += [f"{month:02}"] if month is not None else []
    return "-".join([*parts, f"{year:04}"])


def show_money(cents: int) -> str:
    """Return an amount as fields show it: 612,50."""
    return f"{cents // 100},{cents % 100:02}"


def _parts(words: str, today: date) -> tuple[int, int, int]:
    forms: list[tuple[str, Callable[[re.Match[str]], tuple[str, str, str]]]] = [
        (r"(\d{4})-(\d{1,2})-(\d{1,2})", lambda m: (m[1], m[2], m[3])),
        (r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})", lambda m: (m[3], m[2], m[1])),
        (r"(\d{2})(\d{2})(\d{4}|\d{2})", lambda m: (m[3], m[2], m[1])),
        (r"(\d{1,2})[-/.](\d{1,2})", lambda m: ("", m[2], m[1])),
        (r"(\d{1,2})[- ]([a-z]+)\.?(?:[- ](\d{4}|\d{2}))?", lambda m: (m[3] or "", m[2], m[1])),
    ]
    for form, taken in forms:
        if match := re.fullmatch(form, words):
            year, month, day = taken(match)
            if not month.isdigit() and month not in _MONTH:
                break
            number = int(month) if month.isdigit() else _MONTH[month]
            return (
                _year(int(year), today, len(year)) if year else today.year,
                number,
                int(day),
            )
    raise UserError(_("Fill in a date, for example {example}.").format(example="14-03-2026"))


def _year(year: int, today: date, digits: int = 4) -> int:
    if digits == 2:  # noqa: PLR2004 - a year of two digits
        century = today.year // 100 * 100
        year += century
        if year > today.year + _OLDEST_AHEAD:
            year -= 100
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise UserError(
            _("The year {year} cannot be right. Fill in a year from {first} to {last}.").format(
                year=year, first=_FIRST_YEAR, last=_LAST_YEAR
            )
        )
    return year


def _check_month(month: int) -> None:
    if not 1 <= month <= 12:  # noqa: PLR2004 - months
        raise UserError(
            _("Month {month} does not exist. Fill in a month from 1 to 12.").format(month=month)
        )


def _day(year: int, month: int, day: int) -> date:
    _check_month(month)
    last = calendar.monthrange(year, month)[1]
    if not 1 <= day <= last:
        raise UserError(
            _("{day} {month} does not exist. Choose a day from 1 to {last}.").format(
                day=day, month=month_name(month), last=last
            )
        )
    return date(year, month, day)


def month_name(month: int) -> str:
    """Return a month in the language of now: 2 is February."""
    return (
        _("January"), _("February"), _("March"), _("April"), _("May"), _("June"), _("July"),
        _("August"), _("September"), _("October"), _("November"), _("December"),
    )[month - 1]  # fmt: skip
