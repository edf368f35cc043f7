"""What a backup says of itself: its manifest, signed with a key that only a way in gives."""

from __future__ import annotations

import hmac
import json
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from desktop_app.store import backup_faults, erasing, keyfile, opening
from desktop_app.store.keyform import canonical

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop_app.store.opened import Opened

REQUIRED = frozenset({opening.REGISTER_FILE, keyfile.NAME})
ALLOWED = REQUIRED | {erasing.NAME}

_FORMAT = "thuisbasis-backup"
_VERSION = 1


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


def signed(manifest: Manifest, opened: Opened) -> bytes:
    """Return a manifest as its file has it, signed for this register."""
    return canonical(_document(manifest) | {"mac": _mac(manifest, opened).hex()})


def parse(raw: bytes) -> Manifest:
    """Return the manifest that bytes hold; whoever wrote them, it has the right form.

    Raises:
        BackupDamagedError, BackupNewerError.
    """
    try:
        document: Any = json.loads(raw)
        if document["format"] != _FORMAT:
            raise backup_faults.foreign()
        if document["version"] != _VERSION:
            raise backup_faults.newer()
        manifest = _parse(document)
        if canonical(_document(manifest) | {"mac": manifest.mac.hex()}) != raw:
            raise backup_faults.damaged()
    except (KeyError, ValueError, TypeError, AttributeError, RecursionError) as error:
        raise backup_faults.damaged() from error
    return manifest


def check_signed(manifest: Manifest, opened: Opened) -> None:
    """Insist that somebody with a way into the register made the bundle.

    Raises:
        BackupDamagedError: it was put together by somebody else.
    """
    fits = manifest.vault_id == opened.vault_id and 1 <= manifest.epoch <= opened.epoch
    if not fits or not hmac.compare_digest(manifest.mac, _mac(manifest, opened)):
        raise backup_faults.damaged()


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
