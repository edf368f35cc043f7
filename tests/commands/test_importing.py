"""`import`, and `list` after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import openpyxl
import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.commands.conftest import Ran

TEXT = """Naam;geb.dat;Straat + nr;Ingang;Besch. t/m
Özdemir, Aylin;14-03-1992;Lindehof 12;3-2-26;30-06-2047
Vries, S. de;3-4-85;Lindehof 12A-3;01-01-2025;30-06-2047
"""


@pytest.fixture
def empty(cli: Callable[..., Ran], tmp_path: Path) -> Path:
    folder = tmp_path / "register"
    assert cli("demo", folder, "--clients", 0, "--dwellings", 0).code == 0
    return folder


def test_a_file_is_shown_first_and_then_read_in(
    cli: Callable[..., Ran], tmp_path: Path, empty: Path
) -> None:
    file = tmp_path / "lijst.csv"
    file.write_bytes(TEXT.encode("cp1252"))
    shown = cli("import", empty, file, "--dry-run", language="nl")
    assert shown.code == 0
    assert "Windows (cp1252) · puntkomma" in shown.out
    assert (
        "2 rijen worden 2 cliënten, 2 woningen, 2 huurcontracten en 2 beschikkingen."
        in shown.out
    )
    assert len(cli("list", empty, "clients").out.splitlines()) == 1
    read = cli("import", empty, file, language="nl")
    assert read.code == 0
    assert (
        "2 rijen werden 2 cliënten, 2 woningen, 2 huurcontracten en 2 beschikkingen."
        in read.out
    )
    assert "Özdemir" in cli("list", empty, "tenancies").out


def test_what_must_be_solved_goes_to_stderr_and_nothing_is_read(
    cli: Callable[..., Ran], tmp_path: Path, empty: Path
) -> None:
    file = tmp_path / "lijst.csv"
    file.write_text(TEXT.replace("3-2-26", "31-2-26"), encoding="utf-8")
    ran = cli("import", empty, file, language="nl")
    assert ran.code == 1
    assert ran.out == ""
    assert "rij 2, kolom D: 31-02-2026 bestaat niet." in ran.err
    assert ran.err.rstrip().endswith(
        "Los eerst 1 ding op in het bestand. Er is niets ingelezen."
    )
    assert len(cli("list", empty, "clients").out.splitlines()) == 1


@pytest.fixture
def two_sheets(tmp_path: Path) -> Path:
    """A workbook with a short sheet and a longer one."""
    book = openpyxl.Workbook()
    short, longer = book.worksheets[0], book.create_sheet("Alles")
    short.title = "Nieuw"
    for sheet, names in ((short, ["Aylin Özdemir"]), (longer, ["Jan Bos", "Noor Vos"])):
        sheet.append(["Naam", "Geboortedatum"])
        for number, name in enumerate(names, start=1):
            sheet.append([name, f"{number}-5-1979"])
    path = tmp_path / "lijst.xlsx"
    book.save(path)
    return path


def test_the_sheet_that_is_named_is_read(
    cli: Callable[..., Ran], two_sheets: Path, empty: Path
) -> None:
    assert cli("import", empty, two_sheets, "--sheet", "Nieuw", language="nl").code == 0
    assert "Özdemir" in cli("list", empty, "clients").out
    assert "Bos" not in cli("list", empty, "clients").out


def test_rows_to_be_solved_are_left_out_and_written_to_a_list(
    cli: Callable[..., Ran], tmp_path: Path, empty: Path
) -> None:
    file, left = tmp_path / "lijst.csv", tmp_path / "later.xlsx"
    file.write_text(TEXT.replace("3-2-26", "31-2-26"), encoding="utf-8")
    ran = cli("import", empty, file, "--leave-out", left, language="nl")
    assert ran.code == 0
    assert "rij 2, kolom D: 31-02-2026 bestaat niet." in ran.err
    assert "1 rij werd 1 cliënt, 1 woning, 1 huurcontract en 1 beschikking." in ran.out
    assert "Vries" in cli("list", empty, "clients").out
    assert "Özdemir" not in cli("list", empty, "clients").out
    heads, row = openpyxl.load_workbook(left).worksheets[0].iter_rows(values_only=True)
    assert heads[0] == "Naam"
    assert row[:2] == ("Özdemir, Aylin", "14-03-1992")


def test_with_nothing_to_leave_out_no_list_is_written(
    cli: Callable[..., Ran], tmp_path: Path, empty: Path
) -> None:
    file, left = tmp_path / "lijst.csv", tmp_path / "later.xlsx"
    file.write_text(TEXT, encoding="utf-8")
    assert cli("import", empty, file, "--leave-out", left).code == 0
    assert not left.exists()


def test_what_cannot_be_left_out_anywhere_is_not_read_in(
    cli: Callable[..., Ran], tmp_path: Path, empty: Path
) -> None:
    file = tmp_path / "lijst.csv"
    file.write_text(TEXT.replace("3-2-26", "31-2-26"), encoding="utf-8")
    ran = cli("import", empty, file, "--leave-out", tmp_path / "no folder" / "later.xlsx")
    assert ran.code == 1
    assert "Traceback" not in ran.err
    assert len(cli("list", empty, "clients").out.splitlines()) == 1


def test_the_exit_code_says_how_it_went(
    cli: Callable[..., Ran], tmp_path: Path, empty: Path
) -> None:
    file = tmp_path / "lijst.csv"
    file.write_text(TEXT, encoding="utf-8")
    for given, code in (
        ([file, "--dry-run"], 0),
        ([tmp_path / "gone.csv"], 1),
        ([file, "--sheet", "Blad1"], 1),
        ([], 2),
        ([file, "--sheet"], 2),
        ([file, "--leave-out"], 2),
        ([file, "--unknown"], 2),
    ):
        ran = cli("import", empty, *given)
        assert (ran.code, bool(ran.err)) == (code, bool(code))
        assert "Traceback" not in ran.err
