"""The work behind putting a backup back; it loads the heavy rooms, so inside the functions."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop_app import paths
from desktop_app.errors import UserError
from desktop_app.words import _

# ruff: noqa: PLC0415 - after the first paint; see above

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path
    from uuid import UUID

    from desktop_app.store.backups import Backup
    from desktop_app.store.opened import Opened
    from desktop_app.store.places import Risk
    from desktop_app.store.restoring import Doing, Found, Restored
    from ui.screens.first_run.putting_back.chosen import Chosen

_MOST = 4
"""Backups that are offered; more lie where these lie."""


class WrongPasswordError(UserError):
    """The password is not the one of that moment."""


class WrongCodeError(UserError):
    """The recovery code has a typing error, or is another register's."""


class WeakPasswordError(UserError):
    """The new password is too easy to guess."""


class NoBackupError(UserError):
    """The file itself is the trouble: another one is to be chosen."""


@dataclass(frozen=True, slots=True)
class Secret:
    """Who opens the backup, and with what.

    Attributes:
        slot_id: the person.
        name: of that person; no password may be like it.
        password: the one of that moment, or with a code the new one.
        code: the recovery code, or empty.
    """

    slot_id: UUID
    name: str
    password: str = field(repr=False)
    code: str = field(default="", repr=False)


def lying_ready(last: Path | None) -> list[Backup]:
    """Return the newest backups on sticks and where the program itself keeps them."""
    from desktop_app.store import backups, places

    shelves = [*(stick.path for stick in places.sticks()), paths.backups(), paths.documents()]
    if last is not None:
        shelves += [last.parent, last]
    found: dict[Path, Backup] = {}
    for shelf in shelves:
        try:
            ready = backups.list_backups(shelf).backups
        except OSError:
            continue  # taken out between two looks, or not for this user
        found |= {backup.path.resolve(): backup for backup in ready}
    newest = sorted(found.values(), key=lambda backup: backup.made_at, reverse=True)
    return newest[:_MOST]


def look(file: Path) -> Found:
    """Read a backup from end to end.

    Raises:
        UserError: it is cut off, damaged, newer, something else, or cannot be read.
    """
    from desktop_app.store import restoring

    return restoring.look(file)


def proposed(chosen: Chosen) -> Path:
    """Return where the register comes if nobody says otherwise.

    Where it was, unless another register is there now; else with the documents.
    """
    from desktop_app.store import places, restoring

    backup, last = chosen.backup.backup, chosen.last
    if last is not None and last.parent.is_dir() and not restoring.holds_another(last, backup):
        return last
    return places.proposed(_("Register {name}").format(name=backup.short_code))


@dataclass(frozen=True, slots=True)
class Place:
    """What is to be known about a folder.

    Attributes:
        risk: of keeping a register there.
        aside: where the register that is there now would go; None where there is none.
        another: what is there is another register than the backup's.
    """

    risk: Risk | None
    aside: Path | None
    another: bool


def check_folder(folder: Path, backup: Backup, at: datetime) -> Place:
    """Tell what there is to mind about a folder.

    Raises:
        UserError: no register can come there.
    """
    from desktop_app.store import places, restoring

    risk = places.check(folder, over=True)
    aside = restoring.where_aside(folder, at)
    return Place(risk, aside, another=restoring.holds_another(folder, backup))


def check_new_password(secret: Secret) -> None:
    """Refuse a new password that is easily guessed.

    Raises:
        WeakPasswordError: with the reason and what to do.
    """
    from desktop_app.store import passwords

    try:
        passwords.check_password(secret.password, secret.name)
    except passwords.WeakPasswordError as weak:
        raise WeakPasswordError(str(weak)) from weak


def put_back(chosen: Chosen, secret: Secret, told: Callable[[Doing], object]) -> Restored:
    """Put the backup back, whole or not at all.

    Raises:
        WrongPasswordError, WrongCodeError, WeakPasswordError: at their fields.
        NoBackupError: another backup has to be chosen.
        UserError: no room, no permission.
    """
    from desktop_app.store import backup_faults, keys, recovery, restoring, upgrade

    if secret.code:
        check_new_password(secret)
    try:
        return restoring.restore(
            chosen.backup.backup.path,
            chosen.place,
            lambda stage: _unlock(stage, secret),
            at=chosen.at,
            aside=chosen.aside is not None,
            told=told,
        )
    except keys.WrongPasswordError as error:
        raise WrongPasswordError(
            _("This is not the password that {name} had when the backup was made.").format(
                name=secret.name
            )
        ) from error
    except (recovery.MistypedCodeError, keys.WrongRecoveryCodeError) as error:
        raise WrongCodeError(str(error)) from error
    except (
        backup_faults.BackupDamagedError,
        backup_faults.BackupNewerError,
        upgrade.NewerRegisterError,
    ) as error:
        raise NoBackupError(str(error)) from error


def _unlock(stage: Path, secret: Secret) -> Opened:
    """Open the key file of the backup; with the sheet a new password is set on the way."""
    from desktop_app.store import access, keys

    if secret.code:
        opened = keys.recover(stage, secret.code)
        access.reset_password(stage, opened, secret.slot_id, secret.password)
    return keys.unlock(stage, secret.slot_id, secret.password)
