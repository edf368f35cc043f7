"""What roles may do. The cipher knows no roles: whoever can open the register holds its key.

So these rules keep people from mistakes and from what is not theirs to decide; they are no wall
against somebody who writes a program of their own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.errors import UserError
from desktop_app.store.acting import ACTING
from desktop_app.store.tables import Worker
from desktop_app.words import _

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from desktop_app.store.database import Database

COORDINATES = frozenset({"MAN", "FB"})  # may export, see everybody, change the organisation
MANAGES = COORDINATES | {"REGIO"}
"""Roles that see to the organisation, colleagues and backups; the region has its own."""


class NotAllowedError(UserError):
    """The role of whoever opened the register does not go with what was asked."""


def manages(role: str) -> bool:
    """Tell whether a role sees to the organisation, colleagues and backups."""
    return role in MANAGES


def insist_on_managing(session: Session) -> None:
    """Refuse to go on for a worker whose role does not manage.

    Nobody acts while a register is founded and after the recovery code: then it may.

    Raises:
        NotAllowedError: with what to do.
    """
    _insist(session, MANAGES)


def insist_on_coordinating(session: Session) -> None:
    """Refuse the same for a worker whose role does not coordinate.

    Raises:
        NotAllowedError: with what to do.
    """
    _insist(session, COORDINATES)


def insist_before(db: Database) -> None:
    """Refuse the same before keys are written, which no transaction takes back.

    Raises:
        NotAllowedError: with what to do.
    """
    with db.read() as session:
        insist_on_managing(session)


def _insist(session: Session, roles: frozenset[str]) -> None:
    acting = session.info[ACTING].worker_id
    if acting is not None and session.get_one(Worker, acting).role not in roles:
        raise NotAllowedError(_("Your role cannot do this. Ask a coordinator."))
