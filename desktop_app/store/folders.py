"""Folders that appear whole, or not at all."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING

from desktop_app import disk
from desktop_app.errors import UserError
from desktop_app.words import _

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def appearing(folder: Path) -> Iterator[Path]:
    """Give a folder to fill that gets its name only when all went well.

    Raises:
        UserError: the folder holds something already.
        disk.WriteFailedError: no room, no permission, no disk; nothing of it stays.
    """
    if folder.exists() and not (folder.is_dir() and not any(folder.iterdir())):
        raise UserError(
            _("{folder} is not empty. Name a new or an empty folder.").format(folder=folder)
        )
    part = folder.with_name(f"{folder.name}.part")
    shutil.rmtree(part, ignore_errors=True)
    try:
        with disk.writing(folder):
            part.mkdir(parents=True)
            yield part
            if folder.exists():
                folder.rmdir()
            part.rename(folder)
    finally:
        shutil.rmtree(part, ignore_errors=True)
