"""What bootstrap.py does once the environment is there."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from typing import TYPE_CHECKING

from installer import system
from installer.environment import LOCK, ROOT
from installer.steps import StepError, run

if TYPE_CHECKING:
    from collections.abc import Callable

# What reads the whole code or the packages is imported by the job that needs it: `run` must
# also start from an environment of an office, without tools for development.


def main(arguments: list[str]) -> int:
    """Do one job; 0 when all went well."""
    verb, rest = arguments[0], arguments[1:]
    try:
        return _JOBS[verb](rest)
    except StepError as failed:
        print(failed, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped.", file=sys.stderr)
        return 130


def _run(rest: list[str]) -> int:
    from installer import practice_run  # noqa: PLC0415

    return practice_run.main(rest)


def _test(rest: list[str]) -> int:
    """Run pytest on both cores and let it speak for itself."""
    system.need_drawing()
    system.need_test_programs()
    command = [sys.executable, "-m", "pytest", "-m", "not benchmark", "-q", "-n", "auto"]
    quiet = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
    return subprocess.run([*command, *rest], cwd=ROOT, env=quiet, check=False).returncode


def _check(rest: list[str]) -> int:
    argparse.ArgumentParser(prog="bootstrap.py check").parse_args(rest)
    from installer import checks  # noqa: PLC0415

    checks.check()
    print("  All checks passed.")
    return 0


def _bench(rest: list[str]) -> int:
    from installer import benchmarks  # noqa: PLC0415

    benchmarks.bench(rest)
    return 0


def _lock(rest: list[str]) -> int:
    """Choose packages anew; addresses stay out, so that the lock fits every mirror."""
    argparse.ArgumentParser(prog="bootstrap.py lock").parse_args(rest)
    choose = ["uv", "pip", "compile", "pyproject.toml", "--group", "dev", "--universal"]
    shape = ["--generate-hashes", "--no-emit-index-url", "--no-header", "--quiet"]
    oldest = ["--python-version", "3.11", "--output-file", LOCK.name]
    run("Lock", [sys.executable, "-m", *choose, *shape, *oldest], cwd=ROOT)
    return 0


_JOBS: dict[str, Callable[[list[str]], int]] = {
    "run": _run,
    "test": _test,
    "check": _check,
    "bench": _bench,
    "lock": _lock,
}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
