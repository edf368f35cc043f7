"""Invented complexes and dwellings, delivered over the months."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from desktop_app import dates
from desktop_app.practice.chance import Dice, Ids, pool
from desktop_app.store.tables import Complex, Dwelling, DwellingStatus

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

_ROOMS = {"STUDIO": 1, "TIN": 1, "KAM": 1, "APP2": 2, "BEN": 2, "BOV": 2, "GAL": 3, "PORT": 3,
          "APP3": 3, "MAI": 4, "TUS": 4}  # fmt: skip
_RENT = {1: (38500, 56000), 2: (49800, 69000), 3: (58000, 79500), 4: (66000, 88000)}
_SURFACE = {1: (22, 34), 2: (38, 55), 3: (55, 74), 4: (72, 96)}
_MONTHS_OF_A_YEAR = 12


@dataclass(slots=True)
class Home:
    """A dwelling on its way through the months.

    `free_on` is the first day on which somebody may be matched to it; None while it never
    will be again (returned, or flipped to its tenant) or is not delivered yet.
    """

    dwelling: Dwelling
    statuses: list[DwellingStatus] = field(default_factory=list)
    free_on: date | None = None


def complexes(dice: Dice, ids: Ids, dwellings: int, today: date) -> list[Complex]:
    """Return complexes enough for a number of dwellings; the last one is still being built."""
    drawn = pool("places")["complexes"]
    count = min(len(drawn), -(-dwellings // 11)) if dwellings else 0
    rows = [_complex(ids, item) for item in drawn[:count]]
    if count > 1:
        later = dates.add_months(today, dice.between(4, 10))
        rows[-1].planned = dice.between(2, 6)
        rows[-1].expected_quarter = f"{later.year}-{(later.month - 1) // 3 + 1}"
    return rows


def homes(
    dice: Dice, ids: Ids, blocks: Sequence[Complex], count: int, span: tuple[date, date]
) -> list[Home]:
    """Return dwellings; three of four lie in a complex, the others here and there.

    Complexes are delivered one after another over the span, the first before it starts.
    """
    start, today = span
    made: list[Home] = []
    numbers: dict[str, int] = {}
    for place in range(count):
        block = blocks[place % len(blocks)] if blocks and not dice.chance(0.25) else None
        dwelling = _dwelling(dice, ids, block, numbers)
        home = Home(dwelling)
        _deliver(dice, ids, home, _delivery(dice, blocks, block, start, today), today)
        made.append(home)
    return made


def status(
    ids: Ids, home: Home, code: str, since: date, reason: str | None = None,
    expected: date | None = None, client_id: UUID | None = None,
) -> None:  # fmt: skip
    """Let a dwelling be something from a day on."""
    home.statuses.append(
        DwellingStatus(
            id=ids.next(),
            dwelling_id=home.dwelling.id,
            status=code,
            since=since,
            vacancy_reason=reason,
            expected_on=expected,
            client_id=client_id,
        )
    )


def _complex(ids: Ids, item: dict[str, Any]) -> Complex:
    return Complex(
        id=ids.next(),
        code=item["code"],
        name=item["name"],
        municipality=item["municipality"],
        housing_form=item["form"],
        landlord=item["landlord"],
        landlord_kind="CORP",
        total_dwellings=item["total"],
        support_most=round(item["total"] * item["mix"]) if "mix" in item else None,
    )


def _dwelling(dice: Dice, ids: Ids, block: Complex | None, numbers: dict[str, int]) -> Dwelling:
    places = pool("places")
    if block is None:
        where = dice.pick(places["scattered"])
        kind = dice.pick(places["scattered_types"])
    else:
        where = next(item for item in places["complexes"] if item["code"] == block.code)
        kind = dice.pick(where["types"])
    street = where["street"]
    numbers[street] = numbers.get(street, dice.between(0, 20)) + dice.between(1, 2)
    rooms = _ROOMS[kind]
    in_flat = block is not None and kind != "TIN"
    return Dwelling(
        id=ids.next(),
        complex_id=block.id if block else None,
        street=street,
        house_number=numbers[street],
        house_letter="A" if dice.chance(0.05) else "",
        addition=str(dice.between(1, 6)) if in_flat and dice.chance(0.15) else "",
        postcode=_postcode(street),
        city=where["city"],
        municipality=where["municipality"],
        housing_form=block.housing_form if block else "BEST",
        dwelling_type=kind,
        accessibility=dice.weighted({"ZON": 82, "GNV": 8, "NUL": 6, "ROA": 3, "ROL": 1}),
        rooms=rooms,
        surface_m2=dice.between(*_SURFACE[rooms]),
        floor=0 if kind in {"BEN", "TUS", "TIN"} else dice.between(0, 5),
        self_contained=kind != "KAM",
        lift=dice.chance(0.7) if kind in {"GAL", "APP2", "APP3", "STUDIO"} else None,
        pets_allowed=dice.chance(0.6),
        landlord="" if block else dice.pick(places["landlords"]),
        landlord_kind=None if block else "CORP",
        rent_cents=dice.between(*_RENT[rooms]) // 100 * 100 + dice.pick([0, 25, 50, 75]),
    )


def _postcode(street: str) -> str:
    """Return the same made-up postcode for every number of a street."""
    letters = "ABCDEGHKLNPRTVWXZ"
    dice = Dice(0, street)
    return f"35{dice.between(10, 99)}{dice.pick(letters)}{dice.pick(letters)}"


def _delivery(
    dice: Dice, blocks: Sequence[Complex], block: Complex | None, start: date, today: date
) -> date:
    if block is None:
        return dice.after(start, 0, max(1, (today - start).days * 3 // 4))
    order = list(blocks).index(block)
    months = max(1, round((today - start).days / 30.5))
    opened = dates.add_months(start, order * months // max(1, len(blocks)))
    return dice.after(opened, -20 if order == 0 else 0, 75)


def _deliver(dice: Dice, ids: Ids, home: Home, on: date, today: date) -> None:
    """Write down the building and the first day it stood free."""
    status(ids, home, "BOUW", dates.add_months(on, -dice.between(5, _MONTHS_OF_A_YEAR)))
    ready = dice.after(on, -21, -7)
    if ready <= today:
        status(ids, home, "OPL", ready, expected=on)
    if on <= today:
        status(ids, home, "BES", on, "KAND")
        home.free_on = on
