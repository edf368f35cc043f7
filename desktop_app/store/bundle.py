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
import hmac
import json
import zipfile
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from desktop_app import whole
from desktop_app.archives import NO_ZIP
from desktop_app.errors import UserError
from desktop_app.store import erasing, keyfile, opening
from desktop_app.store.keyform import canonical
from desktop_app.words import _

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from desktop_app.store.opened import Opened

SUFFIX = ".tbbackup"
MANIFEST = "manifest.json"
REQUIRED = frozenset({opening.REGISTER_FILE, keyfile.NAME})
ALLOWED = REQUIRED | {erasing.NAME}

_FORMAT = "thuisbasis-backup"
_VERSION = 1
_PIECE = 1 << 20  # bytes read at a time
_LONGEST = 100_000
_LOCAL, _HEADER = b"PK\x03\x04", 30  # how a zip begins: thirty bytes, then the first name
_BEGIN = MANIFEST.encode()


class BackupDamagedError(UserError):
    """The file is no whole backup of ours."""


class BackupCutError(BackupDamagedError):
    """The file begins as a backup and stops half-way."""


class ForeignFileError(BackupDamagedError):
    """The file is something else than a backup."""


class BackupNewerError(UserError):
    """The backup was made by a newer program."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup says of itself.

    Attributes:
        reason: why it was made outside the usual rhythm ("before-0004"), or empty.
        journal: head of the access log at that moment (`journal.head`).
        files: (SHA-256, size) by name.
        program: the version that made it; empty in the first backups there were.
        form: the revision of the register's tables, likewise.
    """

    vault_id: UUID
    epoch: int
    made_at: datetime
    short_code: str
    reason: str
    journal: str
    files: Mapping[str, tuple[str, int]] = field(default_factory=dict)
    mac: bytes = b""
    program: str = ""
    form: str = ""


def pack(target: Path, manifest: Manifest, members: Mapping[str, Path], opened: Opened) -> None:
    """Write a bundle under a name of its own and flush it to disk.

    Raises:
        OSError: no room, no permission.
    """
    files = {name: (_hash(path), path.stat().st_size) for name, path in members.items()}
    manifest = replace(manifest, files=files)
    document = _document(manifest) | {"mac": _mac(manifest, opened).hex()}
    with (
        whole.new_file(target) as file,
        zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as bundle,
    ):
        bundle.writestr(MANIFEST, canonical(document))
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
            raise damaged()
        raw = bundle.read(MANIFEST)
    manifest = _manifest(raw)
    del sizes[MANIFEST]
    if sizes != {name: size for name, (_sha256, size) in manifest.files.items()}:
        raise damaged()
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
            raise damaged()
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
        raise damaged()
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
            raise damaged()
    return manifest


def check_signed(manifest: Manifest, opened: Opened) -> None:
    """Insist that somebody with a way into the register made the bundle.

    Raises:
        BackupDamagedError: it was put together by somebody else.
    """
    fits = manifest.vault_id == opened.vault_id and 1 <= manifest.epoch <= opened.epoch
    if not fits or not hmac.compare_digest(manifest.mac, _mac(manifest, opened)):
        raise damaged()


def damaged() -> BackupDamagedError:
    """Return the sentence for a file that is no whole backup."""
    return BackupDamagedError(
        _(
            "This backup is damaged: what is in it is not what was put in. Nothing was changed."
            " Choose another backup."
        )
    )


def foreign() -> ForeignFileError:
    """Return the sentence for a file that never was a backup."""
    return ForeignFileError(
        _(
            "This file is something else than a Thuisbasis backup. Choose a file of which the"
            " name ends in .tbbackup."
        )
    )


def newer(program: str = "") -> BackupNewerError:
    """Return the sentence for a backup that this program is too old for."""
    return BackupNewerError(
        _("This backup was made by Thuisbasis {version}. Update this program first.").format(
            version=program
        )
        if program
        else _("This backup was made by a newer Thuisbasis. Update this program first.")
    )


def _no_backup(path: Path) -> UserError:
    """Tell a backup that was cut off or damaged from another file, by how it begins."""
    try:
        with path.open("rb") as file:
            begin = file.read(_HEADER + len(_BEGIN))
        complete = zipfile.is_zipfile(path)
    except OSError:
        return _unreadable(path)
    if not (_LOCAL.startswith(begin[:4]) and _BEGIN.startswith(begin[_HEADER:])):
        return damaged() if path.suffix == SUFFIX else foreign()
    return damaged() if complete else _cut()


def _cut() -> BackupCutError:
    return BackupCutError(
        _(
            "This backup is not all there: copying it stopped half-way, or the stick was taken"
            " out too early. Copy it again, or choose another backup."
        )
    )


def _unreadable(path: Path) -> UserError:
    return UserError(
        _("{file} cannot be read. Is the disk or stick still connected?").format(file=path.name)
    )


def _mac(manifest: Manifest, opened: Opened) -> bytes:
    key = opened.derive("backup", epoch=manifest.epoch)
    return hmac.digest(key, canonical(_document(manifest)), "sha256")


def _document(manifest: Manifest) -> dict[str, Any]:
    known = {"program": manifest.program, "form": manifest.form}
    return {
        **{name: value for name, value in known.items() if value},
        "format": _FORMAT,
        "version": _VERSION,
        "vault": str(manifest.vault_id),
        "epoch": manifest.epoch,
        "made": manifest.made_at.isoformat(),
        "code": manifest.short_code,
        "reason": manifest.reason,
        "journal": manifest.journal,
        "files": {
            name: {"sha256": sha256, "size": size}
            for name, (sha256, size) in manifest.files.items()
        },
    }


def _manifest(raw: bytes) -> Manifest:
    try:
        document: Any = json.loads(raw)
        if document["format"] != _FORMAT:
            raise foreign()
        if document["version"] != _VERSION:
            raise newer()
        manifest = _parse(document)
        if canonical(_document(manifest) | {"mac": manifest.mac.hex()}) != raw:
            raise damaged()
    except (KeyError, ValueError, TypeError, AttributeError, RecursionError) as error:
        raise damaged() from error
    return manifest


def _parse(document: Any) -> Manifest:
    manifest = Manifest(
        vault_id=UUID(document["vault"]),
        epoch=int(document["epoch"]),
        made_at=datetime.fromisoformat(document["made"]),
        short_code=str(document["code"]),
        reason=str(document["reason"]),
        journal=str(document["journal"]),
        files={
            name: (str(entry["sha256"]), int(entry["size"]))
            for name, entry in document["files"].items()
        },
        mac=bytes.fromhex(document["mac"]),
        program=str(document.get("program", "")),
        form=str(document.get("form", "")),
    )
    shown = manifest.short_code + manifest.reason + manifest.journal + manifest.program
    timely = manifest.made_at.tzinfo is not None and shown.isprintable()
    if not timely or not REQUIRED <= manifest.files.keys() <= ALLOWED:
        raise ValueError
    return manifest


@contextmanager
def _opened(path: Path) -> Iterator[zipfile.ZipFile]:
    try:
        with zipfile.ZipFile(path) as bundle:
            yield bundle
    except NO_ZIP as error:
        raise _no_backup(path) from error
    except OSError as error:
        raise _unreadable(path) from error


def _pieces(path: Path, name: str) -> Iterator[bytes]:
    with _opened(path) as bundle, bundle.open(name) as entry:
        while piece := entry.read(_PIECE):
            yield piece


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
