"""Files that appear whole or not at all: written aside, flushed to disk, then renamed."""

from __future__ import annotations

import errno
import glob
import os
import sys
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, BinaryIO

from desktop_app import disk

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

_TRIES = 10
_PAUSE = 0.05  # seconds; virus scanners on Windows hold a new file for a moment


def write(path: Path, content: bytes) -> None:
    """Put bytes under a name, readable for this user alone; the old file stays until then.

    Raises:
        disk.WriteFailedError: no room, no permission or no folder; nothing changed.
    """
    write_all({path: content})


def write_all(contents: Mapping[Path, bytes]) -> None:
    """Put several files that belong together under their names: all of them, or none.

    Raises:
        disk.WriteFailedError: as `write`, of the first that could not be written.
    """
    parts: dict[Path, Path] = {}
    try:
        for path, content in contents.items():
            sweep(path)
            parts[path] = part_of(path)
            with disk.writing(path), new_file(parts[path]) as file:
                file.write(content)
        for path, part in parts.items():
            with disk.writing(path):
                place(part, path)
    finally:
        for part in parts.values():
            with suppress(OSError):  # gone already where all went well
                part.unlink(missing_ok=True)


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
    return path.with_name(f".{path.name}-{os.urandom(4).hex()}.part")


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
    with suppress(OSError):  # a folder that may not even be entered
        for stale in path.parent.glob(f".{glob.escape(path.name)}-*.part*"):
            with suppress(OSError):  # a read-only folder keeps its litter
                stale.unlink()


_NEW_FILE = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


def _flush_folder(folder: Path) -> None:
    if sys.platform == "win32":  # NTFS journals the rename; folders cannot be opened there
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in {errno.EINVAL, errno.ENOTSUP}:  # some network drives cannot
            raise
    finally:
        os.close(handle)
