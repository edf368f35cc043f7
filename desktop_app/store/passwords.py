"""What a password must be: long, and not one that everybody tries first.

No rules about capitals or signs: length is what a guess costs (NIST SP 800-63B-4, 3.1.1.2).
"""

from __future__ import annotations

import re
import secrets
import unicodedata
from functools import cache
from typing import Literal

from desktop_app import assets
from desktop_app.errors import UserError
from desktop_app.words import _, language

SHORTEST = 12
FEWEST_WORDS = 4
_FEWEST_SIGNS = 5
_PROPOSED_WORDS = 5

Strength = Literal["weak", "fair", "good", "strong"]
_LONG, _LONGER = 16, 20


class WeakPasswordError(UserError):
    """The chosen password is too easy to guess."""


def check_password(password: str, *known: str) -> None:
    """Refuse a password that is too short or easily guessed.

    Args:
        password: as typed.
        known: what a stranger sees anyway, such as the name on the unlock window.

    Raises:
        WeakPasswordError: with the reason and what to do.
    """
    words = {word for word in re.findall(r"\w+", password.casefold()) if len(word) > 1}
    signs = set(_folded(password))
    if len(_normal(password)) < SHORTEST and len(words) < FEWEST_WORDS:
        raise WeakPasswordError(
            _(
                "This password is too short. Use at least 12 characters, or 4 words that do"
                " not belong together."
            ),
        )
    if len(signs) < _FEWEST_SIGNS or _is_common(password, known):
        raise WeakPasswordError(
            _(
                "This password is easily guessed. Do not use only names, common words and"
                " digits; 4 words that do not belong together are better."
            ),
        )


def strength(password: str, *known: str) -> Strength:
    """Say in a word how long guessing takes; what `check_password` refuses is weak.

    Length counts, in characters or in words; nothing else does.
    """
    try:
        check_password(password, *known)
    except WeakPasswordError:
        return "weak"
    length, words = len(_normal(password)), len(re.findall(r"\w{2,}", password))
    if (length >= _LONGER and words >= FEWEST_WORDS) or words > FEWEST_WORDS:
        return "strong"
    return "good" if length >= _LONG or words >= FEWEST_WORDS else "fair"


def proposed() -> str:
    """Return a first password for somebody else: words drawn by chance, easy to say aloud.

    Five of some 250 words are 39 bits; a guess costs half a second, and its owner replaces it.
    """
    listed = [word[language()] for word in assets.read_json("fingerprint/words.json")["words"]]
    simple = [word for word in listed if word.isascii() and word.isalpha()]
    while True:
        password = " ".join(secrets.SystemRandom().sample(simple, _PROPOSED_WORDS))
        if strength(password) == "strong":
            return password


def secret_bytes(password: str) -> bytes:
    """Return the bytes that a password stands for, on every keyboard the same."""
    return _normal(password).encode("utf-8", "surrogatepass")


def _normal(password: str) -> str:
    return unicodedata.normalize("NFKC", password)


def _folded(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


def _is_common(password: str, known: tuple[str, ...]) -> bool:
    """Tell whether nothing is left once common words, digits and signs are taken out."""
    text = _folded(password)
    words = _refused().union(*(re.findall(r"\w+", _folded(name)) for name in known))
    explained = {0}  # positions up to which the text is nothing but such pieces
    for start, sign in enumerate(text):
        if start in explained:
            explained.update(start + len(w) for w in words if text.startswith(w, start))
            if not sign.isalpha():
                explained.add(start + 1)
    return len(text) in explained


@cache
def _refused() -> frozenset[str]:
    return frozenset(assets.read_json("passwords/refused.json")["words"])
