"""Set up Thuisbasis from a checkout and use it. Needs Python 3.11 to 3.14 and nothing else.

    python3 installer/bootstrap.py run [FOLDER] [--headless]
        make a practice region, do a month's work in it and open the window
    python3 installer/bootstrap.py test [pytest's arguments]
        run all tests
    python3 installer/bootstrap.py check
        hold the code to the rules of the house, and prove the package by installing it
    python3 installer/bootstrap.py bench
        measure; fails over a limit
    python3 installer/bootstrap.py cli ARGUMENTS...
        the command line of the program (cli --help)
    python3 installer/bootstrap.py python ARGUMENTS...
        the Python that has everything
    python3 installer/bootstrap.py lock
        choose packages anew after a change in pyproject.toml

The first time it makes an environment in .venv; later it starts at once.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

OLDEST, NEWEST = (3, 11), (3, 14)
_JOBS = {"run", "test", "check", "bench", "lock"}


def main(arguments: list[str]) -> int:
    """Make the environment when it is not whole, then hand over to its Python."""
    if not OLDEST <= sys.version_info[:2] <= NEWEST:
        print("Thuisbasis needs Python 3.11 to 3.14. This is {}.{}.".format(*sys.version_info))
        return 1
    verb, rest = (arguments[0], arguments[1:]) if arguments else ("--help", [])
    if verb not in {*_JOBS, "cli", "python"}:
        print(__doc__)
        return 0 if verb in {"-h", "--help"} else 2

    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
    # Only now: an older Python could not read these files and would not say why.
    from installer import environment, steps  # noqa: PLC0415

    try:
        if not environment.is_whole():
            print("Setting up Thuisbasis")
            environment.make()
    except steps.StepError as failed:
        print(failed)
        return 1
    return _hand_over(environment.python(), verb, rest)


def _hand_over(python: Path, verb: str, rest: list[str]) -> int:
    told = {
        "cli": ["-P", "-m", "desktop_app", *rest],
        "python": rest,
    }.get(verb, ["-P", "-m", "installer.jobs", verb, *rest])
    sys.stdout.flush()
    if os.name != "nt":
        os.execv(python, [str(python), *told])  # noqa: S606 - the point is to become it
    # Windows would give the prompt back at once and let both run.
    return subprocess.run([str(python), *told], check=False).returncode


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        print("\nStopped. The next start goes on from here.")
        sys.exit(130)
