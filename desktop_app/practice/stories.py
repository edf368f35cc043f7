"""The story of one organisation: who came, who lived where, what was agreed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from desktop_app.practice import housing, lives, papers, people, places, wishing
from desktop_app.practice.chance import Dice, Ids

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from desktop_app.practice.housing import World
    from desktop_app.practice.papers import Paper
    from desktop_app.store.tables import Complex

_BEFORE_START = timedelta(days=60)  # some waited already when the programme began


@dataclass(frozen=True, slots=True)
class Story:
    """Everything that is to be written, and where it went on."""

    world: World
    complexes: list[Complex]
    plans: dict[UUID, list[Paper]]


def tell(
    seed: int,
    letter: str,
    sizes: tuple[int, int],
    span: tuple[date, date],
    staff: Sequence[UUID],
) -> Story:
    """Return the story that a seed tells.

    Args:
        seed: which one.
        letter: of the device, that begins client numbers.
        sizes: how many clients and how many dwellings.
        span: first and last day of the programme.
        staff: the support workers; clients are shared out among them.
    """
    (clients, dwellings), (start, today) = sizes, span
    first = start - _BEFORE_START
    ids = Ids(seed, first)
    dice = Dice(seed, "dwellings")
    blocks = places.complexes(dice, ids, dwellings, today)
    homes = places.homes(dice, ids, blocks, dwellings, span)
    came = people.invent(Dice(seed, "people"), ids, clients, letter, (first, today))
    dice = Dice(seed, "lives")
    referred = [lives.refer(dice, ids, person, today) for person in came]
    world = housing.World(dice, ids, today, referred, homes)
    housing.live(world, first)
    for life in world.people:
        lives.decide(dice, ids, life, today)
    _share_out(world, staff, Dice(seed, "wishes"))
    plans = {
        life.person.id: papers.write(Dice(seed, f"plans/{place}"), ids, life, today)
        for place, life in enumerate(world.people)
    }
    return Story(world, blocks, plans)


def _share_out(world: World, staff: Sequence[UUID], dice: Dice) -> None:
    """Give everybody who was met a worker and a stand-in, and ask what they wish."""
    for place, life in enumerate(world.people):
        if life.status(world.today) == "AANM":
            continue
        client = life.person.client
        client.key_worker_id = staff[place % len(staff)]
        if len(staff) > 1:
            client.stand_in_id = staff[(place + 1) % len(staff)]
        life.person.wish = wishing.wish(dice, world.ids, life.person)
