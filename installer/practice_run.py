"""`bootstrap.py run`: six fictional organisations, a month's work done, and the window."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
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
        _make(folder, asked.sizes)
    organisations = _organisations(folder)
    if not organisations:
        raise StepError(f"{folder} is something else. Name a folder that does not exist yet.")
    print(_told(folder))
    if not windowed:
        return 0
    return subprocess.run(
        [sys.executable, "-m", "ui", str(organisations[-1])], cwd=ROOT, check=False
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
    parser.add_argument(
        "--sizes", metavar="N,N,...", default="", help="clients of each organisation"
    )
    return parser


def _make(folder: Path, sizes: str) -> None:
    """Make it beside its place first, so that a stopped start leaves nothing half done."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{folder.name}-", dir=folder.parent) as beside:
        part = Path(beside, folder.name)
        _fill(part, sizes)
        part.rename(folder)


def _fill(folder: Path, sizes: str) -> None:
    told = {**os.environ, "THUISBASIS_PASSWORD": PASSWORD, "PYTHONUTF8": "1"}
    program = [sys.executable, "-m", "desktop_app", "--language", "en"]
    making: list[str | Path] = [*program, "demo-region", folder]
    run(
        "Registers, month files and totals",
        [*making, *(["--sizes", sizes] if sizes else [])],
        cwd=ROOT,
        env=told,
    )
    for organisation in _organisations(folder):
        out = folder / "plans" / organisation.name
        printing: list[str | Path] = [*program, "plans", organisation, "--out", out]
        run(f"Support plans of {organisation.name}", printing, cwd=ROOT, env=told)


def _organisations(folder: Path) -> list[Path]:
    return sorted(path.parent for path in folder.glob("org-*/register.db"))


def _told(folder: Path) -> str:
    """Say where everything lies and how to open it."""
    out = sorted(folder.glob("out/*"))
    plans = [path for path in folder.glob("plans/*") if path.is_dir()]
    lines = [f"\nThe practice region lies in {folder}"]
    lines += [
        _line(path, folder, "an organisation's register") for path in _organisations(folder)
    ]
    lines.append(_line(folder / "region", folder, "the region's own register"))
    lines += [
        _line(path, folder, "month file, sealed to the region")
        for path in out
        if path.suffix == ".age"
    ]
    lines += [
        _line(path, folder, "totals of the region") for path in out if path.suffix != ".age"
    ]
    lines += [
        _line(path, folder, f"support plans: {sum(1 for _ in path.glob('*.pdf'))} PDF files")
        for path in sorted(plans)
    ]
    lines.append(f"Everybody in it has the same password: {PASSWORD}\n")
    return "\n".join(lines)


def _line(path: Path, folder: Path, what: str) -> str:
    return f"  {path.relative_to(folder).as_posix():<70} {what}"
