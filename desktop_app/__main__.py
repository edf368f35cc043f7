"""The command line: `thuisbasis-cli`, or `python -m desktop_app`."""

from __future__ import annotations

import sys

from desktop_app.commands import running


def main() -> int:
    """Do what the command line asks and return its exit code."""
    return running.run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
