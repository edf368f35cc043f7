"""Texts in Dutch and English, for core, screens, paper and data files alike.

Source strings are English and stand in the code; resources/locale holds the Dutch. Data files
carry both languages themselves ("nl" and "en" keys, see `pick`).
"""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from typing import TYPE_CHECKING, Literal

from desktop_app import assets
from desktop_app.catalogue import Catalogue

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Language = Literal["nl", "en"]
LANGUAGES: tuple[Language, ...] = ("nl", "en")

_chosen: list[Language] = ["nl"]
_borrowed: ContextVar[Language | None] = ContextVar("language", default=None)


def language() -> Language:
    """Return the language that texts are given in now."""
    return _borrowed.get() or _chosen[0]


def set_language(chosen: Language) -> None:
    """Choose the language of the whole program; screens redraw themselves after it."""
    _chosen[0] = chosen


@contextmanager
def in_language(borrowed: Language) -> Iterator[None]:
    """Speak another language within a block: a plan on paper has its own language."""
    token = _borrowed.set(borrowed)
    try:
        yield
    finally:
        _borrowed.reset(token)


@cache
def _catalogue(wanted: Language) -> Catalogue:
    if wanted == "en":
        return Catalogue()
    return Catalogue(assets.read_bytes(f"locale/{wanted}/LC_MESSAGES/thuisbasis.mo"))


def _(text: str) -> str:
    """Return an English source string in the language of now; of nothing, nothing.

    A catalogue keeps its own header under the empty string.
    """
    return _catalogue(language()).one(text) if text else ""


def ngettext(one: str, many: str, count: int) -> str:
    """Return the singular or plural that fits a count, in the language of now."""
    return _catalogue(language()).counted(one, many, count)


def pgettext(context: str, text: str) -> str:
    """Return a source string that English alone leaves ambiguous."""
    return _catalogue(language()).one(text, context)


def N_(text: str) -> str:  # noqa: N802 - gettext's own name for a mark
    """Mark a source string for translation where it stands; translate it later with `_`."""
    return text


def pick(texts: Mapping[str, str]) -> str:
    """Return a data file's text in the language of now; Dutch where the other is missing."""
    return texts.get(language()) or texts["nl"]
