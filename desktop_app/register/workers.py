"""The people who work with the register: who they are, their roles, and who may open it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from desktop_app.register.checks import Problems, lengths
from desktop_app.store import journal, keys
from desktop_app.store.tables import Worker
from desktop_app.words import _

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from desktop_app.store.database import Database

COORDINATES = frozenset({"MAN", "FB"})  # may export, see everybody, change the organisation


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkerFields:
    """What people fill in about a colleague; `role` is a code of `user_role`."""

    name: str
    role: str
    phone: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkerRow:
    """A colleague in a list."""

    worker_id: UUID
    name: str
    role: str
    phone: str
    email: str
    opens: bool
    active_until: date | None
    version: int


def add_worker(
    db: Database,
    fields: WorkerFields,
    access: tuple[keys.Opened, str] | None = None,
) -> UUID:
    """Add a colleague.

    Args:
        db: the opened register.
        fields: who it is.
        access: the key file as it is unlocked now and a first password, for somebody who
            may open the register; None for somebody who only is named in it.

    Raises:
        InvalidFieldsError: naming each wrong field.
        UserError: the password is too weak.
    """
    _check(fields)
    slot = None
    if access is not None:
        opened, password = access
        slot = keys.add_person(db.folder, opened, fields.name, password)[1].id
    with db.write() as session:
        worker = Worker(
            name=fields.name,
            role=fields.role,
            phone=fields.phone,
            email=fields.email,
            slot_id=slot,
        )
        session.add(worker)
        journal.note(session, "AUTHZ", detail=fields.role)
    return worker.id


def worker_rows(db: Database) -> list[WorkerRow]:
    """Return all colleagues by name, former ones too."""
    with db.read() as session:
        found = session.scalars(select(Worker).order_by(Worker.name)).all()
        return [_row(worker) for worker in found]


def me(db: Database) -> WorkerRow | None:
    """Return the worker who opened this register; nobody after the recovery code."""
    if db.acting.worker_id is None:
        return None
    with db.read() as session:
        return _row(session.get_one(Worker, db.acting.worker_id))


def _row(worker: Worker) -> WorkerRow:
    return WorkerRow(
        worker_id=worker.id,
        name=worker.name,
        role=worker.role,
        phone=worker.phone,
        email=worker.email,
        opens=worker.slot_id is not None,
        active_until=worker.active_until,
        version=worker.version,
    )


def _check(fields: WorkerFields) -> None:
    problems = Problems()
    problems.missing("name", fields.name, _("Fill in a name."))
    problems.code("role", "user_role", fields.role)
    lengths(problems, fields, Worker)
    problems.raise_any()
