"""Taking back one user's action, from the history that every action leaves.

An undo is an action too: it is recorded, and taking it back does the first one again. What
somebody changed since is never overwritten.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import groupby, islice
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import (
    Date,
    Integer,
    LargeBinary,
    Time,
    Uuid,
    and_,
    exists,
    inspect,
    select,
    tuple_,
)
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import aliased

from desktop_app.errors import UserError
from desktop_app.store import batches, journal, recording
from desktop_app.store.acting import ACTING
from desktop_app.store.batches import Batch
from desktop_app.store.recording import Operation
from desktop_app.store.tables import Base, History
from desktop_app.store.tables.base import UtcDateTime
from desktop_app.words import _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from sqlalchemy import ColumnElement
    from sqlalchemy.orm import Session
    from sqlalchemy.types import TypeEngine

    from desktop_app.store.database import Database

_Named = tuple[str, str]  # a table, and the id of a row in it
_EDITS = (Operation.UPDATE, Operation.TYPED)
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


@dataclass(frozen=True, slots=True)
class _Way:
    """The lines that are taken back, and the steps that do it."""

    lines: Sequence[History]
    steps: Sequence[Batch | History]


def last_act(db: Database) -> Act | None:
    """Return this thread's last action; None when it left nothing to take back."""
    lines = db.last_written()
    return None if lines is None else Act(*lines)


def undo(
    db: Database, act: Act, progress: Callable[[int, int], object] = lambda _done, _all: None
) -> Act:
    """Take an action back and return what that was; undoing it does the first one again.

    Args:
        db: the opened register.
        act: from `last_act`.
        progress: told how many steps are done, of how many: a line is worked out, and taken
            back; what it raises leaves all as it is.

    Raises:
        ChangedSinceError: one of its rows was changed since, or others came to hang on it.
    """

    def work_out(session: Session) -> _Way:
        _refuse_changed(session, act)
        lines = _lines(session, act)
        steps: list[Batch | History] = []
        brought: dict[_Named, Base] = {}
        done = 0
        for alike in _runs(lines):
            progress(done, 2 * len(lines))
            steps += _back(session, alike, brought)
            done += len(alike)
        return _Way(lines, steps)

    def write(session: Session, way: _Way) -> None:
        done = len(way.lines)
        for step in way.steps:
            progress(done, 2 * len(way.lines))
            done += _take(session, step)
        subjects = {line.subject_id: None for line in way.lines if line.subject_id}
        journal.note_each(session, "EDIT", subjects or (None,), detail="undone")

    try:
        batches.write_last(db, work_out, write)
    except IntegrityError as hanging:
        raise ChangedSinceError(
            _("Something was added to this since. Take that back first, or end it by hand.")
        ) from hanging
    undone = last_act(db)
    return undone or Act(1, 0)


def _lines(session: Session, act: Act) -> Sequence[History]:
    query = select(History).where(History.seq.between(act.first, act.last))
    return session.scalars(query.order_by(History.seq)).all()


def _refuse_changed(session: Session, act: Act) -> None:
    """Refuse where a row is not what the act left; what was taken back since does not count."""
    own, later = aliased(History), aliased(History)
    this_row = and_(own.row_id == later.row_id, own.noun == later.noun)
    touched = exists().where(this_row, own.seq.between(act.first, act.last))
    since = session.scalars(
        select(later).where(later.seq > act.last, touched).order_by(later.noun, later.row_id)
    )
    for (noun, row_id), of_row in groupby(since, key=_named):
        lines = sorted(of_row, key=lambda line: line.seq)
        table = _TABLES[noun]
        row = session.get(table, _key(table, row_id))
        if row is None or not _is_again(row, lines):
            raise _changed()


def _is_again(row: Base, since: Sequence[History]) -> bool:
    """Tell whether a row is what it was before some lines about it."""
    if since[0].operation == Operation.INSERT:  # it was not there
        return False
    was: dict[str, Any] = {}
    for line in since:
        was = {**line.before, **was}
    return all(
        recording.plain(getattr(row, key)) == was[name]
        for name, key in recording.columns(type(row))
        if name in was and name != _VERSION
    )


def _changed() -> ChangedSinceError:
    return ChangedSinceError(
        _("This was changed again in the meantime. Look at it and change it by hand.")
    )


def _runs(lines: Sequence[History]) -> Iterator[list[History]]:
    """Yield lines from the last to the first, those alike that follow one another together.

    An edit stays alone: of two that follow one another, the second may need the first.
    """
    for (operation, _noun), alike in groupby(
        reversed(lines), key=lambda line: (line.operation, line.noun)
    ):
        most = 1 if operation in _EDITS else batches.MOST
        while some := list(islice(alike, most)):
            yield some


def _back(
    session: Session, alike: Sequence[History], brought: dict[_Named, Base]
) -> Sequence[Batch | History]:
    """Return the way back of lines about one table: rows that come or go, or an edit.

    `brought` are the rows that come back: the lines before may tell of them too.
    """
    table, acting = _TABLES[alike[0].noun], session.info[ACTING]
    match alike[0].operation:
        case Operation.DELETE:
            rows = {_named(line): table(**_fields(table, line.before)) for line in alike}
            brought |= rows
            return batches.new(acting, rows.values())
        case Operation.INSERT:
            found = brought | _rows(session, table, alike)
            return batches.gone(acting, [found[_named(line)] for line in alike])
        case _:
            return alike


def _take(session: Session, step: Batch | History) -> int:
    """Go one step back, and return how many lines that were."""
    if isinstance(step, Batch):
        batches.write(session, step)
        return len(step.values)
    table = _TABLES[step.noun]
    row = session.get_one(table, _key(table, step.row_id))
    for name, value in _fields(table, step.before).items():
        setattr(row, name, value)
    session.flush()
    return 1


def _rows(session: Session, table: type[Base], lines: Sequence[History]) -> dict[_Named, Base]:
    """Return the rows that lines are about."""
    columns = inspect(table).primary_key
    names = {_key(table, line.row_id): _named(line) for line in lines}
    found = session.scalars(select(table).where(tuple_(*columns).in_(names)))
    return {names[inspect(row).mapper.primary_key_from_instance(row)]: row for row in found}


def _named(line: History) -> _Named:
    return line.noun, line.row_id


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
