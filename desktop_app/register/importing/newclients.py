"""New clients of an import: who they are, how they came, where they are on their way."""

from __future__ import annotations

import re
from dataclasses import fields as fields_of
from typing import TYPE_CHECKING, Any

from desktop_app.register.clients import ClientFields
from desktop_app.store.folding import fold
from desktop_app.store.tables import Client, Referral, TrajectoryStep

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date
    from uuid import UUID

    from desktop_app.register.importing.book import Book
    from desktop_app.register.importing.gathering import Thing
    from desktop_app.register.importing.lines import Line

_BY_NAME = {"key_worker": "key_worker_id", "stand_in": "stand_in_id"}
_PLAIN = frozenset(field.name for field in fields_of(ClientFields)) - {*_BY_NAME.values()}
_UNKNOWN = "U"


def add(
    book: Book, people: Iterable[Thing], lines: Iterable[Line], today: date
) -> dict[int, UUID]:
    """Add the clients who are new, and return the client of each row.

    Args:
        book: what the register holds.
        people: of the file.
        lines: all of them, for the earliest day of each client.
        today: where no day is given.
    """
    numbers = _Numbers(book.letter, book.numbers)
    by_row = {line.row: line for line in lines}
    of_row: dict[int, UUID] = {}
    for person in people:
        client_id = person.known_id
        if client_id is None:
            client = _client(person.fields, numbers, book.workers)
            book.add(client)
            client_id = client.id
            for row in _way(
                client_id, person.fields, [by_row[at] for at in person.rows], today
            ):
                book.add(row)
        of_row |= dict.fromkeys(person.rows, client_id)
    return of_row


class _Numbers:
    """The client numbers: one from the file if it is ours and free, else the next one."""

    def __init__(self, letter: str, taken: Iterable[int]) -> None:
        self._letter = letter
        self._taken = set(taken)
        self._highest = max(self._taken, default=0)

    def take(self, wanted: str) -> tuple[str, int]:
        found = re.fullmatch(rf"{self._letter}-0*([1-9]\d{{0,6}})", wanted)
        count = int(found[1]) if found else 0
        if not count or count in self._taken:
            count = self._highest + 1
        self._taken.add(count)
        self._highest = max(self._highest, count)
        return self._letter, count


def _client(fields: dict[str, Any], numbers: _Numbers, workers: Mapping[str, UUID]) -> Client:
    letter, count = numbers.take(str(fields.get("number", "")))
    given = {name: value for name, value in fields.items() if name in _PLAIN}
    for name, field in _BY_NAME.items():
        given[field] = workers.get(fold(fields.get(name, "")))
    return Client(
        **given, number_letter=letter, number_count=count, died_on=fields.get("died_on")
    )


def _way(
    client_id: UUID, fields: dict[str, Any], rows: Sequence[Line], today: date
) -> Iterator[Referral | TrajectoryStep]:
    """Yield how somebody came, and the steps that the file tells of."""
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
