"""Many rows in one action: made ready first, then written or taken away in a few statements.

A session writes and records row by row; with thousands of rows that kept everybody else from
writing for a minute. Here the slow part, what the write hook keeps of each row, is done before
the register is locked.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby, islice
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import bindparam, delete, func, insert, inspect, select

from desktop_app.store import recording
from desktop_app.store.recording import Operation
from desktop_app.store.tables import Base, Erasure, History

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from sqlalchemy import Executable, Table
    from sqlalchemy.orm import Session

    from desktop_app.store.acting import Acting
    from desktop_app.store.database import Database
    from desktop_app.store.recording import Record

_Found = TypeVar("_Found")

_TURNS = 3
MOST = 500
"""Rows of one statement: few enough to tell often how far the work is."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Some rows of one table, ready to be written or taken away."""

    statement: Executable
    values: list[dict[str, Any]]
    record: Record


def write_last(
    db: Database,
    work_out: Callable[[Session], _Found],
    write: Callable[[Session, _Found], None],
) -> _Found:
    """Work something out while others may write, then write it; return what was found.

    Whatever somebody else writes in between makes it worked out anew, so it always fits the
    register in which it is written. Where others never stop, they wait for once.

    Args:
        db: the opened register.
        work_out: reads, and changes nothing.
        write: writes what was worked out, in a transaction that is as short as that.
    """
    for _turn in range(_TURNS):
        with db.read() as session, session.no_autoflush:
            mark = _mark(session)
            found = work_out(session)
        with db.write() as session:
            if _mark(session) == mark:
                write(session, found)
                return found
    with db.write() as session:
        with session.no_autoflush:
            found = work_out(session)
        write(session, found)
        return found


def new(acting: Acting, rows: Iterable[Base]) -> list[Batch]:
    """Return how new rows are written, in the order in which they stand.

    The session that writes them does not come to know them.
    """
    return [_new(acting, some) for some in _runs(rows)]


def gone(acting: Acting, rows: Iterable[Base]) -> list[Batch]:
    """Return how rows are taken away, in the order in which they stand."""
    return [_gone(acting, some) for some in _runs(rows)]


def write(session: Session, batch: Batch) -> None:
    """Write rows or take them away, with what the hook keeps of them."""
    session.execute(batch.statement, batch.values)
    recording.keep(session, batch.record)


def _mark(session: Session) -> tuple[int, int]:
    """Return how far the register was written; the same later means that nothing changed.

    Who is destroyed leaves no history, so they count apart.
    """
    erased = session.scalar(select(func.count()).select_from(Erasure)) or 0
    return session.scalar(select(func.max(History.seq))) or 0, erased


def _runs(rows: Iterable[Base]) -> Iterator[list[Base]]:
    """Yield rows as they follow one another, at most `MOST` of one table at a time."""
    for _kind, alike in groupby(rows, type):
        while some := list(islice(alike, MOST)):
            yield some


def _new(acting: Acting, rows: list[Base]) -> Batch:
    for row in rows:
        recording.tidy(row)
    kind = type(rows[0])
    columns = recording.columns(kind)
    first = {} if (kept := inspect(kind).version_id_col) is None else {kept.name: 1}
    values = [{name: getattr(row, key) for name, key in columns} | first for row in rows]
    return Batch(insert(_table(kind)), values, recording.of(acting, Operation.INSERT, rows))


def _gone(acting: Acting, rows: list[Base]) -> Batch:
    kind = type(rows[0])
    table, mapper = _table(kind), inspect(kind)
    names = [f"key_{column.name}" for column in table.primary_key]
    found = (
        column == bindparam(name) for column, name in zip(table.primary_key, names, strict=True)
    )
    keys = [
        dict(zip(names, mapper.primary_key_from_instance(row), strict=True)) for row in rows
    ]
    return Batch(
        delete(table).where(*found), keys, recording.of(acting, Operation.DELETE, rows)
    )


def _table(kind: type[Base]) -> Table:
    return Base.metadata.tables[kind.__tablename__]
