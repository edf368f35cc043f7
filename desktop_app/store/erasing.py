"""Destroying what is known of a person, and remembering it outside the register too.

A backup made before still holds the person. So the list of destroyed ids, an id and a day each,
lies beside the register (`register.erased`) and in every backup after; whoever restores applies
it again. It is signed with a key of the first epoch, which every later key file still gives:
an older backup can check a newer list.
"""

from __future__ import annotations

import hmac
import json
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import delete, select

from desktop_app import whole
from desktop_app.errors import UserError
from desktop_app.store import journal, recording
from desktop_app.store.keyform import canonical
from desktop_app.store.tables import Base, Client, Erasure, JournalEntry
from desktop_app.words import _

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from sqlalchemy.orm import Session

    from desktop_app.store.database import Database
    from desktop_app.store.opened import Opened

NAME = "register.erased"

_FORMAT = "thuisbasis-erased"


class ErasedListError(UserError):
    """The list of destroyed ids cannot be used."""


class ForeignListError(ErasedListError):
    """The list of destroyed ids is another register's."""


def erase(session: Session, client_id: UUID, on: date) -> None:
    """Destroy every row about a client, its earlier states and its search entry.

    What stays is the id with the day, and the lines of the access log, which hold no content.
    Call `keep` after the commit, so that it is remembered outside the register too.
    """
    touched: set[str] = session.info.setdefault(recording.NOUNS, set())
    for table in reversed(Base.metadata.sorted_tables):
        if "subject_id" in table.c and table is not JournalEntry.__table__:
            session.execute(delete(table).where(table.c.subject_id == client_id))
            touched.add(table.name)
    session.execute(
        delete(Client).where(Client.id == client_id),
        execution_options={"synchronize_session": False},
    )
    touched.add(Client.__tablename__)
    session.expire_all()
    session.merge(Erasure(id=client_id, erased_on=on))
    journal.note(session, "DESTROY", subject=client_id)


def erased(session: Session) -> dict[UUID, date]:
    """Return whose rows were destroyed in this register, and when."""
    return {row.id: row.erased_on for row in session.scalars(select(Erasure))}


def erase_again(session: Session, known: Mapping[UUID, date]) -> int:
    """Destroy who came back with an older copy; return how many came back."""
    present = set(session.scalars(select(Client.id).where(Client.id.in_(known))))
    for client_id in sorted(present):
        erase(session, client_id, known[client_id])
    for client_id in known.keys() - present - erased(session).keys():
        session.add(Erasure(id=client_id, erased_on=known[client_id]))
    return len(present)


def catch_up(db: Database, opened: Opened) -> int:
    """Destroy again who came back because an old register.db was put beside a newer list.

    Cheap when nobody did; to be called after opening. Returns how many came back.

    Raises:
        ErasedListError: the list cannot be used.
    """
    known = read(db.folder / NAME, opened)
    with db.read() as session:
        missing = known.keys() - erased(session).keys()
    if not missing:
        return 0
    with db.write() as session:
        return erase_again(session, known)


def keep(db: Database, opened: Opened) -> None:
    """Write the list beside the register; without anybody on it there is no file.

    A list that cannot be used is set aside: the register has a list of its own to start from.

    Raises:
        disk.WriteFailedError: no room or no permission.
    """
    path = db.folder / NAME
    try:
        before = read(path, opened)
    except ErasedListError:
        whole.place(path, path.with_name(f"{NAME}.damaged"))
        before = {}
    with db.read() as session:
        everybody = before | erased(session)
    if everybody != before:
        whole.write(path, _bytes(everybody, opened))


def read(path: Path, opened: Opened) -> dict[UUID, date]:
    """Return the list in a file; nobody where there is none.

    Raises:
        ErasedListError: see `parse`.
    """
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise _unusable() from error
    return parse(raw, opened)


def parse(raw: bytes, opened: Opened) -> dict[UUID, date]:
    """Return the list that bytes hold.

    Raises:
        ForeignListError: it is another register's.
        ErasedListError: it is damaged or was changed outside the program.
    """
    try:
        document: Any = json.loads(raw)
        vault_id = UUID(document["vault"])
        known = {UUID(key): date.fromisoformat(day) for key, day in document["erased"].items()}
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise _unusable() from error
    if vault_id != opened.vault_id:
        raise ForeignListError(
            _("The list of destroyed files (register.erased) is of another register.")
        )
    if not hmac.compare_digest(raw, _bytes(known, opened)):
        raise _unusable()
    return known


def _bytes(known: Mapping[UUID, date], opened: Opened) -> bytes:
    document = {
        "format": _FORMAT,
        "version": 1,
        "vault": str(opened.vault_id),
        "erased": {str(client_id): day.isoformat() for client_id, day in known.items()},
    }
    mac = hmac.digest(opened.derive("erased", epoch=1), canonical(document), "sha256")
    return canonical(document | {"mac": mac.hex()})


def _unusable() -> ErasedListError:
    return ErasedListError(
        _(
            "The list of destroyed files (register.erased) is damaged. Put it back from the"
            " newest backup."
        )
    )
