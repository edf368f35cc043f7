"""New clients of an import: who they are, how they came, where they are on their way."""

from __future__ import annotations

import re
from dataclasses import fields as fields_of
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from desktop_app.register.clients import ClientFields
from desktop_app.store import journal
from desktop_app.store.folding import fold
from desktop_app.store.tables import Client, Referral, TrajectoryStep, Worker

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date
    from uuid import UUID

    from sqlalchemy.orm import Session

    from desktop_app.register.importing.gathering import Gathered, Thing
    from desktop_app.register.importing.lines import Line

_BY_NAME = {"key_worker": "key_worker_id", "stand_in": "stand_in_id"}
_PLAIN = frozenset(field.name for field in fields_of(ClientFields)) - {*_BY_NAME.values()}
_UNKNOWN = "U"


def add(
    session: Session,
    letter: str,
    lines: Sequence[Line],
    gathered: Gathered,
    today: date,
    tick: Callable[[], object],
) -> dict[int, UUID]:
    """Add who is new and return the client of each row.

    Args:
        session: of the import.
        letter: of this device, that begins its client numbers.
        lines: all lines, for the earliest day of each client.
        gathered: who is who.
        today: where no day is given.
        tick: told after each client.
    """
    numbers = _Numbers(session, letter)
    workers = {fold(row.name): row.id for row in session.scalars(select(Worker))}
    by_row = {line.row: line for line in lines}
    new = [person for person in gathered.people if person.known_id is None]
    for person in new:
        client = _client(person, numbers, workers)
        session.add(client)
        person.known_id = client.id
    session.flush()
    ways = [_way(person, [by_row[row] for row in person.rows], today) for person in new]
    for layer in zip_longest(*ways):  # layer by layer: of one day, the first step comes first
        session.add_all(row for row in layer if row is not None)
        session.flush()
    for person in new:
        journal.note(session, "CREATE", subject=person.known_id, detail="import")
        tick()
    return {
        row: person.known_id for row, person in gathered.person_of.items() if person.known_id
    }


class _Numbers:
    """The client numbers: one from the file if it is ours and free, else the next one."""

    def __init__(self, session: Session, letter: str) -> None:
        self._letter = letter
        self._taken = set(
            session.scalars(select(Client.number_count).where(Client.number_letter == letter))
        )
        self._highest = max(self._taken, default=0)

    def take(self, wanted: str) -> tuple[str, int]:
        found = re.fullmatch(rf"{self._letter}-0*([1-9]\d{{0,6}})", wanted)
        count = int(found[1]) if found else 0
        if not count or count in self._taken:
            count = self._highest + 1
        self._taken.add(count)
        self._highest = max(self._highest, count)
        return self._letter, count


def _client(person: Thing, numbers: _Numbers, workers: dict[str, UUID]) -> Client:
    letter, count = numbers.take(str(person.fields.get("number", "")))
    given = {name: value for name, value in person.fields.items() if name in _PLAIN}
    for name, field in _BY_NAME.items():
        given[field] = workers.get(fold(person.fields.get(name, "")))
    return Client(
        **given,
        number_letter=letter,
        number_count=count,
        died_on=person.fields.get("died_on"),
    )


def _way(
    person: Thing, rows: Sequence[Line], today: date
) -> Iterator[Referral | TrajectoryStep]:
    """Yield how somebody came, and the steps that the file tells of."""
    fields, client_id = person.fields, person.known_id
    if client_id is None:
        return
    received = fields.get("received_on") or min([today, *_days(fields, rows)])
    yield Referral(
        client_id=client_id,
        received_on=received,
        source=fields.get("source") or _UNKNOWN,
        living_situation=fields.get("living_situation"),
        municipality=fields.get("origin_municipality"),
    )
    yield TrajectoryStep(client_id=client_id, status="AANM", on=received)
    status = fields.get("status")
    since = fields.get("status_since") or max([received, *_keys(rows)])
    if status and (status, since) != ("AANM", received):
        yield TrajectoryStep(
            client_id=client_id,
            status=status,
            on=since,
            wait_reason=fields.get("wait_reason"),
        )


def _keys(rows: Sequence[Line]) -> list[date]:
    return [day for line in rows if (day := line.get("tenancy", "starts_on"))]


def _days(fields: dict[str, Any], rows: Sequence[Line]) -> list[date]:
    given = [fields.get("status_since"), *(line.get("decision", "starts_on") for line in rows)]
    return [day for day in (*given, *_keys(rows)) if day is not None]
