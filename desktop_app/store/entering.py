"""Opening a register as people do: copied before an upgrade; the destroyed stay destroyed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.store import backups, erasing, opening

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from desktop_app.store.database import Database
    from desktop_app.store.opened import Opened


@dataclass(frozen=True, slots=True)
class Entered:
    """An opened register; `notice` is a sentence for the user, empty if all is well."""

    db: Database
    notice: str


def enter(folder: Path, opened: Opened, *, shelf: Path, at: datetime) -> Entered:
    """Open a register whose key file was unlocked.

    A register of an older form is backed up first, read back, and only then brought to this
    program's form. Whoever was destroyed and came back with an old file is destroyed again; a
    list of them that cannot be used keeps nobody out, but is said.

    Args:
        folder: the register's folder.
        opened: its key file, unlocked.
        shelf: where the backup before an upgrade comes; made when it is needed.
        at: this moment.

    Raises:
        DamagedRegisterError, NewerRegisterError: see `opening.open_register`.
        BackupFailedError: an upgrade is due and no copy could be made; nothing was changed.
    """

    def copy_first(revision: str) -> None:
        with backups.failing():
            shelf.mkdir(parents=True, exist_ok=True)
        backups.make_before_upgrade(folder, opened, shelf, revision, at=at)

    db = opening.open_register(folder, opened, copy_first)
    try:
        erasing.catch_up(db, opened)
    except erasing.ErasedListError as error:
        return Entered(db, str(error))
    except BaseException:
        db.close()
        raise
    return Entered(db, opened.notice)
