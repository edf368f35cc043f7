"""How set-up and checks speak: one calm line per step, with its time."""

from __future__ import annotations

import subprocess
import sys
from contextlib import contextmanager
from time import perf_counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

_WIDTH = 44


class StepError(Exception):
    """A step did not succeed; the text says what happened and what to do."""


@contextmanager
def step(what: str) -> Iterator[None]:
    """Say what is being done, and afterwards how long it took."""
    sys.stdout.write(f"  {what} ".ljust(_WIDTH, "."))
    sys.stdout.flush()
    start = perf_counter()
    try:
        yield
    except BaseException:
        sys.stdout.write(" failed\n")
        raise
    sys.stdout.write(f" {perf_counter() - start:6.1f} s\n")


def run(
    what: str,
    command: Sequence[str | Path],
    *,
    cwd: Path | None = None,
    env: Mapping[str, str] | None = None,
) -> str:
    """Run a program as one step and return what it printed.

    Raises:
        StepError: it ended with an error; the text is everything it printed.
    """
    with step(what):
        try:
            done = subprocess.run(
                [str(part) for part in command],
                cwd=cwd,
                env=env,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                encoding="utf-8",
                errors="replace",
                check=False,
            )
        except OSError as absent:
            raise StepError(f"{command[0]} cannot be started: {absent}") from absent
        if done.returncode != 0:
            raise StepError(done.stdout.strip() or f"{command[0]} ended with {done.returncode}")
    return done.stdout
