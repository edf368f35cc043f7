"""Whatever a disk refuses is said in words, and leaves nothing half-written."""

from __future__ import annotations

import errno
import subprocess
import sys
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop_app import disk, settings, whole
from desktop_app.disk import Fault
from desktop_app.settings import Settings

if TYPE_CHECKING:
    from tests.small_disk import SmallDisk

LARGE = bytes(300_000)


def error(number: int) -> OSError:
    return OSError(number, "as the system says it")


@pytest.mark.parametrize(
    ("number", "fault", "words"),
    [
        (errno.ENOSPC, Fault.FULL, "Make room"),
        (errno.EFBIG, Fault.FULL, "Make room"),
        (errno.EDQUOT, Fault.FULL, "Make room"),
        (errno.EACCES, Fault.REFUSED, "ask for write permission"),
        (errno.EROFS, Fault.REFUSED, "ask for write permission"),
        (errno.ENOENT, Fault.GONE, "stick connected"),
        (errno.ENODEV, Fault.GONE, "stick connected"),
        (errno.EIO, Fault.FAULTY, "still connected"),
        (errno.EEXIST, Fault.FAULTY, "a file where"),
    ],
)
def test_what_the_system_refuses_is_said_with_what_to_do(
    number: int, fault: Fault, words: str
) -> None:
    said = disk.write_failed(Path("somewhere/plan.pdf"), error(number))
    assert said.fault == fault == disk.fault_of(said) == disk.fault_of(error(number))
    assert "plan.pdf" in str(said)
    assert words in str(said)
    assert "somewhere" not in str(said)


def test_windows_says_it_in_numbers_of_its_own() -> None:
    for number, fault in ((112, Fault.FULL), (1295, Fault.FULL), (21, Fault.GONE)):
        told = error(errno.EINVAL)
        told.__dict__["winerror"] = number
        assert disk.fault_of(told) == fault


def test_a_file_that_is_open_elsewhere_is_to_be_closed(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    path.write_bytes(b"")
    assert "Close it" in str(disk.write_failed(path, error(errno.EACCES)))


def test_a_full_disk_keeps_the_old_file_and_no_part_of_the_new(small_disk: SmallDisk) -> None:
    path = small_disk.folder / "plan [1].pdf"
    whole.write(path, b"old")
    small_disk.leave(100_000)
    with pytest.raises(disk.WriteFailedError, match="stick is full") as failed:
        whole.write(path, LARGE)
    assert failed.value.fault == Fault.FULL
    assert path.read_bytes() == b"old"
    assert small_disk.litter() == []
    small_disk.empty()
    whole.write(path, LARGE)
    assert path.read_bytes() == LARGE


def test_a_stick_closed_to_writing_keeps_what_it_has(small_disk: SmallDisk) -> None:
    path = small_disk.folder / "list.csv"
    whole.write(path, b"old")
    with small_disk.locked():
        assert disk.ask(path) == Fault.REFUSED
        for target in (path, small_disk.folder / "new.csv", small_disk.folder / "a" / "s.toml"):
            with pytest.raises(disk.WriteFailedError, match=r"Choose|does not exist"):
                whole.write(target, LARGE)
        with pytest.raises(disk.WriteFailedError, match="cannot be kept"):
            settings.save(small_disk.folder / "a" / "settings.toml", Settings())
    assert path.read_bytes() == b"old"
    assert small_disk.litter() == []


def test_files_that_belong_together_come_together_or_not_at_all(small_disk: SmallDisk) -> None:
    first, second = small_disk.folder / "a.xlsx", small_disk.folder / "b.pdf"
    first.write_bytes(b"old")
    small_disk.leave(400_000)
    with pytest.raises(disk.WriteFailedError, match=r"b\.pdf was not written"):
        whole.write_all({first: LARGE, second: LARGE})
    assert first.read_bytes() == b"old"
    assert not second.exists()
    assert small_disk.litter() == []


def test_what_an_interrupted_writing_left_goes_at_the_next(tmp_path: Path) -> None:
    path = tmp_path / "list [2].csv"
    left = whole.part_of(path)
    left.write_bytes(b"half")
    whole.write(path, b"whole")
    assert [found.name for found in tmp_path.iterdir()] == [path.name]


def test_choices_of_this_computer_survive_a_full_disk(small_disk: SmallDisk) -> None:
    file = small_disk.folder / "config" / "settings.toml"
    settings.save(file, Settings(slot="Bas"))
    small_disk.leave(0)
    with pytest.raises(disk.WriteFailedError, match=r"cannot be kept\. The disk or stick is"):
        settings.save(file, Settings(slot="Noor"))
    assert settings.read(file).slot == "Bas"
    assert [path.name for path in file.parent.iterdir()] == ["settings.toml"]


def test_asking_a_disk_tells_why_a_file_cannot_grow(
    small_disk: SmallDisk, tmp_path: Path
) -> None:
    path = small_disk.folder / "register.db"
    path.write_bytes(LARGE)
    assert disk.ask(path) is None
    small_disk.leave(8000)
    assert disk.ask(path) == Fault.FULL
    assert disk.ask(small_disk.folder / "gone" / "register.db") == Fault.GONE
    assert disk.ask(tmp_path / "not-there.db") == Fault.GONE
    assert small_disk.litter() == []


LIMITED = textwrap.dedent("""
    import resource, sys
    from pathlib import Path
    from desktop_app import disk, words
    words.set_language("en")
    path = Path(sys.argv[1])
    path.write_bytes(bytes(300_000))
    resource.setrlimit(resource.RLIMIT_FSIZE, (320_000, 320_000))
    print(disk.ask(path), sorted(found.name for found in path.parent.iterdir()))
""")


@pytest.mark.skipif(sys.platform == "win32", reason="no limit on the size of files there")
def test_a_limit_on_the_size_of_files_counts_as_full(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, str(tmp_path / "register.db")],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "full ['register.db']\n"
