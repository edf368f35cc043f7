"""The command line: `thuisbasis-cli`, or `python -m desktop_app`."""

from __future__ import annotations

import sys

_INTERRUPTED = 130


def main() -> int:
    """Do what the command line asks and return its exit code."""
    try:
        # Only here: loading takes long enough for somebody to press Ctrl+C in it.
        from desktop_app.commands import running  # noqa: PLC0415

        return running.run(sys.argv[1:])
    except KeyboardInterrupt:
        return _INTERRUPTED


if __name__ == "__main__":
    sys.exit(main())
