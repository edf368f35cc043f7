"""The recovery code on the printed sheet: 160 random bits in 9 groups of 4 characters.

Crockford's base32 leaves out the letters that are easily misread (I, L, O, U). The last group
is a check (CRC-20, all 36 characters together a multiple of the primitive polynomial
x^20 + x^6 + x^4 + x + 1): every one or two wrong characters, every swap of two characters or
of two groups and every run of up to four wrong characters is found before any key is derived.
"""

from __future__ import annotations

import secrets
import unicodedata

from desktop_app.errors import UserError
from desktop_app.words import _

BITS = 160
GROUPS = 9

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_MISREAD = str.maketrans("OILU", "011V")
_LENGTH = 36
_CHECK_BITS = 20
_POLYNOMIAL = 0x100053
_MASK = 0xFFFFF  # so that a row of zeros is no valid code


class MistypedCodeError(UserError):
    """The recovery code that was typed cannot be right, whatever the register."""


def new_code() -> tuple[bytes, str]:
    """Return a fresh secret of 20 bytes and how the sheet prints it."""
    secret = secrets.token_bytes(BITS // 8)
    return secret, printed(secret)


def printed(secret: bytes) -> str:
    """Return the 9 groups of 4 characters that stand for a secret of 20 bytes."""
    number = int.from_bytes(secret) << _CHECK_BITS
    number |= _remainder(number) ^ _MASK
    digits = [_ALPHABET[number >> 5 * place & 31] for place in reversed(range(_LENGTH))]
    return " ".join("".join(digits[start : start + 4]) for start in range(0, _LENGTH, 4))


def same_group(code: str, number: int, typed: str) -> bool:
    """Tell whether somebody typed a group of a code right; `number` counts from 1."""
    return code.split()[number - 1] == "".join(_signs(typed))


def secret_of(typed: str) -> bytes:
    """Return the secret of a code as somebody typed it: any case, spaces and dashes.

    Raises:
        MistypedCodeError: a wrong, missing or extra character.
    """
    signs = _signs(typed)
    if len(signs) != _LENGTH or not set(signs) <= set(_ALPHABET):
        raise _mistyped()
    number = 0
    for sign in signs:
        number = number << 5 | _ALPHABET.index(sign)
    if _remainder(number ^ _MASK):
        raise _mistyped()
    return (number >> _CHECK_BITS).to_bytes(BITS // 8)


def _signs(typed: str) -> list[str]:
    text = unicodedata.normalize("NFKC", typed).upper().translate(_MISREAD)
    return [sign for sign in text if not (sign.isspace() or sign in "-‐‑–—.")]  # noqa: RUF001


def _remainder(number: int) -> int:
    for place in reversed(range(_CHECK_BITS, _LENGTH * 5)):
        if number >> place & 1:
            number ^= _POLYNOMIAL << place - _CHECK_BITS
    return number


def _mistyped() -> MistypedCodeError:
    return MistypedCodeError(
        _("The recovery code has a typing error; check all 9 groups."),
    )
