"""A disk so small that it is soon full: a real one, wherever this machine lets us have it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager

MEGABYTE = 1 << 20
_SHARED = Path("/dev/shm")  # noqa: S108 - a disk in memory, filled by nobody but this test
_SMALL = 256 * MEGABYTE  # filling a larger one would take the machine's memory


@dataclass(frozen=True, slots=True)
class SmallDisk:
    """A folder on a disk of a few megabytes."""

    folder: Path
    ballast: Path

    def free(self) -> int:
        return shutil.disk_usage(self.folder).free

    def leave(self, room: int) -> None:
        """Fill it until so many bytes are left."""
        self.empty()
        with self.ballast.open("wb") as file:
            while self.free() > room + MEGABYTE:
                file.write(bytes(MEGABYTE))
                file.flush()
            left = self.free() - room
            while left > 0:
                written = os.write(file.fileno(), bytes(min(left, 4096)))
                left -= written
        assert self.free() <= room + 8192

    def empty(self) -> None:
        self.ballast.unlink(missing_ok=True)

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Let nothing be written on it, as on a stick with its switch over."""
        if self.ballast.parent != self.folder:
            pytest.skip("this machine lets nobody close a disk to writing")
        self._remount("ro")
        try:
            yield
        finally:
            self._remount("rw")

    def _remount(self, way: str) -> None:
        command = ["mount", "-o", f"remount,{way}", str(self.folder)]
        subprocess.run(command, check=True)

    def litter(self) -> list[str]:
        """Return what half-written files and folders lie there."""
        return [str(path) for path in self.folder.rglob("*.part*")]


@contextmanager
def _mounted(place: Path) -> Iterator[SmallDisk]:
    try:
        yield SmallDisk(place, place / ".ballast")
    finally:
        subprocess.run(["umount", "--lazy", str(place)], check=True)


@contextmanager
def _shared() -> Iterator[SmallDisk]:
    from fcntl import LOCK_EX, flock  # noqa: PLC0415 - not on Windows

    with (_SHARED / "thuisbasis-tests.lock").open("wb") as lock:
        flock(lock, LOCK_EX)  # two tests that fill the same disk would meet
        folder = _SHARED / f"thuisbasis-{os.getpid()}"
        folder.mkdir()
        try:
            yield SmallDisk(folder, _SHARED / f"thuisbasis-{os.getpid()}.ballast")
        finally:
            shutil.rmtree(folder)
            (_SHARED / f"thuisbasis-{os.getpid()}.ballast").unlink(missing_ok=True)


def _mounts(place: Path) -> bool:
    """Mount a small disk, and tell whether that was allowed."""
    if not sys.platform.startswith("linux"):
        return False
    command = ["mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", str(place)]
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        return False


def small(place: Path) -> AbstractContextManager[SmallDisk]:
    """Return a small disk at an empty folder, or where this machine has one; else skip."""
    if _mounts(place):
        return _mounted(place)
    if _SHARED.is_dir() and shutil.disk_usage(_SHARED).total <= _SMALL:
        return _shared()
    pytest.skip("this machine lets nobody have a small disk: no mount, no small /dev/shm")
