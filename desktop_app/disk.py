"""What a disk or stick refuses, and the one sentence for it: full, closed to us, gone, faulty.

Everything that writes comes here with what the system said, so that a worker reads the same
words whichever file it was about, and always what to do.
"""

from __future__ import annotations

import errno
import os
from contextlib import contextmanager, suppress
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop_app.errors import UserError
from desktop_app.words import _

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class Fault(StrEnum):
    """Why a disk did not do what was asked."""

    FULL = "full"
    REFUSED = "refused"
    GONE = "gone"
    FAULTY = "faulty"


class DiskError(UserError):
    """A disk did not do what was asked; what stood there before still stands there."""

    fault = Fault.FAULTY


class WriteFailedError(DiskError):
    """A file or folder could not be written; what stood there before still stands there."""

    def __init__(self, sentence: str, fault: Fault) -> None:
        super().__init__(sentence)
        self.fault = fault


def fault_of(error: BaseException) -> Fault:
    """Return why a disk did not do what was asked; for an error of the system or of ours."""
    if isinstance(error, DiskError):
        return error.fault
    if isinstance(error, OSError):
        for fault, numbers in _WINDOWS.items():
            if getattr(error, "winerror", None) in numbers:
                return fault
        for fault, numbers in _NUMBERS.items():
            if error.errno in numbers:
                return fault
    return Fault.FAULTY


def ask(path: Path) -> Fault | None:
    """Ask why a file could not grow, by trying as much beside it; None where nothing is wrong.

    SQLite tells only that it failed: a quota, a limit on the size of files and a full disk on
    which it cannot begin its log all give the same error as a broken disk.
    """
    probe = path.with_name(f".{path.name}-{os.urandom(4).hex()}.part")
    try:
        with probe.open("xb") as file:
            file.truncate(path.stat().st_size + _ROOM)
            file.write(bytes(_ROOM))
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        return fault_of(error)
    finally:
        with suppress(OSError):
            probe.unlink(missing_ok=True)
    return None


def write_failed(path: Path, error: BaseException) -> WriteFailedError:
    """Say in two sentences why a file or folder could not be written, and what to do."""
    fault = fault_of(error)
    if fault == Fault.FULL:
        text = _(
            "The disk or stick is full: {file} was not written and nothing else was changed."
            " Make room, or choose another disk."
        )
    elif isinstance(error, PermissionError) and _is_file(path):
        text = _(
            "{file} may not be replaced. Close it if it is open in another program, or choose"
            " another folder. Nothing was changed."
        )
    elif fault == Fault.REFUSED:
        text = _(
            "{file} may not be written in this folder. Choose another folder or ask for"
            " write permission. Nothing was changed."
        )
    elif fault == Fault.GONE:
        text = _("The folder for {file} does not exist. Is the disk or stick connected?")
    elif isinstance(error, FileExistsError):
        text = _("There is a file where {file} needs a folder. Choose another place.")
    else:
        text = _("{file} could not be written. Is the disk or stick still connected?")
    return WriteFailedError(text.format(file=path.name), fault)


def _is_file(path: Path) -> bool:
    """Tell whether a file is there; of a folder that may not be entered nobody knows."""
    with suppress(OSError):
        return path.is_file()
    return False


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Say of whatever fails inside that this file or folder could not be written."""
    try:
        yield
    except (OSError, DiskError) as error:
        raise write_failed(path, error) from error


_ROOM = 1 << 16
"""Bytes; with fewer no register can be written in."""


def _known(*names: str) -> frozenset[int]:
    """Return the numbers that this system gives to names of errors."""
    return frozenset(getattr(errno, name) for name in names if hasattr(errno, name))


_NUMBERS = {
    Fault.FULL: _known("ENOSPC", "EFBIG", "EDQUOT"),
    Fault.REFUSED: _known("EACCES", "EPERM", "EROFS"),
    Fault.GONE: _known("ENOENT", "ENOTDIR", "ENODEV", "ENXIO", "ESTALE", "ENOTCONN"),
}
# What Windows calls its own way: disk full, quota; drive gone, not ready, not connected.
_WINDOWS = {
    Fault.FULL: frozenset({39, 112, 1295}),
    Fault.GONE: frozenset({15, 21, 53, 55, 433, 1167}),
}
