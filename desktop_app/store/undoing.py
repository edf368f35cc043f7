"""Taking back one user's action, from the history that every action leaves.

An undo is an action too: it is recorded, and taking it back does the first one again. What
somebody changed since is never overwritten.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import Date, Integer, LargeBinary, Time, Uuid, inspect, select
from sqlalchemy.exc import IntegrityError

from desktop_app.errors import UserError
from desktop_app.store import journal
from desktop_app.store.recording import Operation
from desktop_app.store.tables import Base, History
from desktop_app.store.tables.base import UtcDateTime
from desktop_app.words import _

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from sqlalchemy import ColumnElement
    from sqlalchemy.orm import Session
    from sqlalchemy.types import TypeEngine

    from desktop_app.store.database import Database

_VERSION = "version"  # local to one database; an undo is one more edit
_READERS: Sequence[tuple[type[TypeEngine[Any]], Callable[[Any], Any]]] = (
    (Uuid, UUID),
    (UtcDateTime, datetime.fromisoformat),
    (Date, date.fromisoformat),
    (Time, time.fromisoformat),
    (Integer, int),
)
_TABLES: Mapping[str, type[Base]] = {
    mapper.class_.__tablename__: mapper.class_ for mapper in Base.registry.mappers
}


class ChangedSinceError(UserError):
    """What is to be taken back was changed in the meantime."""


@dataclass(frozen=True, slots=True)
class Act:
    """One action: the lines of the history that it left."""

    first: int
    last: int


def last_act(db: Database) -> Act | None:
    """Return this thread's last action; None when it left nothing to take back."""
    lines = db.last_written()
    return None if lines is None else Act(*lines)


def undo(
    db: Database, done: Act, progress: Callable[[int, int], object] = lambda _done, _all: None
) -> Act:
    """Take an action back and return what that was; undoing it does the first one again.

    Args:
        db: the opened register.
        done: from `last_act`.
        progress: told how many lines are done, of how many; what it raises leaves all as it is.

    Raises:
        ChangedSinceError: one of its rows was changed since, or others came to hang on it.
    """
    try:
        with db.write() as session:
            lines = _lines(session, done)
            _refuse_changed(session, lines, done)
            for number, line in enumerate(reversed(lines)):
                progress(number, len(lines))
                _reverse(session, line)
                session.flush()
            subjects = {line.subject_id: None for line in lines if line.subject_id}
            for subject in subjects or (None,):
                journal.note(session, "EDIT", subject=subject, detail="undone")
    except IntegrityError as hanging:
        raise _changed() from hanging
    undone = last_act(db)
    return undone or Act(1, 0)


def _lines(session: Session, done: Act) -> Sequence[History]:
    query = select(History).where(History.seq >= done.first, History.seq <= done.last)
    return session.scalars(query.order_by(History.seq)).all()


def _refuse_changed(session: Session, lines: Sequence[History], done: Act) -> None:
    touched = {(line.noun, line.row_id) for line in lines}
    later = session.execute(
        select(History.noun, History.row_id).where(
            History.seq > done.last, History.row_id.in_({row_id for _noun, row_id in touched})
        )
    )
    if any((noun, row_id) in touched for noun, row_id in later):
        raise _changed()


def _changed() -> ChangedSinceError:
    return ChangedSinceError(
        _("This was changed again in the meantime. Look at it and change it by hand.")
    )


def _reverse(session: Session, line: History) -> None:
    table = _TABLES[line.noun]
    before = _fields(table, line.before)
    if line.operation == Operation.DELETE:
        session.add(table(**before))
        return
    row = session.get_one(table, _key(table, line.row_id))
    if line.operation == Operation.INSERT:
        session.delete(row)
        return
    for name, value in before.items():
        setattr(row, name, value)


def _key(table: type[Base], row_id: str) -> tuple[Any, ...]:
    columns = inspect(table).primary_key
    parts = row_id.split("/")
    return tuple(_read(column, part) for column, part in zip(columns, parts, strict=True))


def _fields(table: type[Base], stored: Mapping[str, Any]) -> dict[str, Any]:
    """Return a row's fields from the columns that the history kept."""
    return {
        attribute.key: _read(column, stored[column.name])
        for attribute in inspect(table).column_attrs
        for column in attribute.columns
        if column.name in stored and column.name != _VERSION
    }


def _read(column: ColumnElement[Any], value: Any) -> Any:
    """Return a value from the JSON that the history keeps; bytes are not kept there."""
    if isinstance(column.type, LargeBinary):
        message = f"the history keeps no bytes of {column}"
        raise TypeError(message)
    readers = (read for kind, read in _READERS if isinstance(column.type, kind))
    read = next(readers, None)
    return value if value is None or read is None else read(value)
