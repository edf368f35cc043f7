"""Every code list is whole, and the reader refuses what it does not know."""

import re

import pytest

from desktop_app import assets, codelists, words
from desktop_app.errors import UserError


@pytest.mark.parametrize("name", codelists.names())
def test_list_follows_the_schema(name: str) -> None:
    data = assets.read_json(f"codelists/{name}.json")
    assert data["id"] == name
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", data["version"])
    assert all(data["title"][language] for language in words.LANGUAGES)
    codes = [item["code"] for item in data["items"]]
    assert len(codes) == len(set(codes)) >= 2
    for item in data["items"]:
        assert re.fullmatch(r"[A-Za-z0-9.]{1,16}", item["code"])
        assert all(isinstance(value, str) for value in item.values())
        assert all(item[language].strip() for language in words.LANGUAGES)


def test_labels_follow_the_language() -> None:
    with words.in_language("nl"):
        assert codelists.label("wait_reason", "WON") == "Geschikte woning"
    with words.in_language("en"):
        assert codelists.label("wait_reason", "WON") == "Suitable dwelling"
    assert codelists.label("wait_reason", None) == ""


def test_codes_are_found_by_what_they_mean() -> None:
    assert codelists.codes_where("dwelling_status", "counts_as", "occupied") == {"VER", "VERT"}


def test_unknown_code_is_refused_with_the_choices() -> None:
    codelists.require("gender", None)
    codelists.require("gender", "X")
    with words.in_language("en"), pytest.raises(UserError, match=r"“Q”.*M, V, X, O"):
        codelists.require("gender", "Q")
