"""Folders that appear whole, or not at all."""

from __future__ import annotations

import glob
import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING

from desktop_app import disk, whole
from desktop_app.errors import UserError
from desktop_app.words import _

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def appearing(folder: Path) -> Iterator[Path]:
    """Give a folder to fill that gets its name only when all went well.

    Raises:
        UserError: the folder holds something already, or is a file.
        disk.WriteFailedError: no room, no permission, no disk; nothing of it stays.
    """
    final = folder.resolve()  # "." has no name to stand beside
    with disk.writing(final):
        _refuse_taken(final)
        _sweep(final)
        part = whole.part_of(final)
        try:
            part.mkdir(parents=True)
            yield part
            if final.exists():
                final.rmdir()
            part.rename(final)
        finally:
            shutil.rmtree(part, ignore_errors=True)


def _refuse_taken(folder: Path) -> None:
    if not folder.exists():
        return
    if not folder.is_dir():
        raise UserError(_("This is a file, not a folder. Choose another folder."))
    if any(folder.iterdir()):
        raise UserError(
            _("{folder} is not empty. Name a new or an empty folder.").format(folder=folder)
        )


def _sweep(folder: Path) -> None:
    """Remove what a killed filling of this folder left; such names are ours alone."""
    digit = "[0-9a-f]"
    for stale in folder.parent.glob(f".{glob.escape(folder.name)}-{digit * 8}.part"):
        shutil.rmtree(stale, ignore_errors=True)
