"""The key file is whole or said to be damaged, and its copy stands in for it."""

import errno
import json
import os
import shutil
import stat
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from desktop_app import disk, whole
from desktop_app.store import keyfile, keyform, keys

WORDS = "paars dak roept zeven"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, keys.Opened]:
    folder = tmp_path_factory.mktemp("keys")
    opened, _code = keys.create(folder, "Anna", WORDS, cost=keys.FLOOR)
    return folder, opened


@pytest.fixture
def folder(made: tuple[Path, keys.Opened], tmp_path: Path) -> Path:
    return shutil.copytree(made[0], tmp_path / "register")


def resealed(raw: bytes, **changes: object) -> bytes:
    """Return the file with other fields and a checksum that fits them."""
    document = json.loads(raw) | changes
    del document["sha256"]
    return keyform.canonical(document | {"sha256": keyform._checksum(document)})


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """Take this process' right to write in a folder away, also where it runs as root."""
    folder.chmod(0o555)
    as_root = os.geteuid() == 0
    if as_root:
        for path in folder.iterdir():
            os.chown(path, 65534, 65534)
        os.seteuid(65534)
    try:
        yield
    finally:
        if as_root:
            os.seteuid(0)
        folder.chmod(0o755)


def test_file_and_copy_are_equal_and_for_this_user_alone(folder: Path) -> None:
    file, copy = folder / keyfile.NAME, folder / keyfile.COPY
    assert file.read_bytes() == copy.read_bytes()
    if sys.platform != "win32":
        assert stat.S_IMODE(file.stat().st_mode) == stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert keyfile.read(folder).notice == ""


def test_encoding_and_decoding_are_each_others_inverse(folder: Path) -> None:
    raw = (folder / keyfile.NAME).read_bytes()
    assert keyform.encode(keyform.decode(raw)) == raw


def test_every_flipped_bit_reads_as_damage(folder: Path) -> None:
    raw = bytearray((folder / keyfile.NAME).read_bytes())
    for place in range(len(raw)):
        for bit in range(8):
            raw[place] ^= 1 << bit
            with pytest.raises(keys.KeyFileDamagedError):
                keyform.decode(bytes(raw))
            raw[place] ^= 1 << bit


def test_every_cut_reads_as_damage(folder: Path) -> None:
    raw = (folder / keyfile.NAME).read_bytes()
    for length in range(len(raw)):
        with pytest.raises(keys.KeyFileDamagedError):
            keyform.decode(raw[:length])


@pytest.mark.parametrize(
    "raw",
    [b"", b"{}", b"[]", b"null", b"[" * 100_000, b"\xff\xfe", b"1" * 10_000, b'{"sha256":"x"}'],
)
def test_other_bytes_read_as_damage(raw: bytes) -> None:
    with pytest.raises(keys.KeyFileDamagedError):
        keyform.decode(raw)


@pytest.mark.parametrize(
    "changes",
    [
        {"epoch": 0},
        {"epoch": 2},
        {"epoch": "1"},
        {"epoch": True},
        {"generation": 1.0},
        {"vault": "x"},
        {"slots": []},
        {"slots": [1]},
        {"slots": None},
        {"escrow": ["zz"]},
        {"mac": None},
        {"extra": 1},
    ],
)
def test_wrong_fields_with_a_right_checksum_read_as_changed(
    folder: Path,
    changes: dict[str, object],
) -> None:
    raw = (folder / keyfile.NAME).read_bytes()
    with pytest.raises(keys.KeyFileChangedError):
        keyform.decode(resealed(raw, **changes))


def test_a_name_that_would_spoil_the_unlock_window_reads_as_changed(folder: Path) -> None:
    raw = (folder / keyfile.NAME).read_bytes()
    for label in ("", " Anna", "An\nna", "\ud800", "A" * 81, 7):
        people = json.loads(raw)["slots"]
        people[0]["label"] = label
        with pytest.raises(keys.KeyFileChangedError):
            keyform.decode(resealed(raw, slots=people))


def test_a_newer_form_asks_for_a_newer_program(folder: Path) -> None:
    raw = (folder / keyfile.NAME).read_bytes()
    with pytest.raises(keys.KeyFileNewerError):
        keyform.decode(resealed(raw, version=2, slots="something else"))


