"""`bootstrap.py bench`: run the measurements and set them out beside their limits."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

from installer import system
from installer.environment import ROOT
from installer.steps import StepError


@dataclass(frozen=True, slots=True)
class Line:
    """One figure of the table."""

    what: str
    figure: float
    limit: float
    unit: str

    @property
    def holds(self) -> bool:
        """Whether the figure stays within its limit."""
        return self.figure <= self.limit


def bench(arguments: list[str]) -> None:
    """Measure, print the table.

    Raises:
        StepError: a figure is over its limit, or nothing was measured.
    """
    system.need_drawing()
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder, "report.xml")
        command = [sys.executable, "-m", "pytest", "-m", "benchmark", "-q", "--tb=line"]
        # One after another and always in the same order; figures travel as properties.
        command += ["-p", "no:randomly", "-p", "no:xdist", "-o", "junit_family=xunit1"]
        done = subprocess.run(
            [*command, f"--junitxml={report}", *arguments],
            cwd=ROOT,
            env={"QT_QPA_PLATFORM": "offscreen", **os.environ},
            check=False,
        )
        lines = read_report(report.read_text("utf-8")) if report.exists() else []
    if lines:
        print(f"\n{table(lines)}\n")
    if done.returncode != 0:
        raise StepError("A limit was not held, or a measurement failed: see above.")
    if not lines:
        raise StepError("Nothing was measured.")


def read_report(xml: str) -> list[Line]:
    """Return the figures that the benchmarks noted in pytest's report, in order of name."""
    # Our own pytest wrote it a moment ago.
    notes = ET.fromstring(xml).iter("property")  # noqa: S314
    found = [
        Line(**json.loads(note.attrib["value"]))
        for note in notes
        if note.get("name") == "benchmark"
    ]
    return sorted(found, key=lambda line: line.what)


def table(lines: list[Line]) -> str:
    """Return the figures as a Markdown table, fit for a terminal and for the README."""
    width = max(len(line.what) for line in lines)
    rows = [
        f"| {'What':<{width}} | {'measured':>10} | {'at most':>10} |",
        f"|:{'-' * (width + 1)}|{'-' * 11}:|{'-' * 11}:|",
    ]
    rows += [
        f"| {line.what:<{width}} | {_value(line.figure, line):>10} "
        f"| {_value(line.limit, line):>10} |" + ("" if line.holds else " <- over")
        for line in lines
    ]
    return "\n".join(rows)


def _value(figure: float, line: Line) -> str:
    """Show three figures of what was measured: 0.0421, 5.31, 128."""
    text = f"{figure:.3g}" if abs(figure) < 1000 else f"{figure:.0f}"  # noqa: PLR2004
    return f"{text} {line.unit}"
