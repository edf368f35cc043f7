"""Organisation and region, as two processes that share nothing but files."""

from __future__ import annotations

import re
import subprocess
import zipfile
from typing import TYPE_CHECKING

import pytest

from desktop_app import practice
from desktop_app.region import goals
from desktop_app.summary import cards
from tests.commands.conftest import TODAY

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.commands.conftest import Ran

AT = ("--today", TODAY.isoformat())


def words_in(out: str) -> str:
    return out.split("words: ")[1].splitlines()[0]


@pytest.fixture
def region(cli: Callable[..., Ran], tmp_path: Path) -> Path:
    folder = tmp_path / "region"
    made = cli(
        "region", "init", folder, "--person", "Noor", "--name", "Regio Oefen",
        "--code", "oefen", "--start", "2024-11-01", "--target", "50",
    )  # fmt: skip
    assert made.code == 0, made.err
    assert re.search(r"Recovery code: (\w{4}[- ]?){9}", made.out)
    return folder


@pytest.fixture
def office(tmp_path: Path) -> Path:
    folder = tmp_path / "office"
    practice.make_register(folder, clients=22, seed=5, today=TODAY).db.close()
    return folder


def connect(cli: Callable[..., Ran], region: Path, office: Path, tmp_path: Path) -> None:
    card, profile = tmp_path / "office.card", tmp_path / "region.profile"
    assert cli("card", office, "--out", card).code == 0
    added = cli("region", "add", region, card, *AT)
    assert added.code == 0, added.err
    told = cli("region", "profile", region, "--out", profile, *AT)
    assert told.code == 0, told.err
    wrong = cli("connect", office, profile, "--fingerprint", "appel peer", *AT)
    assert wrong.code == 1
    right = cli(
        "connect", office, profile, "--fingerprint", *words_in(told.out).split(),
        "--exact-headlines", "F. Aydin", *AT,
    )  # fmt: skip
    assert right.code == 0, right.err


def test_a_region_needs_no_more_than_a_folder(cli: Callable[..., Ran], tmp_path: Path) -> None:
    made = cli("region", "init", tmp_path / "desk")
    assert made.code == 0, made.err
    told = cli("region", "profile", tmp_path / "desk", "--out", tmp_path / "region.profile")
    assert told.code == 0, told.err
    assert len(words_in(told.out).split()) == 8


