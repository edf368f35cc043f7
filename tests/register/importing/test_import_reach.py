"""Workbooks that ask for more memory than there is: a sentence, before anything is read."""

from __future__ import annotations

import struct
import zipfile
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.errors import UserError
from desktop_app.register.importing import files, preview
from tests.register.importing.old_workbooks import disk, record, size, text, workbook

if TYPE_CHECKING:
    from desktop_app.store.database import Database

TOO_BIG = "too big to be a list"
OLDEST = Path(__file__).with_name("oldest.xls").read_bytes()
PEOPLE = text(0, 0, "Naam") + text(0, 1, "Adres") + text(1, 0, "Jan Bos") + text(1, 1, "Dam 1")
CORNERS = text(0, 0, "Naam") + text(65_535, 255, "x")
FAR_NUMBERS = record(0xBD, struct.pack("<HHHIHIH", 9, 0, 0, 0, 0, 0, 0xFFF0))
CELL = '<table:table-cell office:value-type="string"{0}><text:p>{1}</text:p></table:table-cell>'
EMPTY = '<table:table-cell table:number-columns-repeated="16380"/>'


def old(tmp_path: Path, stream: bytes) -> Path:
    path = tmp_path / "list.xls"
    path.write_bytes(disk({"Workbook": stream}))
    return path


def open_document(tmp_path: Path, *rows: str) -> Path:
    """Write a workbook as LibreOffice does."""
    names = "urn:oasis:names:tc:opendocument:xmlns"
    kinds = " ".join(f'xmlns:{one}="{names}:{one}:1.0"' for one in ("office", "table", "text"))
    path = tmp_path / "list.ods"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        packed.writestr(
            "content.xml",
            f"<office:document-content {kinds}><office:body><office:spreadsheet>"
            f'<table:table table:name="Lijst">{"".join(rows)}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
        )
        packed.writestr(
            "META-INF/manifest.xml", f'<m:manifest xmlns:m="{names}:manifest:1.0"/>'
        )
    return path


def row(*cells: str, times: int = 1) -> str:
    return (
        f'<table:table-row table:number-rows-repeated="{times}">{"".join(cells)}'
        "</table:table-row>"
    )


@pytest.mark.parametrize("filling", [b"", record(0x5C, bytes(5_000))])
def test_a_workbook_of_before_2007_is_read_however_it_is_stored(
    tmp_path: Path, filling: bytes
) -> None:
    found = files.read(old(tmp_path, workbook(PEOPLE + filling, PEOPLE)))
    assert [line.cells for line in found.rows] == [("Naam", "Adres"), ("Jan Bos", "Dam 1")]
    assert found.sheets == ("S0", "S1")


@pytest.mark.parametrize("filling", [b"", record(0x5C, bytes(5_000))])
@pytest.mark.parametrize(
    "stream",
    [
        workbook(CORNERS, CORNERS),
        workbook(CORNERS, at_once=3),
        workbook(PEOPLE, text(65_535, 65_535, "x")),
        workbook(size((0, 0xFFFFFFF0), (0, 0xFFF0)) + PEOPLE),
        workbook(size((9, 2), (0, 4)) + PEOPLE),
        workbook(*[text(40_000, 0, "x") + FAR_NUMBERS] * 2),
    ],
)
def test_far_cells_of_before_2007_do_not_ask_for_all_memory(
    tmp_path: Path, stream: bytes, filling: bytes
) -> None:
    with pytest.raises(UserError, match=TOO_BIG):
        files.read(old(tmp_path, stream + filling))


def test_sectors_that_go_round_are_damage(tmp_path: Path) -> None:
    path = old(tmp_path, workbook(PEOPLE) + bytes(5_000))
    content = bytearray(path.read_bytes())
    content[512 + 3 * 4 : 512 + 4 * 4] = struct.pack("<I", 3)
    path.write_bytes(content)
    with pytest.raises(UserError, match="damaged or no spreadsheet"):
        files.read(path)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    changes=st.lists(
        st.tuples(st.integers(0, len(OLDEST) - 1), st.integers(0, 255)), min_size=1, max_size=6
    ),
    kept=st.integers(600, len(OLDEST)),
)
def test_a_spoilt_workbook_is_read_or_refused_and_never_ends_the_program(
    tmp_path: Path, changes: list[tuple[int, int]], kept: int
) -> None:
    content = bytearray(OLDEST)
    for place, value in changes:
        content[place] = value
    path = tmp_path / "spoilt.xls"
    path.write_bytes(content[:kept])
    try:
        assert files.read(path).rows
    except UserError as refused:
        assert str(refused)  # noqa: PT017 - either is right


def test_a_workbook_of_libreoffice_is_read_too(
    db: Database, tmp_path: Path, today: date
) -> None:
    born = '<table:table-cell office:value-type="date" office:date-value="1992-03-14"/>'
    path = open_document(
        tmp_path,
        row(CELL.format("", "Naam"), CELL.format("", "Geboortedatum"), EMPTY),
        row(CELL.format("", "Aylin Özdemir"), born, EMPTY),
        row(EMPTY, times=1_048_570),
    )
    (line,) = preview.prepare(db, path, today=today).lines
    assert line.get("client", "last_name") == "Özdemir"
    assert line.get("client", "birth_date") == date(1992, 3, 14)


@pytest.mark.parametrize(
    "rows",
    [
        [row(CELL.format(' table:number-columns-repeated="50"', "x"), times=1_000_000)],
        [row(CELL.format("", "x"), CELL.format("", "x")), *[row(EMPTY, times=9_999_999)] * 2,
         row(CELL.format(' table:number-columns-repeated="1000"', "x"), times=2)],
        [row(CELL.format(' table:number-columns-repeated="900"', "x"), times=9_000)] * 3,
    ],
)  # fmt: skip
def test_repeated_cells_do_not_ask_for_all_memory(tmp_path: Path, rows: list[str]) -> None:
    with pytest.raises(UserError, match=TOO_BIG):
        files.read(open_document(tmp_path, *rows))


def test_a_binary_workbook_says_how_to_save_it(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsb"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("xl/workbook.bin", b"\x83\x01\x00")
    with pytest.raises(UserError, match="Save it as XLSX"):
        files.read(path)


def test_empty_cells_down_to_the_last_row_are_no_rows(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Naam", "Adres"])
    sheet.append(["Jan Bos", "Dam 1"])
    sheet.cell(200_000, 2, " ")
    path = tmp_path / "list.xlsx"
    book.save(path)
    assert [line.number for line in files.read(path).rows] == [1, 2]
