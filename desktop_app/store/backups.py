"""Backups: one verified file each, named by organisation and moment, thinned out over time.

A backup is first made whole under another name, read back and compared, and only then gets its
own name. So whatever ends in .tbbackup was good when it was written, also after a crash.
"""

from __future__ import annotations

import re
import secrets
import shutil
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop_app import __version__, disk, whole
from desktop_app.errors import UserError
from desktop_app.store import (
    backup_faults,
    bundle,
    encryption,
    erasing,
    faults,
    journal,
    keyfile,
    opening,
    packing_list,
    upgrade,
)
from desktop_app.store.packing_list import Manifest
from desktop_app.store.tables import Organisation
from desktop_app.words import _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import datetime
    from pathlib import Path
    from uuid import UUID

    from desktop_app.store.database import Database
    from desktop_app.store.opened import Opened

SUFFIX = bundle.SUFFIX

_DAYS, _WEEKS, _MONTHS = 7, 4, 12
_AFTER_UPGRADE = timedelta(days=30)


class BackupFailedError(UserError):
    """No backup was made; the register itself is in order."""


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup as a list shows it: known by its manifest, not yet checked."""

    path: Path
    made_at: datetime
    vault_id: UUID
    short_code: str
    reason: str
    journal: str
    size: int
    program: str = ""


@dataclass(frozen=True, slots=True)
class Shelf:
    """What lies in a folder: backups, newest first, and files that are no whole backups."""

    backups: tuple[Backup, ...]
    unreadable: tuple[Path, ...]


def make(db: Database, opened: Opened, folder: Path, *, at: datetime) -> Backup:
    """Make a backup of a register while people work in it, verify it, and note it in the log.

    Args:
        db: the opened register.
        opened: its key file, unlocked.
        folder: where the backup comes; it must exist (a stick that is not there is no folder).
        at: this moment, in the zone whose clock the name shows.

    Raises:
        BackupFailedError: no room, no permission, no folder; nothing half-written stays.
        BackupDamagedError: the disk or stick gave back something else than was written.
        UserError: the register itself is not whole.
    """
    erasing.keep(db, opened)
    backup = _make(db.folder, opened, folder, "", at)
    with db.write() as session:
        journal.note(session, "BACKUP", detail=f"{at:%Y-%m-%d}")
    return backup


def make_before_upgrade(
    register: Path, opened: Opened, folder: Path, revision: str, *, at: datetime
) -> Backup:
    """Make the backup that precedes an upgrade of a register's form; kept for 30 days at least.

    Args:
        register: the register's folder; the register need not be opened.
        opened: its key file, unlocked.
        folder: where the backup comes.
        revision: the form that is left.
        at: this moment.
    """
    return _make(register, opened, folder, f"before-{revision}", at)


def read_backup(path: Path) -> Backup:
    """Return what a file says of itself.

    Raises:
        BackupDamagedError, BackupNewerError.
    """
    return _shown(path, bundle.read(path))


def list_backups(folder: Path) -> Shelf:
    """Return the backups in a folder, of whatever register, newest first."""
    backups: list[Backup] = []
    unreadable: list[Path] = []
    for path in sorted(folder.glob(f"*{SUFFIX}")):
        try:
            backups.append(read_backup(path))
        except UserError:
            unreadable.append(path)
    backups.sort(key=lambda backup: (backup.made_at, backup.path.name), reverse=True)
    return Shelf(tuple(backups), tuple(unreadable))


def verify(backup: Backup, opened: Opened) -> None:
    """Prove that a backup can be restored: every byte, every page, and its access log's head.

    Args:
        backup: in a folder that can be written; its encrypted content lies there for a moment.
        opened: a key file of the same register, unlocked.

    Raises:
        BackupDamagedError: it cannot be restored.
    """
    with _scratch(backup.path.parent, opened) as scratch, failing():
        manifest = bundle.unpack(backup.path, scratch)
        packing_list.check_signed(manifest, opened)
        key = opened.derive("database", epoch=manifest.epoch)
        copied = scratch / opening.REGISTER_FILE
        try:
            with closing(encryption.connect(copied, key)) as connection:
                encryption.verify(connection)
        except faults.DamagedRegisterError as error:
            raise backup_faults.damaged() from error
        if _facts(copied, key)[1] != manifest.journal:
            raise backup_faults.damaged()


def rotate(folder: Path, *, at: datetime) -> tuple[Path, ...]:
    """Thin out: keep the last of 7 days, 4 weeks and 12 months, per register; return what went.

    Days without a backup do not count, so nothing goes merely because it is old. What was made
    before an upgrade stays 30 days. What cannot be read is never removed.
    """
    backups = list_backups(folder).backups
    gone: list[Path] = []
    for vault_id in {backup.vault_id for backup in backups}:
        own = [backup for backup in backups if backup.vault_id == vault_id]
        kept = _kept([backup for backup in own if not backup.reason])
        kept |= {b.path for b in own if b.reason and at - b.made_at < _AFTER_UPGRADE}
        gone += [backup.path for backup in own if backup.path not in kept]
    for path in gone:
        with failing():
            path.unlink(missing_ok=True)
    return tuple(sorted(gone))


def _make(register: Path, opened: Opened, folder: Path, reason: str, at: datetime) -> Backup:
    with _scratch(folder, opened) as scratch, failing():
        key = opened.database_key()
        copied = scratch / opening.REGISTER_FILE
        with closing(encryption.connect(register / opening.REGISTER_FILE, key)) as connection:
            encryption.copy(connection, copied, key)
        short_code, head, form = _facts(copied, key)
        whole.write(scratch / keyfile.NAME, keyfile.read(register).raw)
        members = {copied.name: copied, keyfile.NAME: scratch / keyfile.NAME}
        if (register / erasing.NAME).is_file():
            members[erasing.NAME] = register / erasing.NAME
        manifest = Manifest(
            opened.vault_id,
            opened.epoch,
            at,
            short_code,
            reason,
            head,
            program=__version__,
            form=form,
        )
        packed = scratch / f"packed{SUFFIX}"
        bundle.pack(packed, manifest, members, opened)
        verify(read_backup(packed), opened)
        final = _free_name(folder, short_code, reason, at)
        whole.place(packed, final)
        return read_backup(final)


def _facts(copied: Path, key: bytes) -> tuple[str, str, str]:
    """Return the organisation's short code, the head of the access log and the tables' form."""
    engine = encryption.make_engine(copied, key)
    try:
        with Session(engine) as session:
            code = session.scalar(select(Organisation.short_code)) or ""
            head = journal.head(session)
            form = upgrade.present(session.connection()) or ""
    finally:
        engine.dispose()
    return (code if re.fullmatch(r"[a-z0-9]{2,20}", code) else "register"), head, form


def _free_name(folder: Path, short_code: str, reason: str, at: datetime) -> Path:
    stem = "-".join(filter(None, ("thuisbasis", short_code, reason, f"{at:%Y-%m-%d-%H%M}")))
    path, count = folder / f"{stem}{SUFFIX}", 1
    while path.exists():
        count += 1
        path = folder / f"{stem}-{count}{SUFFIX}"
    return path


def _kept(backups: Iterable[Backup]) -> set[Path]:
    """Return the backups that stay, given newest first."""
    periods: tuple[tuple[int, Callable[[datetime], object]], ...] = (
        (_DAYS, lambda moment: moment.date()),
        (_WEEKS, lambda moment: moment.isocalendar()[:2]),
        (_MONTHS, lambda moment: (moment.year, moment.month)),
    )
    backups = tuple(backups)
    kept: set[Path] = set()
    for most, period in periods:
        newest: dict[object, Path] = {}
        for backup in backups:
            newest.setdefault(period(backup.made_at), backup.path)
        kept.update(list(newest.values())[:most])
    return kept


def _shown(path: Path, manifest: Manifest) -> Backup:
    return Backup(
        path=path,
        made_at=manifest.made_at,
        vault_id=manifest.vault_id,
        short_code=manifest.short_code,
        reason=manifest.reason,
        journal=manifest.journal,
        size=path.stat().st_size,
        program=manifest.program,
    )


@contextmanager
def _scratch(folder: Path, opened: Opened) -> Iterator[Path]:
    """Give a hidden folder for encrypted pieces; what a crash left of one is removed first."""
    mark = f".{opened.vault_id.hex[:12]}-"
    for stale in folder.glob(f"{mark}*.part"):
        shutil.rmtree(stale, ignore_errors=True)
    scratch = folder / f"{mark}{secrets.token_hex(4)}.part"
    with failing():
        scratch.mkdir(mode=0o700)
    try:
        yield scratch
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


@contextmanager
def failing() -> Iterator[None]:
    """Say of every failure to write that the register itself did not suffer."""
    try:
        yield
    except (OSError, disk.DiskError) as error:
        raise BackupFailedError(_sentence(disk.fault_of(error))) from error


def _sentence(fault: disk.Fault) -> str:
    if fault == disk.Fault.FULL:
        return _(
            "The backup did not succeed: the disk or stick is full. The register itself is in"
            " order. Make room or choose another folder."
        )
    if fault == disk.Fault.REFUSED:
        return _(
            "The backup did not succeed: this folder may not be written to. The register itself"
            " is in order. Choose another folder."
        )
    return _(
        "The backup did not succeed: the folder is not there, or the disk or stick does not do"
        " what it should. The register itself is in order. Connect it again or choose another"
        " folder."
    )
