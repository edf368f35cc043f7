"""Figures reach the table with their limits, and one over its limit is marked."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from installer import benchmarks
from installer.benchmarks import Line
from installer.environment import ROOT

if TYPE_CHECKING:
    from pathlib import Path

NOTE = """<property name="benchmark" value='{{"what": "{}", {}}}' />"""
UNLOCK = NOTE.format("Unlock", '"figure": 0.5, "limit": 20, "unit": "ms"')
LIST = NOTE.format("List", '"figure": 1.204, "limit": 1.1, "unit": "x"')
REPORT = f"""<testsuites><testsuite>
<testcase name="b"><properties>{UNLOCK}<property name="x" value="1" /></properties></testcase>
<testcase name="a"><properties>{LIST}</properties></testcase>
</testsuite></testsuites>"""


def test_figures_are_read_from_the_report_in_order_of_name() -> None:
    assert benchmarks.read_report(REPORT) == [
        Line("List", 1.204, 1.1, "x"),
        Line("Unlock", 0.5, 20, "ms"),
    ]


def test_the_table_is_markdown_and_marks_what_is_over() -> None:
    rows = benchmarks.table(benchmarks.read_report(REPORT)).splitlines()
    assert [row.startswith("|") for row in rows] == [True] * 4
    assert rows[2] == "| List   |      1.2 x |      1.1 x | <- over"
    assert rows[3] == "| Unlock |     0.5 ms |      20 ms |"


MEASUREMENT = """
import json
import pytest

@pytest.mark.benchmark
def test_it(record_property):
    line = {{"what": "Unlock", "figure": {figure}, "limit": 20, "unit": "ms"}}
    record_property("benchmark", json.dumps(line))
    assert line["figure"] <= 20
"""


def bench(file: Path) -> subprocess.CompletedProcess[str]:
    asked = ["bench", "-c", str(ROOT / "pyproject.toml"), "-p", "no:cacheprovider", str(file)]
    return subprocess.run(
        [sys.executable, "-m", "installer.jobs", *asked],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(("figure", "code", "mark"), [(12.5, 0, "|"), (25, 1, "<- over")])
def test_bench_prints_the_table_and_fails_over_a_limit(
    tmp_path: Path, figure: float, code: int, mark: str
) -> None:
    file = tmp_path / "test_speed.py"
    file.write_text(MEASUREMENT.format(figure=figure), "utf-8")
    done = bench(file)
    (row,) = (line for line in done.stdout.splitlines() if line.startswith("| Unlock"))
    assert (done.returncode, row.endswith(mark)) == (code, True)


def test_bench_that_measured_nothing_is_no_success(tmp_path: Path) -> None:
    file = tmp_path / "test_nothing.py"
    file.write_text("def test_it(): pass\n", "utf-8")
    assert bench(file).returncode == 1
