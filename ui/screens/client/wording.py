"""How a client's facts read on screen: statuses, ages, periods, near dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app import codelists, dates
from desktop_app.words import _, ngettext
from ui.parts.chip import Chip

if TYPE_CHECKING:
    from datetime import date

    from desktop_app.register.client_card import ClientCard, Goal
    from ui.parts.chip import Mood

_GOAL_MOODS: dict[str, Mood] = {
    "GEH": "ok",
    "DEELS": "ok",
    "LOOPT": "info",
    "NIEUW": "mute",
    "WACHT": "warn",
    "NIET": "warn",
    "STOP": "mute",
}
AREA_ICONS = {
    "WON": "house",
    "BUU": "map-pin",
    "GEL": "euro",
    "DAG": "footprints",
    "SOC": "users",
    "GEZ": "baby",
    "LIC": "heart-pulse",
    "PSY": "message-square-quote",
    "MID": "scale",
    "ZEL": "user",
    "MEE": "handshake",
    "VEI": "shield-check",
    "ZIN": "sun",
}
NOTE_ICONS = {
    "HUIS": "house",
    "KANT": "building-2",
    "BUIT": "footprints",
    "TEL": "phone",
    "APP": "message-square",
    "BEELD": "monitor",
    "MEE": "users",
    "NETW": "network",
    "MDO": "handshake",
    "NOSHOW": "phone-missed",
    "OUTR": "door-closed",
}


def status_chip(status: str) -> Chip:
    """Return a trajectory status as a chip: where somebody is, in two or three words."""
    phase = codelists.read("trajectory_status").codes[status].more["phase"]
    moods: dict[str, Mood] = {"actief": "primary", "wacht": "info", "nazorg": "ok"}
    mood: Mood = "warn" if status == "TUSS" else moods.get(phase, "mute")
    return Chip(codelists.label("trajectory_status", status), mood)


def goal_chip(goal: Goal) -> Chip:
    """Return a goal's status as a chip."""
    return Chip(codelists.label("goal_status", goal.status), _GOAL_MOODS[goal.status])


def facts(card: ClientCard) -> str:
    """Return the line under a client's name: number, age, home, key worker."""
    parts = [card.number]
    born = card.fields.birth_date
    if card.age is not None and born is not None:
        parts.append(_("{age} years ({born})").format(age=card.age, born=dates.dutch(born)))
    elif card.age is not None:
        parts.append(_("about {age} years").format(age=card.age))
    if card.home is not None:
        parts.append(card.home.address)
        parts.append(_("since {day}").format(day=dates.dutch(card.home.starts_on)))
    if card.key_worker:
        parts.append(_("Key worker {name}").format(name=card.key_worker))
    return " · ".join(parts)


def near(day: date, today: date) -> str:
    """Return how far a day is: "in 2 days", "today", "3 days ago"."""
    days = (day - today).days
    if days == 0:
        return _("today")
    if days > 0:
        return ngettext("in {n} day", "in {n} days", days).format(n=days)
    return ngettext("{n} day ago", "{n} days ago", -days).format(n=-days)


def dated(day: date, today: date, *, within: int = 60) -> str:
    """Return a day, with how far it is when it is near."""
    if abs((day - today).days) > within:
        return dates.dutch(day)
    return f"{dates.dutch(day)} · {near(day, today)}"


def period(start: date, end: date | None) -> str:
    """Return a period: "03-02-2026 to 30-06-2027" or "since 03-02-2026"."""
    if end is None:
        return _("since {day}").format(day=dates.dutch(start))
    return _("{start} to {end}").format(start=dates.dutch(start), end=dates.dutch(end))
