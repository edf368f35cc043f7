"""Figures reach the table with their limits, and one over its limit is marked."""

from __future__ import annotations

from installer import benchmarks
from installer.benchmarks import Line

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
