"""A frozen version says tomorrow what it said today."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from desktop_app.plans import printing, snapshots

if TYPE_CHECKING:
    from desktop_app.plans import document


def test_a_snapshot_gives_the_same_plan_and_the_same_paper(plan: document.PlanDocument) -> None:
    kept = snapshots.from_text(snapshots.as_text(plan))
    assert kept == plan
    assert printing.print_plan(kept) == printing.print_plan(plan)


def test_same_plan_gives_the_same_text(plan: document.PlanDocument) -> None:
    text = snapshots.as_text(plan)
    assert snapshots.as_text(snapshots.from_text(text)) == text
    assert json.loads(text)["form"] == "thuisbasis-plan/1"


@pytest.mark.parametrize("text", ["{}", "[]", '{"form": "thuisbasis-plan/2", "plan": {}}'])
def test_another_form_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="known form"):
        snapshots.from_text(text)


def test_templates_and_documents_load_no_pdf_library() -> None:
    script = (
        "import sys; from desktop_app.plans import composing, document, snapshots, templates; "
        "templates.read('my-plan'); "
        "heavy = {'reportlab', 'pikepdf', 'segno', 'PIL', 'uharfbuzz'}; "
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], check=True, capture_output=True, text=True
    )
    assert done.stdout.strip() == "[]"
