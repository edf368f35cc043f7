"""The recovery sheet: one page, the whole code, for eyes, screen readers and scanners."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.paper import panels, sheets
from desktop_app.store import recovery
from tests.paper.reading import Paper, check_accessible, check_margins

SECRET, CODE = recovery.new_code()
SHEET = sheets.RecoverySheet("Stichting De Linde", "Utrecht-West", date(2026, 11, 23), CODE)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_sheet_is_one_accessible_page(language: str) -> None:
    printed = sheets.print_recovery_sheet(replace(SHEET, language=language))  # type: ignore[arg-type]  # a literal
    paper = Paper(printed)
    assert len(paper.pdf.pages) == 1
    check_accessible(paper)
    check_margins(paper)


def test_the_code_is_read_back_from_the_paper() -> None:
    paper = Paper(sheets.print_recovery_sheet(SHEET))
    groups = [tag.text().strip() for tag in paper.tree.find("LBody")][:9]
    assert " ".join(groups) == CODE
    assert recovery.secret_of(" ".join(groups)) == SECRET


def test_the_sheet_says_whose_it_is_and_how_to_use_it() -> None:
    text = Paper(sheets.print_recovery_sheet(SHEET)).text
    for words in (
        "Herstelblad",
        "van het register Utrecht-West",
        "Stichting De Linde",
        "23 november 2026",
        "Zo gebruikt u het",
        "Bewaard door",
        "Plek",
        "nooit de letters I, L, O en U",
    ):
        assert words in text


def test_the_files_own_description_holds_no_code() -> None:
    pdf = Paper(sheets.print_recovery_sheet(SHEET)).pdf
    told = bytes(pdf.Root.Metadata.read_bytes()).decode() + str(dict(pdf.docinfo))
    assert not any(group in told for group in CODE.split())


def test_qr_modules_are_those_of_the_code() -> None:
    rows = panels.qr_rows(CODE)
    assert len(rows) == len(rows[0]) >= 21
    finder = [[1] * 7, [1, 0, 0, 0, 0, 0, 1], [1, 0, 1, 1, 1, 0, 1]]
    assert [list(row[:7]) for row in rows[:3]] == finder
