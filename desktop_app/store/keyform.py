"""The form of the key file: its fields, its one canonical spelling and its checksum.

SECURITY.md describes every field. This room knows no cipher and no disk: it tells damage from
health by a SHA-256 over the whole. What the fields mean is for `keyslots` and `keys`.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any, Literal
from uuid import UUID

from desktop_app.errors import UserError
from desktop_app.words import _

if TYPE_CHECKING:
    from collections.abc import Iterable

VERSION = 1  # a later one may name other algorithms, such as ML-KEM beside X25519

Kind = Literal["password", "recovery"]

_FORMAT = "thuisbasis-keys"
_LONGEST_LABEL = 80


class KeyFileError(UserError):
    """Something is wrong with the key file itself."""


class KeyFileDamagedError(KeyFileError):
    """Neither the key file nor its copy is whole."""


class LabelError(UserError):
    """A name cannot stand on the unlock window: none, too long, or there already."""


class KeyFileChangedError(KeyFileError):
    """The key file is whole but was not written by this program for this register."""


class KeyFileNewerError(KeyFileError):
    """The key file has a form that only a newer program knows."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one guess at a password costs: Argon2id's memory (KiB), passes and lanes."""

    memory: int
    passes: int
    lanes: int


@dataclass(frozen=True, slots=True)
class Slot:
    """One way in: a person's password or the recovery code. Bytes as SECURITY.md says."""

    id: UUID
    kind: Kind
    label: str
    created_on: date
    cost: Cost
    salt: bytes
    public: bytes
    private: bytes
    master: bytes


@dataclass(frozen=True, slots=True)
class KeyFile:
    """The key file as it was read or will be written.

    Attributes:
        escrow: the master key of epoch n, sealed under that of epoch n + 1, from n = 1.
        mac: HMAC over `header`, by a key that only the master key gives.
    """

    vault_id: UUID
    epoch: int
    generation: int
    slots: tuple[Slot, ...]
    escrow: tuple[bytes, ...]
    mac: bytes = b""

    def header(self) -> bytes:
        """Return the canonical bytes that `mac` vouches for."""
        return canonical(_header(self))

    def person(self, slot_id: UUID) -> Slot:
        """Return somebody's slot.

        Raises:
            UserError: there is none (any more).
        """
        for slot in self.slots:
            if slot.id == slot_id and slot.kind == "password":
                return slot
        raise UserError(_("This person no longer has access to the register."))

    def sheet(self) -> Slot:
        """Return the slot of the recovery code; there is always one."""
        return next(slot for slot in self.slots if slot.kind == "recovery")

    def with_slot(self, changed: Slot) -> KeyFile:
        """Return the file with one slot changed in its place."""
        kept = (changed if slot.id == changed.id else slot for slot in self.slots)
        return replace(self, slots=tuple(kept))


def canonical(document: Any) -> bytes:
    """Return the one form in which a JSON document is hashed: sorted, no spaces, ASCII."""
    return json.dumps(document, sort_keys=True, separators=(",", ":")).encode()


def encode(file: KeyFile) -> bytes:
    """Return the bytes of a key file, its checksum last in the making."""
    document = _header(file) | {"mac": file.mac.hex()}
    return canonical(document | {"sha256": _checksum(document)})


def decode(raw: bytes) -> KeyFile:
    """Return the key file that bytes hold.

    Raises:
        KeyFileDamagedError: the checksum does not fit, or the bytes are no such file.
        KeyFileNewerError: the checksum fits, the version is unknown.
        KeyFileChangedError: the checksum fits, the fields do not.
    """
    document = _whole_document(raw)
    if document.get("format") != _FORMAT:
        raise damaged()
    if document.get("version") != VERSION:
        raise KeyFileNewerError(
            _("The key file was made by a newer Thuisbasis. Update this program first."),
        )
    try:
        file = _parse(document)
    except (KeyError, ValueError, TypeError, AttributeError) as error:
        raise changed_outside() from error
    if encode(file) != raw:
        raise changed_outside()
    return file


def damaged() -> KeyFileDamagedError:
    """Return the error for a key file of which no whole copy is left."""
    return KeyFileDamagedError(
        _("The key file and its copy are damaged. Put register.keys back from a backup."),
    )


