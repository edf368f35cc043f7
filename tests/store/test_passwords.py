"""Passwords must be long and not the first that comes to mind."""

import pytest

from desktop_app import assets
from desktop_app.store.passwords import (
    WeakPasswordError,
    check_password,
    proposed,
    secret_bytes,
    strength,
)


@pytest.mark.parametrize(
    "password",
    [
        "paars dak roept zeven",
        "ab cde fg hi",
        "kgdu3iwpxq7z",
        "Ik eet om 7 uur pap",
        "één tafel vól brood",
        "кіт спить на даху",
        "welkom bij de giraffen",
    ],
)
def test_long_passwords_are_accepted_whatever_signs_they_have(password: str) -> None:
    check_password(password, "Anna de Wit")


@pytest.mark.parametrize("password", ["", "kort", "kgdu3iwpxq7", "a b c d", "dak dak dak"])
def test_short_passwords_are_refused(password: str) -> None:
    with pytest.raises(WeakPasswordError, match="12"):
        check_password(password)


@pytest.mark.parametrize(
    "password",
    [
        "Wachtwoord2026!",
        "welkomwelkom12",
        "123456789012345",
        "aaaaaaaaaaaaaaaa",
        "ababababababab",
        "Thuisbasis-2026",
        "Anna de Wit 1990",
        "qwertyuiop123",
        "wéLkóm thuis 12",
        "wachtwoord.wachtwoord.wachtwoord",
        "welkomthuis" * 40,
    ],
)
def test_common_words_names_and_digits_are_refused(password: str) -> None:
    with pytest.raises(WeakPasswordError, match="4 "):
        check_password(password, "Anna de Wit")


def test_a_password_is_the_same_on_every_keyboard() -> None:
    assert secret_bytes("één kop thee") == secret_bytes("e\u0301e\u0301n kop thee")
    assert secret_bytes("ﬁets") == secret_bytes("fiets")
    assert secret_bytes("Fiets") != secret_bytes("fiets")


def test_refused_words_are_written_as_they_are_compared() -> None:
    words = assets.read_json("passwords/refused.json")["words"]
    assert len(words) == len(set(words)) > 100
    assert all(word.isascii() and word.islower() and word.isalpha() for word in words)


@pytest.mark.parametrize(
    ("password", "word"),
    [
        ("", "weak"),
        ("kort", "weak"),
        ("wachtwoord2026", "weak"),
        ("zevenblauwef", "fair"),
        ("zevenblauwefietsen", "good"),
        ("een rode tas om", "good"),
        ("paars dak roept zeven", "strong"),
        ("een rode tas op zolder", "strong"),
    ],
)
def test_length_makes_a_password_strong(password: str, word: str) -> None:
    assert strength(password) == word


def test_a_proposed_password_is_strong_and_another_one_each_time() -> None:
    drawn = {proposed() for _ in range(20)}
    assert len(drawn) == 20
    assert {strength(one) for one in drawn} == {"strong"}
    assert all(one.isascii() for one in drawn)
