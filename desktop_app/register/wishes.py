"""What a client needs and wishes of a home; empty is a good answer."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from desktop_app import amounts, codelists
from desktop_app.register.checks import Problems, lengths
from desktop_app.store import journal
from desktop_app.store.database import require_version
from desktop_app.store.tables import HousingWish
from desktop_app.words import _, ngettext

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy.orm import Session

    from desktop_app.store.database import Database

CAN_BE_HARD = (
    "rent_most",
    "rooms_least",
    "accessibility",
    "ground_floor",
    "pets",
    "own_door",
    "municipalities",
)
_MOST_ROOMS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class WishFields:
    """Needs and wishes; the columns named in `hard` are needs.

    Attributes:
        rent_most: cents a month.
        rooms_least: rooms; the household says how many where it is empty.
        accessibility: the least that will do (code of `accessibility`).
        ground_floor: on the ground floor, or reached by a lift.
        pets: a pet comes along.
        own_door: own front door, kitchen and toilet.
        municipalities: codes of `municipality_u16`; any of them will do.
        hard: which of these are needs.
        own_words: what else matters to the client.
    """

    rent_most: int | None = None
    rooms_least: int | None = None
    accessibility: str | None = None
    ground_floor: bool = False
    pets: bool = False
    own_door: bool = False
    municipalities: tuple[str, ...] = ()
    hard: tuple[str, ...] = ()
    own_words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes(WishFields):
    """A client's wishes as they stand in the register; version 0 when nobody asked yet."""

    version: int = 0


def wishes(db: Database, client_id: UUID) -> Wishes:
    """Return what a client wishes."""
    with db.read() as session:
        return of_row(_find(session, client_id))


def wish(db: Database, client_id: UUID, fields: WishFields, *, version: int = 0) -> None:
    """Write down what a client wishes, in place of what stood there.

    Raises:
        InvalidFieldsError: naming each wrong field.
        StaleEditError: somebody else changed the wishes since `version` was read.
    """
    _check(fields)
    values = asdict(fields) | {
        "municipalities": list(fields.municipalities),
        "hard": list(fields.hard),
    }
    with db.write() as session:
        row = _find(session, client_id)
        if row is None:
            session.add(HousingWish(client_id=client_id, **values))
        else:
            require_version(row, version)
            for name, value in values.items():
                setattr(row, name, value)
        journal.note(session, "EDIT", subject=client_id, detail="wishes")


def of_row(row: HousingWish | None) -> Wishes:
    """Return the wishes that a row holds; none for no row."""
    if row is None:
        return Wishes()
    return Wishes(
        rent_most=row.rent_most,
        rooms_least=row.rooms_least,
        accessibility=row.accessibility,
        ground_floor=row.ground_floor,
        pets=row.pets,
        own_door=row.own_door,
        municipalities=tuple(row.municipalities),
        hard=tuple(row.hard),
        own_words=row.own_words,
        version=row.version,
    )


def _find(session: Session, client_id: UUID) -> HousingWish | None:
    return session.scalar(select(HousingWish).where(HousingWish.client_id == client_id))


def _check(fields: WishFields) -> None:
    problems = Problems()
    if fields.rent_most is not None and fields.rent_most <= 0:
        problems.add("rent_most", _("The highest rent is more than 0 euro, or empty."))
    if fields.rooms_least is not None and not 1 <= fields.rooms_least <= _MOST_ROOMS:
        problems.add(
            "rooms_least",
            _("The number of rooms lies between 1 and {most}, or is empty.").format(
                most=_MOST_ROOMS
            ),
        )
    problems.code("accessibility", "accessibility", fields.accessibility)
    for code in fields.municipalities:
        problems.code("municipalities", "municipality_u16", code)
    for name in fields.hard:
        if name not in CAN_BE_HARD:
            message = f"no wish is called {name}"
            raise ValueError(message)
    lengths(problems, fields, HousingWish)
    problems.raise_any()


def in_short(wanted: WishFields) -> list[str]:
    """Return the wishes in a few words each, for a line in a list."""
    said = []
    if wanted.rooms_least:
        said.append(
            ngettext("at least {n} room", "at least {n} rooms", wanted.rooms_least).format(
                n=wanted.rooms_least
            )
        )
    if wanted.ground_floor:
        said.append(_("ground floor"))
    if wanted.accessibility is not None and wanted.accessibility != "ZON":
        said.append(codelists.label("accessibility", wanted.accessibility))
    if wanted.pets:
        said.append(_("pet"))
    if wanted.own_door:
        said.append(_("own front door"))
    said += [codelists.label("municipality_u16", code) for code in wanted.municipalities]
    if wanted.rent_most is not None:
        said.append(_("at most {rent}").format(rent=amounts.euro(wanted.rent_most)))
    return said
