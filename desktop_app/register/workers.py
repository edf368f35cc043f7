"""The people who work with the register: who they are, their roles, and who may open it."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from desktop_app.errors import InvalidFieldsError, UserError
from desktop_app.register import own_password, rights
from desktop_app.register.checks import Problems, lengths
from desktop_app.register.rights import MANAGES
from desktop_app.store import journal, keys
from desktop_app.store.database import require_version
from desktop_app.store.tables import Worker
from desktop_app.words import _

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from datetime import date
    from uuid import UUID

    from sqlalchemy.orm import Session

    from desktop_app.store.database import Database


class LastManagerError(UserError):
    """It would leave nobody who may let people in or make backups."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkerFields:
    """What people fill in about a colleague; `role` is a code of `user_role`."""

    name: str
    role: str
    phone: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkerRow:
    """A colleague in a list.

    Attributes:
        opens: may open the register.
        first_password: by a password that a colleague chose.
        active_until: the last day, of somebody who may not any more.
    """

    worker_id: UUID
    name: str
    role: str
    phone: str
    email: str
    opens: bool
    first_password: bool
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
        NotAllowedError: the role of whoever adds does not manage.
        UserError: the password is too weak.
    """
    _check(fields)
    rights.insist_before(db)
    slot = None
    if access is not None:
        opened, password = access
        with _at_the_door():
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
        session.flush()
        if slot is not None:
            own_password.note_first(session, worker.id)
        journal.note(session, "AUTHZ", detail=fields.role)
    return worker.id


def edit_worker(
    db: Database, opened: keys.Opened, worker_id: UUID, fields: WorkerFields, *, version: int
) -> None:
    """Change who a colleague is or what role they have; the name at the door goes along.

    Raises:
        InvalidFieldsError: naming each wrong field.
        LastManagerError: the role takes away the last one who manages.
        NotAllowedError: the role of whoever edits does not manage.
        StaleEditError: somebody else changed this colleague since `version` was read.
    """
    _check(fields)
    with db.write() as session:
        rights.insist_on_managing(session)
        worker = session.get_one(Worker, worker_id)
        require_version(worker, version)
        if fields.role not in MANAGES:
            _insist_on_another_manager(session, worker)
        role_changed = worker.role != fields.role
        renamed = worker.name != fields.name
        for name, value in asdict(fields).items():
            setattr(worker, name, value)
        if role_changed:
            journal.note(session, "AUTHZ", detail=fields.role)
        if renamed and worker.slot_id is not None:
            session.flush()
            with _at_the_door():
                keys.rename_person(db.folder, opened, worker.slot_id, fields.name)


def give_access(db: Database, opened: keys.Opened, worker_id: UUID, password: str) -> None:
    """Let a colleague open the register with a first password. Takes half a second.

    Raises:
        NotAllowedError: the role of whoever gives it does not manage.
        InvalidFieldsError: somebody of that name has access already.
        UserError: the password is too weak.
    """
    with db.read() as session:
        rights.insist_on_managing(session)
        name = session.get_one(Worker, worker_id).name
    with _at_the_door():
        slot = keys.add_person(db.folder, opened, name, password)[1].id
    with db.write() as session:
        worker = session.get_one(Worker, worker_id)
        worker.slot_id, worker.active_until = slot, None
        own_password.note_first(session, worker_id)
        journal.note(session, "AUTHZ", detail="access given")


def reset_password(db: Database, opened: keys.Opened, worker_id: UUID, password: str) -> None:
    """Give a colleague another password, as when it was forgotten. Takes half a second.

    Raises:
        NotAllowedError: the role of whoever does it does not manage.
        UserError: the password is too weak.
    """
    with db.read() as session:
        rights.insist_on_managing(session)
        slot = session.get_one(Worker, worker_id).slot_id
    if slot is None:
        raise UserError(_("This colleague has no access. Give access first."))
    keys.reset_password(db.folder, opened, slot, password)
    with db.write() as session:
        own_password.note_first(session, worker_id)
        journal.note(session, "AUTHZ", detail="password renewed")


def take_access(db: Database, opened: keys.Opened, worker_id: UUID, *, today: date) -> None:
    """Take a colleague's access away and renew the keys for everybody else.

    The register is encrypted anew when it is opened the next time, so lock it after this;
    until then the keys cannot be changed again. What the colleague wrote stays.

    Raises:
        LastManagerError: nobody who manages would be left.
        NotAllowedError: the role of whoever takes it does not manage.
        UserError: it is one's own access.
    """
    with db.write() as session:
        rights.insist_on_managing(session)
        worker = session.get_one(Worker, worker_id)
        if worker.slot_id is None:
            raise UserError(_("This colleague has no access. Give access first."))
        _insist_on_another_manager(session, worker)
        gone, worker.slot_id, worker.active_until = worker.slot_id, None, today
        own_password.forget_first(session, worker_id)
        journal.note(session, "AUTHZ", detail="access taken away")
        keys.revoke(db.folder, opened, gone)


def worker_rows(db: Database) -> list[WorkerRow]:
    """Return all colleagues by name, former ones too."""
    with db.read() as session:
        found = session.scalars(select(Worker).order_by(Worker.name)).all()
        first = own_password.with_first(session)
        return [_row(worker, first) for worker in found]


def me(db: Database) -> WorkerRow | None:
    """Return the worker who opened this register; nobody after the recovery code."""
    if db.acting.worker_id is None:
        return None
    with db.read() as session:
        worker = session.get_one(Worker, db.acting.worker_id)
        return _row(worker, own_password.with_first(session))


def _row(worker: Worker, first: Collection[UUID]) -> WorkerRow:
    return WorkerRow(
        worker_id=worker.id,
        name=worker.name,
        role=worker.role,
        phone=worker.phone,
        email=worker.email,
        opens=worker.slot_id is not None,
        first_password=worker.id in first,
        active_until=worker.active_until,
        version=worker.version,
    )


def _insist_on_another_manager(session: Session, worker: Worker) -> None:
    """Refuse to go on where this worker is the only one who manages and can come in."""
    if worker.role not in MANAGES or worker.slot_id is None:
        return
    others = session.scalars(
        select(Worker.id).where(
            Worker.id != worker.id, Worker.role.in_(MANAGES), Worker.slot_id.is_not(None)
        )
    ).first()
    if others is None:
        raise LastManagerError(
            _(
                "Nobody else can let people in or make backups. Give that role to a colleague"
                " who has access first."
            )
        )


@contextmanager
def _at_the_door() -> Iterator[None]:
    """Say of a name that cannot stand on the unlock window that it is the name."""
    try:
        yield
    except keys.LabelError as error:
        raise InvalidFieldsError({"name": str(error)}) from error


def _check(fields: WorkerFields) -> None:
    problems = Problems()
    problems.missing("name", fields.name, _("Fill in a name."))
    problems.code("role", "user_role", fields.role)
    lengths(problems, fields, Worker)
    problems.raise_any()
