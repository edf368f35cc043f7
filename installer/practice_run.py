"""`bootstrap.py run`: six fictional organisations, a month's work done, and the window."""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path

from installer import system
from installer.environment import ROOT
from installer.steps import StepError, run

PASSWORD = "oefenen met thuisbasis"  # noqa: S105 - of people who do not exist


def main(arguments: list[str]) -> int:
    """Make the practice region unless it is there, tell where it lies, open the window."""
    asked = _parser().parse_args(arguments)
    folder: Path = asked.folder.resolve()
    windowed = not asked.headless and system.has_display()
    if windowed:
        system.need_window()
    if not folder.exists():
        print("Making a practice region")
        _make(folder)
    organisations = sorted(folder.glob("org-*"))
    if not organisations:
        raise StepError(f"{folder} is something else. Name a folder that does not exist yet.")
    print(_told(folder))
    if not windowed:
        return 0
    return subprocess.run(
        [sys.executable, "-P", "-m", "ui", str(organisations[-1])], check=False
    ).returncode


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="bootstrap.py run",
        description="Make a practice region, do a month's work in it and open the window.",
    )
    parser.add_argument(
        "folder",
        type=Path,
        nargs="?",
        default=ROOT / "practice-region",
        help="where to make it (default: practice-region); remove it to begin anew",
    )
    parser.add_argument("--headless", action="store_true", help="do not open the window")
    return parser


def _make(folder: Path) -> None:
    """Make it under another name first, so that a stopped start leaves nothing half done."""
    part = folder.with_name(f"{folder.name}.part")
    shutil.rmtree(part, ignore_errors=True)
    told = {**os.environ, "THUISBASIS_PASSWORD": PASSWORD, "PYTHONUTF8": "1"}
    program = [sys.executable, "-P", "-m", "desktop_app"]
    run("Registers, month files and totals", [*program, "demo-region", part], env=told)
    for organisation in sorted(part.glob("org-*")):
        out = part / "plans" / organisation.name
        run(
            f"Support plans of {organisation.name}",
            [*program, "plans", organisation, "--out", out],
            env=told,
        )
    part.rename(folder)


def _told(folder: Path) -> str:
    """Say where everything lies, folder by folder, with the number of files in each."""
    lines = [f"\nThe practice region lies in {folder}"]
    shown = 3
    for sub in sorted(path for path in folder.iterdir() if path.is_dir()):
        files = sorted(path for path in sub.rglob("*") if path.is_file())
        names = ", ".join(path.name for path in files[:shown])
        rest = f" and {len(files) - shown} more" if len(files) > shown else ""
        lines.append(f"  {sub.name:<10} {names}{rest}")
    lines.append(f"The password of everybody in it: {PASSWORD}\n")
    return "\n".join(lines)
