"""Plans as PDF from the command line."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pypdfium2
import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.commands.conftest import Ran

AT = ("--today", "2026-11-24")


@pytest.fixture
def register(practice_folder: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "register"
    shutil.copytree(practice_folder, folder)
    return folder


def text(pdf: Path) -> str:
    return "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf))


def test_everybodys_plan_lies_under_a_number(
    cli: Callable[..., Ran], register: Path, tmp_path: Path
) -> None:
    made = cli("plans", register, "--out", tmp_path / "pdf", "--bound", *AT)
    assert made.code == 0, made.err
    *files, bound = sorted((tmp_path / "pdf").iterdir())
    assert files
    assert bound.name == "plans-2026-11-24.pdf"
    assert str(bound) in made.out
    pages = sum(len(pypdfium2.PdfDocument(file)) for file in files)
    assert len(pypdfium2.PdfDocument(bound)) == pages
    assert all(file.name.startswith("plan-C-") for file in files)
    assert "Mijn plan" in text(files[0])
    number = files[0].name.removeprefix("plan-")[:6]
    one = cli("plan", register, number, "--out", tmp_path / "one.pdf", *AT)
    assert one.code == 0, one.err
    assert number in text(tmp_path / "one.pdf")


@pytest.mark.parametrize(
    ("who", "said"), [("C-9999", "No client fits"), ("C-00", "More than one client")]
)
def test_who_is_meant_must_be_plain(
    cli: Callable[..., Ran], register: Path, tmp_path: Path, who: str, said: str
) -> None:
    refused = cli("plan", register, who, "--out", tmp_path / "x.pdf", *AT)
    assert refused.code == 1
    assert said in refused.err
    assert not (tmp_path / "x.pdf").exists()
