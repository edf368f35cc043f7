"""The attack: it breaks files that are not protected, and finds nothing in ours.

It reads published files only. The truth is used afterwards, to see whether it was right.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from desktop_app.summary import attack, release, tables
from desktop_app.summary.figures import DwellingRow, Published, Row
from desktop_app.summary.refresh import History
from tests.summary.crowds import KEY, crowd, month_ends

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

DAY = date(2025, 6, 30)
LATER = date(2025, 9, 30)


def truth_of(seed: int, size: int) -> dict[str, int]:
    """Return an organisation's true numbers at the end of June."""
    made = release.release(crowd(seed, size).month(DAY), History(), KEY, exact_headlines=True)
    return dict(made.real)


def file_of(*rows: Row, exact: bool = False, places: dict[str, int] | None = None) -> Published:
    """Return a file with just these rows."""
    return Published(
        period=rows[0].as_of,
        revision=1,
        whole=True,
        exact_headlines=exact,
        refreshed=True,
        coarsened=(),
        rows=rows,
        dwellings=tuple(
            DwellingRow("-", form, "CORP", "R1", "places", "", count)
            for form, count in (places or {}).items()
        ),
    )


def protected(values: dict[str, int], method: Callable[[int], int]) -> dict[Row, int]:
    """Return published rows in which a method changed every number, with the truth."""
    return {Row(cell, DAY, method(value), "R"): value for cell, value in values.items()}


def kinds(findings: Iterable[attack.Finding]) -> set[str]:
    return {finding.kind for finding in findings}


def small(truth: dict[Row, int]) -> set[Row]:
    return {row for row, value in truth.items() if value in attack.SMALL}


@pytest.mark.parametrize("seed", [1, 2])
def test_the_attack_breaks_an_unprotected_file_wholly(seed: int) -> None:
    truth = protected(truth_of(seed, 40), lambda value: value)
    known = attack.explore([file_of(*truth)], reach=0)
    assert all(interval == (truth[row],) * 2 for row, interval in known.intervals.items())
    findings = attack.judge(known, truth)
    assert {"narrow", "singled", "zero"} <= kinds(findings)
    assert {f.row for f in findings if f.kind == "singled"} == small(truth)


