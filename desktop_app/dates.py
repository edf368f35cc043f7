"""Dates of the trade: periods, ages and Dutch notation. "Today" is always an argument."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

_DECEMBER = 12


def now() -> datetime:
    """Return this moment in UTC, aware. Only the outermost doors call it."""
    return datetime.now(UTC)


def add_months(day: date, months: int) -> date:
    """Return the same day number some months later, or that month's last day.

    Counting rule of the regional reports: 31 January and one month is 28 (or 29) February.
    """
    year, month0 = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = month_end(date(year, month0 + 1, 1))
    return last.replace(day=min(day.day, last.day))


def month_end(day: date) -> date:
    """Return the last day of a day's month, the reference day ("peildatum") of a summary."""
    if day.month == _DECEMBER:
        return day.replace(day=31)
    return day.replace(month=day.month + 1, day=1) - timedelta(days=1)


def age(born: date, on: date) -> int:
    """Return the whole years somebody born on a day has lived on another day."""
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def dutch(day: date) -> str:
    """Return a date as Dutch forms write it: 24-11-2026."""
    return f"{day:%d-%m-%Y}"
