"""Lists out of the register: read back by other programs than ours."""

from __future__ import annotations

import csv
import io
import tempfile
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

import openpyxl
import pytest
from sqlalchemy import select

from desktop_app import practice, words
from desktop_app.errors import UserError
from desktop_app.register import lists, spreadsheets
from desktop_app.store.tables import Client, JournalEntry

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from desktop_app.store.database import Database

TODAY = date(2026, 11, 24)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    folder = tmp_path_factory.mktemp("lists") / "register"
    register = practice.make_register(folder, clients=25, seed=2, today=TODAY, flawed=0)
    yield register.db
    register.db.close()


@pytest.mark.parametrize("noun", lists.NOUNS)
@pytest.mark.parametrize("language", words.LANGUAGES)
def test_csv_reads_back_as_the_same_lines(
    made: Database, tmp_path: Path, noun: lists.Noun, language: words.Language
) -> None:
    words.set_language(language)
    path = tmp_path / f"{noun}.csv"
    count = lists.save(made, noun, path, today=TODAY)
    raw = path.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    read = list(csv.reader(io.StringIO(raw.decode("utf-8-sig")), delimiter=";"))
    assert len(read) == count + 1
    assert {len(line) for line in read} == {len(read[0])}
    assert read[0] == list(lists.read(made, noun, today=TODAY).heads)


def test_a_workbook_holds_dates_as_dates_and_amounts_as_numbers(
    made: Database, tmp_path: Path
) -> None:
    path = tmp_path / "huur.xlsx"
    lists.save(made, "tenancies", path, today=TODAY)
    sheet = openpyxl.load_workbook(path).worksheets[0]
    listing = lists.read(made, "tenancies", today=TODAY)
    heads = [cell.value for cell in sheet[1]]
    assert heads == list(listing.heads)
    first = dict(zip(heads, [cell.value for cell in sheet[2]], strict=True))
    assert isinstance(first["Tenancy from"], datetime)
    assert isinstance(first["Rent"], int | float)
    assert sheet.freeze_panes == "A2"


def test_what_looks_like_a_formula_stays_text(tmp_path: Path) -> None:
    bad = ("=cmd|' /C calc'!A0", "+31 6 5550 1234", "-1", "@SUM(1)", "\tx", "’t Hart")
    table = spreadsheets.as_csv(["a"], [[cell] for cell in bad])
    read = list(csv.reader(io.StringIO(table.decode("utf-8-sig")), delimiter=";"))
    assert [line[0][0] for line in read[1:]] == ["'"] * 5 + ["’"]
    path = tmp_path / "f.xlsx"
    path.write_bytes(spreadsheets.as_xlsx("f", ["a"], [[cell] for cell in bad]))
    sheet = openpyxl.load_workbook(path).worksheets[0]
    assert [cell.data_type for cell in sheet["A"]] == ["s"] * 7
    assert [cell.value for cell in sheet["A"]][1:] == list(bad)


def test_what_steers_a_screen_goes_into_no_list(tmp_path: Path) -> None:
    bad = [["A\x1b[2Jylin"], ["two\x0blines"], ["\x00=1+1"], ["one\nand two"]]
    text = spreadsheets.as_text(["a"], bad)
    assert text == "a\nA[2Jylin\ntwolines\n'=1+1\none and two\n"
    assert spreadsheets.as_csv(["a"], bad).count(b"\x1b") == 0
    path = tmp_path / "f.xlsx"
    path.write_bytes(spreadsheets.as_xlsx("f", ["a"], bad))
    sheet = openpyxl.load_workbook(path).worksheets[0]
    assert [cell.value for cell in sheet["A"]][1:] == [
        "A[2Jylin", "twolines", "=1+1", "one\nand two",
    ]  # fmt: skip


def test_amounts_and_answers_are_written_the_dutch_way() -> None:
    table = spreadsheets.as_csv(
        ["a"], [[Decimal("612.5")], [date(2026, 3, 1)], [True], [None], [7]]
    )
    assert table.decode("utf-8-sig").split() == ["a", "612,50", "01-03-2026", "yes", '""', "7"]


def test_a_list_that_cannot_be_written_leaves_nothing_behind(
    made: Database, tmp_path: Path
) -> None:
    old = tmp_path / "list.csv"
    old.mkdir()
    with pytest.raises(UserError, match="could not be written"):
        lists.save(made, "clients", old, today=TODAY)
    assert [path.name for path in tmp_path.iterdir()] == ["list.csv"]


def test_no_name_passes_through_a_temporary_file(made: Database, tmp_path: Path) -> None:
    before, tempfile.tempdir = tempfile.tempdir, str(tmp_path / "not there")
    try:
        assert lists.save(made, "clients", tmp_path / "list.xlsx", today=TODAY)
    finally:
        tempfile.tempdir = before
    assert openpyxl.load_workbook(tmp_path / "list.xlsx").worksheets[0]["A1"].value


def test_taking_a_list_out_is_noted_without_content(made: Database, tmp_path: Path) -> None:
    lists.save(made, "plans", tmp_path / "p.csv", today=TODAY)
    with made.read() as session:
        newest = session.scalars(select(JournalEntry).order_by(JournalEntry.seq.desc())).first()
        assert newest is not None
        assert (newest.event, newest.detail) == ("EXPORT", "list plans")


def test_the_list_of_clients_is_by_last_name_and_whole(made: Database) -> None:
    listing = lists.read(made, "clients", today=TODAY)
    numbers = [row[0] for row in listing.rows]
    with made.read() as session:
        by_name = session.scalars(select(Client).order_by(Client.sort_name, Client.id)).all()
        assert numbers == [client.number for client in by_name]
