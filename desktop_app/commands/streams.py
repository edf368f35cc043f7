"""What a command says goes out by stdout and stderr, whatever these two happen to be."""

from __future__ import annotations

import os
import sys


def ready() -> None:
    """Let every word find a way out: a console of another age, or streams that were closed."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:  # whoever started us closed it, as a window without console does
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_WRONLY), "w"))
        elif hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # what it cannot show becomes a sign


def is_broken() -> bool:
    """Tell whether stdout is what failed, by trying it once more."""
    try:
        print(flush=True)
    except OSError:
        return True
    return False


def hush() -> None:
    """Let what is still to be said at the end of the program go nowhere, without complaint."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