def changed_outside() -> KeyFileChangedError:
    """Return the error for a key file that is whole but not genuine."""
    return KeyFileChangedError(
        _(
            "The key file was changed outside Thuisbasis. Open nothing and contact your"
            " administrator."
        ),
    )


def checked_label(label: str, taken: Iterable[Slot]) -> str:
    """Return a name as it will stand on the unlock window.

    Raises:
        LabelError: empty, too long or somebody else's.
    """
    label = " ".join(label.split())
    if not _valid_label(label):
        raise LabelError(
            _("Give a name of at most 80 characters; it stands on the unlock window.")
        )
    if label.casefold() in {slot.label.casefold() for slot in taken}:
        raise LabelError(_("Somebody with this name already has access. Add an initial."))
    return label


def _valid_label(label: str) -> bool:
    return label == label.strip() and label.isprintable() and 0 < len(label) <= _LONGEST_LABEL


def _whole_document(raw: bytes) -> dict[str, Any]:
    try:
        document: Any = json.loads(raw)
        whole_form = isinstance(document, dict) and canonical(document) == raw
        if not whole_form or document.pop("sha256", None) != _checksum(document):
            raise damaged()
    except (ValueError, RecursionError) as error:
        raise damaged() from error
    return dict(document)


def _checksum(document: dict[str, Any]) -> str:
    return hashlib.sha256(canonical(document)).hexdigest()


def _header(file: KeyFile) -> dict[str, Any]:
    return {
        "format": _FORMAT,
        "version": VERSION,
        "vault": str(file.vault_id),
        "epoch": file.epoch,
        "generation": file.generation,
        "escrow": [sealed.hex() for sealed in file.escrow],
        "slots": [
            {
                "id": str(slot.id),
                "kind": slot.kind,
                "label": slot.label,
                "created": slot.created_on.isoformat(),
                "kdf": kdf(slot),
                "public": slot.public.hex(),
                "private": slot.private.hex(),
                "master": slot.master.hex(),
            }
            for slot in file.slots
        ],
    }


def kdf(slot: Slot) -> dict[str, Any]:
    """Return how a slot's password becomes a key, in the words of the file."""
    cost = slot.cost
    work = {"memory": cost.memory, "passes": cost.passes, "lanes": cost.lanes}
    return {"name": "argon2id", "salt": slot.salt.hex()} | work


def _parse(document: dict[str, Any]) -> KeyFile:
    file = KeyFile(
        vault_id=UUID(document["vault"]),
        epoch=_count(document["epoch"]),
        generation=_count(document["generation"]),
        slots=tuple(_parse_slot(entry) for entry in document["slots"]),
        escrow=tuple(bytes.fromhex(sealed) for sealed in document["escrow"]),
        mac=bytes.fromhex(document["mac"]),
    )
    recovery = [slot for slot in file.slots if slot.kind == "recovery"]
    _insist(len({slot.id for slot in file.slots}) == len(file.slots))
    _insist(len(recovery) == 1 and len(file.slots) > 1)
    _insist(len(file.escrow) == file.epoch - 1)
    return file


def _parse_slot(entry: dict[str, Any]) -> Slot:
    made = entry["kdf"]
    kind: Kind = "recovery" if entry["kind"] == "recovery" else "password"
    label = entry["label"]
    _insist(isinstance(label, str))
    _insist(_valid_label(label) if kind == "password" else label == "")
    return Slot(
        id=UUID(entry["id"]),
        kind=kind,
        label=label,
        created_on=date.fromisoformat(entry["created"]),
        cost=Cost(_count(made["memory"]), _count(made["passes"]), _count(made["lanes"])),
        salt=_sized(made["salt"], 16),
        public=_sized(entry["public"], 32),
        private=bytes.fromhex(entry["private"]),
        master=bytes.fromhex(entry["master"]),
    )


def _count(value: object) -> int:
    if type(value) is not int or value < 1:
        raise ValueError
    return value


def _sized(text: str, length: int) -> bytes:
    value = bytes.fromhex(text)
    _insist(len(value) == length)
    return value


def _insist(fits: bool) -> None:  # noqa: FBT001 - a condition is all it takes
    if not fits:
        raise ValueError
