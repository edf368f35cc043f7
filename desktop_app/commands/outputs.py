"""Files that commands read and folders that they fill."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.errors import UserError
from desktop_app.words import _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop_app.commands.usage import Reader


def file_argument(reader: Reader, help_text: str) -> None:
    """Let a command ask for the file that it makes."""
    reader.add_argument("--out", metavar=_("FILE"), type=Path, required=True, help=help_text)


def folder_argument(reader: Reader, help_text: str, *, name: str = "--out") -> None:
    """Let a command ask for the folder that it fills."""
    reader.add_argument(name, metavar=_("FOLDER"), type=Path, required=True, help=help_text)


def folder(path: Path) -> Path:
    """Return a folder to write in; it is made when it is not there.

    Raises:
        UserError: it cannot be made, or is a file.
    """
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as refused:
        raise UserError(
            _("The folder {folder} cannot be made. Choose another place.").format(folder=path)
        ) from refused
    return path


def expanded(paths: Iterable[Path]) -> list[Path]:
    """Return files, those that `*.age` stands for too: not every shell fills that in itself."""
    found: list[Path] = []
    for path in paths:
        same = sorted(path.parent.glob(path.name)) if "*" in path.name else []
        found += same or [path]
    return found


def read(path: Path) -> bytes:
    """Return what a file holds.

    Raises:
        UserError: it is not there or may not be read.
    """
    try:
        return path.read_bytes()
    except OSError as refused:
        raise UserError(
            _("The file {file} cannot be read. Is it there?").format(file=path)
        ) from refused
