"""One way in: from a password or recovery code to the master key.

    secret --Argon2id--> key --AES-256-GCM--> the slot's X25519 private key
    private key --HPKE--> master key of this epoch --HKDF--> every other key

A slot's public key lies open, so a new master key can be sealed to everybody without their
passwords. The sealed private key carries an anchor, a trace of the master key that the slot
was made with: whoever can only write files can seal a master key of their own to the public
keys, but cannot make it agree with the anchor.
"""

from __future__ import annotations

import secrets
import time
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import (
    X25519PrivateKey,
    X25519PublicKey,
)
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from desktop_app import dates
from desktop_app.store.keyform import (
    Cost,
    KeyFile,
    KeyFileChangedError,
    Kind,
    Slot,
    canonical,
    changed_outside,
    kdf,
)
from desktop_app.store.masterkeys import KEY, NONCE, all_masters, check_signed, trace
from desktop_app.words import _

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

FLOOR = Cost(memory=64 * 1024, passes=3, lanes=4)  # RFC 9106, second recommended option
CEILING = Cost(memory=1024 * 1024, passes=16, lanes=16)  # against a file made to hang us

_EPOCH = 4  # bytes of the anchor's epoch
_TARGET = 0.5  # seconds per unlock
_MOST_MEMORY = 256 * 1024  # KiB that an office laptop can spare
_SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)


class WrongSecretError(Exception):
    """The password or code does not open this slot; the caller knows which sentence fits."""


class KeyFileCostError(KeyFileChangedError):
    """A slot asks for less work than is safe, or for more than a computer can give."""


@cache
def calibrated_cost() -> Cost:
    """Return what takes about half a second here, never less than the floor."""
    started = time.perf_counter()
    _stretch(b"", bytes(16), FLOOR)
    spare = _TARGET / (time.perf_counter() - started)
    memory = FLOOR.memory
    while memory < _MOST_MEMORY and spare >= 2:  # noqa: PLR2004 - twice the memory, twice the time
        memory, spare = memory * 2, spare / 2
    passes = min(max(FLOOR.passes, int(FLOOR.passes * spare)), CEILING.passes)
    return Cost(memory, passes, FLOOR.lanes)


def blank(kind: Kind, label: str, cost: Cost, today: date | None) -> Slot:
    """Return a slot that nothing opens yet; dated today by the computer if no day is given."""
    created_on = today or dates.now().date()
    return Slot(uuid4(), kind, label, created_on, cost, b"", b"", b"", b"")


def fill(vault_id: UUID, slot: Slot, secret: bytes, masters: Sequence[bytes]) -> Slot:
    """Return a slot with a fresh salt and key pair, opened by a secret.

    Args:
        vault_id: the register's.
        slot: its id, kind, label, date and cost are kept.
        secret: what the password or code stands for.
        masters: the master keys of all epochs, oldest first.
    """
    pair = X25519PrivateKey.generate()
    public = pair.public_key().public_bytes_raw()
    slot = replace(slot, salt=secrets.token_bytes(16), public=public)
    inside = pair.private_bytes_raw() + _anchor(vault_id, masters, len(masters))
    nonce = secrets.token_bytes(NONCE)
    key = _stretch(secret, slot.salt, slot.cost)
    sealed = AESGCM(key).encrypt(nonce, inside, _slot_context(vault_id, slot))
    return seal_master(vault_id, replace(slot, private=nonce + sealed), masters)


def seal_master(vault_id: UUID, slot: Slot, masters: Sequence[bytes]) -> Slot:
    """Return a slot with the newest master key sealed to its public key."""
    info = _master_context(vault_id, slot, len(masters))
    public = X25519PublicKey.from_public_bytes(slot.public)
    return replace(slot, master=_SUITE.encrypt(masters[-1], public, info))


def open_slot(file: KeyFile, slot: Slot, secret: bytes) -> tuple[bytes, ...]:
    """Return the master keys of all epochs, oldest first, once the file proved genuine.

    Raises:
        WrongSecretError: the secret is not this slot's.
        KeyFileCostError: before any work is done.
        KeyFileChangedError: the slot opens but the file is not genuine.
    """
    inside = _open_private(file, slot, secret)
    pair = X25519PrivateKey.from_private_bytes(inside[:KEY])
    try:
        info = _master_context(file.vault_id, slot, file.epoch)
        newest = _SUITE.decrypt(slot.master, pair, info)
    except (InvalidTag, ValueError) as error:
        raise changed_outside() from error
    masters = all_masters(file, newest)
    check_signed(file, masters)
    anchored = int.from_bytes(inside[KEY : KEY + _EPOCH])
    if not 1 <= anchored <= file.epoch or inside[KEY:] != _anchor(
        file.vault_id, masters, anchored
    ):
        raise changed_outside()
    return masters


def _open_private(file: KeyFile, slot: Slot, secret: bytes) -> bytes:
    _check_cost(slot.cost)
    key = _stretch(secret, slot.salt, slot.cost)
    nonce, sealed = slot.private[:NONCE], slot.private[NONCE:]
    try:
        return AESGCM(key).decrypt(nonce, sealed, _slot_context(file.vault_id, slot))
    except (InvalidTag, ValueError) as error:
        raise WrongSecretError from error


def _stretch(secret: bytes, salt: bytes, cost: Cost) -> bytes:
    work = Argon2id(
        salt=salt,
        length=KEY,
        iterations=cost.passes,
        lanes=cost.lanes,
        memory_cost=cost.memory,
    )
    return work.derive(secret)


def _check_cost(cost: Cost) -> None:
    fits = (
        FLOOR.memory <= cost.memory <= CEILING.memory
        and FLOOR.passes <= cost.passes <= CEILING.passes
        and FLOOR.lanes <= cost.lanes <= CEILING.lanes
    )
    if not fits:
        raise KeyFileCostError(
            _(
                "The key file asks for an amount of work that Thuisbasis never sets, so it was"
                " changed outside Thuisbasis. Open nothing and contact your administrator."
            ),
        )


def _anchor(vault_id: UUID, masters: Sequence[bytes], epoch: int) -> bytes:
    return epoch.to_bytes(_EPOCH) + trace(masters[epoch - 1], vault_id)


def _slot_context(vault_id: UUID, slot: Slot) -> bytes:
    return canonical(
        {
            "use": "thuisbasis-keys/1 slot",
            "vault": str(vault_id),
            "slot": str(slot.id),
            "kind": slot.kind,
            "kdf": kdf(slot),
            "public": slot.public.hex(),
        },
    )


def _master_context(vault_id: UUID, slot: Slot, epoch: int) -> bytes:
    return canonical(
        {
            "use": "thuisbasis-keys/1 master",
            "vault": str(vault_id),
            "slot": str(slot.id),
            "epoch": epoch,
        },
    )
