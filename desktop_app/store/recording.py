"""The one write hook: earlier states, search entries and what changed, in one transaction.

It sees rows only as they pass through a session, so nothing outside store/ may use bulk
UPDATE or DELETE (a test of the tree looks for them).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any, Protocol, TypeGuard
from uuid import UUID

from sqlalchemy import String, bindparam, delete, event, func, insert, inspect, select, update

from desktop_app import dates
from desktop_app.store.acting import ACTING
from desktop_app.store.tables import (
    Base,
    Draft,
    History,
    JournalEntry,
    KeptTemplate,
    SearchEntry,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy import Executable
    from sqlalchemy.orm import Session, UOWTransaction

    from desktop_app.store.acting import Acting

NOUNS = "nouns"  # session.info: names of the tables this transaction touched
WRITTEN = "written"  # session.info: first and last line of the history it left
TYPED = "typed"  # session.info: it saves what is being typed

_RUN = timedelta(minutes=15)  # a longer pause in typing begins a new line
_NEAR = 100  # lines back in which the small save before is looked for
_SILENT = (Draft, History, JournalEntry, KeptTemplate, SearchEntry)


class Operation(StrEnum):
    """What happened to a row."""

    INSERT = "insert"
    UPDATE = "update"
    DELETE = "delete"
    TYPED = "typed"  # an update by a run of small saves


class Folding(Protocol):
    """A row that keeps folded forms of its own text."""

    def fold(self) -> None:
        """Write the folded forms down."""


class Searchable(Protocol):
    """A row that search can find."""

    id: UUID

    def search_entry(self) -> tuple[str, str]:
        """Return its title and its folded words."""


@dataclass(frozen=True, slots=True)
class Record:
    """What the hook keeps of rows of one transaction that had the same done to them.

    Attributes:
        operation: what was done.
        nouns: the names of their tables.
        states: lines of the history.
        entries: of the search index; of rows that go, their ids alone.
    """

    operation: Operation
    nouns: frozenset[str]
    states: list[dict[str, Any]]
    entries: list[dict[str, Any]]


def listen(session: Session) -> None:
    """Let the hook see everything that one session writes."""
    event.listen(session, "before_flush", _before_flush)
    event.listen(session, "after_flush", _after_flush)


def tidy(row: Base) -> None:
    """Write a row's folded forms down, and take NUL characters out.

    SQLite keeps those, PostgreSQL refuses them.
    """
    for name in _texts(type(row)):
        value = getattr(row, name)
        if isinstance(value, str) and "\0" in value:
            setattr(row, name, value.replace("\0", ""))
    if _folds(row):
        row.fold()


def of(acting: Acting, operation: Operation, rows: Sequence[Base]) -> Record:
    """Return what is to be kept of rows; nothing is written."""
    recorded = [row for row in rows if not isinstance(row, _SILENT)]
    found = [row for row in recorded if _is_searched(row)]
    return Record(
        operation,
        frozenset(row.__tablename__ for row in rows),
        [_state(acting, operation, row) for row in recorded],
        [_entry(operation, row) for row in found],
    )


def keep(session: Session, record: Record) -> None:
    """Write down what is to be kept of rows, in the transaction that writes the rows."""
    session.info.setdefault(NOUNS, set()).update(record.nouns)
    if record.states:
        typed = record.operation is Operation.UPDATE and session.info.get(TYPED, False)
        run_on = [_run_on(session, state) for state in record.states] if typed else None
        session.execute(insert(_LINES), run_on or record.states)
        # One transaction writes at a time, so its lines follow one another.
        last = session.scalar(select(func.max(History.seq))) or 0
        first, _last = session.info.get(WRITTEN, (last - len(record.states) + 1, last))
        session.info[WRITTEN] = (first, last)
    if record.entries:
        session.execute(_INDEXING[record.operation], record.entries)


def _run_on(session: Session, state: dict[str, Any]) -> dict[str, Any]:
    """Let a small save take the place of the one before, and keep what stood before that.

    So the history has what a text was before somebody typed, and not each half sentence.
    """
    state = {**state, "operation": Operation.TYPED.value}
    newest = select(func.max(_LINES.c.seq)).scalar_subquery()
    of_row = (_LINES.c.noun == state["noun"]) & (_LINES.c.row_id == state["row_id"])
    near = select(_LINES).where(_LINES.c.seq > newest - _NEAR, of_row)
    last = session.execute(near.order_by(_LINES.c.seq.desc()).limit(1)).mappings().first()
    if last is None or state["recorded_at"] - last["recorded_at"] > _RUN:
        return state
    if any(last[name] != state[name] for name in ("operation", "device_id", "worker_id")):
        return state
    session.execute(delete(_LINES).where(_LINES.c.seq == last["seq"]))
    before, after = state["before"] | last["before"], last["after"] | state["after"]
    return {**state, "before": before, "after": after}


def _before_flush(session: Session, context: UOWTransaction, instances: object) -> None:
    del context, instances
    for row in (*session.new, *session.dirty):
        tidy(row)


def _after_flush(session: Session, context: UOWTransaction) -> None:
    del context
    acting = session.info[ACTING]
    changed = [row for row in session.dirty if session.is_modified(row)]
    keep(session, of(acting, Operation.INSERT, list(session.new)))
    keep(session, of(acting, Operation.UPDATE, changed))
    keep(session, of(acting, Operation.DELETE, list(session.deleted)))


@cache
def columns(kind: type[Base]) -> tuple[tuple[str, str], ...]:
    """Return what each column is called, and the attribute that holds it."""
    found = inspect(kind).column_attrs
    return tuple((attribute.columns[0].name, attribute.key) for attribute in found)


@cache
def _texts(kind: type[Base]) -> tuple[str, ...]:
    """Return the attributes that hold text."""
    return tuple(
        attribute.key
        for attribute in inspect(kind).column_attrs
        if isinstance(attribute.columns[0].type, String)
    )


def _folds(row: Base) -> TypeGuard[Folding]:
    return hasattr(type(row), Folding.fold.__name__)


def _is_searched(row: Base) -> TypeGuard[Searchable]:
    return hasattr(type(row), Searchable.search_entry.__name__)


def _state(acting: Acting, operation: Operation, row: Base) -> dict[str, Any]:
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
    if operation is Operation.INSERT:
        return {}, {}
    if operation is Operation.DELETE:
        return {name: plain(getattr(row, key)) for name, key in columns(type(row))}, {}
    before: dict[str, Any] = {}
    after: dict[str, Any] = {}
    state = inspect(row)
    for name, key in columns(type(row)):
        history = state.attrs[key].history
        if history.has_changes():
            before[name] = plain(history.deleted[0] if history.deleted else None)
            after[name] = plain(getattr(row, key))
    return before, after


def plain(value: Any) -> Any:
    """Return a value as the history keeps it."""
    match value:
        case UUID():
            return str(value)
        case datetime() | date() | time():
            return value.isoformat()
        case bytes():  # a frozen PDF or a key has no earlier states
            return f"{len(value)} bytes"
        case _:
            return value


def _entry(operation: Operation, row: Searchable) -> dict[str, Any]:
    if operation is Operation.DELETE:
        return {_ROW: row.id}
    title, folded = row.search_entry()
    entry = {"title": title, "folded": folded, "subject_id": getattr(row, "client_id", None)}
    if operation is Operation.UPDATE:
        return {**entry, _ROW: row.id}
    return {**entry, "row_id": row.id, "noun": getattr(row, "__tablename__", "")}


_LINES = Base.metadata.tables[History.__tablename__]
_ROW = "of_row"
_ENTRIES = Base.metadata.tables[SearchEntry.__tablename__]
_THIS_ROW = _ENTRIES.c.row_id == bindparam(_ROW)
_INDEXING: Mapping[Operation, Executable] = {
    Operation.INSERT: insert(_ENTRIES),
    Operation.UPDATE: update(_ENTRIES).where(_THIS_ROW),
    Operation.DELETE: delete(_ENTRIES).where(_THIS_ROW),
}
