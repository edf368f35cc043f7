"""Files in any form that Excel ever saved."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl
import pytest

from desktop_app.errors import UserError
from desktop_app.register.importing import files, grid, preview, texts

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.register.importing.preview import Plan
    from desktop_app.store.database import Database

ENCODINGS = {
    "cp1252": "Windows (cp1252)",
    "cp850": "DOS (cp850)",
    "utf-8": "UTF-8",
    "utf-8-sig": "UTF-8",
    "utf-16": "UTF-16",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
}


@pytest.mark.parametrize("codec", ENCODINGS)
@pytest.mark.parametrize("separator", texts.SEPARATORS)
def test_every_encoding_and_separator_gives_the_same_people(
    db: Database, tmp_path: Path, housing_list: str, today: date, codec: str, separator: str
) -> None:
    text = housing_list
    if codec == "cp850":
        text = text.replace("€ ", "").replace("1.012,50", "1012.5")
    if separator == ",":
        text = text.replace("€ 1.012,50", '"€ 1.012,50"').replace("612,00", '"612,00"')
        text = text.replace("2122,50", "").replace("Vries, S. de", '"Vries, S. de"')
        text = text.replace("Özdemir, Aylin", '"Özdemir, Aylin"')
        text = text.replace("García, José", '"García, José"').replace('€ "', '"€ ')
    path = tmp_path / "list.csv"
    path.write_bytes(text.replace(";", separator).replace("\n", "\r\n").encode(codec))
    plan = preview.prepare(db, path, today=today)
    assert plan.encoding == ENCODINGS[codec]
    assert plan.stops == ()
    names = [line.get("client", "last_name") for line in plan.lines]
    assert names == ["Özdemir", "Vries", "García"]
    assert [line.get("tenancy", "rent_cents") for line in plan.lines] == [61200, 49800, 101250]
    assert [line.row for line in plan.lines] == [3, 4, 5]


@pytest.mark.parametrize("name", ["list.xlsx", "list.csv"])
def test_a_workbook_is_known_by_its_bytes_and_keeps_dates(
    db: Database, tmp_path: Path, today: date, name: str
) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Cliënten"])
    sheet.append([])
    sheet.append(["Naam", "Geboortedatum", "Aangemeld op", "Telefoon", "Kamers"])
    sheet.append(["Saskia de Vries", date(1985, 4, 3), 46000, 612345678, 2])
    sheet.append(["Youssef El Amrani", "onbekend", date(2026, 5, 1), "06 5550 1234", None])
    book.create_sheet("Oud").append(["vorig jaar"])
    path = tmp_path / "list.xlsx"
    book.save(path)
    path = path.rename(tmp_path / name)
    plan = preview.prepare(db, path, today=today)
    assert plan.encoding == ""
    assert any("“Sheet” is read; 1 other sheet" in note for note in plan.notes)
    first, second = plan.lines
    assert first.row == 4
    assert first.get("client", "birth_date") == date(1985, 4, 3)
    assert first.get("client", "received_on") == date(2025, 12, 9)
    assert first.get("client", "phone") == "0612345678"
    assert second.get("client", "birth_date") is None
    assert (second.get("client", "call_name"), second.get("client", "last_name")) == (
        "Youssef",
        "El Amrani",
    )


def test_a_workbook_of_the_nineties_is_read_too(db: Database, today: date) -> None:
    plan = preview.prepare(db, Path(__file__).with_name("oldest.xls"), today=today)
    (line,) = plan.lines
    assert line.get("client", "last_name") == "Özdemir"
    assert line.get("client", "birth_date") == date(1992, 3, 14)
    assert line.get("client", "received_on") == date(2025, 12, 9)
    assert line.get("client", "phone") == "0612345678"


def test_a_separator_may_be_declared_on_the_first_line(plan_of: Callable[..., Plan]) -> None:
    plan = plan_of("sep=|\nNaam|Geboortedatum\nAylin Özdemir|14-03-1992\n")
    assert plan.separator == "bar"
    assert plan.lines[0].row == 3


def test_cells_may_hold_separators_quotes_and_new_lines(plan_of: Callable[..., Plan]) -> None:
    plan = plan_of(
        'Roepnaam;Achternaam;Plaats;Straat;Huisnummer\n"Jo ""Jo""\nAnn";"A;B";U;S;1\n'
    )
    assert plan.lines[0].get("client", "call_name") == 'Jo "Jo" Ann'
    assert plan.lines[0].get("client", "last_name") == "A;B"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "empty"),
        (b"  \r\n ", "empty"),
        (b"PK\x03\x04 but no more", "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "damaged"),
        (b"one column\nonly\n", "one column only"),
        (b"a;b\n1;2\n", "No row with heads"),
        (b"Naam;Geboortedatum\n;\n", "no lines below"),
        (bytes(range(256)) * 4, "no text|No row with heads"),
    ],
)
def test_what_is_no_list_gets_its_own_sentence(
    db: Database, tmp_path: Path, today: date, content: bytes, said: str
) -> None:
    path = tmp_path / "file"
    path.write_bytes(content)
    with pytest.raises(UserError, match=said):
        preview.prepare(db, path, today=today)


def test_signs_that_steer_a_screen_are_not_read() -> None:
    assert grid.cleaned(" A\x1b[2J\x00ylin\x9f ") == "A[2Jylin"
    assert grid.cleaned("one\nand\ttwo") == "one\nand\ttwo"
    assert grid.cleaned("\x07") is None


def test_a_missing_file_gets_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="cannot be read"):
        files.read(tmp_path / "gone.csv")
