"""What one row becomes, in the words of a screen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from desktop_app import amounts, codelists, dates
from desktop_app.words import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop_app.register.importing.lines import Line
    from desktop_app.register.importing.preview import Plan


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing that a row tells of: its noun, what it is, more about it, and if it is new."""

    noun: str
    title: str
    under: str
    new: bool


def things(plan: Plan, row: int) -> tuple[Thing, ...]:
    """Return what a row becomes; nothing for one that is left out."""
    news = plan.news.get(row, frozenset())
    found = (line for line in plan.reading if line.row == row)
    return tuple(
        Thing(noun, title, " · ".join(filter(None, under)), noun in news)
        for line in found
        for noun, title, under in _told(line)
    )


def born(birth: date | int | None) -> str:
    """Return a birth as people read it; empty where nobody knows."""
    if isinstance(birth, date):
        return dates.dutch(birth)
    return str(birth) if birth else ""


def _told(line: Line) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    if "client" in line.values:
        given = line.values["client"]
        parts = (given.get(name) for name in ("call_name", "infix", "last_name"))
        name = " ".join(part for part in parts if part) or str(given.get("number", ""))
        birth = born(given.get("birth_date") or given.get("birth_year"))
        source = given.get("source")
        under = (birth, codelists.label("referral_source", source) if source else "")
        yield "client", name, under
    if "dwelling" in line.values:
        yield "dwelling", _address(line), (_town(line), _rent(line))
    starts = line.get("tenancy", "starts_on")
    if starts:
        kind = line.get("tenancy", "tenancy_type")
        title = codelists.label("tenancy_type", kind) if kind else _("Lease")
        ends = line.get("tenancy", "ended_on") or line.get("tenancy", "contract_until")
        yield "tenancy", title, (_period(starts, ends),)
    if "decision" in line.values:
        frame = line.get("decision", "legal_frame")
        title = codelists.label("legal_frame", frame) if frame else _("Decision")
        first, last = line.get("decision", "starts_on"), line.get("decision", "ends_on")
        yield "decision", title, (_period(first, last),)


def _address(line: Line) -> str:
    given = line.values["dwelling"]
    number = f"{given.get('house_number', '')}{given.get('house_letter', '')}"
    added = f"{number}-{given['addition']}" if given.get("addition") else number
    return f"{given.get('street', '')} {added}".strip()


def _town(line: Line) -> str:
    parts = (line.get("dwelling", "postcode"), line.get("dwelling", "city"))
    return " ".join(part for part in parts if part)


def _rent(line: Line) -> str:
    cents = line.get("dwelling", "rent_cents") or line.get("tenancy", "rent_cents")
    return amounts.euro(cents) if cents else ""


def _period(first: date | None, last: date | None) -> str:
    if first and last:
        return _("{first} until {last}").format(
            first=dates.dutch(first), last=dates.dutch(last)
        )
    if last:
        return _("until {day}").format(day=dates.dutch(last))
    return _("from {day} on").format(day=dates.dutch(first)) if first else ""