@pytest.mark.parametrize("seed", [1, 2])
def test_the_attack_breaks_a_deterministically_rounded_file(seed: int) -> None:
    truth = protected(truth_of(seed, 40), lambda value: 5 * ((value + 2) // 5))
    known = attack.explore([file_of(*truth)], reach=2)
    for row, (low, high) in known.intervals.items():
        assert low <= truth[row] <= high
    findings = attack.judge(known, truth)
    assert len({f.row for f in findings if f.kind == "narrow"}) > len(small(truth)) / 2


@pytest.mark.parametrize("seed", [1, 2])
def test_the_same_attack_finds_nothing_in_our_file(seed: int) -> None:
    made = release.release(crowd(seed, 60).month(DAY), History(), KEY, exact_headlines=False)
    known = attack.explore([made.published])
    assert len(made.truth) > 30
    for row, value in made.truth.items():
        low, high = known.intervals[row]
        assert low <= value <= high
    assert attack.judge(known, made.truth) == []


def test_a_table_that_does_not_add_up_betrays_itself() -> None:
    """Rounding every cell for itself, even at random, is not enough: the sums tell."""
    *cells, unknown, total = tables.cells(tables.read().breakdowns["band"])
    rows = [Row(cell, DAY, 0, "R") for cell in cells]
    file = file_of(*rows, Row(unknown, DAY, 0, "Z"), Row(total, DAY, 20, "R"))
    known = attack.explore([file])
    assert all(known.intervals[row] == (4, 4) for row in rows)
    with pytest.raises(ValueError, match="contradict"):
        attack.explore([replace(file, rows=(*file.rows[:-1], Row(total, DAY, 25, "R")))])


def test_a_part_shown_above_its_whole_tells_both() -> None:
    rows = (Row("head.support", DAY, 0, "R"), Row("head.housed", DAY, 5, "R"))
    known = attack.explore([file_of(*rows)])
    assert known.intervals[rows[0]] == known.intervals[rows[1]] == (1, 4)
    findings = attack.judge(known, {rows[0]: 2, rows[1]: 2})
    assert {f.row for f in findings if f.kind == "singled"} == set(rows)


def test_a_headline_that_is_not_exact_is_known_to_be_under_ten() -> None:
    row = Row("head.waiting", DAY, 10, "R")
    assert attack.explore([file_of(row, exact=True)]).intervals[row] == (6, 9)
    assert attack.explore([file_of(row)]).intervals[row] == (6, 14)


def test_few_places_of_a_form_tell_about_the_people_in_it() -> None:
    row = Row("form.FLEX", DAY, 5, "R")
    known = attack.explore([file_of(row, places={"FLEX": 6})])
    assert known.intervals[row] == (1, 6)
    everybody = Row("form._T", DAY, 5, "R")
    known = attack.explore([file_of(everybody, places={"FLEX": 2, "BEST": 1})])
    assert known.intervals[everybody] == (1, 3)
    known = attack.explore([file_of(everybody, places={"FLEX": 2})], without=["places"])
    assert known.intervals[everybody] == (1, 9)


def test_counts_since_the_start_never_fall() -> None:
    earlier, later = Row("head.adults", DAY, 15, "R"), Row("head.adults", LATER, 10, "R")
    known = attack.explore([file_of(earlier), file_of(later)])
    assert known.intervals == {earlier: (11, 14), later: (11, 14)}
    assert known.dropped == frozenset()


def test_only_the_assumption_that_the_files_contradict_is_dropped() -> None:
    """A late correction may lower a count since the start; then nothing follows from it."""
    before, after = Row("head.adults", DAY, 30, "E"), Row("head.adults", LATER, 20, "E")
    form = Row("form.FLEX", DAY, 5, "R")
    first = file_of(before, form, exact=True, places={"FLEX": 6})
    known = attack.explore([first, file_of(after, exact=True)])
    assert known.dropped == {"history"}
    assert known.intervals[form] == (1, 6)


def test_a_group_that_surely_holds_everybody_is_found() -> None:
    cells = tables.cells(tables.read().breakdowns["band"])
    zeros = [Row(cell, DAY, 0, "Z") for cell in cells[1:-1]]
    all_of_them, total = Row(cells[0], DAY, 10, "R"), Row("band._T", DAY, 10, "R")
    known = attack.explore([file_of(all_of_them, *zeros, total)])
    assert (all_of_them, total) in known.same
    findings = attack.judge(known, {all_of_them: 8, total: 8})
    assert attack.Finding(all_of_them, "everybody") in findings


def test_a_proven_zero_is_found_only_where_others_are() -> None:
    row, total = Row("band.U", DAY, 0, "R"), Row("band._T", DAY, 10, "R")
    known = attack.Knowledge({row: (0, 0), total: (10, 10)}, frozenset(), frozenset(), 1)
    assert kinds(attack.judge(known, {row: 0, total: 8})) == {"zero"}
    assert attack.judge(known, {row: 0, total: 0}) == []


def test_nothing_published_is_nothing_known() -> None:
    assert attack.explore([]).intervals == {}


def test_two_years_of_files_together_give_nothing_away() -> None:
    """Every month beside everything so far: the truth is always inside, nothing comes back."""
    people, history = crowd(7, 45), History()
    for day in month_ends(24):
        made = release.release(people.month(day), history, KEY, exact_headlines=True)
        history = made.history
        assert made.open == ()
    known = attack.explore(history.published)
    assert len(known.intervals) > 250
    for row, value in history.truth.items():
        low, high = known.intervals[row]
        assert low <= value <= high
