"""What a file that is to be a backup gets wrong, and the sentence for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.errors import UserError
from desktop_app.words import _

if TYPE_CHECKING:
    from pathlib import Path


class BackupDamagedError(UserError):
    """The file is no whole backup of ours."""


class BackupCutError(BackupDamagedError):
    """The file begins as a backup and stops half-way."""


class ForeignFileError(BackupDamagedError):
    """The file is something else than a backup."""


class BackupNewerError(UserError):
    """The backup was made by a newer program."""


def damaged() -> BackupDamagedError:
    """Return the sentence for a file that is no whole backup."""
    return BackupDamagedError(
        _(
            "This backup is damaged: what is in it is not what was put in. Nothing was changed."
            " Choose another backup."
        )
    )


def foreign() -> ForeignFileError:
    """Return the sentence for a file that never was a backup."""
    return ForeignFileError(
        _(
            "This file is something else than a Thuisbasis backup. Choose a file of which the"
            " name ends in .tbbackup."
        )
    )


def newer(program: str = "") -> BackupNewerError:
    """Return the sentence for a backup that this program is too old for."""
    return BackupNewerError(
        _("This backup was made by Thuisbasis {version}. Update this program first.").format(
            version=program
        )
        if program
        else _("This backup was made by a newer Thuisbasis. Update this program first.")
    )


def cut() -> BackupCutError:
    """Return the sentence for a backup that ends half-way."""
    return BackupCutError(
        _(
            "This backup is not all there: copying it stopped half-way, or the stick was taken"
            " out too early. Copy it again, or choose another backup."
        )
    )


def unreadable(path: Path) -> UserError:
    """Return the sentence for a file that the disk does not give."""
    return UserError(
        _("{file} cannot be read. Is the disk or stick still connected?").format(file=path.name)
    )
