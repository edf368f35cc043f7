"""The months themselves: dwellings come free, people move in, leave, and others follow."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import timedelta
from math import log
from typing import TYPE_CHECKING

from desktop_app import codelists, dates
from desktop_app.practice import lives, places
from desktop_app.store.tables import Tenancy

if TYPE_CHECKING:
    from datetime import date

    from desktop_app.practice.chance import Dice, Ids
    from desktop_app.practice.lives import Life
    from desktop_app.practice.places import Home

_CONTRACTS = {
    "BEST": {"OMK": 46, "REGW": 22, "DRIE": 18, "REG": 8, "TIJD2": 6},
    "FLEX": {"FLEXC": 80, "TIJD2": 20},
    "TIJD": {"LEEG": 100},
    "KAMER": {"KAMV": 100},
    "CLUS": {"INTM": 55, "ZORG": 45},
    "TINY": {"TIJD2": 60, "REGW": 40},
}
_MIXED = {"REGW": 34, "OMK": 24, "TIJD2": 22, "DRIE": 14, "JONG": 6}
_TERMS = {"TIJD2": (12, 18, 24), "FLEXC": (24, 36), "LEEG": (12, 18, 24), "JONG": (60,)}
_MEAN_STAY = 50  # months
# Why people leave: weight, and where they sleep the day after.
_LEAVING: dict[str, tuple[float, str | None]] = {
    "DOOR": (18, "H1"), "INTERN": (15, "H1"), "SAM": (6, "H4"), "FAM": (4, "H4"),
    "MEERZ": (8, "H3"), "WLZ": (3, "H5"), "GEM": (8, "H1"), "KLIN": (3, "E4.1"),
    "DET": (4, "E4.2"), "OVER": (4, None), "OPZ": (9, "E6"), "NOORD": (5, "U"),
    "ONTS": (5, "E6"), "ONTO": (4, "E3.1"), "TERUG": (4, "E3.1"),
}  # fmt: skip
_AWAY = frozenset({"KLIN", "DET"})
_SUPPORT_ENDS = {"GEM": "GEMW", "WLZ": "DOM", "MEERZ": "OVERS"}
_OFFERED_PER_DAY = 0.1


@dataclass(slots=True)
class World:
    """Everybody and every dwelling, with what will happen on which day."""

    dice: Dice
    ids: Ids
    today: date
    people: list[Life]
    homes: list[Home]
    leaving: dict[date, list[tuple[Life, Home, str]]] = field(
        default_factory=lambda: defaultdict(list)
    )


def live(world: World, first: date) -> None:
    """Let the days pass, from the first one to today."""
    for number in range((world.today - first).days + 1):
        day = first + timedelta(days=number)
        for life, home, reason in world.leaving.pop(day, ()):
            _leave(world, life, home, day, reason)
        for life in world.people:
            if life.gives_up_on == day and life.waits_from is not None:
                life.step(world.ids, "INGTR", day)
                life.waits_from = None
        for home in world.homes:
            if home.free_on and home.free_on <= day and world.dice.chance(_OFFERED_PER_DAY):
                _offer(world, home, day)


def _offer(world: World, home: Home, day: date) -> None:
    """Match the one who waits longest and fits."""
    rooms = home.dwelling.rooms or 1
    waiting = [life for life in world.people if life.waits_from and life.waits_from <= day]
    fitting = [life for life in waiting if min(life.person.heads, 3) <= rooms]
    families = [life for life in fitting if life.person.heads >= rooms]
    if not families and world.dice.chance(0.5):  # keep a big home for a family a while
        return
    chosen = min(families or fitting, key=lambda life: life.waits_from or day, default=None)
    if chosen is None:
        return
    dice, ids = world.dice, world.ids
    chosen.waits_from = home.free_on = None
    signed = dice.after(day, 4, 14)
    key = dice.after(signed, 1, 12)
    places.status(ids, home, "RES", day, expected=key, client_id=chosen.person.id)
    chosen.step(ids, "MATCH", day)
    if signed <= world.today:
        chosen.step(ids, "TEK", signed)
        _move_in(world, chosen, home, key)


def _move_in(world: World, life: Life, home: Home, key: date) -> None:
    """Sign a tenancy that starts on the key date, which may still lie ahead."""
    tenancy = Tenancy(
        id=world.ids.next(),
        client_id=life.person.id,
        dwelling_id=home.dwelling.id,
        tenancy_type=world.dice.weighted(_CONTRACTS.get(home.dwelling.housing_form, _MIXED)),
        starts_on=key,
        rent_cents=home.dwelling.rent_cents,
    )
    life.stays.append(tenancy)
    leaves, reason = _departure(world, key)
    leaves, reason = _contract(world, tenancy, leaves, reason)
    if key > world.today:
        return
    kind = codelists.read("tenancy_type").codes[tenancy.tenancy_type]
    places.status(world.ids, home, "VERT" if kind.more["permanent"] == "nee" else "VER", key)
    if tenancy.flipped_on:
        places.status(world.ids, home, "OMG", tenancy.flipped_on)
    if life.status(key) not in {"NAZ", "EIND"}:
        _support(world, life, key, leaves)
    if leaves <= world.today:
        world.leaving[leaves].append((life, home, reason))


def _support(world: World, life: Life, key: date, leaves: date) -> None:
    if life.status(key) != "WOON":
        life.step(world.ids, "WOON", key)
    lives.start_support(world.ids, life, key)
    lives.taper(world.dice, world.ids, life, (key, leaves), world.today)


def _departure(world: World, key: date) -> tuple[date, str]:
    """Return when and why somebody will leave, mostly long after today."""
    months = -_MEAN_STAY * log(1 - world.dice.part())
    leaves = key + timedelta(days=max(45, round(months * 30.4)))
    return leaves, world.dice.weighted({code: weight for code, (weight, _) in _LEAVING.items()})


def _contract(world: World, tenancy: Tenancy, leaves: date, reason: str) -> tuple[date, str]:
    """Fill in the deadline of a temporary lease or the flip of an omklapcontract."""
    dice, today, key = world.dice, world.today, tenancy.starts_on
    if tenancy.tenancy_type == "OMK":
        _flip(world, tenancy, leaves)
    if tenancy.tenancy_type not in _TERMS:
        return leaves, reason
    until = dates.add_months(key, dice.pick(_TERMS[tenancy.tenancy_type])) - timedelta(days=1)
    while until < min(leaves, today):
        if dice.chance(0.25):
            return until, "TIJDA"
        if tenancy.tenancy_type in {"TIJD2", "JONG"}:
            tenancy.tenancy_type = "REGW"
            return leaves, reason
        until = dates.add_months(until, 12)
    tenancy.contract_until = until
    return leaves, reason


def _flip(world: World, tenancy: Tenancy, leaves: date) -> None:
    dice, key = world.dice, tenancy.starts_on
    last = min(leaves, world.today)
    tenancy.flip_planned_on = dates.add_months(key, 12)
    tenancy.flip_stage = "START"
    if dates.add_months(key, 6) <= last:
        tenancy.flip_stage = "EV1"
    if dates.add_months(key, 10) <= last:
        tenancy.flip_stage = "AANV"
    flips = dice.after(tenancy.flip_planned_on, -20, 60)
    if flips >= last:
        return
    tenancy.flip_stage = dice.weighted({"JA": 66, "UITST": 28, "NEE": 6})
    if tenancy.flip_stage == "JA":
        tenancy.flipped_on = flips
    elif tenancy.flip_stage == "UITST":
        tenancy.flip_planned_on = dates.add_months(last, dice.between(1, 8))


def _leave(world: World, life: Life, home: Home, day: date, reason: str) -> None:
    """End a tenancy; the dwelling is mended and comes free, support goes its own way."""
    dice, ids = world.dice, world.ids
    tenancy = life.open_stay
    if tenancy is None:
        return
    next_home = _free_home(world, life, day) if reason == "INTERN" else None
    if reason == "INTERN" and next_home is None:
        reason = "DOOR"
    expired = dice.weighted({"H1": 4, "E6": 3, "H3": 2, "E3.2": 1})
    tenancy.ended_on, tenancy.end_reason = day, reason
    tenancy.destination = expired if reason == "TIJDA" else _LEAVING[reason][1]
    _mend(world, home, tenancy, day + timedelta(days=1))
    if next_home is not None:
        next_home.free_on = None
        key = day + timedelta(days=1)
        places.status(ids, next_home, "RES", day, expected=key, client_id=life.person.id)
        _move_in(world, life, next_home, key)
        return
    _after(world, life, tenancy, day)


def _free_home(world: World, life: Life, day: date) -> Home | None:
    for home in world.homes:
        fits = min(life.person.heads, 3) <= (home.dwelling.rooms or 1)
        if home.free_on and home.free_on < day and fits:
            return home
    return None


def _mend(world: World, home: Home, tenancy: Tenancy, from_day: date) -> None:
    """Make a dwelling ready for the next one; a flipped one is the former tenant's."""
    dice, ids = world.dice, world.ids
    if tenancy.flipped_on or from_day > world.today:
        return
    ready = dice.after(from_day, 7, 35)
    places.status(ids, home, "MUT", from_day, "HERST", ready)
    if ready > world.today:
        return
    if dice.chance(0.05):
        places.status(ids, home, "UIT", ready)
        return
    places.status(ids, home, "BES", ready, dice.weighted({"KAND": 6, "ADM": 2, "INR": 2}))
    home.free_on = ready


def _after(world: World, life: Life, tenancy: Tenancy, day: date) -> None:
    """Let support go on, grow less or end after a tenancy ended."""
    dice, ids, today = world.dice, world.ids, world.today
    reason = tenancy.end_reason or ""
    homeless = (tenancy.destination or "").startswith("E")
    if reason == "OVER":
        life.person.client.died_on = day
        life.step(ids, "EIND", day)
        lives.end_support(life, day, "OVER")
        return
    next_day = day + timedelta(days=1)
    if next_day > today or life.status(day) == "EIND":
        return
    if homeless and reason not in _AWAY and dice.chance(0.7):
        life.step(ids, "TUSS", next_day)
        lives.start_support(ids, life, next_day)
        life.waits_from = dice.after(day, 8, 40)
        return
    if life.status(day) != "NAZ":
        life.step(ids, "PAUZE" if reason in _AWAY else "AFB", next_day)
    ends = dice.after(next_day, 14, 75)
    if ends <= today:
        life.step(ids, "EIND", ends)
        how = "DOEL" if not homeless else dice.pick(["CLI", "AANB", "SAMEN"])
        lives.end_support(life, ends, _SUPPORT_ENDS.get(reason, how))
