"""Which folders suit a register."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.disk import DiskError
from desktop_app.errors import UserError
from desktop_app.store import places
from desktop_app.store.places import Risk


def test_a_new_or_empty_folder_suits_and_stays_as_it_was(tmp_path: Path) -> None:
    assert places.check(tmp_path / "new" / "one") is None
    assert places.check(tmp_path) is None
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("register.db", "already a register"),
        ("register.keys", "already a register"),
        ("holiday.jpg", "something in this folder already"),
    ],
)
def test_a_folder_that_holds_something_is_refused(
    tmp_path: Path, name: str, sentence: str
) -> None:
    (tmp_path / name).touch()
    with pytest.raises(UserError, match=sentence):
        places.check(tmp_path)


def test_a_register_may_be_where_a_backup_comes_back_but_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "register.keys").touch()
    assert places.check(tmp_path, over=True) is None
    (tmp_path / "register.keys").rename(tmp_path / "holiday.jpg")
    with pytest.raises(UserError, match="something in this folder"):
        places.check(tmp_path, over=True)


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(UserError, match="This is a file"):
        places.check(tmp_path / "file")
    with pytest.raises(DiskError):
        places.check(Path("/proc/nowhere/register"))


@pytest.mark.parametrize(
    "name",
    ["OneDrive", "OneDrive - Stichting De Linde", "Dropbox", "Google Drive", "iCloudDrive"],
)
def test_a_folder_of_a_sync_program_is_known_by_its_name(tmp_path: Path, name: str) -> None:
    assert places.check(tmp_path / name / "Thuisbasis") is Risk.SYNCED
    assert places.check(tmp_path / f"Oude {name}" / "Thuisbasis") is None


@pytest.mark.parametrize("mark", [".dropbox", ".sync_a1b2.db", "._sync_a1b2.db"])
def test_or_by_what_the_program_keeps_there(tmp_path: Path, mark: str) -> None:
    (tmp_path / mark).touch()
    assert places.check(tmp_path / "Cloud" / "register") is Risk.SYNCED


def test_or_by_where_windows_says_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OneDriveCommercial", str(tmp_path / "work"))
    assert places.risk(tmp_path / "work" / "Documents") is Risk.SYNCED
    assert places.risk(tmp_path / "works") is None


MOUNTS = """\
/dev/sda2 / ext4 rw 0 0
server:/users /users nfs4 rw 0 0
/dev/sdb1 /users/bas/My\\040Disk vfat rw 0 0
//nas/care /mnt/care cifs rw 0 0
bas@host: /mnt/far fuse.sshfs rw 0 0
""".splitlines()


@pytest.mark.parametrize(
    ("folder", "remote"),
    [
        ("/users/bas/register", True),
        ("/users/bas/My Disk/register", False),
        ("/mnt/care", True),
        ("/mnt/careful", False),
        ("/mnt/far/off", True),
        ("/var/lib", False),
    ],
)
def test_a_network_drive_is_told_by_the_nearest_mount(folder: str, remote: bool) -> None:  # noqa: FBT001
    assert places.is_remote(Path(folder), MOUNTS) is remote


def test_a_register_is_proposed_under_its_name_and_never_in_a_full_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DOCUMENTS_DIR", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    first = places.proposed("Register A/B: *De Linde*")
    assert first.name == "Register AB De Linde"
    first.mkdir(parents=True)
    assert places.proposed("Register A/B: *De Linde*") == first
    (first / "register.db").touch()
    assert places.proposed("Register A/B: *De Linde*").name == "Register AB De Linde 2"
    assert places.proposed(" ../ ").name == "register"


def test_it_is_not_proposed_among_documents_that_are_synced_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DOCUMENTS_DIR", str(tmp_path / "OneDrive" / "Documenten"))
    assert places.proposed("Utrecht") == tmp_path / "Thuisbasis" / "Utrecht"
