"""The list of indicators is whole and says how each of them leaves."""

from __future__ import annotations

import re

from desktop_app import assets, words
from desktop_app.summary import tables

DATA = assets.read_json("indicators/indicators.json")


def test_every_indicator_follows_the_schema() -> None:
    ids = [item["id"] for item in DATA["items"]]
    assert len(ids) == len(set(ids)) == 57
    for item in DATA["items"]:
        assert re.fullmatch(r"[A-Z]\d", item["id"])
        assert isinstance(item["core"], bool)
        assert all(item[key].strip() for key in ("nl", "en", "counts", "when", "kind"))
        assert item["leaves"] in DATA["leaves"]
    assert sum(item["core"] for item in DATA["items"]) == 38
    assert all(set(leaf) == set(words.LANGUAGES) for leaf in DATA["leaves"].values())


def test_what_is_published_is_in_the_table_set_and_back() -> None:
    known = tables.read()
    published = {
        *(headline.cell for headline in known.headlines.values()),
        *known.breakdowns,
        *known.cohorts,
        *(f"dwellings.{code}" for code in known.measures if code != "planned"),
    }
    listed = {cell for item in DATA["items"] for cell in item["published_in"]}
    assert listed == published
    assert all(i["leaves"] != "stays" for i in DATA["items"] if i["published_in"])


def test_medians_means_and_euros_per_household_never_leave() -> None:
    for item in DATA["items"]:
        if item["kind"] == "M" or item["id"] == "G2":
            assert item["leaves"] == "stays" or item["published_in"] == ["band"], item["id"]


def test_indicators_of_the_table_set_exist() -> None:
    ids = {item["id"] for item in DATA["items"]}
    known = tables.read()
    used = {headline.indicator for headline in known.headlines.values()}
    used |= {t.indicator for t in (*known.breakdowns.values(), *known.cohorts.values())}
    assert used <= ids
