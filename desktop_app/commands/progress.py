"""Progress on stderr, for work that takes longer than a second."""

from __future__ import annotations

import sys
import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from desktop_app.words import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_PATIENCE = 1.0  # seconds in which nothing needs to be said
_PAUSE = 0.5  # seconds between two counts


@contextmanager
def shown(doing: str) -> Iterator[Callable[[int, int], None]]:
    """Say what is being done if it takes longer than a second; give a way to count along.

    The given function takes how many are done and how many there are.
    """
    started = time.monotonic()
    said = threading.Event()
    spoken = [0.0]

    def speak() -> None:
        said.set()
        print(f"{doing} …", file=sys.stderr, flush=True)

    def count(done: int, total: int) -> None:
        now = time.monotonic()
        if now - started > _PATIENCE and now - spoken[0] > _PAUSE:
            spoken[0] = now
            line = _("{done} of {total}").format(done=done, total=total)
            print(f"  {line}", file=sys.stderr, flush=True)

    timer = threading.Timer(_PATIENCE, speak)
    timer.daemon = True
    timer.start()
    try:
        yield count
    finally:
        timer.cancel()
    if said.is_set():
        seconds = round(time.monotonic() - started)
        took = ngettext(
            "done in {seconds} second", "done in {seconds} seconds", seconds
        ).format(seconds=seconds)
        print(f"  {took}", file=sys.stderr, flush=True)
