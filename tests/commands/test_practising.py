"""`demo`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.commands.conftest import Ran


def test_a_practice_register_is_made_and_its_password_is_told(
    cli: Callable[..., Ran], tmp_path: Path
) -> None:
    folder = tmp_path / "oefenen"
    ran = cli("demo", folder, "--clients", 3, "--dwellings", 2, "--seed", 4, language="nl")
    assert ran.code == 0
    assert "oefenen met thuisbasis" in ran.out
    assert "Herstelcode: " in ran.out
    assert {path.name for path in folder.iterdir()} >= {"register.db", "register.keys"}
    assert [path.name for path in tmp_path.glob("*.part")] == []
    assert len(cli("list", folder, "clients").out.splitlines()) == 1 + 3
    assert len(cli("list", folder, "dwellings").out.splitlines()) == 1 + 2


def test_also_without_clients(cli: Callable[..., Ran], tmp_path: Path) -> None:
    folder = tmp_path / "leeg"
    assert cli("demo", folder, "--clients", 0).code == 0
    assert len(cli("list", folder, "clients").out.splitlines()) == 1


def test_a_folder_with_something_in_it_is_left_alone(
    cli: Callable[..., Ran], tmp_path: Path
) -> None:
    (tmp_path / "photo.jpg").write_bytes(b"x")
    ran = cli("demo", tmp_path)
    assert ran.code == 1
    assert "is not empty" in ran.err
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["photo.jpg"]


def test_a_folder_that_cannot_be_made_gets_a_sentence(
    cli: Callable[..., Ran], tmp_path: Path
) -> None:
    (tmp_path / "file").write_bytes(b"x")
    ran = cli("demo", tmp_path / "file" / "register")
    assert ran.code == 1
    assert "does not exist" in ran.err
    assert "Traceback" not in ran.err
