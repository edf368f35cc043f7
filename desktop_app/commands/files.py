"""Files and folders as commands take them: read by name, then read from or written to."""

from __future__ import annotations

import argparse
import errno
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.errors import UserError
from desktop_app.words import _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop_app.commands.usage import Reader

_NO_NAME = {errno.ENAMETOOLONG, errno.EINVAL}
_OWN_FILE = re.compile(r"register\.(db|keys|erased).*", re.IGNORECASE)
"""What a register is made of; nothing else may be written over it."""


def path(text: str) -> Path:
    """Read the name of a file or folder, there or not; refuse what no disk can hold."""
    try:
        os.lstat(text)
    except ValueError as wrong:
        raise _no_name(text) from wrong
    except OSError as refused:
        if refused.errno in _NO_NAME or not text:
            raise _no_name(text) from refused
    return Path(text)


def new_file(text: str) -> Path:
    """Read the name of a file to write; a folder or a register's own file is not one."""
    named = path(text)
    if named.is_dir():
        raise argparse.ArgumentTypeError(
            _("“{text}” is a folder. Name a file.").format(text=text)
        )
    if _OWN_FILE.fullmatch(named.name):
        raise argparse.ArgumentTypeError(
            _("“{text}” is the name of a register's own file. Choose another name.").format(
                text=text
            )
        )
    return named


def new_workbook(text: str) -> Path:
    """Read the name of a workbook to write."""
    named = new_file(text)
    if named.suffix.lower() != ".xlsx":
        raise argparse.ArgumentTypeError(
            _("“{text}” does not end in .xlsx. Choose another name.").format(text=text)
        )
    return named


def file_argument(reader: Reader, help_text: str) -> None:
    """Let a command ask for the file that it makes."""
    reader.add_argument(
        "--out", metavar=_("FILE"), type=new_file, required=True, help=help_text
    )


def folder_argument(reader: Reader, help_text: str, *, name: str = "--out") -> None:
    """Let a command ask for the folder that it fills."""
    reader.add_argument(name, metavar=_("FOLDER"), type=path, required=True, help=help_text)


def folder(named: Path) -> Path:
    """Return a folder to write in; it is made when it is not there.

    Raises:
        UserError: it cannot be made, or is a file.
    """
    try:
        named.mkdir(parents=True, exist_ok=True)
    except OSError as refused:
        raise UserError(
            _("The folder {folder} cannot be made. Choose another place.").format(folder=named)
        ) from refused
    return named


def expanded(names: Iterable[Path]) -> list[Path]:
    """Return files, those that `*.age` stands for too: not every shell fills that in itself."""
    found: list[Path] = []
    for name in names:
        same = sorted(name.parent.glob(name.name)) if "*" in name.name else []
        found += same or [name]
    return found


def read(named: Path) -> bytes:
    """Return what a file holds.

    Raises:
        UserError: it is not there or may not be read.
    """
    try:
        return named.read_bytes()
    except OSError as refused:
        raise UserError(
            _("The file {file} cannot be read. Is it there?").format(file=named)
        ) from refused


def _no_name(text: str) -> argparse.ArgumentTypeError:
    shown = text if len(text) < _SHOWN else f"{text[:_SHOWN]}…"
    return argparse.ArgumentTypeError(
        _("“{text}” cannot be the name of a file or folder here.").format(text=shown)
    )


_SHOWN = 60
"""Letters of a name that is too long that are repeated."""