def test_a_month_goes_from_organisation_to_region(
    cli: Callable[..., Ran], region: Path, office: Path, tmp_path: Path
) -> None:
    early = cli("export", office, "--month", "2026-10", "--out", tmp_path / "out", *AT)
    assert early.code == 1
    assert "not connected to a region" in early.err
    connect(cli, region, office, tmp_path)
    made = cli(
        "export", office, "--month", "2026-10", "--out", tmp_path / "out",
        "--plain", tmp_path / "own", *AT,
    )  # fmt: skip
    assert made.code == 0, made.err
    (sealed,) = (tmp_path / "out").iterdir()
    assert sealed.read_bytes().startswith(b"age-encryption.org/v1")
    (plain,) = (tmp_path / "own").iterdir()
    assert "cells.csv" in zipfile.ZipFile(plain).namelist()
    pattern = tmp_path / "out" / "*.age"
    merged = cli("region", "merge", region, pattern, "--out", tmp_path / "totals", *AT)
    assert merged.code == 0, merged.err
    names = sorted(path.name for path in (tmp_path / "totals").iterdir())
    assert names == ["regio_2026-10.pdf", "regio_2026-10.xlsx"]
    text = subprocess.run(
        ["pdftotext", tmp_path / "totals" / "regio_2026-10.pdf", "-"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert "Regio Oefen" in text
    refused = cli("export", office, "--month", "2026-10", "--out", tmp_path / "out", *AT)
    assert (refused.code, "Save the same file again" in refused.err) == (1, True)
    words = ("export", office, "--out", tmp_path / "lost", "--again", "--month")
    assert cli(*words, "2026-10").code == 0
    never = cli(*words, "2026-09")
    assert (never.code, "No file was made for 09-2026" in never.err) == (1, True)
    once_more = cli("region", "merge", region, tmp_path / "lost" / sealed.name,
                    "--out", tmp_path / "totals", *AT)  # fmt: skip
    assert "was read before; nothing changed" in once_more.out


def test_bad_files_are_named_one_by_one_and_nothing_is_written(
    cli: Callable[..., Ran], region: Path, office: Path, tmp_path: Path
) -> None:
    connect(cli, region, office, tmp_path)
    made = cli("export", office, "--month", "2026-10", "--out", tmp_path / "out", *AT)
    assert made.code == 0, made.err
    (sealed,) = (tmp_path / "out").iterdir()
    whole = sealed.read_bytes()
    cut, bent = tmp_path / "cut.zip.age", tmp_path / "bent.zip.age"
    cut.write_bytes(whole[: len(whole) // 2])
    bent.write_bytes(whole[:-20] + bytes(byte ^ 1 for byte in whole[-20:]))
    foreign = tmp_path / "photo.zip.age"
    foreign.write_bytes(b"holiday")
    merged = cli(
        "region", "merge", region, cut, bent, foreign, "--out", tmp_path / "totals", *AT
    )
    assert merged.code == 1
    for file in (cut, bent, foreign):
        assert f"{file.name}: " in merged.err
    assert list((tmp_path / "totals").iterdir()) == []


def test_a_practice_region_is_whole(cli: Callable[..., Ran], tmp_path: Path) -> None:
    folder = tmp_path / "practice"
    made = cli("demo-region", folder, "--sizes", "4,12", "--months", "12", *AT)
    assert made.code == 0, made.err
    assert sorted(path.name for path in folder.iterdir()) == [
        "org-01",
        "org-02",
        "out",
        "region",
    ]
    assert len(list((folder / "out").glob("*.zip.age"))) == 2
    assert {path.suffix for path in (folder / "out").iterdir()} == {".age", ".pdf", ".xlsx"}
    assert practice.PASSWORD in made.out
    again = cli("demo-region", folder, *AT)
    assert again.code == 1
    assert "not empty" in again.err


def test_what_the_region_agreed_is_shown_and_changed(
    cli: Callable[..., Ran], region: Path
) -> None:
    assert cli("region", "goals", region).out.splitlines() == [
        "Programme: –",
        "First day: 01-11-2024",
        "People to house: 50",
        "Headlines from ten up: exact",
    ]
    changed = cli(
        "region", "goals", region, "--programme", "Eerst een (t)huis", "--start", "2025-01-01",
        "--target", "0", "--headlines", "rounded",
    )  # fmt: skip
    assert changed.code == 0, changed.err
    assert "Write the profile again" in changed.out
    assert cli("region", "goals", region).out.splitlines() == changed.out.splitlines()[:4]
    assert changed.out.splitlines()[1:4] == [
        "First day: 01-01-2025",
        "People to house: 0",
        "Headlines from ten up: rounded",
    ]


def test_an_organisation_leaves_and_its_card_brings_it_back(
    cli: Callable[..., Ran], region: Path, office: Path, tmp_path: Path
) -> None:
    connect(cli, region, office, tmp_path)
    nobody = cli("region", "leave", region, "voordeu", *AT)
    assert nobody.code == 1
    assert "There are: voordeur." in nobody.err
    gone = cli("region", "leave", region, "voordeur", *AT)
    assert (gone.code, "takes part no longer" in gone.out) == (0, True)
    assert cli("region", "add", region, tmp_path / "office.card", *AT).code == 0


def test_no_goal_is_larger_than_a_profile_can_say(
    cli: Callable[..., Ran], tmp_path: Path
) -> None:
    refused = cli("region", "init", tmp_path / "r", "--target", goals.MOST + 1)
    assert refused.code == 2
    assert f"0 to {goals.MOST}" in refused.err
    made = cli("region", "init", tmp_path / "r", "--target", goals.MOST)
    assert made.code == 0, made.err
    file = tmp_path / "profile"
    assert cli("region", "profile", tmp_path / "r", "--out", file).code == 0
    assert cards.read_profile(file.read_bytes()).target == goals.MOST
