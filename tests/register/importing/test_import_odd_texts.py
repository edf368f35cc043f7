"""Texts that are no list: endless lines, cells that never end, and lists with gaps."""

from __future__ import annotations

from typing import TYPE_CHECKING

import openpyxl
import pytest

from desktop_app.errors import UserError
from desktop_app.register.importing import files, preview

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from desktop_app.register.importing.preview import Plan
    from desktop_app.store.database import Database

PEOPLE = "Naam;Adres\nJan Bos;Dam 1\n"


@pytest.mark.parametrize("ending", [";" * 5_000_001, "\n" * 1_100_001, '"' + ";" * 6_000_000])
def test_a_text_without_end_is_no_list(tmp_path: Path, ending: str) -> None:
    path = tmp_path / "list.csv"
    path.write_text(PEOPLE + ending, encoding="utf-8")
    with pytest.raises(UserError, match="too big to be a list"):
        files.read(path)


def test_a_quotation_mark_left_open_is_named_by_its_row(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text(PEOPLE + '"Ann; Dam 2\n' + "Jo Bos;Dam 3\n" * 12_000, encoding="utf-8")
    with pytest.raises(UserError, match=r"row \d+ is too long.*quotation mark") as error:
        files.read(path)
    assert "Bos" not in str(error.value)


def test_a_quotation_mark_in_a_name_is_a_letter(plan_of: Callable[..., Plan]) -> None:
    plan = plan_of('Roepnaam;Achternaam\nJan "Jo;Bos\nAnn;Aalbers\n')
    assert [line.get("client", "call_name") for line in plan.lines] == ['Jan "Jo', "Ann"]


def test_merged_cells_hold_what_they_say_in_their_first_row_alone(
    db: Database, tmp_path: Path, today: date
) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Naam", "Adres", "Ingang"])
    sheet.append(["Jan Bos", "Dam 1", "1-1-2025"])
    sheet.append([None, "Dam 2", "1-2-2025"])
    sheet.merge_cells("A2:A3")
    path = tmp_path / "list.xlsx"
    book.save(path)
    plan = preview.prepare(db, path, today=today)
    assert plan.counts.clients == 1
    assert [(stop.place, stop.sentence) for stop in plan.stops] == [
        ("row 3, column C", "A lease needs a client in the same row.")
    ]


@pytest.mark.parametrize("codec", ["utf-8", "utf-16", "cp1252"])
def test_bytes_of_nought_in_a_text_are_no_list(tmp_path: Path, codec: str) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes((PEOPLE + "A\0B;Dam 4\n").encode(codec))
    with pytest.raises(UserError, match="no text that we can read"):
        files.read(path)


def test_a_text_in_two_encodings_says_so_or_keeps_each_letter(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(PEOPLE.encode() + "Zoë Bos;Dam 5\n".encode("cp1252") + b"Zo\x81;x\n")
    with pytest.raises(UserError, match="no text that we can read"):
        files.read(path)
