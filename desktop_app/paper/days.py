"""Dates as people say them, in the language of the paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.words import N_, _

if TYPE_CHECKING:
    from datetime import date

_MONTHS = (
    N_("January"), N_("February"), N_("March"), N_("April"), N_("May"), N_("June"),
    N_("July"), N_("August"), N_("September"), N_("October"), N_("November"), N_("December"),
)  # fmt: skip


_WEEKDAYS = (
    N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"), N_("Friday"),
    N_("Saturday"), N_("Sunday"),
)  # fmt: skip
_SHORT = (N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"))


def weekday_in_words(day: date) -> str:
    """Return "Monday 23 November 2026"."""
    return f"{_(_WEEKDAYS[day.weekday()])} {in_words(day)}"


def short_weekday(day: date) -> str:
    """Return "Mon 23"."""
    return f"{_(_SHORT[day.weekday()])} {day.day}"


def in_words(day: date) -> str:
    """Return "20 November 2026"."""
    return f"{day.day} {month(day)}"


def month(day: date) -> str:
    """Return "November 2026"."""
    return f"{_(_MONTHS[day.month - 1])} {day.year}"


def period(first: date, last: date | None) -> str:
    """Return "1 May 2026 until 30 April 2028", or "from 1 May 2026" without an end."""
    if last is None:
        return _("from {date}").format(date=in_words(first))
    return _("{first} until {last}").format(first=in_words(first), last=in_words(last))
