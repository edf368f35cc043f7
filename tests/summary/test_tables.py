"""The published table set is whole, and its cells add up."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from desktop_app import assets, codelists, words
from desktop_app.summary import tables
from desktop_app.summary.figures import DwellingRow

DATA = assets.read_json("indicators/tb-summary-1.json")
ALL = tables.tables(["2025H1"])
LEAVES = [cell for t in ALL for cell in tables.cells(t) if tables.TOTAL not in cell]


def test_the_set_says_who_it_is_in_both_languages() -> None:
    assert DATA["id"] == tables.SCHEMA
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", DATA["version"])
    named = [
        DATA["title"],
        *DATA["headlines"],
        *DATA["breakdowns"],
        *DATA["cohorts"],
        *DATA["coarsening"],
        *DATA["dimensions"].values(),
        *(code for dimension in DATA["dimensions"].values() for code in dimension["codes"]),
        *(
            item
            for key in ("landlords", "rooms", "measures")
            for item in DATA["dwellings"][key]
        ),
    ]
    assert all(item[language].strip() for item in named for language in words.LANGUAGES)


def test_every_register_code_falls_in_exactly_one_category() -> None:
    for name, dimension in DATA["dimensions"].items():
        codes = [code["code"] for code in dimension["codes"]]
        assert len(codes) == len(set(codes))
        assert all(re.fullmatch(r"[A-Z0-9]+", code) for code in codes)
        assert dimension["rest"] in codes
        if "list" in dimension:
            of = [code for category in dimension["codes"] for code in category["of"]]
            assert sorted(of) == sorted(codelists.read(dimension["list"]).codes), name


def test_waiting_bands_leave_no_month_out() -> None:
    bands = [c.months for c in tables.read().dimensions["band"].categories.values() if c.months]
    assert bands[0][0] == 0
    assert bands[-1][1] is None
    assert all(earlier[1] == later[0] for earlier, later in pairwise(bands))


def test_an_unknown_or_missing_code_falls_in_the_rest() -> None:
    reason = tables.read().dimensions["reason"]
    assert reason.group("GROOT") == "WOON"
    assert reason.group(None) == "OVR"
    assert tables.read().dimensions["origin"].group("NACHT") == "MO"


def test_every_step_drops_something_that_exists() -> None:
    shapes = {"categories", "cross", "exact"}
    codes = {t["code"] for t in (*DATA["breakdowns"], *DATA["cohorts"])} | {"headlines"}
    drops = [drop.split(":") for step in DATA["coarsening"] for drop in step["drops"]]
    assert all(code in codes and shape in shapes for code, shape in drops)
    assert {code for code, _ in drops} == codes


def test_cells_have_stable_names() -> None:
    by_code = {t.code: t for t in ALL}
    assert tables.cells(by_code["wait"])[:4] == [
        "wait.WOON.MO",
        "wait.WOON.BW",
        "wait.WOON.ANDERS",
        "wait.WOON._T",
    ]
    assert tables.cells(by_code["start.2025H1"], "total") == ["start.2025H1._T"]
    assert "wait.WOON.MO" not in tables.cells(by_code["wait"], "margins")
    assert "wait._T.MO" in tables.cells(by_code["wait"], "margins")
    assert len(tables.cells(by_code["wait"])) == 6 * 4


def test_cells_have_words_in_both_languages() -> None:
    with words.in_language("nl"):
        assert tables.label("wait.WOON.MO") == "Geschikte woning · Uit maatschappelijke opvang"
        assert tables.label("head.waiting") == "Wachtend op een woning"
    assert tables.title("start.2025H1.MO") == "Moved in, by origin, first half of 2025"
    assert tables.label("form._T") == "Together"
    assert tables.title("head.waiting") == "Headlines"


@given(st.lists(st.lists(st.sampled_from(LEAVES), max_size=3), max_size=40))
def test_every_relation_holds_for_whatever_is_counted(members: list[list[str]]) -> None:
    cells = [cell for t in ALL for cell in tables.cells(t)]
    counts = tables.tabulate(members, cells)
    assert sum(counts[cell] for cell in LEAVES) == sum(map(len, members))
    tied = [(p, c) for p, c in tables.relations(cells) if len(c) > 1]
    assert len(tied) == 10 + 3  # 6 rows and 4 columns of the cross, three one-way tables
    assert all(counts[parent] == sum(counts[c] for c in parts) for parent, parts in tied)


def test_totals_of_one_headline_are_tied_together() -> None:
    assert ("head.waiting", ("wait._T._T",)) in tables.relations(["head.waiting", "wait._T._T"])
    assert ("band._T", ("wait._T._T",)) in tables.relations(["band._T", "wait._T._T"])


def test_half_years_end_with_june_and_december() -> None:
    assert tables.half_year(date(2026, 6, 30)) == "2026H1"
    assert tables.half_year(date(2026, 7, 1)) == "2026H2"
    assert tables.half_year_end("2026H2") == date(2026, 12, 31)


def places(**counts: int) -> list[DwellingRow]:
    return [DwellingRow("-", f, "CORP", "R1", "places", "", n) for f, n in counts.items()]


def test_forms_with_few_places_are_counted_with_the_rest() -> None:
    assert tables.places_by_form(places(BEST=9, KAMER=2)) == {"AND": 11}
    assert tables.places_by_form(places(BEST=9, FLEX=6, KAMER=2)) == {"BEST": 9, "AND": 8}
    assert tables.places_by_form(places(BEST=9, FLEX=5)) == {"BEST": 9, "FLEX": 5}
    assert tables.places_by_form(places(BEST=3, FLEX=4)) == {"AND": 7}
    assert tables.places_by_form([]) == {}
