"""The one write hook: earlier states, search entries and what changed, in one transaction.

It sees rows only as they pass through a session, so nothing outside store/ may use bulk
UPDATE or DELETE (a test of the tree looks for them).
"""

from __future__ import annotations

from datetime import date, datetime, time
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable
from uuid import UUID

from sqlalchemy import delete, event, func, insert, inspect, select, update

from desktop_app import dates
from desktop_app.store.tables import (
    Base,
    Draft,
    History,
    JournalEntry,
    KeptTemplate,
    SearchEntry,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy.orm import Session, UOWTransaction

ACTING = "acting"  # session.info: who writes, on which device
NOUNS = "nouns"  # session.info: names of the tables this transaction touched
WRITTEN = "written"  # session.info: first and last line of the history it left

_SILENT = (Draft, History, JournalEntry, KeptTemplate, SearchEntry)


class Operation(StrEnum):
    """What happened to a row."""

    INSERT = "insert"
    UPDATE = "update"
    DELETE = "delete"


@runtime_checkable
class Folding(Protocol):
    """A row that keeps folded forms of its own text."""

    def fold(self) -> None:
        """Write the folded forms down."""


@runtime_checkable
class Searchable(Protocol):
    """A row that search can find."""

    id: UUID

    def search_entry(self) -> tuple[str, str]:
        """Return its title and its folded words."""


def listen(session: Session) -> None:
    """Let the hook see everything that one session writes."""
    event.listen(session, "before_flush", _before_flush)
    event.listen(session, "after_flush", _after_flush)


def _before_flush(session: Session, context: UOWTransaction, instances: object) -> None:
    del context, instances
    for row in (*session.new, *session.dirty):
        _strip_nul(row)
        if isinstance(row, Folding):
            row.fold()


def _strip_nul(row: Base) -> None:
    """Take NUL characters out: SQLite keeps them, PostgreSQL refuses them."""
    for attribute in inspect(row).mapper.column_attrs:
        value = getattr(row, attribute.key)
        if isinstance(value, str) and "\0" in value:
            setattr(row, attribute.key, value.replace("\0", ""))


def _after_flush(session: Session, context: UOWTransaction) -> None:
    del context
    changed = [row for row in session.dirty if session.is_modified(row)]
    for operation, rows in (
        (Operation.INSERT, list(session.new)),
        (Operation.UPDATE, changed),
        (Operation.DELETE, list(session.deleted)),
    ):
        _record(session, operation, rows)


def _record(session: Session, operation: Operation, rows: Iterable[Base]) -> None:
    recorded = [row for row in rows if not isinstance(row, _SILENT)]
    touched: set[str] = session.info.setdefault(NOUNS, set())
    touched.update(row.__tablename__ for row in rows)
    states = [_state(session, operation, row) for row in recorded]
    if states:
        session.execute(insert(History), states)
        # One transaction writes at a time, so its lines follow one another.
        last = session.scalar(select(func.max(History.seq))) or 0
        first, _last = session.info.get(WRITTEN, (last - len(states) + 1, last))
        session.info[WRITTEN] = (first, last)
    for row in recorded:
        if isinstance(row, Searchable):
            _index(session, operation, row)


def _state(session: Session, operation: Operation, row: Base) -> dict[str, Any]:
    acting = session.info[ACTING]
    before, after = _difference(operation, row)
    return {
        "device_id": acting.device_id,
        "worker_id": acting.worker_id,
        "recorded_at": dates.now(),
        "noun": row.__tablename__,
        "row_id": "/".join(
            str(part) for part in inspect(row).mapper.primary_key_from_instance(row)
        ),
        "subject_id": getattr(row, "client_id", None),
        "operation": operation.value,
        "before": before,
        "after": after,
    }


def _difference(operation: Operation, row: Base) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return columns before and after: all that a deleted row held, else what changed.

    A new row has no earlier state. What it began with is the row itself and, once edited, the
    `before` of its lines; a second copy of everything written would double the file.
    """
    before: dict[str, Any] = {}
    after: dict[str, Any] = {}
    if operation is Operation.INSERT:
        return before, after
    state = inspect(row)
    for attribute in state.mapper.column_attrs:
        name = attribute.columns[0].name
        history = state.attrs[attribute.key].history
        value = getattr(row, attribute.key)
        if operation is Operation.DELETE:
            before[name] = _plain(value)
        elif history.has_changes():
            before[name] = _plain(history.deleted[0] if history.deleted else None)
            after[name] = _plain(value)
    return before, after


def _plain(value: Any) -> Any:
    match value:
        case UUID():
            return str(value)
        case datetime() | date() | time():
            return value.isoformat()
        case bytes():  # a frozen PDF or a key has no earlier states
            return f"{len(value)} bytes"
        case _:
            return value


def _index(session: Session, operation: Operation, row: Searchable) -> None:
    match operation:
        case Operation.DELETE:
            session.execute(delete(SearchEntry).where(SearchEntry.row_id == row.id))
        case Operation.INSERT:
            session.execute(insert(SearchEntry), [_entry(row)])
        case Operation.UPDATE:
            values = _entry(row)
            session.execute(
                update(SearchEntry).where(SearchEntry.row_id == row.id).values(**values),
                execution_options={"synchronize_session": False},
            )


def _entry(row: Searchable) -> dict[str, Any]:
    title, folded = row.search_entry()
    return {
        "noun": getattr(row, "__tablename__", ""),
        "row_id": row.id,
        "subject_id": getattr(row, "client_id", None),
        "title": title,
        "folded": folded,
    }