def test_copy_stands_in_and_the_file_is_mended_at_unlocking(folder: Path) -> None:
    file, copy = folder / keyfile.NAME, folder / keyfile.COPY
    raw = file.read_bytes()
    file.write_bytes(raw[:-1])
    [person, _sheet] = keys.slots(folder)
    assert keys.unlock(folder, person.id, WORDS).notice
    assert file.read_bytes() == raw
    file.unlink()
    assert keys.unlock(folder, person.id, WORDS).notice
    assert file.read_bytes() == raw
    copy.write_bytes(b"")
    assert keys.unlock(folder, person.id, WORDS).notice == ""
    assert copy.read_bytes() == raw


def test_without_file_and_copy_or_with_both_damaged_the_user_is_told(folder: Path) -> None:
    file, copy = folder / keyfile.NAME, folder / keyfile.COPY
    file.write_bytes(file.read_bytes()[1:])
    copy.write_bytes(b"")
    with pytest.raises(keys.KeyFileDamagedError):
        keys.slots(folder)
    file.unlink()
    copy.unlink()
    with pytest.raises(keys.KeyFileMissingError, match=r"register\.keys"):
        keys.slots(folder)


def test_a_change_made_meanwhile_is_not_overwritten(
    made: tuple[Path, keys.Opened],
    folder: Path,
) -> None:
    before = keyfile.read(folder)
    keys.rename_person(folder, made[1], made[1].slot_id, "Anna V.")
    after = (folder / keyfile.NAME).read_bytes()
    with pytest.raises(keys.KeyFileBusyError):
        keyfile.write(folder, before.file, replacing=before)
    keyfile.mend(folder, before)
    assert (folder / keyfile.NAME).read_bytes() == after


def test_leftovers_of_a_crash_are_swept(folder: Path) -> None:
    stale = folder / f".{keyfile.NAME}-0a1b2c3d.part"
    stale.write_bytes(b"half")
    keyfile.mend(folder, keyfile.read(folder))
    assert not stale.exists()
    assert sorted(path.name for path in folder.iterdir()) == [keyfile.NAME, keyfile.COPY]


@pytest.mark.skipif(sys.platform == "win32", reason="folders have no such permission there")
def test_a_folder_that_can_only_be_read_still_opens_from_the_copy(folder: Path) -> None:
    with tempfile.TemporaryDirectory() as home:
        register = Path(home) / "register"
        shutil.copytree(folder, register)
        Path(home).chmod(0o755)
        (register / keyfile.NAME).write_bytes(b"damaged")
        [person, _sheet] = keys.slots(register)
        with read_only(register):
            opened = keys.unlock(register, person.id, WORDS)
            assert opened.notice
            with pytest.raises(disk.WriteFailedError) as failed:
                keys.rename_person(register, opened, person.id, "Anne")
        assert isinstance(failed.value.__cause__, PermissionError)
        assert (register / keyfile.NAME).read_bytes() == b"damaged"
        assert len(list(register.iterdir())) == 2


def test_a_full_disk_changes_nothing(
    made: tuple[Path, keys.Opened],
    folder: Path,
    no_room_beyond: Callable[[int], AbstractContextManager[None]],
) -> None:
    before = (folder / keyfile.NAME).read_bytes()
    with no_room_beyond(1000), pytest.raises(disk.WriteFailedError) as failed:
        keys.rename_person(folder, made[1], made[1].slot_id, "Anne")
    assert isinstance(failed.value.__cause__, OSError)
    assert failed.value.__cause__.errno == errno.EFBIG
    names = sorted(path.name for path in folder.iterdir())
    assert names == [keyfile.NAME, keyfile.COPY]
    assert (
        (folder / keyfile.NAME).read_bytes() == (folder / keyfile.COPY).read_bytes() == before
    )


def test_a_folder_that_is_gone_is_named_as_such(tmp_path: Path) -> None:
    with pytest.raises(disk.WriteFailedError, match="stick"):
        whole.write(tmp_path / "gone" / "x", b"")
