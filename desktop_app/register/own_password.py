"""The password of whoever opened the register, and first passwords that a colleague chose.

A first password is known to two people, so the register remembers whose still is one until its
owner has chosen another.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from desktop_app.errors import InvalidFieldsError
from desktop_app.store import journal, keys
from desktop_app.store.passwords import secret_bytes
from desktop_app.store.tables import Setting
from desktop_app.words import _

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from desktop_app.store.database import Database

_FIRST = "first passwords"


def change(db: Database, opened: keys.Opened, old: str, new: str) -> None:
    """Give whoever opened the register another password. Takes a second: on the worker.

    The register itself is not touched, so this costs the same however large it is.

    Raises:
        InvalidFieldsError: `old` is not the password of now; `new` is too weak or the same.
        UserError: the key file cannot be written, or was changed meanwhile.
    """
    try:
        keys.unlock(db.folder, opened.slot_id, old)
    except keys.WrongPasswordError as wrong:
        sentence = _("This is not your password of now. Is Caps Lock on?")
        raise InvalidFieldsError({"old": sentence}) from wrong
    if secret_bytes(old) == secret_bytes(new):
        raise InvalidFieldsError({"new": _("This is the password of now. Choose another one.")})
    try:
        keys.change_password(db.folder, opened, new)
    except keys.WeakPasswordError as weak:
        raise InvalidFieldsError({"new": str(weak)}) from weak
    with db.write() as session:
        if db.acting.worker_id is not None:
            forget_first(session, db.acting.worker_id)
        journal.note(session, "AUTHZ", detail="own password changed")


def is_first(db: Database, worker_id: UUID) -> bool:
    """Tell whether somebody still opens the register with what a colleague chose."""
    with db.read() as session:
        return worker_id in with_first(session)


def with_first(session: Session) -> set[UUID]:
    """Return whose password still is a first one."""
    row = session.get(Setting, _FIRST)
    return {UUID(worker) for worker in row.value["workers"]} if row is not None else set()


def note_first(session: Session, worker_id: UUID) -> None:
    """Remember that a colleague chose somebody's password."""
    _keep(session, with_first(session) | {worker_id})


def forget_first(session: Session, worker_id: UUID) -> None:
    """Somebody chose a password of their own, or has none any more."""
    listed = with_first(session)
    if worker_id in listed:
        _keep(session, listed - {worker_id})


def _keep(session: Session, listed: set[UUID]) -> None:
    value = {"workers": sorted(map(str, listed))}
    row = session.get(Setting, _FIRST)
    if row is None:
        session.add(Setting(name=_FIRST, value=value))
    else:
        row.value = value
