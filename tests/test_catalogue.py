"""The program reads its catalogue as Python's own reader of gettext does."""

from __future__ import annotations

import gettext
import io

from desktop_app import assets
from desktop_app.catalogue import Catalogue

COMPILED = assets.read_bytes("locale/nl/LC_MESSAGES/thuisbasis.mo")


def test_every_text_is_found_as_python_finds_it() -> None:
    ours, python = Catalogue(COMPILED), gettext.GNUTranslations(io.BytesIO(COMPILED))
    seen = {"plain": 0, "in context": 0, "counted": 0}
    for key in map(bytes.decode, ours.keys()):
        context, mark, text = key.rpartition("\x04")
        one, form, many = key.partition("\0")
        if form:
            seen["counted"] += 1
            for count in (0, 1, 2, 101):
                assert ours.counted(one, many, count) == python.ngettext(one, many, count)
        elif mark:
            seen["in context"] += 1
            assert ours.one(text, context) == python.pgettext(context, text)
        elif key:
            seen["plain"] += 1
            assert ours.one(key) == python.gettext(key)
    assert all(seen.values())


def test_what_is_not_translated_stays_english() -> None:
    for catalogue in (Catalogue(), Catalogue(COMPILED)):
        assert catalogue.one("Nobody says this.") == "Nobody says this."
        assert catalogue.one("Nobody", "says this") == "Nobody"
        assert catalogue.counted("{n} nobody", "{n} nobodies", 1) == "{n} nobody"
        assert catalogue.counted("{n} nobody", "{n} nobodies", 0) == "{n} nobodies"
