"""People who may be somebody else of the register or of the file: only a user can tell.

Who has the same name and date of birth is the same person; that needs no question. Asked is
about who looks alike: the same name where a date of birth is missing or may be mistyped, the
same birth and last name where a first name may be an initial.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import select

from desktop_app.register.importing.lines import Finding, sort_name
from desktop_app.store.folding import fold
from desktop_app.store.tables import Client
from desktop_app.words import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlalchemy.orm import Session

    from desktop_app.register.importing.gathering import Gathered, Thing

Other = UUID | int
"""A client of the register, or the first row of somebody in the file."""
_ALIKE = 2  # of day, month and year


@dataclass(frozen=True, slots=True)
class Decisions:
    """What a user said about rows of one file.

    Attributes:
        left_out: rows that are not read.
        same: who somebody of the file is, by the first row about them.
        apart: first rows of people who are nobody that they look like.
    """

    left_out: frozenset[int] = frozenset()
    same: Mapping[int, Other] = field(default_factory=dict)
    apart: frozenset[int] = frozenset()


UNDECIDED = Decisions()


@dataclass(frozen=True, slots=True)
class Doubt:
    """Somebody of the file who may be somebody else.

    Attributes:
        rows: all rows about them.
        column: where the name stands.
        name: as the file has it.
        born: as the file has it.
        other: whom they look like.
        other_name: likewise.
        other_born: likewise.
        number: the client's, empty for somebody of the file.
        why: in what they look alike.
        stops: whether it must be decided before anything about them is read.
    """

    rows: tuple[int, ...]
    column: str
    name: str
    born: date | int | None
    other: Other
    other_name: str
    other_born: date | int | None
    number: str
    why: str
    stops: bool


@dataclass(frozen=True, slots=True)
class _Somebody:
    other: Other
    name: str
    born: date | int | None
    call_name: str
    number: str = ""


def settle(session: Session, gathered: Gathered, decisions: Decisions) -> list[Doubt]:
    """Carry out what was decided about people, and return what is to be decided still."""
    likely = _Likely(session.scalars(select(Client).order_by(Client.sort_name)))
    doubts: list[Doubt] = []
    by_row = {person.rows[0]: person for person in gathered.people}
    for person in tuple(gathered.people):
        row = person.rows[0]
        if person.known_id is not None:
            continue
        said = decisions.same.get(row)
        if isinstance(said, UUID) and said in likely.ids:
            person.known_id = said
            continue
        if isinstance(said, int) and said in by_row and said < row:
            gathered.join(by_row[said], person)
            continue
        found = likely.find(person)
        likely.add(_of_file(person))
        if found is not None and row not in decisions.apart:
            doubts.append(_doubt(person, *found))
    return doubts


class _Likely:
    """Whom somebody may look like, found by what two people may share."""

    def __init__(self, clients: Iterable[Client]) -> None:
        self._named: dict[str, list[_Somebody]] = defaultdict(list)
        self._born: dict[object, list[_Somebody]] = defaultdict(list)
        self.ids: set[UUID] = set()
        for client in clients:
            self.ids.add(client.id)
            born = client.birth_date or client.birth_year
            somebody = _Somebody(
                client.id, client.full_name, born, client.call_name, client.number
            )
            self.add((client.sort_name, fold(client.last_name), somebody))

    def add(self, entry: tuple[str, str, _Somebody]) -> None:
        """Know somebody by the whole name, and by the last name with the birth."""
        whole, last, somebody = entry
        self._named[whole].append(somebody)
        if isinstance(somebody.born, date):
            self._born[last, somebody.born].append(somebody)

    def find(self, person: Thing) -> tuple[_Somebody, str] | None:
        """Return whom somebody looks like most, and why; the register comes first."""
        whole, last, own = _of_file(person)
        for other in self._named[whole]:
            if own.born is None or other.born is None:
                return other, _("the same name, and a date of birth is missing")
            if _nearly(own.born, other.born):
                return other, _("the same name, and nearly the same date of birth")
        if isinstance(own.born, date):
            for other in self._born[last, own.born]:
                if _may_be_called(own.call_name, other.call_name):
                    return other, _("the same date of birth and last name")
        return None


def _of_file(person: Thing) -> tuple[str, str, _Somebody]:
    given: Mapping[str, Any] = person.fields
    call_name, last = given.get("call_name") or "", given.get("last_name") or ""
    name = " ".join(part for part in (call_name, given.get("infix"), last) if part)
    born = given.get("birth_date") or given.get("birth_year")
    return sort_name(given), fold(last), _Somebody(person.rows[0], name, born, call_name)


def _nearly(one: date | int, other: date | int) -> bool:
    """Return whether two births may be one, mistyped: a part differs, or two are swapped."""
    if isinstance(one, int) or isinstance(other, int):
        years = [born if isinstance(born, int) else born.year for born in (one, other)]
        return years[0] == years[1]
    first, second = ((day.day, day.month, day.year) for day in (one, other))
    same = sum(a == b for a, b in zip(first, second, strict=True))
    swapped = first[:2] == second[1::-1] and first[2] == second[2]
    return one != other and (same == _ALIKE or swapped)


def _may_be_called(one: str, other: str) -> bool:
    """Return whether a first name may be the other's initial or the beginning of it."""
    first, second = (fold(name).rstrip(". ") for name in (one, other))
    return bool(first and second) and (first.startswith(second) or second.startswith(first))


def _doubt(person: Thing, other: _Somebody, why: str) -> Doubt:
    own = _of_file(person)[2]
    return Doubt(
        rows=tuple(person.rows),
        column=person.letter,
        name=own.name,
        born=own.born,
        other=other.other,
        other_name=other.name,
        other_born=other.born,
        number=other.number,
        why=why,
        stops=isinstance(other.other, UUID),
    )


def finding(doubt: Doubt) -> Finding:
    """Return a doubt as it stands among all that was found."""
    told = (
        _("This may be {number} of the register: {why}.")
        if doubt.stops
        else _("This may be the same person as in row {row}: {why}.")
    ).format(number=doubt.number, row=doubt.other, why=doubt.why)
    todo = _("Say who it is, or leave the row out.") if doubt.stops else ""
    return Finding(doubt.rows[:1], doubt.column, told, stops=doubt.stops, todo=todo)
