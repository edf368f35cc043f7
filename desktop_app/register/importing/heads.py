"""Which heads we know: resources/importing/columns.json."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from desktop_app import assets, words
from desktop_app.store.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

Noun = Literal["client", "dwelling", "tenancy", "decision", "none"]
Kind = Literal[
    "text", "name", "birth", "date", "year", "code", "answer", "number", "house_number",
    "money", "postcode", "phone", "address", "bsn",
]  # fmt: skip
_SHORTEST = 4  # letters of a head that may stand within a longer one


@dataclass(frozen=True, slots=True)
class Field:
    """Something a column can hold: of which noun, how it is read, from which code list."""

    noun: Noun
    name: str
    kind: Kind
    listed: str
    heads: frozenset[str]
    labels: tuple[tuple[str, str], ...]

    @property
    def code(self) -> str:
        """How a choice of columns names it: "client.birth_date"."""
        return f"{self.noun}.{self.name}"

    @property
    def label(self) -> str:
        """What it is called, in the language of now."""
        return words.pick(dict(self.labels))

    @property
    def noun_label(self) -> str:
        """What it belongs to, in the language of now."""
        return words.pick(_nouns()[self.noun])


def fields() -> tuple[Field, ...]:
    """Return every field, in the order in which they are tried."""
    return _fields()


def by_code(code: str) -> Field | None:
    """Return the field of a code; None for no code, and for one of another version."""
    return next((field for field in fields() if field.code == code), None)


def key(head: str) -> str:
    """Return a head as it is compared: "Besch. t/m" is "besch t m"."""
    return " ".join(re.sub(r"[^\w]+", " ", fold(head).replace("_", " ")).split())


def keys(titles: Iterable[str]) -> list[str]:
    """Return a key for each head; one that stands twice is numbered, an empty one has none."""
    taken: set[str] = set()
    found: list[str] = []
    for title in titles:
        bare = own = key(title)
        turn = 1
        while own and own in taken:
            turn += 1
            own = f"{bare} {turn}"
        taken.add(own)
        found.append(own)
    return found


def is_known(head: str) -> bool:
    """Return whether a head is one of ours."""
    return key(head) in _all()


def candidates(head: str) -> dict[Field, float]:
    """Return the fields that a head may mean; 3 for a head we know, less for a part of it."""
    wanted = key(head)
    exact = {field: 3.0 for field in fields() if wanted in field.heads}
    if exact or not wanted:
        return exact
    found: dict[Field, float] = {}
    for field in fields():
        parts = [
            known
            for known in field.heads
            if len(known) >= _SHORTEST and f" {known} " in f" {wanted} "
        ]
        if parts:
            found[field] = 1 + max(map(len, parts)) / len(wanted)
    return found


@cache
def _fields() -> tuple[Field, ...]:
    return tuple(
        Field(
            noun=item["noun"],
            name=item["field"],
            kind=item["kind"],
            listed=item.get("list", ""),
            heads=frozenset(key(head) for head in item["heads"]),
            labels=tuple(item["label"].items()),
        )
        for item in assets.read_json("importing/columns.json")["fields"]
    )


@cache
def _nouns() -> dict[str, dict[str, str]]:
    nouns: dict[str, dict[str, str]] = assets.read_json("importing/columns.json")["nouns"]
    return nouns


@cache
def _all() -> frozenset[str]:
    return frozenset(head for field in fields() for head in field.heads)
