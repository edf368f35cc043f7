"""Eight words: plain, never alike, the same bits in both languages."""

from __future__ import annotations

import itertools

from desktop_app import words
from desktop_app.summary import fingerprint


def test_each_list_has_256_plain_words_that_nobody_mishears() -> None:
    for language in words.LANGUAGES:
        listed = fingerprint.word_list(language)
        assert len(listed) == len(set(listed)) == 256
        assert all(word.isascii() and word.isalpha() and word.islower() for word in listed)
        assert len({word[:4] for word in listed}) == 256
        assert not any(one_letter_apart(a, b) for a, b in itertools.combinations(listed, 2))


def one_letter_apart(a: str, b: str) -> bool:
    if abs(len(a) - len(b)) > 1:
        return False
    start = sum(
        1 for _ in itertools.takewhile(lambda pair: pair[0] == pair[1], zip(a, b, strict=False))
    )
    rest_a, rest_b = a[start:], b[start:]
    return rest_a[1:] == rest_b[1:] or rest_a[1:] == rest_b or rest_a == rest_b[1:]


def test_the_words_are_always_the_same_in_either_language() -> None:
    dutch = fingerprint.eight_words(b"keys of a region", "nl")
    english = fingerprint.eight_words(b"keys of a region", "en")
    assert dutch == "specht horizon balkon iglo olifant riem trampoline lamp"
    assert len(english.split()) == len(dutch.split()) == 8
    places = [fingerprint.word_list("nl").index(word) for word in dutch.split()]
    assert [fingerprint.word_list("en").index(word) for word in english.split()] == places


def test_words_are_recognised_however_they_are_typed() -> None:
    data = b"keys of a region"
    dutch = fingerprint.eight_words(data, "nl")
    assert fingerprint.matches(data, dutch)
    assert fingerprint.matches(data, f"  {dutch.upper().replace(' ', ', ')}.")
    assert fingerprint.matches(data, fingerprint.eight_words(data, "en"))
    first, *rest = dutch.split()
    assert not fingerprint.matches(data, " ".join(rest))
    assert not fingerprint.matches(data, " ".join([*rest, first]))
    assert not fingerprint.matches(b"other keys", dutch)
    assert not fingerprint.matches(data, "")
