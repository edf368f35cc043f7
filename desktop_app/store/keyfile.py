"""The file `register.keys` beside the register: reading, its copy, writing.

The copy (`register.keys.bak`) is equal to the file, not an older one: an older one would still
know a password that was changed and a person whose access was taken away, and would not open a
register whose keys were renewed. The file counts; the copy is written before it and read only
where the file is missing or damaged.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app import whole
from desktop_app.errors import UserError
from desktop_app.store.keyform import (
    KeyFile,
    KeyFileDamagedError,
    KeyFileError,
    damaged,
    decode,
    encode,
)
from desktop_app.words import _

if TYPE_CHECKING:
    from pathlib import Path

NAME = "register.keys"
COPY = "register.keys.bak"

_LARGEST = 1_000_000  # bytes; some thousand people


class KeyFileMissingError(KeyFileError):
    """Neither the key file nor its copy is there."""


class KeyFileBusyError(KeyFileError):
    """Another window wrote the key file in between."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A key file with where it was found; `notice` is for the user, empty if all is well."""

    file: KeyFile
    raw: bytes
    path: Path
    notice: str


def read(folder: Path) -> Reading:
    """Read the key file, or its copy where the file is missing or damaged.

    Raises:
        KeyFileMissingError, KeyFileDamagedError, KeyFileChangedError, KeyFileNewerError.
    """
    paths = [path for path in (folder / NAME, folder / COPY) if path.is_file()]
    if not paths:
        raise KeyFileMissingError(
            _(
                "The key file register.keys is missing next to the register. Without this file"
                " nobody can open it. Put it back from a backup."
            ),
        )
    for path in paths:
        with suppress(KeyFileDamagedError):
            raw = _bytes_of(path)
            return Reading(decode(raw), raw, path, _notice(path, paths))
    raise damaged()


def write(folder: Path, file: KeyFile, replacing: Reading | None = None) -> None:
    """Put a key file in place, its copy first; a crash leaves the old or the new one.

    Args:
        folder: the register's folder.
        file: complete, with its `mac`.
        replacing: what the change started from; if that is no longer there, nothing happens.

    Raises:
        KeyFileBusyError: somebody else wrote in between.
        disk.WriteFailedError: no room or no permission.
    """
    if replacing is not None and read(folder).raw != replacing.raw:
        raise KeyFileBusyError(
            _(
                "Another window changed the keys at the same moment. Nothing was changed;"
                " try again."
            ),
        )
    raw = encode(file)
    whole.write(folder / COPY, raw)
    whole.write(folder / NAME, raw)


def mend(folder: Path, reading: Reading) -> None:
    """Make file and copy equal again to a reading that has proved genuine.

    A register that can only be read stays as it is: it opens from the copy all the same. Where
    another window wrote meanwhile, its work stands.
    """
    with suppress(OSError, UserError):
        if read(folder).raw != reading.raw:
            return
        for path in (folder / NAME, folder / COPY):
            whole.sweep(path)
            if not path.is_file() or path.read_bytes() != reading.raw:
                whole.write(path, reading.raw)


def _bytes_of(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_LARGEST)
    except OSError as error:
        raise KeyFileError(
            _("The key file cannot be read. Is the disk or stick still connected?"),
        ) from error


def _notice(path: Path, present: list[Path]) -> str:
    if path.name == NAME:
        return ""
    if len(present) == 1:
        return _("The key file was missing. Its copy is used.")
    return _("The key file is damaged. Its copy is used.")
