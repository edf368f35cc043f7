"""Chance that repeats itself: the same seed gives the same organisation, ids included."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from desktop_app import assets

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_Item = TypeVar("_Item")


class Dice:
    """One stream of chance. Each subject has its own, so that one does not stir another."""

    def __init__(self, seed: int, subject: str) -> None:
        self._random = random.Random(f"{seed}/{subject}")  # noqa: S311 - no secret depends on it

    def chance(self, share: float) -> bool:
        """Return yes in this share of the throws."""
        return self._random.random() < share

    def between(self, least: int, most: int) -> int:
        """Return a whole number, both ends included."""
        return self._random.randint(least, most)

    def part(self) -> float:
        """Return a number from 0 up to 1."""
        return self._random.random()

    def pick(self, items: Sequence[_Item]) -> _Item:
        """Return one of the items."""
        return self._random.choice(items)

    def some(self, items: Sequence[_Item], count: int) -> list[_Item]:
        """Return different items, at most `count`, in an order of chance."""
        return self._random.sample(items, min(count, len(items)))

    def weighted(self, weights: Mapping[_Item, float]) -> _Item:
        """Return one of the keys, as often as its weight says."""
        return self._random.choices(list(weights), list(weights.values()))[0]

    def after(self, day: date, least: int, most: int) -> date:
        """Return a day some days later."""
        return day + timedelta(days=self.between(least, most))


class Ids:
    """UUIDv7 numbers that follow from the seed and keep the order in which they were given."""

    def __init__(self, seed: int, first_day: date) -> None:
        self._random = random.Random(f"{seed}/ids")  # noqa: S311
        midnight = datetime(first_day.year, first_day.month, first_day.day, tzinfo=UTC)
        self._milliseconds = int(midnight.timestamp()) * 1000

    def next(self) -> UUID:
        """Return the next number."""
        self._milliseconds += 1
        value = self._milliseconds << 80 | 0x7 << 76 | self._random.getrandbits(12) << 64
        return UUID(int=value | 0b10 << 62 | self._random.getrandbits(62))


@cache
def pool(name: str) -> Any:
    """Return the words that practice registers are made of: resources/practice/NAME.json."""
    return assets.read_json(f"practice/{name}.json")
