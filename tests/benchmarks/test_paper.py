"""A plan is on paper before anybody waits for it."""

from __future__ import annotations

import io
import pickle
import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from reportlab.pdfgen.canvas import Canvas

from desktop_app.plans import composing, document, printing, templates
from tests.paper.reading import Paper
from tests.plans import sample

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Seconds = Callable[[Callable[[], Any], int], float]
    Hold = Callable[[str, float, float, str], None]

_FIRST = """
from time import perf_counter
start = perf_counter()
import pickle, sys
from desktop_app.plans import printing
printing.print_plan(pickle.loads(open(sys.argv[1], "rb").read()))
print(perf_counter() - start)
"""


def four_pages() -> document.PlanDocument:
    """Return a plan that takes four pages at the usual size."""
    steps = tuple(
        document.Action(f"Ik zet stap {n} van dit doel met hulp.", "Ik, Marieke helpt")
        for n in range(46)
    )
    assert sample.ANSWERS.scores is not None
    rows = tuple(
        document.Score(area, 3, 2, "Het gaat beter dan de vorige keer, zegt mijn broer.")
        for area in ("WON", "GEL", "DAG", "SOC", "LIC", "PSY", "ZEL", "MEE", "VEI")
    )
    goals = (replace(sample.ANSWERS.goals[0], actions=steps), *sample.ANSWERS.goals[1:])
    scores = replace(sample.ANSWERS.scores, rows=rows)
    answers = replace(sample.ANSWERS, goals=goals, scores=scores)
    return composing.compose(templates.read("my-plan"), answers, sample.COVER)


def one_line() -> bytes:
    """Return the least that reportlab can make: one line on one page."""
    out = io.BytesIO()
    canvas = Canvas(out)
    canvas.drawString(72, 720, "Mijn plan")
    canvas.save()
    return out.getvalue()


@pytest.mark.benchmark
def test_a_plan_of_four_pages(seconds: Seconds, hold: Hold) -> None:
    plan = four_pages()
    assert len(Paper(printing.print_plan(plan)).pdf.pages) == 4
    floor = seconds(one_line, 51)
    warm = seconds(lambda: printing.print_plan(plan), 15)
    hold("Plan of 4 pages, tagged, warm", 1000 * warm, 60, "ms")
    hold("The same against one line on one page", warm / floor, 120, "x")


@pytest.mark.benchmark
def test_a_plan_in_large_print(seconds: Seconds, hold: Hold) -> None:
    warm = seconds(lambda: printing.print_plan(sample.PLAN, large=True), 15)
    hold("Plan in large print, 4 pages, warm", 1000 * warm, 60, "ms")


@pytest.mark.benchmark
def test_the_first_plan_of_a_process(hold: Hold, tmp_path: Path) -> None:
    stored = tmp_path / "plan.pickle"
    stored.write_bytes(pickle.dumps(four_pages()))
    command = [sys.executable, "-c", _FIRST, str(stored)]
    runs = [
        float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        for _ in range(5)
    ]
    hold("First plan of a process, imports included", 1000 * sorted(runs)[2], 250, "ms")


@pytest.mark.benchmark
def test_a_pack_of_a_hundred_plans(seconds: Seconds, hold: Hold) -> None:
    plan = four_pages()
    pack = [
        replace(plan, cover=replace(plan.cover, person=f"Persoon {n}", number=f"C-{n:04}"))
        for n in range(100)
    ]
    took = seconds(lambda: [printing.print_plan(one) for one in pack], 1)
    hold("100 plans of 4 pages", took, 6, "s")
