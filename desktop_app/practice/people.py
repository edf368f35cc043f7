"""Invented people: names as one hears them in Utrecht, households, who stands around them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from desktop_app.practice.chance import Dice, Ids, pool
from desktop_app.store.tables import Client, ContactPerson, HouseholdMember, Referral

if TYPE_CHECKING:
    from uuid import UUID

    from desktop_app.store.tables import HousingWish

_HOUSEHOLDS = {"ALL": 66, "OMG": 9, "EENO": 12, "STEL": 5, "STELK": 6, "DEEL": 2}
_WITH_CHILDREN = {"EENO": "KIND", "STELK": "KIND", "OMG": "KINDDT"}
_INCOME = {
    "PW": 52,
    "PWA": 8,
    "LOON": 12,
    "WIA": 8,
    "WAJ": 7,
    "ZW": 4,
    "WW": 3,
    "GEEN": 4,
    "U": 2,
}
_DEBTS = {
    "ONBEH": 22, "AANM": 16, "STAB": 14, "BETR": 10, "MSNP": 10, "WSNP": 5, "KLAAR": 5,
    "ZELF": 8, "GEEN": 8, "U": 2,
}  # fmt: skip
_MONEY = {"ZELF": 22, "HULP": 24, "BUDC": 8, "BUDB": 16, "INKB": 8, "BEW": 20, "NETW": 2}
_DAYS = {
    "GEEN": 26, "INL": 18, "VRIJ": 14, "DAGB": 14, "BET": 10, "OPL": 6, "BESCH": 5,
    "ZORG": 3, "EIGEN": 4,
}  # fmt: skip
_DURATION = {"D0": 6, "D1": 18, "D2": 30, "D3": 26, "D4": 18, "U": 2}
_PROGRAMMES = {"HF": 46, "WE": 14, "GW": 20, "BT": 12, "OMK": 8}
# Who refers decides where somebody slept before: source -> its weight and sleeping places.
_ORIGINS: dict[str, tuple[float, dict[str, float]]] = {
    "MO": (34, {"E3.1": 70, "E3.2": 22, "E2.2": 8}),
    "BW": (20, {"H3": 55, "E4.1": 30, "E3.3": 15}),
    "NACHT": (8, {"E2.1": 80, "E1.1": 20}),
    "STRAAT": (8, {"E1.1": 72, "E5.3": 14, "E5.1": 14}),
    "TOEGANG": (10, {"E6": 60, "E3.2": 20, "E7": 20}),
    "WIJK": (6, {"E7": 60, "E6": 40}),
    "GGZ": (5, {"E4.1": 90, "E6": 10}),
    "VO": (4, {"E3.4": 100}),
    "JEUGD": (3, {"E4.3": 80, "E6": 20}),
    "REC": (2, {"E4.2": 100}),
}
_AROUND = {"NOOD": 30, "FAM": 18, "HA": 16, "BWI": 12, "VRIEND": 8, "WMO": 8, "GGZ": 8}


@dataclass(slots=True)
class Person:
    """A client with the rows around the name. `heads` live in the dwelling together."""

    client: Client
    referral: Referral
    members: list[HouseholdMember]
    contacts: list[ContactPerson]
    heads: int
    wish: HousingWish | None = None

    @property
    def id(self) -> UUID:
        """The client's id."""
        return self.client.id


def invent(
    dice: Dice, ids: Ids, count: int, letter: str, span: tuple[date, date]
) -> list[Person]:
    """Return clients in order of referral, numbered from 1; `span` is when they came."""
    first, last = span
    days = (last - first).days
    received = sorted(first + timedelta(days=int(dice.part() * days)) for _ in range(count))
    taken: set[tuple[str, str]] = set()
    return [
        _person(dice, ids, (letter, number), on, taken)
        for number, on in enumerate(received, start=1)
    ]


