"""Who can open the register: password or recovery code -> master key -> database key.

The key file `register.keys` lies beside the register and in every backup; SECURITY.md gives its
form. This room makes and opens it; `access` changes it. Other rooms than those of the keys
import this one alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from desktop_app.errors import UserError
from desktop_app.store import keyfile, keyslots, masterkeys, recovery
from desktop_app.store.access import (
    add_person,
    change_password,
    rename_person,
    renew_recovery_code,
    reset_password,
    revoke,
    rotate,
)
from desktop_app.store.keyfile import KeyFileBusyError, KeyFileMissingError
from desktop_app.store.keyform import (
    Cost,
    KeyFile,
    KeyFileChangedError,
    KeyFileDamagedError,
    KeyFileError,
    KeyFileNewerError,
    Kind,
    LabelError,
    Slot,
    checked_label,
)
from desktop_app.store.keyslots import FLOOR, KeyFileCostError
from desktop_app.store.opened import KeySlot, Opened, opened_by, shown
from desktop_app.store.passwords import WeakPasswordError, check_password, secret_bytes
from desktop_app.store.recovery import MistypedCodeError
from desktop_app.words import _

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

__all__ = [
    "FLOOR",
    "Cost",
    "KeyFileBusyError",
    "KeyFileChangedError",
    "KeyFileCostError",
    "KeyFileDamagedError",
    "KeyFileError",
    "KeyFileMissingError",
    "KeyFileNewerError",
    "KeySlot",
    "Kind",
    "LabelError",
    "MistypedCodeError",
    "Opened",
    "WeakPasswordError",
    "WrongPasswordError",
    "WrongRecoveryCodeError",
    "add_person",
    "change_password",
    "check_password",
    "create",
    "recover",
    "rename_person",
    "renew_recovery_code",
    "reset_password",
    "revoke",
    "rotate",
    "slots",
    "unlock",
]


class WrongPasswordError(UserError):
    """The password is not this person's."""


class WrongRecoveryCodeError(UserError):
    """The recovery code is typed well but is not this register's, or no longer."""


def create(
    folder: Path,
    label: str,
    password: str,
    *,
    cost: Cost | None = None,
    today: date | None = None,
) -> tuple[Opened, str]:
    """Make the key file of a new register; return it opened, and the recovery code to print.

    Args:
        folder: an existing folder without a register.
        label: the first staff member's name, readable without a password.
        password: see `check_password`.
        cost: work per guess; measured on this computer where not given.
        today: stands in the file as the day of making; the computer's day if not given.

    Raises:
        UserError: weak password, empty name, or keys that already lie there.
    """
    label = checked_label(label, ())
    check_password(password, label)
    if any(folder.glob("register.*")):
        raise KeyFileError(
            _("There is already a register in this folder. Choose another folder.")
        )
    vault_id, masters = uuid4(), (masterkeys.new_master(),)
    cost = cost or keyslots.calibrated_cost()
    person = keyslots.blank("password", label, cost, today)
    person = keyslots.fill(vault_id, person, secret_bytes(password), masters)
    secret, code = recovery.new_code()
    sheet = keyslots.blank("recovery", "", cost, today)
    sheet = keyslots.fill(vault_id, sheet, secret, masters)
    file = KeyFile(vault_id, epoch=1, generation=1, slots=(person, sheet), escrow=())
    keyfile.write(folder, masterkeys.signed(file, masters))
    return opened_by(file, person, masters), code


def slots(folder: Path) -> tuple[KeySlot, ...]:
    """Return the ways in, without a password: people in order of joining, and the code."""
    return tuple(shown(slot) for slot in keyfile.read(folder).file.slots)


def unlock(folder: Path, slot_id: UUID, password: str) -> Opened:
    """Open the key file with somebody's password.

    Takes half a second and 64 MiB or more: call it on the worker.

    Raises:
        WrongPasswordError, KeyFileError.
    """
    reading = keyfile.read(folder)
    slot = reading.file.person(slot_id)
    try:
        return _open(folder, reading, slot, secret_bytes(password))
    except keyslots.WrongSecretError as error:
        raise WrongPasswordError(
            _(
                "That password is not right. Check capital letters. Forgotten? Use your"
                " recovery code."
            ),
        ) from error


def recover(folder: Path, code: str) -> Opened:
    """Open the key file with the printed recovery code; also the way to try out a sheet.

    Raises:
        MistypedCodeError: found without any work.
        WrongRecoveryCodeError, KeyFileError.
    """
    secret = recovery.secret_of(code)
    reading = keyfile.read(folder)
    try:
        return _open(folder, reading, reading.file.sheet(), secret)
    except keyslots.WrongSecretError as error:
        raise WrongRecoveryCodeError(
            _(
                "This recovery code is not the one of this register. Is there a sheet with a"
                " later date?"
            ),
        ) from error


def _open(folder: Path, reading: keyfile.Reading, slot: Slot, secret: bytes) -> Opened:
    masters = keyslots.open_slot(reading.file, slot, secret)
    keyfile.mend(folder, reading)
    return opened_by(reading.file, slot, masters, reading.notice)
