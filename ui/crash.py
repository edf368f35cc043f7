"""The one path of a bug: a line in the technical log, and a message that says what to do.

The log and the details hold where in the program it happened, never a value: a message of an
exception may quote a client's data.
"""

from __future__ import annotations

import sys
import traceback
from typing import TYPE_CHECKING

import desktop_app
from desktop_app import dates, paths

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from types import TracebackType

_LOG = "thuisbasis.log"
_LONGEST = 256 * 1024


def install(tell: Callable[[str], object], folder: Path | None = None) -> None:
    """Catch what nobody caught: log it, and tell it to the window.

    Args:
        tell: gets the details, for the user to copy.
        folder: where the log lies; the usual place if not given.
    """

    def hook(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        told = details(kind, trace)
        write(folder or paths.log_folder(), told)
        tell(told)

    sys.excepthook = hook


def details(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Return where in the program it happened, without any value."""
    frames = [
        f"  {_short(frame.filename)}:{frame.lineno} {frame.name}"
        for frame in traceback.extract_tb(trace)
    ]
    python = ".".join(map(str, sys.version_info[:3]))
    head = f"Thuisbasis {desktop_app.__version__}, Python {python}, {sys.platform}"
    return "\n".join([head, kind.__qualname__, *frames])


def write(folder: Path, told: str) -> None:
    """Add to the log; a log that grew too long starts anew. A full disk is no second bug."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        log = folder / _LOG
        mode = "w" if log.exists() and log.stat().st_size > _LONGEST else "a"
        with log.open(mode, encoding="utf-8") as stream:
            stream.write(f"{dates.now():%Y-%m-%d %H:%M:%SZ}\n{told}\n\n")
    except OSError:
        return  # nothing more can be done here, and the window still tells


def _short(filename: str) -> str:
    """Return a file by its last parts: no user name stands in them."""
    parts = filename.replace("\\", "/").split("/")
    for home in ("site-packages", "desktop_app", "ui"):
        if home in parts:
            return "/".join(parts[parts.index(home) :])
    return parts[-1]