def workers_needed(clients: int) -> int:
    """Return how many support workers a number of clients asks: some twelve each."""
    return max(1, -(-clients // 12))


def telephone(dice: Dice) -> str:
    """Return a mobile number that nobody has."""
    return f"06 5550 {dice.between(1000, 9999)}"


def _person(
    dice: Dice, ids: Ids, number: tuple[str, int], on: date, taken: set[tuple[str, str]]
) -> Person:
    woman = dice.chance(0.34)
    call, infix, last, language = _name(dice, woman=woman)
    while (call, last) in taken and len(taken) < 2000:  # noqa: PLR2004 - then names run out
        call, infix, last, language = _name(dice, woman=woman)
    taken.add((call, last))
    source = dice.weighted({name: weight for name, (weight, _) in _ORIGINS.items()})
    household = dice.weighted(_HOUSEHOLDS)
    born = _birth(dice, on, young=source == "JEUGD")
    known = not dice.chance(0.04)  # of some people only the year is known
    client = Client(
        id=ids.next(),
        number_letter=number[0],
        number_count=number[1],
        call_name=call,
        infix=infix,
        last_name=last,
        initials=f"{call[0]}."
        if dice.chance(0.7)
        else f"{call[0]}.{dice.pick('ABDEGHJKLMRST')}.",
        birth_date=born if known else None,
        birth_year=None if known else born.year,
        gender="X" if dice.chance(0.01) else "V" if woman else "M",
        municipality=dice.weighted(
            {"GM0344": 62, "GM0356": 12, "GM0355": 9, "GM0321": 7, "REG": 6, "NL": 4}
        ),
        phone=telephone(dice) if dice.chance(0.85) else "",
        language="" if language == "Nederlands" else language,
        household_type=household,
        homeless_duration=dice.weighted(_DURATION),
        income_source=dice.weighted(_INCOME),
        debt_status=dice.weighted(_DEBTS),
        money_management=dice.weighted(_MONEY),
        day_activity=dice.weighted(_DAYS),
        programme=dice.weighted(_PROGRAMMES),
    )
    referral = Referral(
        id=ids.next(),
        client_id=client.id,
        received_on=on,
        source=source,
        living_situation=dice.weighted(_ORIGINS[source][1]),
        municipality=client.municipality,
    )
    members = _household(dice, ids, client, on)
    heads = 1 + sum(member.lives_in for member in members)
    return Person(client, referral, members, _around(dice, ids, client), heads)


def _name(dice: Dice, *, woman: bool) -> tuple[str, str, str, str]:
    groups = pool("names")["groups"]
    group = groups[dice.weighted({place: g["weight"] for place, g in enumerate(groups)})]
    infix, last = dice.pick(group["last"])
    man_form, _, woman_form = last.partition("|")
    call = dice.pick(group["women" if woman else "men"])
    return call, infix, woman_form if woman and woman_form else man_form, group["language"]


def _birth(dice: Dice, on: date, *, young: bool) -> date:
    years = dice.weighted({(18, 26): 22, (27, 39): 31, (40, 49): 22, (50, 64): 21, (65, 74): 4})
    age = dice.between(18, 21) if young else dice.between(*years)
    return on - timedelta(days=age * 365 + age // 4 + dice.between(1, 364))


def _household(dice: Dice, ids: Ids, client: Client, on: date) -> list[HouseholdMember]:
    household = client.household_type
    born = client.birth_date.year if client.birth_date else client.birth_year or on.year - 40
    members: list[HouseholdMember] = []
    if household in {"STEL", "STELK"}:
        partner = _name(dice, woman=client.gender == "M")[0]
        year = min(born + dice.between(-6, 6), on.year - 18)
        members.append(_member(ids, client, "PAR", partner, year))
    if household in _WITH_CHILDREN:
        relation = _WITH_CHILDREN[household]
        oldest = max(0, min(17, on.year - born - 17))
        for _ in range(dice.weighted({1: 55, 2: 33, 3: 12})):
            year = on.year - dice.between(0, oldest)
            child = dice.pick(pool("names")["children"])
            members.append(_member(ids, client, relation, child, year))
    return members


def _member(ids: Ids, client: Client, relation: str, name: str, year: int) -> HouseholdMember:
    return HouseholdMember(
        id=ids.next(),
        client_id=client.id,
        relation=relation,
        first_name=name,
        birth_year=year,
        lives_in=relation != "KINDDT",
    )


def _around(dice: Dice, ids: Ids, client: Client) -> list[ContactPerson]:
    roles = dict.fromkeys(dice.weighted(_AROUND) for _ in range(dice.between(0, 3)))
    people: list[ContactPerson] = []
    for role in roles:
        if role in {"HA", "BWI", "WMO", "GGZ"}:
            name = dice.pick(pool("names")["workers"])
        else:
            name = " ".join(filter(None, _name(dice, woman=dice.chance(0.5))[:3]))
        people.append(
            ContactPerson(
                id=ids.next(), client_id=client.id, role=role, name=name, phone=telephone(dice)
            )
        )
    return people
