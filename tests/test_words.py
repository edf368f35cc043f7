"""Texts come in the language of now, and the Dutch of the whole program is there and fits."""

from __future__ import annotations

import pytest

from desktop_app import words
from desktop_app.words import N_, _, ngettext
from installer import texts

KNOWN = N_("The list “{list}” does not know the code “{code}”. Choose one of: {codes}.")


def test_the_dutch_of_the_program_is_whole() -> None:
    assert texts.check(texts.ROOT) == []


def test_a_borrowed_language_is_given_back_even_after_an_error() -> None:
    with words.in_language("nl"):
        with words.in_language("en"):
            assert _(KNOWN) == KNOWN
        with pytest.raises(KeyError), words.in_language("en"):
            raise KeyError
        assert _(KNOWN).startswith("De lijst")


def test_the_chosen_language_holds_for_the_program() -> None:
    before = words.language()
    try:
        words.set_language("en")
        assert (words.language(), _(KNOWN)) == ("en", KNOWN)
    finally:
        words.set_language(before)


def test_english_needs_no_catalogue_and_still_counts() -> None:
    with words.in_language("en"):
        assert [ngettext("{n} day", "{n} days", n) for n in (1, 2)] == ["{n} day", "{n} days"]


def test_a_data_file_without_english_speaks_dutch() -> None:
    with words.in_language("en"):
        assert words.pick({"nl": "Woning"}) == "Woning"
        assert words.pick({"nl": "Woning", "en": "Dwelling"}) == "Dwelling"
