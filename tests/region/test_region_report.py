"""The workbook and the report on paper say what was added up, in both languages."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from desktop_app import words
from desktop_app.errors import UserError
from desktop_app.region import receiving, report, telling, workbook
from desktop_app.region.merging import Total
from desktop_app.summary import tables
from tests.paper.reading import Paper, check_accessible, check_margins
from tests.region.conftest import MISSING, OCTOBER, TODAY, StoredRegion

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.store.database import Database
    from desktop_app.words import Language


@pytest.fixture
def filled(region_db: Database, stored_region: StoredRegion) -> Database:
    files = [*stored_region.september.values(), *stored_region.files.values()]
    receiving.receive(region_db, files, today=TODAY)
    return region_db


def view(db: Database) -> report.View:
    return report.view(db, OCTOBER, today=TODAY)


def test_workbook_and_report_are_written_under_the_months_name(
    filled: Database, tmp_path: Path
) -> None:
    written = report.write(filled, OCTOBER, tmp_path, today=TODAY, language="nl")
    assert [path.name for path in written] == ["regio_2026-10.xlsx", "regio_2026-10.pdf"]
    assert all(path.stat().st_size > 5000 for path in written)
    with pytest.raises(UserError, match="does not exist"):
        report.write(filled, OCTOBER, tmp_path / "nowhere", today=TODAY, language="nl")


def test_the_workbook_holds_every_total(filled: Database) -> None:
    seen = view(filled)
    book = load_workbook(io.BytesIO(workbook.workbook(seen.region, seen.month, seen.ahead)))
    assert book.sheetnames == [
        "Overview",
        "Headlines",
        "Breakdowns",
        "Dwellings",
        "Outlook",
        "Coverage",
        "Organisations",
    ]
    totals = seen.month.merged.totals
    heads = {row[0]: row[1:4] for row in book["Headlines"].iter_rows(2, values_only=True)}
    support = totals["head.support"]
    assert heads["In support"] == (support.value, support.low, support.high)
    cells = {row[-1]: row[2] for row in book["Breakdowns"].iter_rows(2, values_only=True)}
    assert cells == {c: t.value for c, t in totals.items() if not c.startswith("head.")}
    overview = {row[0]: row[1] for row in book["Overview"].iter_rows(2, values_only=True)}
    assert overview["Missing; not estimated"] == MISSING
    assert overview["Organisations that sent"] == "3 of 4"


def test_an_organisations_name_is_never_a_formula(filled: Database) -> None:
    seen = view(filled)
    book = load_workbook(io.BytesIO(workbook.workbook("=1+1", seen.month, seen.ahead)))
    cell = book["Overview"]["B2"]
    assert (cell.value, cell.data_type) == ("=1+1", "s")


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_the_report_is_accessible_and_complete(filled: Database, language: Language) -> None:
    seen = view(filled)
    data = report.pdf(seen, made_on=TODAY, language=language)
    paper = Paper(data)
    check_accessible(paper)
    check_margins(paper)
    text = paper.text
    with words.in_language(language):
        for cell in ("wait.WOON._T", "form.GEM", "band.M03"):
            assert tables.label(cell) in text
        for origin in tables.read().dimensions["origin"].categories.values():
            assert origin.short in text
        assert telling.number(seen.month.merged.totals["head.waiting"]) in text
    assert MISSING in text
    assert "Regio Utrecht" in text
    assert f"{seen.ahead.reached.value}" in text


def test_a_month_of_which_nothing_came_still_prints(region_db: Database) -> None:
    seen = view(region_db)
    text = Paper(report.pdf(seen, made_on=TODAY, language="en")).text
    assert "4 organisations are missing" in " ".join(text.split())


def total(value: int, margin: int) -> Total:
    return Total("form._T", value, margin, margin == 0, 3, OCTOBER, OCTOBER)


def test_numbers_are_said_with_what_has_to_be_known() -> None:
    assert (telling.number(total(118, 0)), telling.margin(total(118, 0))) == ("118", "")
    assert (telling.number(total(45, 13)), telling.margin(total(45, 13))) == (
        "45",
        "between 32 and 58",
    )
    assert (telling.number(total(0, 8)), telling.margin(total(0, 8))) == (
        "0 to 8",
        "indicative",
    )
    assert telling.number(None) == "–"
    assert telling.exactness(total(20, 4)) == "±4 by rounding"
    assert telling.exactness(total(0, 4)) == "rounded"
    assert telling.of_whole(total(20, 4), total(25, 0)) == "20 of 25 (80%)"
    assert telling.of_whole(total(5, 4), total(10, 0)) == "5 of 10"
    assert telling.quarter("2027Q2") == "quarter 2 of 2027"
    assert telling.quarter("") == "quarter not known"


def test_every_table_of_the_coverage_has_a_title(filled: Database) -> None:
    covered = view(filled).month.merged.coverage
    assert len(covered) > 5
    for one in covered:
        assert telling.table_title(one.table)
        assert "_T" not in telling.table_title(one.table)
