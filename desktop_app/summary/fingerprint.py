"""Eight plain words that two people compare by telephone before they trust a key.

Eight words of a list of 256 are 64 bits of scrypt(N = 2^14, r = 8, p = 1) over the names and
keys. Making one other key costs 40 ms and 16 MiB per try, so finding one with the same words
costs some 2^64 of those: out of reach, where 64 bits of a bare hash would not be. A list of
2,048 words would give 88 bits but needs words that are easily misheard; in this list, in either
language, no two words share their first four letters or differ by one letter.
"""

from __future__ import annotations

import hashlib
import re
from functools import cache
from typing import TYPE_CHECKING

from desktop_app import assets, words
from desktop_app.words import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Mapping

COUNT = 8
_SALT = b"thuisbasis fingerprint/1"


@cache
def word_list(language: words.Language) -> tuple[str, ...]:
    """Return the 256 words in a language; a word's place is its byte."""
    listed: list[Mapping[str, str]] = assets.read_json("fingerprint/words.json")["words"]
    return tuple(word[language] for word in listed)


def eight_words(data: bytes, language: words.Language | None = None) -> str:
    """Return the words of some public data, in the language of now unless one is given."""
    listed = word_list(language or words.language())
    return " ".join(listed[byte] for byte in _digest(data))


def matches(data: bytes, typed: str) -> bool:
    """Return whether somebody typed the words of this data, in any language of the program."""
    spoken = re.findall(r"[a-z]+", typed.casefold())
    digest = _digest(data)
    return any(spoken == [word_list(lang)[byte] for byte in digest] for lang in LANGUAGES)


@cache
def _digest(data: bytes) -> bytes:
    return hashlib.scrypt(data, salt=_SALT, n=2**14, r=8, p=1, maxmem=2**26, dklen=COUNT)
