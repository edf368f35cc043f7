"""Putting a backup back: made ready aside, checked, and only then moved into its place.

The register that comes back goes on as a new device, so that numbers and changes made after
the backup elsewhere are never given out twice, and whoever was destroyed since is destroyed
again. A register that is there already is never overwritten.
"""

from __future__ import annotations

import secrets
import shutil
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from desktop_app import disk, whole
from desktop_app.errors import UserError
from desktop_app.store import (
    backup_faults,
    backups,
    bundle,
    erasing,
    journal,
    keyfile,
    keyform,
    opening,
    packing_list,
    upgrade,
)
from desktop_app.store.opened import shown
from desktop_app.store.tables import Secret
from desktop_app.words import _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date, datetime
    from pathlib import Path
    from uuid import UUID

    from desktop_app.store.backups import Backup
    from desktop_app.store.database import Database
    from desktop_app.store.opened import KeySlot, Opened

_STAGE = ".restoring-"


class RegisterThereError(UserError):
    """The folder holds a register already, and nobody asked to set it aside."""


class Doing(StrEnum):
    """What is being done while a backup is put back, in this order."""

    READING = "reading"
    UNLOCKING = "unlocking"
    CHECKING = "checking"
    PLACING = "placing"


@dataclass(frozen=True, slots=True)
class Found:
    """A backup that could be put back: what it says of itself, and who opens it."""

    backup: Backup
    people: tuple[KeySlot, ...]


@dataclass(frozen=True, slots=True)
class Restored:
    """A register that was put back, closed.

    Attributes:
        opened: its key file, unlocked, for opening it.
        set_aside: the folder that holds the register that was there before.
        erased_again: how many people were destroyed again.
        unread: names of files whose list of destroyed ids could not be used.
    """

    opened: Opened
    set_aside: Path | None
    erased_again: int
    unread: tuple[str, ...]


def restore(
    backup: Path,
    folder: Path,
    unlock: Callable[[Path], Opened],
    *,
    at: datetime,
    aside: bool = False,
    told: Callable[[Doing], object] = lambda _doing: None,
) -> Restored:
    """Put a backup back into a folder; nothing there changes unless all went well.

    Args:
        backup: the file.
        folder: where the register comes; made if it is not there.
        unlock: opens the key file in the folder it is given, which is the backup's: with the
            passwords and the recovery sheet of that moment.
        at: this moment.
        aside: move a register that is there to a dated folder. It must be closed.
        told: hears what is being done.

    Raises:
        RegisterThereError: see `aside`.
        BackupDamagedError, BackupNewerError: of the backup.
        WrongPasswordError and the like: of `unlock`.
        UserError: the register is newer than this program; no room, no permission.
    """
    if not aside and any(folder.glob("register.*")):
        raise RegisterThereError(
            _(
                "There is a register in this folder already. Nothing was changed. Choose an"
                " empty folder, or let the register be set aside."
            )
        )
    with _stage(folder) as stage:
        told(Doing.READING)
        manifest = bundle.unpack(backup, stage)
        told(Doing.UNLOCKING)
        opened = unlock(stage)
        told(Doing.CHECKING)
        packing_list.check_signed(manifest, opened)
        known, unread = _erased_since(backup, folder, manifest, opened)
        db = opening.open_register(stage, opened)
        try:
            erased_again = _go_on(db, known, manifest)
            erasing.keep(db, opened)
        finally:
            db.close()
        told(Doing.PLACING)
        set_aside = _move_in(stage, folder, at)
    return Restored(opened, set_aside, erased_again, unread)


def look(path: Path) -> Found:
    """Read a backup from end to end, and tell what it is, without a password.

    Raises:
        BackupCutError, ForeignFileError, BackupDamagedError: it is no whole backup.
        BackupNewerError: this program is too old for it.
        UserError: it cannot be read.
    """
    manifest = bundle.check(path)
    if manifest.form and manifest.form not in upgrade.revisions():
        raise backup_faults.newer(manifest.program)
    return Found(backups.read_backup(path), people(path))


def holds_another(folder: Path, backup: Backup) -> bool:
    """Tell whether a folder holds another register than the one that a backup is of."""
    try:
        return keyfile.read(folder).file.vault_id != backup.vault_id
    except keyform.KeyFileError:
        return False  # no register, or one of which nothing can be said any more


