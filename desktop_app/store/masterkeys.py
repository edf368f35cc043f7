"""The master key of each epoch and what hangs from it.

Everything that is encrypted has its own key, derived from the newest master key. When somebody
loses access a new epoch begins with a fresh master key; the one before is sealed under it, so
that whoever is still in reaches old backups, and whoever went out reaches nothing new.
"""

from __future__ import annotations

import secrets
from dataclasses import replace
from typing import TYPE_CHECKING

from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives import hashes, hmac
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from desktop_app.store.keyform import KeyFile, canonical, changed_outside

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

KEY = 32
NONCE = 12


def new_master() -> bytes:
    """Return a fresh master key."""
    return secrets.token_bytes(KEY)


def derive(master: bytes, vault_id: UUID, label: str) -> bytes:
    """Return a key of 32 bytes for one use, named by its label."""
    info = b"thuisbasis-keys/1 " + label.encode()
    return HKDF(hashes.SHA256(), KEY, salt=vault_id.bytes, info=info).derive(master)


def trace(master: bytes, vault_id: UUID) -> bytes:
    """Return 32 bytes that recognise a master key without giving it away."""
    return derive(master, vault_id, "keyfile/anchor")


def begin_epoch(file: KeyFile, newest: bytes, fresh: bytes) -> KeyFile:
    """Return a key file of the next epoch, the newest master key sealed under the fresh one.

    The slots still hold the old master key, and `mac` is still the old one.
    """
    nonce = secrets.token_bytes(NONCE)
    key = derive(fresh, file.vault_id, "keyfile/escrow")
    sealed = AESGCM(key).encrypt(nonce, newest, _context(file.vault_id, file.epoch))
    return replace(file, epoch=file.epoch + 1, escrow=(*file.escrow, nonce + sealed))


def all_masters(file: KeyFile, newest: bytes) -> tuple[bytes, ...]:
    """Return the master keys of all epochs, oldest first.

    Raises:
        KeyFileChangedError: an older one does not open with the one after it.
    """
    masters = [newest]
    for epoch in range(file.epoch - 1, 0, -1):
        sealed = file.escrow[epoch - 1]
        key = derive(masters[0], file.vault_id, "keyfile/escrow")
        try:
            context = _context(file.vault_id, epoch)
            older = AESGCM(key).decrypt(sealed[:NONCE], sealed[NONCE:], context)
        except (InvalidTag, ValueError) as error:
            raise changed_outside() from error
        masters.insert(0, older)
    return tuple(masters)


def signed(file: KeyFile, masters: Sequence[bytes]) -> KeyFile:
    """Return a key file with the `mac` that only a holder of the newest master key can make."""
    return replace(file, mac=_code(file, masters[-1]).finalize())


def check_signed(file: KeyFile, masters: Sequence[bytes]) -> None:
    """Insist that a holder of the newest master key wrote this file.

    Raises:
        KeyFileChangedError: somebody else did.
    """
    try:
        _code(file, masters[-1]).verify(file.mac)
    except InvalidSignature as error:
        raise changed_outside() from error


def _code(file: KeyFile, master: bytes) -> hmac.HMAC:
    code = hmac.HMAC(derive(master, file.vault_id, "keyfile/header"), hashes.SHA256())
    code.update(file.header())
    return code


def _context(vault_id: UUID, epoch: int) -> bytes:
    return canonical(
        {"use": "thuisbasis-keys/1 escrow", "vault": str(vault_id), "epoch": epoch},
    )
