"""Why a home fits a client or not: one reason per wish, in words; never a score."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop_app import amounts, codelists, dates
from desktop_app.words import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from uuid import UUID

    from desktop_app.register.dwelling_list import DwellingRow
    from desktop_app.register.wishes import WishFields
    from desktop_app.store.tables import Dwelling

_ENOUGH = {
    "GNV": {"GNV", "NUL", "ROG", "ROA", "ROL", "RUI"},
    "NUL": {"NUL", "ROA", "ROL", "RUI"},
    "ROG": {"ROG", "ROA", "ROL", "RUI"},
    "ROA": {"ROA", "ROL", "RUI"},
    "ROL": {"ROL", "RUI"},
    "RUI": {"RUI"},
}
"""Which homes will do for who needs at least this: step-free is more than single level."""


class Sign(StrEnum):
    """A check, a dash or a cross."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a home fits in one respect, or not.

    Attributes:
        field: the wish it is about (a field of `WishFields`), "free" or "mix".
        title: one or two words.
        sign: fits, fits partly or is not known, does not fit.
        sentence: what was compared.
        hard: a cross here means that the home does not fit.
    """

    field: str
    title: str
    sign: Sign
    sentence: str
    hard: bool = False


@dataclass(frozen=True, slots=True)
class Home:
    """A dwelling that is or comes free.

    Attributes:
        row: its line in the list.
        dwelling: all of it.
        free_on: when somebody can move in; None while nobody knows.
        supported: homes with support in its complex now.
        support_most: how many were agreed; None without an agreement.
    """

    row: DwellingRow
    dwelling: Dwelling
    free_on: date | None
    supported: int
    support_most: int | None


@dataclass(frozen=True, slots=True)
class Seeker:
    """Who would live there: the client, the people with them, and what they wish."""

    client_id: UUID
    heads: int
    wishes: WishFields


def reasons(seeker: Seeker, home: Home, today: date) -> tuple[Reason, ...]:
    """Return the reasons in the order in which people ask: money, size, reach, place, day."""
    found = [
        *_rent(seeker.wishes, home.dwelling),
        _rooms(seeker, home.dwelling),
        *_reach(seeker.wishes, home.dwelling),
        *_place(seeker.wishes, home.dwelling),
        *_rest(seeker.wishes, home.dwelling),
        *_mix(home),
        _free(seeker, home, today),
    ]
    return tuple(found)


def _reason(wanted: WishFields, field: str, title: str, sign: Sign, sentence: str) -> Reason:
    return Reason(field, title, sign, sentence, field in wanted.hard)


def _rent(wanted: WishFields, home: Dwelling) -> Iterator[Reason]:
    most = wanted.rent_most
    if most is None:
        return
    rent = home.rent_cents
    if rent is None:
        sign, said = Sign.PARTLY, _("the rent is not filled in")
    elif rent > most:
        sign, said = Sign.NO, _("{rent} is more than {most}")
    elif rent == most:
        sign, said = Sign.YES, _("{rent}, exactly the most")
    else:
        sign, said = Sign.YES, _("{rent}, at most {most}")
    sentence = said.format(rent=amounts.euro(rent or 0), most=amounts.euro(most))
    yield _reason(wanted, "rent_most", _("Rent"), sign, sentence)


def _rooms(seeker: Seeker, home: Dwelling) -> Reason:
    """Compare rooms: what was asked, or else one less than there are people (rule of thumb)."""
    wanted = seeker.wishes
    needed = wanted.rooms_least or max(1, seeker.heads - 1)
    people = ngettext("{n} person", "{n} people", seeker.heads).format(n=seeker.heads)
    if home.rooms is None:
        sign, sentence = Sign.PARTLY, _("the number of rooms is not filled in")
    else:
        rooms = ngettext("{n} room", "{n} rooms", home.rooms).format(n=home.rooms)
        sign = Sign.YES if home.rooms >= needed else Sign.NO
        sentence = f"{rooms}, {people}"
        if sign is Sign.NO:
            sentence = _("{rooms}, {people}; at least {needed} needed").format(
                rooms=rooms, people=people, needed=needed
            )
    return _reason(wanted, "rooms_least", _("Size"), sign, sentence)


def _reach(wanted: WishFields, home: Dwelling) -> Iterator[Reason]:
    if wanted.ground_floor:
        sign, sentence = _floor(home)
        yield _reason(wanted, "ground_floor", _("Ground floor"), sign, sentence)
    enough = _ENOUGH.get(wanted.accessibility or "")
    if enough is not None:
        if home.accessibility is None:
            sign, sentence = Sign.PARTLY, _("how one gets in is not filled in")
        else:
            sign = Sign.YES if home.accessibility in enough else Sign.NO
            sentence = codelists.label("accessibility", home.accessibility)
        yield _reason(wanted, "accessibility", _("Access"), sign, sentence)


def _floor(home: Dwelling) -> tuple[Sign, str]:
    if home.floor is None:
        return Sign.PARTLY, _("the floor is not filled in")
    if home.floor == 0:
        return Sign.YES, _("yes")
    if home.lift:
        return Sign.PARTLY, _("floor {n}, with a lift").format(n=home.floor)
    if home.lift is None:
        return Sign.PARTLY, _("floor {n}; ask whether there is a lift").format(n=home.floor)
    return Sign.NO, _("floor {n}, without a lift").format(n=home.floor)


def _place(wanted: WishFields, home: Dwelling) -> Iterator[Reason]:
    if not wanted.municipalities:
        return
    hard = "municipalities" in wanted.hard
    if home.municipality is None:
        sign, sentence = Sign.PARTLY, _("the municipality is not filled in")
    else:
        sentence = codelists.label("municipality_u16", home.municipality)
        if home.municipality in wanted.municipalities:
            sign = Sign.YES
        else:
            sign = Sign.NO if hard else Sign.PARTLY
            wished = (
                codelists.label("municipality_u16", code) for code in wanted.municipalities
            )
            sentence = _("{place}; asked for {wished}").format(
                place=sentence, wished=", ".join(wished)
            )
    yield _reason(wanted, "municipalities", _("Place"), sign, sentence)


def _rest(wanted: WishFields, home: Dwelling) -> Iterator[Reason]:
    if wanted.pets:
        answers = {
            True: (Sign.YES, _("allowed")),
            False: (Sign.NO, _("not allowed")),
            None: (Sign.PARTLY, _("ask the landlord")),
        }
        yield _reason(wanted, "pets", _("Pet"), *answers[home.pets_allowed])
    if wanted.own_door:
        own = home.self_contained
        sign = Sign.YES if own else Sign.NO
        sentence = _("yes") if own else _("kitchen or toilet is shared")
        yield _reason(wanted, "own_door", _("Own front door"), sign, sentence)


def _mix(home: Home) -> Iterator[Reason]:
    if home.support_most is None:
        return
    sentence = _("{n} homes with support here, agreed on {most}").format(
        n=home.supported, most=home.support_most
    )
    fits = home.supported < home.support_most or bool(home.row.tenants)
    yield Reason("mix", _("Mix"), Sign.YES if fits else Sign.PARTLY, sentence)


def _free(seeker: Seeker, home: Home, today: date) -> Reason:
    title, row = _("Free"), home.row
    if row.reserved_for is not None and row.reserved_for != seeker.client_id:
        return Reason("free", title, Sign.NO, _("reserved for somebody else"))
    if row.reserved_for is not None:
        return Reason("free", title, Sign.YES, _("reserved for this client"))
    if home.free_on is None:
        return Reason("free", title, Sign.PARTLY, _("no day is known yet"))
    days = (home.free_on - today).days
    if days <= 0:
        return Reason("free", title, Sign.YES, _("now"))
    sentence = ngettext("in {n} day, {day}", "in {n} days, {day}", days).format(
        n=days, day=dates.dutch(home.free_on)
    )
    return Reason("free", title, Sign.PARTLY, sentence)
