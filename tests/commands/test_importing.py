"""`import`, and `list` after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
