"""Signing and sealing: Ed25519 over what is said, age around it for those who may read.

Both are plain standards: `openssl pkeyutl -verify -rawin` checks a signature, `age -d` opens a
sealed file. Keys are bytes and text here; where they are kept is the register's matter.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyrage
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import (
    Ed25519PrivateKey,
    Ed25519PublicKey,
)
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

_MAGIC = b"age-encryption.org/v1\n"


class NotForUsError(Exception):
    """A whole sealed file, for other eyes."""


class NotWholeError(Exception):
    """Bytes that are not, or no longer, what was sent."""


def new_signing_key() -> bytes:
    """Return a new private Ed25519 key, 32 bytes."""
    return Ed25519PrivateKey.generate().private_bytes_raw()


def public_key(private: bytes) -> bytes:
    """Return the public half of a signing key, 32 bytes."""
    return Ed25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()


def pem(public: bytes) -> bytes:
    """Return a public key as PEM, the form in which openssl takes it."""
    key = Ed25519PublicKey.from_public_bytes(public)
    return key.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)


def sign(private: bytes, data: bytes) -> bytes:
    """Return the raw signature of data, 64 bytes."""
    return Ed25519PrivateKey.from_private_bytes(private).sign(data)


def is_signed_by(public: bytes, signature: bytes, data: bytes) -> bool:
    """Return whether a signature over data was made with a key's private half."""
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, data)
    except (InvalidSignature, ValueError):
        return False
    return True


def new_identity() -> str:
    """Return a new age identity ("AGE-SECRET-KEY-1…"), which opens what is sealed to it."""
    return str(pyrage.x25519.Identity.generate())


def recipient(identity: str) -> str:
    """Return the public half of an age identity ("age1…")."""
    return str(pyrage.x25519.Identity.from_str(identity).to_public())


def is_recipient(text: str) -> bool:
    """Return whether a text is a whole age recipient (it carries a checksum)."""
    try:
        pyrage.x25519.Recipient.from_str(text)
    except pyrage.RecipientError:
        return False
    return True


def seal(data: bytes, recipients: Sequence[str]) -> bytes:
    """Return data that only the identities of these recipients open."""
    keys = [pyrage.x25519.Recipient.from_str(text) for text in recipients]
    sealed: bytes = pyrage.encrypt(data, keys)
    return sealed


def unseal(sealed: bytes, identity: str) -> bytes:
    """Open what was sealed.

    Raises:
        NotForUsError: it is sealed to others.
        NotWholeError: it is cut off, changed or no sealed file at all.
    """
    if not sealed.startswith(_MAGIC):
        raise NotWholeError
    try:
        data: bytes = pyrage.decrypt(sealed, [pyrage.x25519.Identity.from_str(identity)])
    except pyrage.DecryptError as failure:
        if "No matching keys" in str(failure):
            raise NotForUsError from failure
        raise NotWholeError from failure
    return data


def file_name(region: str, organisation: str, period: date, revision: int) -> str:
    """Return a month file's name; it holds codes only."""
    return f"thuisbasis_{region}_{organisation}_{period:%Y-%m}_r{revision}_tb-summary-1.zip.age"
