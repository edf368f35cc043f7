"""Code lists: the fixed answers of the trade, read from resources/codelists."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from desktop_app import assets, words
from desktop_app.errors import UserError
from desktop_app.words import _

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Code:
    """One answer of a list.

    `more` holds what only some lists have: "phase" of a trajectory status, "counts_as" of a
    dwelling status, "permanent" of a tenancy type, "vera" for the corporations' own code.
    """

    code: str
    texts: Mapping[str, str]
    more: Mapping[str, str]

    @property
    def label(self) -> str:
        """The answer in the language of now."""
        return words.pick(self.texts)


@dataclass(frozen=True, slots=True)
class CodeList:
    """One list, in the order in which its answers are offered."""

    name: str
    version: str
    titles: Mapping[str, str]
    codes: Mapping[str, Code]

    @property
    def title(self) -> str:
        """The question in the language of now."""
        return words.pick(self.titles)


def names() -> list[str]:
    """Return the names of all lists."""
    return [name.removesuffix(".json") for name in assets.names("codelists", ".json")]


@cache
def read(name: str) -> CodeList:
    """Return a list by its name ("tenancy_type")."""
    data = assets.read_json(f"codelists/{name}.json")
    return CodeList(
        name=data["id"],
        version=data["version"],
        titles=MappingProxyType(data["title"]),
        codes=MappingProxyType({item["code"]: _code(item) for item in data["items"]}),
    )


def _code(item: dict[str, str]) -> Code:
    texts: dict[str, str] = {key: item[key] for key in words.LANGUAGES}
    more = {key: value for key, value in item.items() if key not in {"code", *texts}}
    return Code(item["code"], MappingProxyType(texts), MappingProxyType(more))


def label(name: str, code: str | None) -> str:
    """Return an answer's words in the language of now; nothing for no answer."""
    return "" if code is None else read(name).codes[code].label


def codes_where(name: str, key: str, value: str) -> frozenset[str]:
    """Return the codes whose extra has a value: trajectory_status, "phase", "wacht"."""
    return frozenset(c.code for c in read(name).codes.values() if c.more.get(key) == value)


def require(name: str, code: str | None) -> None:
    """Refuse a code that is not in its list; no answer (None) passes.

    Raises:
        UserError: naming the list and the code.
    """
    if code is not None and code not in read(name).codes:
        raise UserError(
            _(
                "The list “{list}” does not know the code “{code}”. Choose one of: {codes}."
            ).format(list=read(name).title, code=code, codes=", ".join(read(name).codes))
        )
