"""How a dwelling reads on a card and in a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app import amounts, codelists, dates
from desktop_app.register.dwelling_list import Column
from desktop_app.words import N_, _, ngettext

if TYPE_CHECKING:
    from datetime import date

    from desktop_app.register.dwelling_list import DwellingRow
    from ui.parts.chip import Mood

LONG_VACANT = 30  # days from which an empty dwelling asks for attention
LEASE_SOON = 120  # days before a temporary lease ends

TITLES = {
    Column.LEAVING: N_("Comes free"),
    Column.VACANT: N_("Empty"),
    Column.RESERVED: N_("Reserved"),
    Column.REPAIR: N_("Repairs"),
    Column.OCCUPIED: N_("Occupied"),
    Column.OUTSIDE: N_("Not ours to let"),
}
MOODS: dict[Column, Mood] = {
    Column.LEAVING: "ok",
    Column.VACANT: "warn",
    Column.RESERVED: "info",
    Column.REPAIR: "mute",
    Column.OCCUPIED: "primary",
    Column.OUTSIDE: "mute",
}
ICONS = {
    Column.LEAVING: "calendar-clock",
    Column.VACANT: "door-open",
    Column.RESERVED: "key-round",
    Column.REPAIR: "wrench",
    Column.OCCUPIED: "house",
    Column.OUTSIDE: "circle-dashed",
}


def facts(row: DwellingRow) -> str:
    """Return size and rent in a few words."""
    parts = []
    if row.rooms:
        parts.append(ngettext("{n} room", "{n} rooms", row.rooms).format(n=row.rooms))
    if row.rent_cents is not None:
        parts.append(amounts.euro(row.rent_cents))
    if not parts:
        parts.append(codelists.label("housing_form", row.housing_form))
    return " · ".join(parts)


def next_date(row: DwellingRow, today: date) -> tuple[str, Mood]:
    """Return what comes next for a dwelling, and how pressing it is."""
    if row.coming and not row.tenants:
        return _("key {day}").format(day=dates.dutch(row.coming[0].starts_on)), "info"
    days = row.days_vacant(today)
    if days is not None:
        words = ngettext("{n} day empty", "{n} days empty", days).format(n=days)
        return words, "danger" if days > LONG_VACANT else "mute"
    if row.column is Column.LEAVING:
        return _comes_free(row), "ok"
    ending = [t.contract_until for t in row.tenants if t.contract_until is not None]
    if ending:
        first = min(ending)
        near = (first - today).days <= LEASE_SOON
        return _("lease to {day}").format(day=dates.dutch(first)), "warn" if near else "mute"
    if row.tenants:
        since = min(t.starts_on for t in row.tenants)
        return _("since {day}").format(day=dates.dutch(since)), "mute"
    return codelists.label("dwelling_status", row.status), "mute"


def _comes_free(row: DwellingRow) -> str:
    if row.tenants:
        last = max(t.ended_on for t in row.tenants if t.ended_on is not None)
        return _("given up until {day}").format(day=dates.dutch(last))
    if row.expected_on is None:
        return codelists.label("dwelling_status", row.status)
    return _("delivery {day}").format(day=dates.dutch(row.expected_on))


def urgency(row: DwellingRow, today: date) -> tuple[int, str]:
    """Return what a column is sorted by: the longest empty and the nearest end first."""
    days = row.days_vacant(today)
    if days is not None:
        return -days, row.address
    ending = [
        day for t in row.tenants for day in (t.ended_on, t.contract_until) if day is not None
    ]
    return ((min(ending) - today).days if ending else 10_000), row.address
