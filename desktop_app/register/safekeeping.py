"""Backups as people make them: a copy on a stick, read back, thinned out, and remembered."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from desktop_app.errors import UserError
from desktop_app.register import organisation
from desktop_app.register.agenda.attention import CLOCKS, Kind
from desktop_app.store import backups
from desktop_app.store.tables import JournalEntry
from desktop_app.words import _

if TYPE_CHECKING:
    from datetime import datetime

    from desktop_app.store.backups import Backup
    from desktop_app.store.database import Database
    from desktop_app.store.opened import Opened

_PLACE = "backup place"


@dataclass(frozen=True, slots=True)
class Copied:
    """A backup that was made and read back.

    Attributes:
        backup: the file.
        thinned: how many older ones made room beside it.
    """

    backup: Backup
    thinned: int


def back_up(db: Database, opened: Opened, folder: Path, *, at: datetime) -> Copied:
    """Make a backup, read it back whole, thin out older ones, and remember the place.

    Args:
        db: the opened register.
        opened: its key file, unlocked.
        folder: where the backup comes; it must exist.
        at: this moment, in the zone whose clock the name shows.

    Raises:
        BackupFailedError: no room, no permission, no folder; nothing half-written stays.
        BackupDamagedError: the disk or stick gave back something else than was written.
    """
    backup = backups.make(db, opened, folder, at=at)
    gone = backups.rotate(folder, at=at)
    if place(db) != folder:
        organisation.choose(db, _PLACE, {"folder": str(folder)})
    return Copied(backup, len(gone))


def check(opened: Opened, backup: Backup) -> None:
    """Read a backup back whole, and prove that it can be restored.

    Raises:
        BackupDamagedError: it cannot.
        UserError: there is no room beside it, or the disk or stick is gone.
    """
    try:
        backups.verify(backup, opened)
    except backups.BackupFailedError as failure:
        raise UserError(
            _(
                "This backup could not be checked. Is the disk or stick connected, with room"
                " to unpack the backup beside itself?"
            )
        ) from failure


def place(db: Database) -> Path | None:
    """Return the folder of the last backup; None before the first one."""
    kept = organisation.choice(db, _PLACE).get("folder")
    return Path(kept) if kept else None


def shelf(opened: Opened, folder: Path | None) -> backups.Shelf:
    """Return the backups of this register in a folder; none where the stick is not there."""
    if folder is None or not folder.is_dir():
        return backups.Shelf((), ())
    found = backups.list_backups(folder)
    own = tuple(backup for backup in found.backups if backup.vault_id == opened.vault_id)
    return backups.Shelf(own, found.unreadable)


def last_backup(db: Database) -> datetime | None:
    """Return when the newest backup was made, wherever it lies; None if there is none."""
    with db.read() as session:
        return session.scalar(
            select(func.max(JournalEntry.at)).where(JournalEntry.event == "BACKUP")
        )


def is_due(last: datetime | None, *, now: datetime) -> bool:
    """Tell whether a backup is asked for: there is none, or it is more than 7 days old."""
    return last is None or (now - last).days > -CLOCKS[Kind.BACKUP][0]
