"""Rounding: multiples of five that add up, near the truth, the same every time, unbiased."""

from __future__ import annotations

import math
import random
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.summary import rounding, tables
from tests.summary.crowds import KEY, crowd

TABLES = tables.tables(["2025H1", "2025H2"])
HEADS = [headline.cell for headline in tables.read().headlines.values()]
CELLS = [*HEADS, *(cell for table in TABLES for cell in tables.cells(table))]
FINEST = [cell for cell in CELLS if tables.TOTAL not in cell]
RELATIONS = tables.relations(CELLS)


def counted(people: list[tuple[str, ...]]) -> dict[str, int]:
    return tables.tabulate(people, CELLS)


def one_of_each(draw: random.Random) -> tuple[str, ...]:
    def pick(name: str) -> str:
        return draw.choice([c for c in FINEST if c.startswith(name)])

    if draw.random() < 0.4:
        return ("head.waiting", pick("wait"), pick("band"))
    return ("head.support", "head.housed", pick("form"), "head.adults", pick("start"))


@st.composite
def registers(draw: st.DrawFn) -> dict[str, int]:
    """From nobody to three hundred, spread out or all in one category."""
    size = draw(st.one_of(st.integers(0, 12), st.integers(0, 300)))
    rng = random.Random(draw(st.integers(0, 9999)))  # noqa: S311 - made-up people
    alike = draw(st.booleans())
    first = one_of_each(rng)
    return counted([first if alike else one_of_each(rng) for _ in range(size)])


@given(registers(), st.binary(min_size=32, max_size=32))
@settings(max_examples=60)
def test_rounded_numbers_are_near_multiples_that_add_up(
    values: dict[str, int], key: bytes
) -> None:
    rounded = rounding.controlled(values, RELATIONS, key)
    assert rounded.keys() == values.keys()
    for cell, value in values.items():
        assert rounded[cell] % 5 == 0
        assert abs(rounded[cell] - value) <= 4
        assert value % 5 or rounded[cell] == value
    for parent, parts in RELATIONS:
        assert rounded[parent] == sum(rounded[part] for part in parts)
    assert rounded["head.housed"] <= rounded["head.support"]
    assert rounded["head.households"] <= rounded["head.adults"]


@given(st.permutations(CELLS))
@settings(max_examples=20)
def test_the_order_of_cells_changes_nothing(order: list[str]) -> None:
    values = tables.tabulate((p for p in _members(60)), CELLS)
    shuffled = {cell: values[cell] for cell in order}
    relations = RELATIONS[::-1]
    assert rounding.controlled(shuffled, relations, KEY) == rounding.controlled(
        values, RELATIONS, KEY
    )


def _members(size: int) -> list[tuple[str, ...]]:
    rng = random.Random(5)  # noqa: S311 - made-up people
    return [one_of_each(rng) for _ in range(size)]


def test_another_key_gives_other_numbers() -> None:
    values = counted(_members(60))
    answers = {
        tuple(rounding.controlled(values, RELATIONS, bytes([n]) * 32).items()) for n in range(8)
    }
    assert len(answers) == 8


def test_the_dither_is_fixed_and_evenly_spread() -> None:
    assert rounding.dither(KEY, "wait.WOON.MO") == rounding.dither(KEY, "wait.WOON.MO")
    assert rounding.dither(KEY, "wait._T._T") == rounding.dither(KEY, "head.waiting")
    assert rounding.dither(KEY, "head.households") == rounding.dither(KEY, "head.adults")
    drawn = [rounding.dither(n.to_bytes(32), "head.support") for n in range(2000)]
    assert all(0 <= u < 1 for u in drawn)
    assert all(150 < sum(int(u * 10) == tenth for u in drawn) < 250 for tenth in range(10))


def test_two_hundred_keys_together_do_not_lean() -> None:
    values = counted(_members(60))
    keys = 200
    sums = dict.fromkeys(CELLS, 0)
    squares = dict.fromkeys(CELLS, 0)
    for n in range(keys):
        rounded = rounding.controlled(values, RELATIONS, n.to_bytes(32))
        for cell, value in rounded.items():
            sums[cell] += value
            squares[cell] += value * value
    leans = []
    for cell in CELLS:
        mean = sums[cell] / keys
        spread = math.sqrt(max(squares[cell] / keys - mean * mean, 0) / keys)
        if spread:
            leans.append((mean - values[cell]) / spread)
    assert len(leans) > 40
    assert max(map(abs, leans)) < 4
    assert abs(sum(leans) / len(leans)) < 1


def test_a_cell_without_dwellings_stays_zero() -> None:
    cells = tables.cells(tables.read().breakdowns["form"])
    values = tables.tabulate([["form.BEST"]] * 4 + [["form.GEM"]] * 4, cells)
    none = frozenset({"form.FLEX"})
    for n in range(20):
        rounded = rounding.controlled(
            values, tables.relations(cells), n.to_bytes(32), impossible=none
        )
        assert rounded["form.FLEX"] == 0


def test_when_the_nearest_multiples_cannot_add_up_a_number_moves_further() -> None:
    # People in a form without dwellings are a flaw of the data: all parts are held at zero.
    values = {"form.FLEX": 2, "form.GEM": 3, "form._T": 5}
    relations = [("form._T", ("form.FLEX", "form.GEM"))]
    none = frozenset({"form.FLEX", "form.GEM"})
    rounded = rounding.controlled(values, relations, KEY, impossible=none)
    assert rounded == {"form.FLEX": 0, "form.GEM": 0, "form._T": 0}


def test_relations_that_do_not_hold_are_a_bug() -> None:
    with pytest.raises(ValueError, match="relations"):
        rounding.controlled({"form.A": 0, "form._T": 20}, [("form._T", ("form.A",))], KEY)


def test_the_same_people_give_the_same_numbers_whatever_their_order() -> None:
    people = list(crowd(3, 60).counted(date(2025, 12, 31)).members.values())
    assert rounding.controlled(counted(people), RELATIONS, KEY) == rounding.controlled(
        counted(people[::-1]), RELATIONS, KEY
    )


def test_nothing_to_round_is_nothing() -> None:
    assert rounding.controlled({}, [], KEY) == {}
