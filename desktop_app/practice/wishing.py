"""What people wish of a home: asked of most who wait, and mostly little."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.practice.chance import Dice, Ids, pool
from desktop_app.store.tables import HousingWish

if TYPE_CHECKING:
    from desktop_app.practice.people import Person

_NEEDS = ("rent_most", "accessibility", "ground_floor", "pets", "municipalities")


def wish(dice: Dice, ids: Ids, person: Person) -> HousingWish | None:
    """Return the wishes of one client, or None where nobody asked."""
    if dice.chance(0.3):
        return None
    row = HousingWish(
        id=ids.next(),
        client_id=person.id,
        rent_most=dice.between(55, 78) * 1000 if dice.chance(0.6) else None,
        rooms_least=min(4, person.heads) if person.heads > 1 else None,
        accessibility=dice.pick(("NUL", "ROA")) if dice.chance(0.08) else None,
        ground_floor=dice.chance(0.12),
        pets=dice.chance(0.16),
        own_door=dice.chance(0.45),
        municipalities=_towns(dice) if dice.chance(0.4) else [],
        own_words=dice.pick(pool("people")["wishes"]) if dice.chance(0.5) else "",
    )
    row.hard = [name for name in _NEEDS if getattr(row, name) and dice.chance(0.35)]
    return row


def _towns(dice: Dice) -> list[str]:
    return dice.some(("GM0344", "GM0356", "GM0355", "GM0321", "GM0353"), dice.between(1, 2))
