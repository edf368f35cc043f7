"""What a register's file refuses, and the sentence for it: what happened and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.disk import DiskError, Fault, ask, fault_of, write_failed
from desktop_app.errors import UserError
from desktop_app.words import _

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


class DamagedRegisterError(UserError):
    """The register's file is not whole. Nothing was written to it."""


class FullDiskError(DiskError):
    """The disk had no room; the last change was rolled back."""

    fault = Fault.FULL


class FaultyDiskError(DiskError):
    """The disk or stick refused to read or write; the last change was rolled back."""


class GoneRegisterError(DiskError):
    """The register's folder is not where it was; the last change was rolled back."""

    fault = Fault.GONE


class BusyRegisterError(UserError):
    """Another window is writing and did not finish in time."""


class ReadOnlyRegisterError(DiskError):
    """The file or its folder may not be written."""

    fault = Fault.REFUSED


def damaged(detail: str) -> DamagedRegisterError:
    """Return the sentence for a file that is not whole, with the bad page if it is known."""
    page = detail.rsplit(" ", 1)[-1]
    if page.isdigit():
        return DamagedRegisterError(
            _(
                "The register is damaged (page {page}). Nothing was overwritten. "
                "Choose a backup to restore."
            ).format(page=page)
        )
    return DamagedRegisterError(
        _("The register is damaged. Nothing was overwritten. Choose a backup to restore.")
    )


def wrong_key() -> DamagedRegisterError:
    """Return the sentence for a right password whose key does not open this file."""
    return DamagedRegisterError(
        _(
            "Key and register do not belong together, or the register is damaged. "
            "Nothing was overwritten. Choose a backup to restore."
        )
    )


def read_only() -> ReadOnlyRegisterError:
    """Return the sentence for a file or folder that may not be written."""
    return ReadOnlyRegisterError(
        _(
            "This folder may not be written to. Nothing was changed. Choose another folder, "
            "or ask whoever manages this computer for write rights."
        )
    )


def refusal(refused: OSError, path: Path) -> DiskError:
    """Return the sentence for a register that a folder does not take, by what the disk said."""
    fault = fault_of(refused)
    return read_only() if fault == Fault.REFUSED else write_failed(path, refused)


def translated(failure: Exception, path: Path | None = None) -> Exception:
    """Return what a driver's error means to the user; an error of ours comes back as it is.

    Args:
        failure: what the driver said.
        path: the file it was about; the disk is asked where the driver does not know why.
    """
    detail = str(failure)
    if path is not None and any(sign in detail for sign in _UNTOLD):
        sentence = _FAULTS.get(ask(path))
        if sentence is not None:
            return sentence(detail)
    for sign, sentence in _SIGNS.items():
        if sign in detail:
            return sentence(detail)
    return failure


def _full(detail: str) -> UserError:
    del detail
    return FullDiskError(
        _(
            "The disk is full. The last change was not saved; everything before it was. "
            "Make room and try again."
        )
    )


def busy(detail: str = "") -> UserError:
    """Return the sentence for a register in which another window writes."""
    del detail
    return BusyRegisterError(
        _("Another window is writing. Your change is not saved yet. Try again in a moment.")
    )


def _gone(detail: str) -> UserError:
    del detail
    return GoneRegisterError(
        _(
            "The register is not where it was: a disk or stick was taken out, or the folder was"
            " moved. The last change was not saved; everything before it was. Put it back, and"
            " open the register again."
        )
    )


def _faulty(detail: str) -> UserError:
    del detail
    return FaultyDiskError(
        _(
            "The disk or stick did not do what it should. The last change was not saved; "
            "everything before it was. Make a backup on another disk now."
        )
    )


# Errors that SQLite gives for many causes, and what those are called here.
_UNTOLD = ("unable to open", "disk I/O error", "readonly")
_FAULTS: dict[Fault | None, Callable[[str], UserError]] = {
    Fault.FULL: _full,
    Fault.GONE: _gone,
    Fault.REFUSED: lambda _detail: read_only(),
}
# What SQLite and SQLCipher say, in the order in which it is looked for.
_SIGNS: dict[str, Callable[[str], UserError]] = {
    "not a database": lambda _detail: wrong_key(),
    "malformed": damaged,
    "HMAC": damaged,
    "full": _full,
    "locked": busy,
    "busy": busy,
    "readonly": lambda _detail: read_only(),
    "unable to open": lambda _detail: read_only(),
    "disk I/O error": _faulty,
}
