"""What the register would refuse: checked for all lines together, before any is written."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import select

from desktop_app import dates
from desktop_app.register.clients import OLDEST
from desktop_app.register.importing.lines import Finding
from desktop_app.store.folding import fold
from desktop_app.store.tables import Dwelling, Tenancy, Worker
from desktop_app.words import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sqlalchemy.orm import Session

    from desktop_app.register.importing.gathering import Gathered
    from desktop_app.register.importing.lines import Line
    from desktop_app.register.importing.repeats import Repeats

_PAIRS = (
    ("tenancy", "starts_on", "ended_on"),
    ("tenancy", "starts_on", "contract_until"),
    ("tenancy", "starts_on", "flipped_on"),
    ("decision", "starts_on", "ends_on"),
)
_LATER = date.max


@dataclass(frozen=True, slots=True)
class Stay:
    """A tenancy, of the file (with its row and column) or of the register (row 0)."""

    row: int
    letter: str
    who: object
    where: object
    first: date
    last: date


def check(
    session: Session,
    lines: Sequence[Line],
    gathered: Gathered,
    again: Repeats,
    today: date,
) -> Iterator[Finding]:
    """Yield what cannot be, and what is worth a look."""
    for line in lines:
        yield from _births(line, today)
        yield from _orders(line)
        yield from _gaps(line, gathered)
        yield from _lapsed(line, today)
    yield from _colleagues(session, lines)
    yield from _clashes(session, _new(lines, gathered, again), gathered)


def _colleagues(session: Session, lines: Iterable[Line]) -> Iterator[Finding]:
    known = {fold(name) for name in session.scalars(select(Worker.name))}
    for line in lines:
        for field in ("key_worker", "stand_in"):
            name = line.get("client", field)
            if name is not None and fold(name) not in known:
                sentence = _("No colleague has this name here; it is left open.")
                letter = line.letter("client", field)
                yield Finding((line.row,), letter, sentence, stops=False)


def _births(line: Line, today: date) -> Iterator[Finding]:
    born, year = line.get("client", "birth_date"), line.get("client", "birth_year")
    letter = line.letter("client", "birth_date", "birth_year")
    if born is not None and born >= today:
        yield Finding((line.row,), letter, _("A date of birth lies in the past."), stops=True)
    reached = born.year if born else year
    if reached is not None and not today.year - OLDEST <= reached <= today.year:
        yield Finding(
            (line.row,), letter, _("This year of birth cannot be right. Check it."), stops=True
        )


def _orders(line: Line) -> Iterator[Finding]:
    for noun, first, last in _PAIRS:
        begin, end = line.get(noun, first), line.get(noun, last)
        if begin and end and end < begin:
            sentence = _("The end {end} lies before the begin {begin}.").format(
                end=dates.dutch(end), begin=dates.dutch(begin)
            )
            yield Finding((line.row,), line.letter(noun, last), sentence, stops=True)


def _gaps(line: Line, gathered: Gathered) -> Iterator[Finding]:
    """Name what is there in part: a lease without a begin, a decision without a first day."""
    tenancy, decision = line.values.get("tenancy", {}), line.values.get("decision", {})
    letter = line.letter("tenancy", *tenancy)
    if tenancy and not tenancy.get("starts_on"):
        sentence = _("No begin of the lease is given, so no lease is made.")
        yield Finding((line.row,), letter, sentence, stops=False)
    elif tenancy and line.row not in gathered.dwelling_of:
        sentence = _("A lease needs an address in the same row.")
        yield Finding((line.row,), letter, sentence, stops=True)
    elif tenancy and line.row not in gathered.person_of:
        sentence = _("A lease needs a client in the same row.")
        yield Finding((line.row,), letter, sentence, stops=True)
    if decision and line.row not in gathered.person_of:
        sentence = _("A decision needs a client in the same row.")
        yield Finding((line.row,), line.letter("decision", *decision), sentence, stops=True)
    if line.get("tenancy", "ended_on") and not line.get("tenancy", "end_reason"):
        sentence = _("The lease ended, but not why; that can be filled in later.")
        yield Finding((line.row,), line.letter("tenancy", "ended_on"), sentence, stops=False)


def _lapsed(line: Line, today: date) -> Iterator[Finding]:
    ends = line.get("decision", "ends_on")
    if ends is not None and ends < today:
        sentence = _("The decision is over since {day}.").format(day=dates.dutch(ends))
        yield Finding((line.row,), line.letter("decision", "ends_on"), sentence, stops=False)


def _clashes(session: Session, new: Iterable[Stay], gathered: Gathered) -> Iterator[Finding]:
    """Yield who would live in two places, and where more would live than fit."""
    stays = [*_known(session), *new]
    capacity: dict[object, int] = {
        row.id: row.capacity for row in session.scalars(select(Dwelling))
    }
    for place in gathered.dwellings:
        if place.known_id is None:
            capacity[place.key] = place.fields.get("capacity") or 1
    by_person, by_place = defaultdict(list), defaultdict(list)
    for stay in stays:
        by_person[stay.who].append(stay)
        by_place[stay.where].append(stay)
    for own in by_person.values():
        yield from _overlaps(own, 1, _("This client has another home then"))
    for there in by_place.values():
        room = capacity.get(there[0].where, 1)
        yield from _overlaps(there, room, _("There is no room in this dwelling then"))


def _overlaps(stays: list[Stay], room: int, sentence: str) -> Iterator[Finding]:
    """Yield each stay of the file during which too many others run."""
    for stay in stays:
        if not stay.row:
            continue
        # Of two in the file the later one is named; whatever the register holds came first.
        others = [
            other
            for other in stays
            if other is not stay
            and other.first <= stay.last
            and other.last >= stay.first
            and (not other.row or (other.first, other.row) < (stay.first, stay.row))
        ]
        days = {max(stay.first, other.first) for other in others}
        fullest = max(
            ([o for o in others if o.first <= day <= o.last] for day in days),
            key=len,
            default=[],
        )
        if len(fullest) < room:
            continue
        rows = ", ".join(str(other.row) for other in fullest if other.row)
        told = _("{sentence} (row {rows}).") if rows else _("{sentence} (in the register).")
        told = told.format(sentence=sentence, rows=rows)
        yield Finding((stay.row,), stay.letter, told, stops=True)


def _known(session: Session) -> Iterator[Stay]:
    for row in session.scalars(select(Tenancy)):
        last = row.ended_on or _LATER
        yield Stay(0, "", row.client_id, row.dwelling_id, row.starts_on, last)


def _new(lines: Iterable[Line], gathered: Gathered, again: Repeats) -> Iterator[Stay]:
    for line in lines:
        person, place = gathered.person_of.get(line.row), gathered.dwelling_of.get(line.row)
        starts = line.get("tenancy", "starts_on")
        if person is None or place is None or starts is None or line.row in again.leases:
            continue
        who, where = person.key, place.key
        letter = line.letter("tenancy", "starts_on")
        last = line.get("tenancy", "ended_on") or _LATER
        yield Stay(line.row, letter, who, where, starts, last)
