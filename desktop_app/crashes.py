"""What is left behind when the program itself is wrong: where it happened, never with what.

A message of an exception may hold a client's data, and so may a variable; neither is written.
"""

from __future__ import annotations

import platform
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app import __version__

if TYPE_CHECKING:
    from datetime import datetime

_KEPT = 20  # reports; older ones are removed


def report(error: BaseException, at: datetime) -> str:
    """Return the report of one crash: kinds of errors, files, lines and functions."""
    lines = [
        f"{at.isoformat(timespec='seconds')}  Thuisbasis {__version__}",
        f"Python {platform.python_version()}, {platform.system()} {platform.release()}",
    ]
    cause: BaseException | None = error
    while cause is not None:
        lines += ["", f"{type(cause).__module__}.{type(cause).__qualname__}"]
        lines += [
            f"  {_short(frame.filename)}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(cause.__traceback__)
        ]
        cause = cause.__cause__ or cause.__context__
    return "\n".join([*lines, ""])


def write(error: BaseException, folder: Path, at: datetime) -> Path:
    """Write the report of a crash into a folder and return where it lies."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"crash-{at:%Y%m%d-%H%M%S}.txt"
    file.write_text(report(error, at), encoding="utf-8")
    for old in sorted(folder.glob("crash-*.txt"))[:-_KEPT]:
        old.unlink(missing_ok=True)
    return file


def _short(filename: str) -> str:
    """Return a path from its package on: the rest may name the user."""
    parts = Path(filename).parts
    for top in ("desktop_app", "ui", "site-packages"):
        if top in parts:
            return "/".join(parts[parts.index(top) :])
    return Path(filename).name