def where_aside(folder: Path, at: datetime) -> Path | None:
    """Return where a register that is in a folder would be set aside; None without one."""
    return _free_dated(folder, at) if any(folder.glob("register.*")) else None


def people(backup: Path) -> tuple[KeySlot, ...]:
    """Return who could open the register at the moment of a backup, without a password.

    Raises:
        BackupDamagedError, BackupNewerError, KeyFileError: of the backup.
    """
    slots = keyform.decode(bundle.member(backup, keyfile.NAME)).slots
    return tuple(shown(slot) for slot in slots if slot.kind == "password")


def _go_on(db: Database, known: dict[UUID, date], manifest: packing_list.Manifest) -> int:
    device_key = Ed25519PrivateKey.generate()
    opening.add_device(db, device_key.public_key().public_bytes_raw())
    with db.write() as session:
        name = f"device/{db.acting.device_id}"
        session.add(Secret(name=name, value=device_key.private_bytes_raw()))
        erased_again = erasing.erase_again(session, known)
        journal.note(session, "RESTORE", detail=f"{manifest.made_at:%Y-%m-%d}")
    return erased_again


def _erased_since(
    backup: Path, folder: Path, manifest: packing_list.Manifest, opened: Opened
) -> tuple[dict[UUID, date], tuple[str, ...]]:
    """Gather the destroyed ids known here, and those in other backups beside this one."""
    others = backups.list_backups(backup.parent).backups
    own = [other.path for other in others if other.vault_id == manifest.vault_id]
    lists: list[tuple[str, Callable[[], dict[UUID, date]]]] = [
        (erasing.NAME, partial(erasing.read, folder / erasing.NAME, opened)),
        *((path.name, partial(_list_in, path, opened)) for path in own),
    ]
    known: dict[UUID, date] = {}
    unread: list[str] = []
    for name, read in lists:
        try:
            known |= read()
        except erasing.ForeignListError:
            continue  # what is set aside here is another register
        except UserError:
            unread.append(name)
    return known, tuple(unread)


def _list_in(path: Path, opened: Opened) -> dict[UUID, date]:
    raw = bundle.member(path, erasing.NAME)
    return erasing.parse(raw, opened) if raw else {}


@contextmanager
def _stage(folder: Path) -> Iterator[Path]:
    """Give a hidden folder on the same disk; leave no trace of it, or of a new folder."""
    fresh = not folder.exists()
    try:
        with disk.writing(folder / opening.REGISTER_FILE):
            folder.mkdir(parents=True, exist_ok=True)
            for stale in folder.glob(f"{_STAGE}*"):
                shutil.rmtree(stale, ignore_errors=True)
            stage = folder / f"{_STAGE}{secrets.token_hex(4)}"
            stage.mkdir(mode=0o700)
            yield stage
    finally:
        for stale in folder.glob(f"{_STAGE}*"):
            shutil.rmtree(stale, ignore_errors=True)
        if fresh and folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()


def _move_in(stage: Path, folder: Path, at: datetime) -> Path | None:
    """Move what is there aside and what is ready in; undo all of it where one move fails."""
    before = sorted(folder.glob("register.*"))
    set_aside = _free_dated(folder, at) if before else None
    if set_aside is not None:
        set_aside.mkdir(mode=0o700)
    moves = [(path, set_aside / path.name) for path in before if set_aside]
    ready = sorted(stage.iterdir(), key=lambda path: path.name == opening.REGISTER_FILE)
    moves += [(path, folder / path.name) for path in ready]
    done: list[tuple[Path, Path]] = []
    try:
        for source, target in moves:
            whole.place(source, target)
            done.append((source, target))
    except OSError:
        for source, target in reversed(done):
            whole.place(target, source)
        if set_aside:
            set_aside.rmdir()
        raise
    return set_aside


def _free_dated(folder: Path, at: datetime) -> Path:
    stem, count = f"vervangen-{at:%Y-%m-%d-%H%M}", 1
    path = folder / stem
    while path.exists():
        count += 1
        path = folder / f"{stem}-{count}"
    return path
