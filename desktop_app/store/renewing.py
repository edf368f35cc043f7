"""Encrypting the register anew after its keys were renewed.

`keys.revoke` and `keys.rotate` write the key file of the new epoch and leave the register as it
is. Opening it the next time comes here: a register that still has an older key is copied whole
under the newest one and the copy takes its place. A crash before that moment leaves the old
file, which the next opening finds again.
"""

from __future__ import annotations

from contextlib import closing, suppress
from typing import TYPE_CHECKING

from desktop_app import disk, whole
from desktop_app.store import encryption, faults

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def finish(path: Path, keys: Sequence[bytes]) -> None:
    """See to it that the newest key opens the register.

    Args:
        path: the register, closed in every window if an older key opens it.
        keys: the newest key first.

    Raises:
        DamagedRegisterError: no key opens it.
        BusyRegisterError: an older key opens it, and another window has it open.
        UserError: no room or no permission.
    """
    newest, *older = keys
    if encryption.opens(path, newest):
        return
    for key in older:
        if encryption.opens(path, key):
            _encrypt_anew(path, key, newest)
            return
    raise faults.wrong_key()


def _encrypt_anew(path: Path, old: bytes, new: bytes) -> None:
    part = whole.part_of(path)
    try:
        with disk.writing(path):
            with closing(encryption.connect(path, old)) as connection:
                encryption.alone(connection)
                encryption.copy(connection, part, new)
            whole.place(part, path)
    finally:
        with suppress(OSError):  # gone already where all went well
            part.unlink(missing_ok=True)
