"""An opened register: reading, writing, who acts, and notices of what changed."""

from __future__ import annotations

import dataclasses
import threading
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from desktop_app.errors import UserError
from desktop_app.store import encryption, faults, recording
from desktop_app.store.acting import ACTING, Acting
from desktop_app.words import _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from uuid import UUID

    from _typeshed import DataclassInstance
    from sqlalchemy import Engine

    from desktop_app.store.tables.base import Edited

    Listener = Callable[[frozenset[str]], None]


class ClosedRegisterError(UserError):
    """The register was locked before this could be read or written."""


class StaleEditError(UserError):
    """Somebody else changed the same row in the meantime."""


class Database:
    """A register that is open for one worker. Locking throws it away.

    A session lives for one call: `with db.read() as session` or `with db.write() as session`.
    """

    def __init__(self, folder: Path, engine: Engine, acting: Acting) -> None:
        self.folder = folder
        self.acting = acting
        self._engine: Engine | None = engine
        self._listeners: list[Listener] = []
        self._written = threading.local()

    @contextmanager
    def read(self) -> Iterator[Session]:
        """Give a session for reading; what it sees does not change while it is open.

        Raises:
            ClosedRegisterError: it was closed.
        """
        engine = self._opened()
        with plain_errors(self.folder), Session(engine, expire_on_commit=False) as session:
            session.info[ACTING] = self.acting
            yield session

    @contextmanager
    def write(self, *, typed: bool = False) -> Iterator[Session]:
        """Give a session for one user's action; it is saved as a whole or not at all.

        After the commit the listeners hear which nouns changed.

        Args:
            typed: it saves what is being typed; a run of these is one line of the history.

        Raises:
            StaleEditError: the row was edited by somebody else since it was read.
            ClosedRegisterError: it was closed.
            UserError: the disk is full, the file may not be written, another window writes.
        """
        writing = self._opened().execution_options(**{encryption.WRITING: True})
        with plain_errors(self.folder), Session(writing, expire_on_commit=False) as session:
            session.info[ACTING] = self.acting
            session.info[recording.TYPED] = typed
            recording.listen(session)
            with session.begin():
                yield session
            nouns = frozenset(session.info.get(recording.NOUNS, ()))
            self._written.lines = session.info.get(recording.WRITTEN)
        if nouns:
            self._announce(nouns)

    def on_change(self, listener: Listener) -> Callable[[], None]:
        """Call a listener after each commit with the names of the tables that changed.

        It is called on the thread that wrote. The returned function ends the listening.
        """
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def last_written(self) -> tuple[int, int] | None:
        """Return the first and last line of the history that this thread's last write left."""
        lines: tuple[int, int] | None = getattr(self._written, "lines", None)
        return lines

    def act_as(self, worker_id: UUID) -> None:
        """Let what follows be written in this worker's name."""
        self.acting = replace(self.acting, worker_id=worker_id)

    def close(self) -> None:
        """Close every connection and forget the key; whoever still holds this is refused."""
        self._listeners.clear()
        engine, self._engine = self._engine, None
        if engine is not None:
            engine.dispose()

    def _opened(self) -> Engine:
        if self._engine is None:
            raise ClosedRegisterError(
                _("The register was locked in the meantime. Open it and do this again.")
            )
        return self._engine

    def _announce(self, nouns: frozenset[str]) -> None:
        for listener in tuple(self._listeners):
            listener(nouns)


def require_version(row: Edited, version: int) -> None:
    """Refuse an edit that did not see the row as it is now.

    Raises:
        StaleEditError: the row's version is another one.
    """
    if row.version != version:
        raise stale_edit()


def revise(row: Edited, fields: DataclassInstance, version: int) -> None:
    """Put what was filled in now in a row, whose columns bear the names of the fields.

    Raises:
        StaleEditError: the row's version is another one than was seen.
    """
    require_version(row, version)
    for field in dataclasses.fields(fields):
        setattr(row, field.name, getattr(fields, field.name))


def stale_edit() -> StaleEditError:
    """Return the sentence for an edit that came second."""
    return StaleEditError(
        _("Somebody else changed this meanwhile. Look at it again and repeat your change.")
    )


@contextmanager
def plain_errors(folder: Path) -> Iterator[None]:
    """Turn the driver's errors into sentences; what is our bug stays what it is.

    Args:
        folder: of the register, whose disk is asked why it refused.
    """
    try:
        yield
    except DBAPIError as failure:
        original = failure.orig
        path = folder / encryption.REGISTER_FILE
        plain = faults.translated(original, path) if original else failure
        if isinstance(plain, UserError):
            raise plain from failure
        raise
    except StaleDataError as failure:
        raise stale_edit() from failure
