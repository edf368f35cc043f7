"""Who has access: adding, renaming and revoking people, new passwords, a new recovery code.

Every function starts from an opened key file, writes it whole and returns the state after it.
Whoever can open the register holds its master key: that a worker may not add or remove people
is a rule of the screens, not of the cipher.

Renewing keys and a crash: `revoke` and `rotate` write the key file of the new epoch first; only
then does the caller re-encrypt the database under `Opened.database_key()` and put it in place.
In between the register still has the key of the epoch before, which the new key file holds too.
So whoever opens a register tries `Opened.database_keys()` in their order and, where another
than the first one fits, finishes the re-encryption.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop_app.errors import UserError
from desktop_app.store import keyfile, keyslots, masterkeys, recovery
from desktop_app.store.keyform import Cost, KeyFile, changed_outside, checked_label
from desktop_app.store.opened import KeySlot, Opened, shown
from desktop_app.store.passwords import check_password, secret_bytes
from desktop_app.words import _

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path
    from uuid import UUID


def add_person(
    folder: Path,
    opened: Opened,
    label: str,
    password: str,
    *,
    today: date | None = None,
) -> tuple[Opened, KeySlot]:
    """Let another staff member in with a password of their own.

    Raises:
        UserError: weak password, empty or known name.
    """
    reading = _current(folder, opened)
    label = checked_label(label, reading.file.slots)
    check_password(password, label)
    blank = keyslots.blank("password", label, _usual_cost(reading.file), today)
    slot = keyslots.fill(opened.vault_id, blank, secret_bytes(password), opened.masters)
    after = replace(reading.file, slots=(*reading.file.slots, slot))
    return _save(folder, opened, reading, after), shown(slot)


def rename_person(folder: Path, opened: Opened, slot_id: UUID, label: str) -> Opened:
    """Write somebody's name on the unlock window differently."""
    reading = _current(folder, opened)
    slot = reading.file.person(slot_id)
    others = [other for other in reading.file.slots if other.id != slot_id]
    renamed = replace(slot, label=checked_label(label, others))
    return _save(folder, opened, reading, reading.file.with_slot(renamed))


def change_password(folder: Path, opened: Opened, new_password: str) -> Opened:
    """Set a new password for whoever opened the key file; the database is not touched."""
    return reset_password(folder, opened, opened.slot_id, new_password)


def reset_password(folder: Path, opened: Opened, slot_id: UUID, new_password: str) -> Opened:
    """Set a new password for a named person, as after `recover`.

    The old password opens no key file written from now on. Where somebody may know it who must
    not, `rotate` as well: an old copy of the key file still knows it.
    """
    reading = _current(folder, opened)
    slot = reading.file.person(slot_id)
    check_password(new_password, slot.label)
    secret = secret_bytes(new_password)
    filled = keyslots.fill(opened.vault_id, slot, secret, opened.masters)
    return _save(folder, opened, reading, reading.file.with_slot(filled))


def renew_recovery_code(
    folder: Path, opened: Opened, code: str = "", *, today: date | None = None
) -> str:
    """Replace the recovery code; the sheets printed before open no key file from now on.

    Args:
        folder: the register's.
        opened: its key file, unlocked.
        code: of `recovery.new_code`, where it was printed before it is to open anything.
        today: stands in the file as the day of making.
    """
    reading = _current(folder, opened)
    secret, code = (recovery.secret_of(code), code) if code else recovery.new_code()
    old = reading.file.sheet()
    blank = replace(keyslots.blank("recovery", "", _usual_cost(reading.file), today), id=old.id)
    filled = keyslots.fill(opened.vault_id, blank, secret, opened.masters)
    _save(folder, opened, reading, reading.file.with_slot(filled))
    return code


def revoke(folder: Path, opened: Opened, slot_id: UUID) -> Opened:
    """Take somebody's access away and begin a new epoch; then re-encrypt the database.

    Everybody else keeps their password and the recovery sheet stays valid.

    Raises:
        UserError: it is one's own access, which a colleague must take away.
    """
    reading = _current(folder, opened)
    gone = reading.file.person(slot_id)
    left = tuple(slot for slot in reading.file.slots if slot.id != gone.id)
    if gone.id == opened.slot_id or all(slot.kind == "recovery" for slot in left):
        raise UserError(
            _("You cannot take away your own access. Let a colleague do it, or add one first."),
        )
    return _renew(folder, opened, reading, replace(reading.file, slots=left))


def rotate(folder: Path, opened: Opened) -> Opened:
    """Begin a new epoch for the same people; then re-encrypt the database."""
    reading = _current(folder, opened)
    return _renew(folder, opened, reading, reading.file)


def _current(folder: Path, opened: Opened) -> keyfile.Reading:
    """Read the key file again and insist that it is the opened one or a later state of it."""
    reading = keyfile.read(folder)
    if reading.file.vault_id != opened.vault_id or reading.file.epoch < opened.epoch:
        raise changed_outside()
    if reading.file.epoch > opened.epoch:
        raise keyfile.KeyFileBusyError(
            _("The keys were renewed in another window. Lock, unlock and try again."),
        )
    masterkeys.check_signed(reading.file, opened.masters)
    return reading


def _renew(folder: Path, opened: Opened, reading: keyfile.Reading, file: KeyFile) -> Opened:
    masters = (*opened.masters, masterkeys.new_master())
    file = masterkeys.begin_epoch(file, masters[-2], masters[-1])
    sealed = (keyslots.seal_master(file.vault_id, slot, masters) for slot in file.slots)
    file = replace(file, slots=tuple(sealed))
    opened = replace(opened, epoch=file.epoch, masters=masters)
    return _save(folder, opened, reading, file)


def _save(folder: Path, opened: Opened, reading: keyfile.Reading, file: KeyFile) -> Opened:
    file = replace(file, generation=file.generation + 1)
    keyfile.write(folder, masterkeys.signed(file, opened.masters), replacing=reading)
    return replace(opened, generation=file.generation, notice="")


def _usual_cost(file: KeyFile) -> Cost:
    """Return the dearest cost in the file: it was measured when the register was made."""
    costs = [slot.cost for slot in file.slots]
    return max(costs, key=lambda cost: cost.memory * cost.passes)
