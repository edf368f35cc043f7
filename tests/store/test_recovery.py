"""The recovery code survives sloppy typing and no slip of the pen."""

import re
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.store import recovery

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
secrets_ = st.binary(min_size=20, max_size=20)
places = st.integers(0, 35)


def spoiled(code: str, place: int, sign: str) -> str:
    signs = code.replace(" ", "")
    return signs[:place] + sign + signs[place + 1 :]


@given(secrets_)
def test_code_has_nine_groups_of_four_and_comes_back(secret: bytes) -> None:
    code = recovery.printed(secret)
    assert re.fullmatch(rf"([{ALPHABET}]{{4}} ){{8}}[{ALPHABET}]{{4}}", code)
    assert recovery.secret_of(code) == secret


def test_new_codes_differ() -> None:
    codes = {recovery.new_code()[1] for _ in range(50)}
    assert len(codes) == 50


@given(secrets_)
def test_case_spaces_dashes_and_misread_letters_do_not_matter(secret: bytes) -> None:
    code = recovery.printed(secret)
    as_heard = code.replace("0", "o").replace("1", "l").replace("V", "u").lower()
    assert recovery.secret_of(as_heard) == secret
    assert recovery.secret_of(code.replace("1", "I").replace(" ", "-")) == secret
    assert recovery.secret_of(f"  {code.replace(' ', '')}\n") == secret


@given(secrets_, places)
def test_every_single_wrong_character_is_caught(secret: bytes, place: int) -> None:
    code = recovery.printed(secret)
    for sign in ALPHABET.replace(code.replace(" ", "")[place], ""):
        with pytest.raises(recovery.MistypedCodeError):
            recovery.secret_of(spoiled(code, place, sign))


def test_any_two_wrong_characters_are_caught() -> None:
    # The check is linear: an error of two characters passes only if two errors of one
    # character leave the same remainder.
    errors = [recovery._remainder(e << 5 * p) for p, e in product(range(36), range(1, 32))]
    assert 0 not in errors
    assert len(set(errors)) == 36 * 31


@given(secrets_, st.integers(0, 8), st.integers(0, 8))
def test_swapped_groups_are_caught(secret: bytes, one: int, other: int) -> None:
    groups = recovery.printed(secret).split()
    groups[one], groups[other] = groups[other], groups[one]
    typed = " ".join(groups)
    if typed == recovery.printed(secret):
        assert recovery.secret_of(typed) == secret
    else:
        with pytest.raises(recovery.MistypedCodeError):
            recovery.secret_of(typed)


@pytest.mark.parametrize(
    "typed", ["", "0000", "0" * 36, "0" * 35, "é" * 36, "1" * 37, "?" * 36]
)
def test_what_is_no_code_at_all_is_caught(typed: str) -> None:
    with pytest.raises(recovery.MistypedCodeError):
        recovery.secret_of(typed)


def test_one_group_is_compared_as_leniently_as_the_whole_code() -> None:
    _secret, code = recovery.new_code()
    for number, group in enumerate(code.split(), start=1):
        typed = f" {group[:2].lower()}-{group[2:]} ".replace("0", "o").replace("1", "l")
        assert recovery.same_group(code, number, typed)
        assert not recovery.same_group(code, number, group[:3])
        assert not recovery.same_group(code, number, group[:3] + "!")
