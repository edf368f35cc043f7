"""The one file that a backup is: a zip without compression, with a manifest that lists it.

    register.db     the encrypted register, copied by SQLite's own online backup
    register.keys   the key file of that moment
    register.erased whose records were destroyed (only if anybody's were)
    manifest.json   hashes, sizes, when, of which register, how far its access log was

The manifest is signed with a key that only a way into the register gives. Nothing here reads
a client; without password or recovery code a bundle tells no more than its name.
"""

from __future__ import annotations

import hashlib
import zipfile
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from desktop_app import whole
from desktop_app.archives import NO_ZIP
from desktop_app.store import backup_faults, packing_list

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from desktop_app.errors import UserError
    from desktop_app.store.opened import Opened
    from desktop_app.store.packing_list import Manifest

SUFFIX = ".tbbackup"
MANIFEST = "manifest.json"

_PIECE = 1 << 20  # bytes read at a time
_LONGEST = 100_000
_LOCAL, _HEADER = b"PK\x03\x04", 30  # how a zip begins: thirty bytes, then the first name
_BEGIN = MANIFEST.encode()


def pack(target: Path, manifest: Manifest, members: Mapping[str, Path], opened: Opened) -> None:
    """Write a bundle under a name of its own and flush it to disk.

    Raises:
        OSError: no room, no permission.
    """
    files = {name: (_hash(path), path.stat().st_size) for name, path in members.items()}
    manifest = replace(manifest, files=files)
    with (
        whole.new_file(target) as file,
        zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as bundle,
    ):
        bundle.writestr(MANIFEST, packing_list.signed(manifest, opened))
        for name, path in members.items():
            bundle.write(path, name)


def read(path: Path) -> Manifest:
    """Return a bundle's manifest; nothing is checked yet but its form.

    Raises:
        BackupDamagedError, BackupNewerError.
    """
    with _opened(path) as bundle:
        entries = bundle.infolist()
        sizes = {entry.filename: entry.file_size for entry in entries}
        compressed = any(entry.compress_type != zipfile.ZIP_STORED for entry in entries)
        if compressed or len(sizes) != len(entries) or sizes.get(MANIFEST, 0) > _LONGEST:
            raise backup_faults.damaged()
        raw = bundle.read(MANIFEST)
    manifest = packing_list.parse(raw)
    del sizes[MANIFEST]
    if sizes != {name: size for name, (_sha256, size) in manifest.files.items()}:
        raise backup_faults.damaged()
    return manifest


def unpack(path: Path, folder: Path) -> Manifest:
    """Write what a bundle holds into an empty folder, every byte compared with its hash.

    Raises:
        BackupDamagedError: something is not as the manifest says.
        OSError: no room, no permission.
    """
    manifest = read(path)
    for name, (sha256, _size) in manifest.files.items():
        digest = hashlib.sha256()
        with whole.new_file(folder / name) as target:
            for piece in _pieces(path, name):
                digest.update(piece)
                target.write(piece)
        if digest.hexdigest() != sha256:
            raise backup_faults.damaged()
    return manifest


def member(path: Path, name: str) -> bytes:
    """Return one small file out of a bundle; empty where the bundle has none of that name.

    Raises:
        BackupDamagedError: it is not as the manifest says.
    """
    manifest = read(path)
    if name not in manifest.files:
        return b""
    content = b"".join(_pieces(path, name))
    if hashlib.sha256(content).hexdigest() != manifest.files[name][0]:
        raise backup_faults.damaged()
    return content


def check(path: Path) -> Manifest:
    """Compare every byte of a bundle with its hash, without a password.

    Raises:
        BackupDamagedError: something is not as the manifest says.
    """
    manifest = read(path)
    for name, (sha256, _size) in manifest.files.items():
        digest = hashlib.sha256()
        for piece in _pieces(path, name):
            digest.update(piece)
        if digest.hexdigest() != sha256:
            raise backup_faults.damaged()
    return manifest


def _no_backup(path: Path) -> UserError:
    """Tell a backup that was cut off or damaged from another file, by how it begins."""
    try:
        with path.open("rb") as file:
            begin = file.read(_HEADER + len(_BEGIN))
        complete = zipfile.is_zipfile(path)
    except OSError:
        return backup_faults.unreadable(path)
    if not (_LOCAL.startswith(begin[:4]) and _BEGIN.startswith(begin[_HEADER:])):
        return backup_faults.damaged() if path.suffix == SUFFIX else backup_faults.foreign()
    return backup_faults.damaged() if complete else backup_faults.cut()


@contextmanager
def _opened(path: Path) -> Iterator[zipfile.ZipFile]:
    try:
        with zipfile.ZipFile(path) as bundle:
            yield bundle
    except NO_ZIP as error:
        raise _no_backup(path) from error
    except OSError as error:
        raise backup_faults.unreadable(path) from error


def _pieces(path: Path, name: str) -> Iterator[bytes]:
    with _opened(path) as bundle, bundle.open(name) as entry:
        while piece := entry.read(_PIECE):
            yield piece


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
