"""The way from a password to an opened register: what the worker thread does for the unlock.

The rooms it walks through load SQLAlchemy, SQLCipher and Argon2. They are imported here inside
the functions, on the worker, so that the unlock window is painted before them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app import dates, paths
from desktop_app.errors import UserError
from desktop_app.words import _

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from desktop_app.store.database import Database
    from desktop_app.store.opened import KeySlot, Opened


class WrongSecretError(UserError):
    """The password, or the recovery code, is not the right one: try again in the same field."""


class WeakSecretError(UserError):
    """The new password is too easy to guess."""


@dataclass(frozen=True, slots=True)
class Unlocked:
    """An opened register.

    Attributes:
        journal: how many lines its access log had; with the key file's generation it tells
            whether the register is older than one that was open here before.
        put_back: a backup was put back here, and nothing was done with it since.
        notice: a sentence about the health of its files, empty if all is well.
    """

    folder: Path
    opened: Opened
    db: Database
    journal: int
    put_back: bool = False
    notice: str = ""


def people(folder: Path) -> tuple[KeySlot, ...]:
    """Return who can open a register, in order of joining.

    Raises:
        UserError: the key file is missing or damaged.
    """
    from desktop_app.store import keys  # noqa: PLC0415 - on the worker, after the first paint

    return tuple(slot for slot in keys.slots(folder) if slot.kind == "password")


def unlock(folder: Path, slot_id: UUID, password: str) -> Unlocked:
    """Open a register with somebody's password.

    Raises:
        WrongSecretError: the password does not fit.
        UserError: the register or its key file is missing, damaged or newer.
    """
    from desktop_app.store import keys  # noqa: PLC0415 - on the worker, after the first paint

    try:
        opened = keys.unlock(folder, slot_id, password)
    except keys.WrongPasswordError as error:
        raise WrongSecretError(_("This password is not right.")) from error
    return _open(folder, opened)


def recover(folder: Path, code: str, slot_id: UUID, new_password: str) -> Unlocked:
    """Set a new password for somebody by the recovery code, and open the register with it.

    Raises:
        WrongSecretError: the code has a typing error or is another register's.
        WeakSecretError: the new password is easily guessed.
        UserError: the register or its key file is missing, damaged or newer.
    """
    from desktop_app.store import access, keys, passwords, recovery  # noqa: PLC0415 - as above

    person = next((slot for slot in people(folder) if slot.id == slot_id), None)
    try:
        passwords.check_password(new_password, person.label if person else "")
    except passwords.WeakPasswordError as error:
        raise WeakSecretError(str(error)) from error
    try:
        opened = keys.recover(folder, code)
    except (recovery.MistypedCodeError, keys.WrongRecoveryCodeError) as error:
        raise WrongSecretError(str(error)) from error
    access.reset_password(folder, opened, slot_id, new_password)
    return unlock(folder, slot_id, new_password)


def calls_for_backup(error: UserError) -> bool:
    """Tell whether a register that does not open needs a backup, rather than another try."""
    from desktop_app.store import faults, keyform  # noqa: PLC0415 - loaded: it refused

    newer = isinstance(error, keyform.KeyFileNewerError)
    return not newer and isinstance(error, faults.DamagedRegisterError | keyform.KeyFileError)


def _open(folder: Path, opened: Opened) -> Unlocked:
    from desktop_app.store import entering  # noqa: PLC0415 - on the worker, as above

    now = dates.now().astimezone()
    entered = entering.enter(folder, opened, shelf=paths.backups(), at=now)
    return unlocked(folder, opened, entered.db, entered.notice)


def unlocked(folder: Path, opened: Opened, db: Database, notice: str = "") -> Unlocked:
    """Return a register that is open already, as after its founding."""
    from desktop_app.store import journal  # noqa: PLC0415 - the register is open: it is loaded

    with db.read() as session:
        lines = int(journal.head(session).partition(":")[0])
        put_back = journal.newest_event(session) == "RESTORE"
    return Unlocked(folder, opened, db, lines, put_back, notice)
