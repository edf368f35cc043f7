"""Files that want to be something else, or too much: a sentence for each, and never a crash."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from typing import TYPE_CHECKING

import openpyxl
import pytest

from desktop_app.errors import UserError
from desktop_app.register.importing import choices, files, heads, layout, preview
from tests.register.importing import old_workbooks

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop_app.register.importing.preview import Plan
    from desktop_app.store.database import Database

HEADS: list[object] = ["Naam", "Geboortedatum", "Adres"]
LOCKED = old_workbooks.disk({"EncryptionInfo": bytes(4096), "EncryptedPackage": bytes(4096)})
"""What Excel makes of a workbook with a password."""


def workbook(path: Path, *sheets: tuple[str, list[list[object]]]) -> Path:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, lines in sheets:
        sheet = book.create_sheet(name)
        for line in lines:
            sheet.append(line)
    book.save(path)
    return path


@pytest.mark.parametrize("name", ["list.xlsx", "list.xls", "list.csv"])
def test_a_workbook_with_a_password_says_so_whatever_its_name(
    tmp_path: Path, name: str
) -> None:
    path = tmp_path / name
    path.write_bytes(LOCKED)
    with pytest.raises(UserError, match="locked with a password"):
        files.read(path)


@pytest.mark.parametrize(
    "content", [b"%PDF-1.7\n", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0", b"{\\rtf1 a;b;c}"]
)
def test_another_kind_of_file_with_a_list_s_name_says_so(
    tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(content + b"a;b;c\n1;2;3\n")
    with pytest.raises(UserError, match="another kind of file"):
        files.read(path)


def test_a_letter_of_word_is_no_spreadsheet(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("word/document.xml", "<w:document/>")
    with pytest.raises(UserError, match="damaged or no spreadsheet"):
        files.read(path)


def test_a_workbook_that_unpacks_to_all_memory_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for number in range(7):
            with packed.open(f"xl/worksheets/sheet{number}.xml", "w") as part:
                for _turn in range(50):
                    part.write(bytes(1_000_000))
    assert path.stat().st_size < files.BIGGEST
    with pytest.raises(UserError, match="too big to be a list"):
        files.read(path)


def test_two_cells_in_far_corners_do_not_ask_for_all_memory(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.cell(1, 1, "Naam")
    sheet.cell(1_048_576, 16_384, "x")
    book.save(path)
    with pytest.raises(UserError, match="too big to be a list"):
        files.read(path)


def test_a_file_that_cannot_be_opened_says_what_to_look_at(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"list.xlsx cannot be read.*closed in Excel") as error:
        folder = tmp_path / "list.xlsx"
        folder.mkdir()
        files.read(folder)
    assert str(tmp_path) not in str(error.value)


def test_what_is_too_long_or_too_wide_is_no_list(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Naam;Adres\n" + "A B;C 1\n" * (files.LONGEST + 1), encoding="utf-8")
    with pytest.raises(UserError, match="20002 rows and 2 columns"):
        files.read(path)
    path.write_text(";".join(f"k{n}" for n in range(files.WIDEST + 1)) + "\n", encoding="utf-8")
    with pytest.raises(UserError, match="1 rows and 121 columns"):
        files.read(path)


def test_formulas_stay_text_in_a_csv_and_are_what_excel_saved_in_a_workbook(
    db: Database, tmp_path: Path, today: date, plan_of: Callable[..., Plan]
) -> None:
    plan = plan_of(
        'Roepnaam;Achternaam;Plaats\n"=HYPERLINK(""http://x"")";Bos;=1+1\n@SUM(A1);Aalbers;-2\n'
    )
    first, second = plan.lines
    assert first.get("client", "call_name") == '=HYPERLINK("http://x")'
    assert first.get("dwelling", "city") == "=1+1"
    assert second.get("client", "call_name") == "@SUM(A1)"
    book = workbook(
        tmp_path / "f.xlsx", ("Lijst", [["Naam", "Adres"], ["Jan Bos", '="x"&"y"']])
    )
    (line,) = preview.prepare(db, book, today=today).lines
    assert "dwelling" not in line.values


@pytest.mark.parametrize("wanted", ["", "Lijst", "Oud", "bestaat niet"])
def test_a_sheet_can_be_chosen_and_the_fullest_one_is_offered(
    db: Database, tmp_path: Path, today: date, wanted: str
) -> None:
    path = workbook(
        tmp_path / "two.xlsx",
        ("Oud", [HEADS, ["Jan Bos", date(1970, 1, 1), "Lindehof 1"]]),
        ("Leeg", []),
        (
            "Lijst",
            [HEADS, ["Ayşe Bos", "1-5-71", "Lindehof 2"], ["Jo Bos", None, "Lindehof 3"]],
        ),
    )
    plan = preview.prepare(db, path, today=today, asked=preview.Asked(sheet=wanted))
    assert plan.sheets == ("Oud", "Lijst")
    assert plan.sheet == ("Oud" if wanted == "Oud" else "Lijst")
    assert plan.counts.clients == (1 if wanted == "Oud" else 2)


def test_where_no_heads_are_known_the_likely_row_can_be_pointed_at(
    db: Database, tmp_path: Path, today: date
) -> None:
    path = tmp_path / "list.csv"
    text = "Onze mensen;\n1;2\nWie;Wanneer\nAylin Özdemir;1-5-1979\nJan Bos;2-6-1980\n"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(layout.NoHeadsError) as error:
        preview.prepare(db, path, today=today)
    assert error.value.likely == 3
    plan = preview.prepare(db, path, today=today, asked=preview.Asked(heads_row=3))
    assert [column.head for column in plan.columns] == ["Wie", "Wanneer"]
    choices.remember(db, {"Wie": "client.name", "Wanneer": "client.birth_date"})
    assert preview.prepare(db, path, today=today).counts.clients == 2


def test_of_two_columns_with_one_head_each_can_be_chosen_and_forgotten(
    db: Database, plan_of: Callable[..., Plan]
) -> None:
    text = "Naam;Plaats;Datum;Datum\nAylin Bos;U;1-5-1979;3-3-2026\nJan Bos;U;2-6-1980;4-3-26\n"
    keys = [column.key for column in plan_of(text).columns]
    assert keys == ["naam", "plaats", "datum", "datum 2"]
    choices.remember(db, {"datum": "client.birth_date", "datum 2": "client.received_on"})
    plan = plan_of(text)
    assert [column.field.code for column in plan.columns if column.field] == [
        "client.name", "dwelling.city", "client.birth_date", "client.received_on",
    ]  # fmt: skip
    assert [column.chosen for column in plan.columns] == [False, False, True, True]
    choices.forget(db, ["datum 2"])
    assert [column.chosen for column in plan_of(text).columns] == [False, False, True, False]


def test_every_head_has_a_key_of_its_own() -> None:
    found = heads.keys(["Datum", "Datum 2", "datum", "", "", "DATUM"])
    assert found == ["datum", "datum 2", "datum 3", "", "", "datum 4"]


def test_five_thousand_rows_and_very_long_names_are_looked_through(
    plan_of: Callable[..., Plan],
) -> None:
    rows = [
        f"Bewoner{n}, Jan{n};{1 + n % 28}-3-{1950 + n % 50};Laan {n + 1}" for n in range(5000)
    ]
    rows[7] = f"{'Lang' * 80}, Jan;1-1-1980;Laan 5001"
    plan = plan_of("Naam;Geboortedatum;Adres\n" + "\n".join(rows) + "\n")
    assert plan.counts.clients == 4999
    assert {stop.rows for stop in plan.stops} == {(9,)}
    told = [(stop.place, stop.what) for stop in plan.stops]
    assert ("row 9, column A", "This is too long for this column.") in told


def test_a_workbook_in_memory_is_read_from_its_bytes_not_its_name(tmp_path: Path) -> None:
    made = io.BytesIO()
    book = openpyxl.Workbook()
    book.worksheets[0].append(HEADS)
    book.worksheets[0].append(["Jan Bos", date(1970, 1, 1), "Lindehof 1"])
    book.save(made)
    path = tmp_path / "list.txt"
    path.write_bytes(made.getvalue())
    assert files.read(path).sheets == ("Sheet",)
