"""Deliberate mistakes, as registers have them: the program must find and name them.

Each kind is one that people really make; a practice register without any would teach nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from desktop_app import dates
from desktop_app.practice import lives
from desktop_app.practice.lives import Life
from desktop_app.practice.people import Person
from desktop_app.register.findings import Kind
from desktop_app.store.folding import fold
from desktop_app.store.tables import Client, Referral, Tenancy

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from desktop_app.practice.housing import World


@dataclass(frozen=True, slots=True)
class Flaw:
    """One deliberate mistake, and the client or dwelling it is in."""

    kind: Kind
    row_id: UUID


def plant(world: World, share: float) -> tuple[Flaw, ...]:
    """Make mistakes with a share of the clients, each kind in turn where it is possible."""
    wanted = round(len(world.people) * share)
    made: list[Flaw] = []
    spoilt: set[UUID] = set()
    kinds = list(_MISTAKES.items())
    for turn in range(wanted * 2):
        if len(made) >= wanted:
            break
        kind, mistake = kinds[turn % len(kinds)]
        row_id = mistake(world, spoilt)
        if row_id is not None:
            spoilt.add(row_id)
            made.append(Flaw(kind, row_id))
    return tuple(made)


def _choose(world: World, spoilt: set[UUID], fits: Callable[[Life], object]) -> Life | None:
    found = [life for life in world.people if life.person.id not in spoilt and fits(life)]
    return world.dice.pick(found) if found else None


def _housed(life: Life, today: date) -> bool:
    stay = life.open_stay
    return life.open_support is not None and stay is not None and stay.starts_on <= today


def _waits(life: Life, today: date) -> bool:
    decided = life.decisions[-1].ends_on if life.decisions else today
    return life.status(today) == "WLST" and (decided is None or decided > today)


def _lease_lapsed(world: World, spoilt: set[UUID]) -> UUID | None:
    life = _choose(
        world,
        spoilt,
        lambda life: _housed(life, world.today) and life.stays[-1].contract_until,
    )
    if life is None or (stay := life.open_stay) is None:
        return None
    lapsed = world.today - timedelta(days=world.dice.between(3, 30))
    stay.contract_until = max(stay.starts_on, lapsed)
    return life.person.id


def _support_after_end(world: World, spoilt: set[UUID]) -> UUID | None:
    life = _choose(
        world,
        spoilt,
        lambda life: life.status(world.today) == "EIND" and life.support and life.decisions,
    )
    if life is None:
        return None
    life.support[-1].ended_on = life.support[-1].end_reason = None
    life.decisions[-1].ends_on = dates.add_months(world.today, 4)
    return life.person.id


def _no_birth(world: World, spoilt: set[UUID]) -> UUID | None:
    life = _choose(world, spoilt, lambda life: life.person.client.birth_date)
    if life is None:
        return None
    life.person.client.birth_date = life.person.client.birth_year = None
    return life.person.id


def _no_origin(world: World, spoilt: set[UUID]) -> UUID | None:
    life = _choose(world, spoilt, lambda life: life.stays)
    if life is None:
        return None
    life.person.referral.living_situation = None
    return life.person.id


def _no_wait_reason(world: World, spoilt: set[UUID]) -> UUID | None:
    life = _choose(world, spoilt, lambda life: life.status(world.today) == "WLST")
    if life is None:
        return None
    life.steps[-1].wait_reason = None
    return life.person.id


def _no_end_reason(world: World, spoilt: set[UUID]) -> UUID | None:
    life = _choose(world, spoilt, lambda life: life.stays and life.stays[0].ended_on)
    if life is None:
        return None
    life.stays[0].end_reason = life.stays[0].destination = None
    return life.person.id


def _no_decision(world: World, spoilt: set[UUID]) -> UUID | None:
    life = _choose(
        world,
        spoilt,
        lambda life: (
            _housed(life, world.today) and life.decisions and life.decisions[-1].ends_on
        ),
    )
    if life is None:
        return None
    lapsed = world.today - timedelta(days=world.dice.between(5, 60))
    kept = [decision for decision in life.decisions if decision.starts_on < lapsed]
    life.decisions = kept
    if kept:
        kept[-1].ends_on = min(kept[-1].ends_on or lapsed, lapsed)
    return life.person.id


def _no_key_worker(world: World, spoilt: set[UUID]) -> UUID | None:
    life = _choose(world, spoilt, lambda life: _housed(life, world.today))
    if life is None:
        return None
    life.person.client.key_worker_id = None
    return life.person.id


def _duplicate(world: World, spoilt: set[UUID]) -> UUID | None:
    """Add a client again under the name without marks, as if referred twice."""
    life = _choose(world, spoilt, lambda life: life.person.client.birth_date and life.stays)
    if life is None:
        return None
    first = life.person.client
    again = Client(
        id=world.ids.next(),
        number_letter=first.number_letter,
        number_count=max(other.person.client.number_count for other in world.people) + 1,
        call_name=fold(first.call_name).title(),
        infix=first.infix,
        last_name=fold(first.last_name).title(),
        birth_date=first.birth_date,
        gender=first.gender,
        municipality=first.municipality,
    )
    received = world.today - timedelta(days=world.dice.between(1, 6))
    referral = Referral(
        id=world.ids.next(), client_id=again.id, received_on=received, source="TOEGANG"
    )
    twin = Life(Person(again, referral, [], [], 1))
    twin.step(world.ids, "AANM", received)
    world.people.append(twin)
    spoilt.add(first.id)
    return again.id


def _over_full(world: World, spoilt: set[UUID]) -> UUID | None:
    """Give somebody who lost a home a key to one that is lived in."""
    housed = _choose(world, spoilt, lambda life: _housed(life, world.today))
    other = _choose(
        world,
        spoilt,
        lambda life: life.status(world.today) == "TUSS" or _waits(life, world.today),
    )
    if housed is None or other is None or housed.open_stay is None:
        return None
    key = world.today - timedelta(days=world.dice.between(1, 3))
    other.stays.append(
        Tenancy(
            id=world.ids.next(),
            client_id=other.person.id,
            dwelling_id=housed.open_stay.dwelling_id,
            tenancy_type="REGW",
            starts_on=key,
        )
    )
    other.step(world.ids, "WOON", key)
    lives.start_support(world.ids, other, key)
    spoilt.update({housed.person.id, other.person.id})
    return housed.open_stay.dwelling_id


def _status_differs(world: World, spoilt: set[UUID]) -> UUID | None:
    for home in world.homes:
        dwelling_id = home.dwelling.id
        if dwelling_id not in spoilt and home.statuses[-1].status == "VER":
            home.statuses[-1].status = "BES"
            return dwelling_id
    return None


_MISTAKES: dict[Kind, Callable[[World, set[UUID]], UUID | None]] = {
    Kind.NO_BIRTH: _no_birth,
    Kind.NO_WAIT_REASON: _no_wait_reason,
    Kind.NO_DECISION: _no_decision,
    Kind.TWICE: _duplicate,
    Kind.NO_END_REASON: _no_end_reason,
    Kind.OVER_FULL: _over_full,
    Kind.NO_ORIGIN: _no_origin,
    Kind.LIVED_IN: _status_differs,
    Kind.NO_KEY_WORKER: _no_key_worker,
    Kind.LEASE_LAPSED: _lease_lapsed,
    Kind.SUPPORT_AFTER_END: _support_after_end,
}
