"""Files that appear whole or not at all: written aside, flushed to disk, then renamed."""

from __future__ import annotations

import errno
import os
import secrets
import sys
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, BinaryIO

from desktop_app.errors import UserError
from desktop_app.words import _

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NO_ROOM = frozenset({errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)})
NO_PERMISSION = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})

_TRIES = 10
_PAUSE = 0.05  # seconds; virus scanners on Windows hold a new file for a moment


class WriteFailedError(UserError):
    """A file could not be written; what stood there before still stands there."""


def write(path: Path, content: bytes) -> None:
    """Put bytes under a name, readable for this user alone; the old file stays until then.

    Raises:
        WriteFailedError: no room, no permission or no folder; nothing changed.
    """
    sweep(path)
    part = part_of(path)
    try:
        with new_file(part) as file:
            file.write(content)
        place(part, path)
    except OSError as error:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise write_failed(path, error) from error


@contextmanager
def new_file(path: Path) -> Iterator[BinaryIO]:
    """Make a file for this user alone; it is flushed to the disk when the block ends well.

    Raises:
        OSError: the name is taken, no room, no permission.
    """
    with os.fdopen(os.open(path, _NEW_FILE, 0o600), "w+b") as file:
        yield file
        file.flush()
        os.fsync(file.fileno())


def part_of(path: Path) -> Path:
    """Return a fresh name beside a file, under which it can be written before it is placed."""
    return path.with_name(f".{path.name}-{secrets.token_hex(4)}.part")


def place(part: Path, final: Path) -> None:
    """Rename a finished file over its final name and make the rename last.

    Raises:
        OSError: the rename is refused; both files are as before.
    """
    for tries_left in reversed(range(_TRIES)):
        try:
            part.replace(final)
            break
        except PermissionError:
            if not tries_left:
                raise
            time.sleep(_PAUSE)
    _flush_folder(final.parent)


def sweep(path: Path) -> None:
    """Remove what an interrupted writing of this file left behind."""
    for stale in path.parent.glob(f".{path.name}-*.part*"):
        with suppress(OSError):  # a read-only folder keeps its litter
            stale.unlink()


def write_failed(path: Path, error: OSError) -> WriteFailedError:
    """Say in a sentence why a file could not be written."""
    if error.errno in NO_ROOM:
        text = _("The disk is full; {file} was not written. Nothing else was changed.")
    elif error.errno in NO_PERMISSION:
        text = _(
            "{file} may not be written in this folder. Choose another folder or ask for"
            " write permission. Nothing was changed."
        )
    elif error.errno in {errno.ENOENT, errno.ENOTDIR}:
        text = _("The folder for {file} does not exist. Is the disk or stick connected?")
    else:
        text = _("{file} could not be written. Is the disk or stick still connected?")
    return WriteFailedError(text.format(file=path.name))


_NEW_FILE = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


def _flush_folder(folder: Path) -> None:
    if sys.platform == "win32":  # NTFS journals the rename; folders cannot be opened there
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
