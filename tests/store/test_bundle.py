"""A damaged, cut, foreign or forged backup is told from a good one."""

from __future__ import annotations

import json
import random
import zipfile
from typing import TYPE_CHECKING, Any

import pytest

from desktop_app.errors import UserError
from desktop_app.store import backup_faults, backups, bundle, keyform, packing_list

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.store.conftest import FoundedRegister


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_cut_backup_is_said_to_be_no_whole_one(stored: Path, tmp_path: Path) -> None:
    raw, cut = stored.read_bytes(), tmp_path / "cut.tbbackup"
    for length in (0, 1, 100, len(raw) // 2, len(raw) - 1):
        cut.write_bytes(raw[:length])
        with pytest.raises(backup_faults.BackupDamagedError):
            backups.read_backup(cut)
    assert backups.list_backups(tmp_path) == backups.Shelf((), (cut,))


def test_a_flipped_bit_is_harmless_or_seen(
    founded: FoundedRegister, stored: Path, tmp_path: Path
) -> None:
    raw = bytearray(stored.read_bytes())
    whole_one = bundle.check(stored)
    spoiled = tmp_path / "spoiled.tbbackup"
    rng = random.Random(3)  # noqa: S311 - chooses bits, not keys
    ends = [*range(1_000), *range(len(raw) - 600, len(raw))]
    seen = 0
    for place in rng.sample(ends, 300) + rng.sample(range(len(raw)), 100):
        bit = 1 << rng.randrange(8)
        raw[place] ^= bit
        spoiled.write_bytes(raw)
        raw[place] ^= bit
        try:
            manifest = bundle.check(spoiled)
            packing_list.check_signed(manifest, founded.opened)
        except UserError:
            seen += 1
        else:
            assert manifest == whole_one
    assert seen > 200


def test_another_zip_is_no_backup(tmp_path: Path) -> None:
    foreign = tmp_path / "foreign.tbbackup"
    for content in ({}, {"manifest.json": b"{}"}, {"manifest.json": b"[" * 10_000}):
        with zipfile.ZipFile(foreign, "w") as archive:
            for name, raw in content.items():
                archive.writestr(name, raw)
        with pytest.raises(backup_faults.BackupDamagedError):
            backups.read_backup(foreign)


def test_each_file_that_is_no_backup_is_told_what_it_is(stored: Path, tmp_path: Path) -> None:
    raw = stored.read_bytes()
    flipped = bytearray(raw)
    flipped[len(raw) // 2] ^= 1
    photo, other = tmp_path / "photo.jpg", tmp_path / "book.xlsx"
    photo.write_bytes(b"\xff\xd8\xff" + bytes(500))
    with zipfile.ZipFile(other, "w") as archive:
        archive.writestr("xl/workbook.xml", b"")
    cases: dict[bytes, type[UserError]] = {
        b"": backup_faults.BackupCutError,
        raw[:20]: backup_faults.BackupCutError,
        raw[:-1000]: backup_faults.BackupCutError,
        bytes(flipped): backup_faults.BackupDamagedError,
    }
    sentences = set()
    for content, kind in cases.items():
        path = tmp_path / "x.tbbackup"
        path.write_bytes(content)
        with pytest.raises(kind) as said:
            bundle.check(path)
        assert type(said.value) is kind
        sentences.add(str(said.value))
    for path in (photo, other):
        with pytest.raises(backup_faults.ForeignFileError) as said:
            bundle.check(path)
        sentences.add(str(said.value))
    assert len(sentences) == 3
    with pytest.raises(UserError, match="still connected"):
        bundle.check(tmp_path / "gone.tbbackup")


def rebuilt(stored: Path, target: Path, **changes: Any) -> Path:
    """Put a backup together anew, as somebody would who knows its form."""
    with zipfile.ZipFile(stored) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            raw = old.read(name)
            if name == bundle.MANIFEST:
                raw = keyform.canonical(json.loads(raw) | changes)
            new.writestr(name, raw)
    return target


def test_a_backup_of_a_newer_program_asks_for_it(
    tmp_path: Path, rebuilt: Callable[..., Path]
) -> None:
    newer = rebuilt(tmp_path / "newer.tbbackup", version=2)
    with pytest.raises(backup_faults.BackupNewerError):
        backups.read_backup(newer)


@pytest.mark.parametrize(
    "changes",
    [
        {"journal": "1:00"},
        {"made": "2026-11-25T09:12:00+00:00"},
        {"epoch": 0},
        {"epoch": 2},
        {"vault": "00000000-0000-4000-8000-000000000000"},
    ],
)
def test_a_manifest_that_somebody_else_wrote_is_refused(
    founded: FoundedRegister,
    tmp_path: Path,
    changes: dict[str, Any],
    rebuilt: Callable[..., Path],
) -> None:
    altered = backups.read_backup(rebuilt(tmp_path / "altered.tbbackup", **changes))
    with pytest.raises(backup_faults.BackupDamagedError):
        backups.verify(altered, founded.opened)
    assert names(tmp_path) == ["altered.tbbackup"]


@pytest.mark.parametrize("name", ["../evil", "/tmp/evil", "register.exe"])  # noqa: S108
def test_a_bundle_never_writes_outside_its_folder(
    stored: Path, tmp_path: Path, name: str, rebuilt: Callable[..., Path]
) -> None:
    files = json.loads(bundle_manifest(stored))["files"]
    evil = tmp_path / "evil.tbbackup"
    rebuilt(evil, files=files | {name: {"sha256": "00", "size": 4}})
    with zipfile.ZipFile(evil, "a") as archive:
        archive.writestr(name, b"evil")
    with pytest.raises(backup_faults.BackupDamagedError):
        bundle.unpack(evil, tmp_path)
    assert names(tmp_path) == ["evil.tbbackup"]


def bundle_manifest(path: Path) -> bytes:
    with zipfile.ZipFile(path) as archive:
        return archive.read(bundle.MANIFEST)
