"""Where a register may live, and where sticks are: what the computer tells of a folder.

A register on a network drive can be damaged (SQLite's log needs a disk of one computer), and a
folder that a sync program watches copies the file while it is being written. Both are told
before a register is made there.
"""

from __future__ import annotations

import os
import re
import secrets
import shutil
import sys
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app import paths
from desktop_app.errors import UserError
from desktop_app.store import faults
from desktop_app.words import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class Risk(StrEnum):
    """Why a folder does not suit a register well."""

    NETWORK = "network"
    SYNCED = "synced"


@dataclass(frozen=True, slots=True)
class Stick:
    """A removable disk that is connected now."""

    path: Path
    name: str
    free: int
    """Bytes."""


_SYNC_NAMES = re.compile(
    r"onedrive( - .+)?|dropbox( \(.+\))?|google ?drive|my drive|mijn drive|icloud ?drive"
    r"|mobile documents|cloudstorage|nextcloud|owncloud|surfdrive|stack|pcloud ?drive|mega"
    r"|proton ?drive|box sync",
    re.IGNORECASE,
)
_SYNC_MARKS = (".dropbox", ".dropbox.cache", "._sync_*.db", ".sync_*.db", ".owncloudsync.log")
_SYNC_VARIABLES = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
_NETWORK_KINDS = re.compile(
    r"nfs\d*|cifs|smb\d*|smbfs|afs|ncpfs|9p|davfs|ceph|glusterfs"
    r"|fuse\.(sshfs|rclone|davfs2?|s3fs|gvfsd-fuse|glusterfs|cifs)"
)
_DRIVE_REMOVABLE, _DRIVE_REMOTE = 2, 4  # what Windows' GetDriveType gives


def check(folder: Path, *, over: bool = False) -> Risk | None:
    """Tell whether a register can come in a folder, and what risk is in it.

    Args:
        folder: need not exist yet.
        over: a register may be there, which is then set aside.

    Raises:
        UserError: it holds a register or something else, or may not be written to.
    """
    try:
        there = any(folder.glob("register.*"))
        if there and not over:
            raise UserError(
                _("There is already a register in this folder. Choose another folder.")
            )
        if not there and folder.is_dir() and any(folder.iterdir()):
            raise UserError(
                _("There is something in this folder already. Choose a new or empty folder.")
            )
        if folder.exists() and not folder.is_dir():
            raise UserError(_("This is a file, not a folder. Choose another folder."))
        probe = _existing(folder) / f".thuisbasis-{secrets.token_hex(4)}"
        probe.mkdir()
        probe.rmdir()
    except OSError as refused:
        raise faults.refusal(refused, folder) from refused
    return risk(folder)


def risk(folder: Path) -> Risk | None:
    """Tell what risk there is in keeping a register in a folder."""
    if _is_remote(folder):
        return Risk.NETWORK
    return Risk.SYNCED if _is_synced(folder) else None


def proposed(name: str) -> Path:
    """Return where to keep a new register: with the documents, unless those are synced away."""
    safe = re.sub(r'[<>:"/\\|?*\x00-\x1f]', "", name).strip(" .")[:60] or "register"
    usual = paths.documents()
    room = usual if risk(usual) is None else Path.home() / usual.name
    path, count = room / safe, 1
    while path.exists() and any(path.iterdir()):
        count += 1
        path = room / f"{safe} {count}"
    return path


def sticks() -> list[Stick]:
    """Return the removable disks that are connected now, by name."""
    found: list[Stick] = []
    for path in _removable():
        try:
            free = shutil.disk_usage(path).free
        except OSError:
            continue  # taken out between two looks
        found.append(Stick(path, path.name or str(path), free))
    return sorted(found, key=lambda stick: stick.name.casefold())


def _existing(folder: Path) -> Path:
    """Return the folder itself or the nearest one above it that is there."""
    for candidate in (folder, *folder.absolute().parents):
        if candidate.is_dir():
            return candidate
    return folder


def _is_synced(folder: Path) -> bool:
    whole = folder.absolute()
    if any(_SYNC_NAMES.fullmatch(part) for part in whole.parts):
        return True
    roots = (os.environ.get(name) for name in _SYNC_VARIABLES)
    if any(root and whole.is_relative_to(root) for root in roots):
        return True
    return any(_is_marked(above) for above in (whole, *whole.parents))


def _is_marked(folder: Path) -> bool:
    try:
        return any(any(folder.glob(mark)) for mark in _SYNC_MARKS)
    except OSError:
        return False  # what may not be looked at is not a sync folder of this user


if sys.platform == "win32":
    import ctypes
    import string

    def _drive_type(root: str) -> int:
        return int(ctypes.windll.kernel32.GetDriveTypeW(root))

    def _is_remote(folder: Path) -> bool:
        drive = folder.absolute().drive
        return drive.startswith("\\\\") or _drive_type(f"{drive}\\") == _DRIVE_REMOTE

    def _removable() -> Iterator[Path]:
        for letter in string.ascii_uppercase:
            root = f"{letter}:\\"
            if _drive_type(root) == _DRIVE_REMOVABLE:
                yield Path(root)

else:

    def _is_remote(folder: Path) -> bool:
        try:
            table = Path("/proc/self/mounts").read_text(encoding="utf-8", errors="replace")
        except OSError:
            return False  # macOS has no such table
        return is_remote(folder.absolute(), table.splitlines())

    def _removable() -> Iterator[Path]:
        users = (Path("/media"), Path("/run/media"))
        owned = (above / name for above in users for name in _users(above))
        for shelf in (*owned, Path("/Volumes")):
            if shelf.is_dir():
                yield from (path for path in shelf.iterdir() if path.is_mount())

    def _users(above: Path) -> Iterable[str]:
        name = os.environ.get("USER", "")
        return [name] if name and (above / name).is_dir() else []


def is_remote(folder: Path, mounts: Iterable[str]) -> bool:
    """Tell from a table of mounts (as /proc/self/mounts) whether a folder is a network's."""
    best, kind = -1, ""
    for line in mounts:
        _device, point, found, *_rest = [*line.split(), "", "", ""]
        point = point.replace("\\040", " ")
        if point and folder.is_relative_to(point) and len(point) > best:
            best, kind = len(point), found
    return bool(_NETWORK_KINDS.fullmatch(kind))
