"""A region of six organisations from their registers to the printed page: the figures hold."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from openpyxl import load_workbook

from desktop_app import practice
from desktop_app.region import merging, receiving, report, roster, telling
from desktop_app.store import keys, opening
from desktop_app.summary import indicators, ledger, package, sealing, tables

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from desktop_app.practice.regions import PracticeRegion
    from desktop_app.region.merging import Total
    from desktop_app.region.report import View
    from desktop_app.store.database import Database
    from desktop_app.summary.figures import Published, Row

TODAY, OCTOBER = date(2026, 11, 24), date(2026, 10, 31)
STEP = 5


def entered(folder: Path) -> Database:
    (slot, *_rest) = keys.slots(folder)
    return opening.open_register(folder, keys.unlock(folder, slot.id, practice.PASSWORD))


@dataclass(frozen=True, slots=True)
class Six:
    """What the region says, what its organisations said, and what their registers hold.

    `truth` is what each organisation keeps of its rounded numbers, `heads` its people counted
    anew.
    """

    made: PracticeRegion
    view: View
    said: tuple[Published, ...]
    truth: tuple[dict[Row, int], ...]
    heads: tuple[dict[str, int], ...]

    @property
    def totals(self) -> dict[str, Total]:
        return dict(self.view.month.merged.totals)


@pytest.fixture(scope="module")
def six(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Six]:
    made = practice.make_region(tmp_path_factory.mktemp("six") / "all", today=TODAY)
    desk = entered(made.region)
    with desk.read() as session:
        identity = roster.desk(session).identity
    start = roster.profile(desk, today=TODAY).start
    said, truth, heads = [], [], []
    for path, folder in zip(made.files, made.organisations, strict=True):
        said.append(package.unpack(sealing.unseal(path.read_bytes(), identity)).published)
        own = entered(folder)
        with own.read() as session:
            truth.append(dict(ledger.history(session).truth))
            people = indicators.month(session, OCTOBER, start).now.members.values()
        own.close()
        heads.append(dict(Counter(chain.from_iterable(people))))
    view = report.view(desk, OCTOBER, today=TODAY)
    yield Six(made, view, tuple(said), tuple(truth), tuple(heads))
    desk.close()


def given_by(six: Six, cell: str) -> list[tuple[int, str, int]]:
    """Return value, status and true value of everybody that gave a cell."""
    return [
        (row.value, row.status, true[row] if row.status == "R" else head[cell])
        for file, true, head in zip(six.said, six.truth, six.heads, strict=True)
        for row in file.rows
        if row.cell == cell and row.status in "ER"
    ]


def test_headlines_are_counted_from_the_people_in_the_registers(six: Six) -> None:
    cells = [cell for cell in six.totals if cell.startswith("head.")]
    assert len(cells) >= 6
    for cell in cells:
        for file, true, head in zip(six.said, six.truth, six.heads, strict=True):
            (row,) = [row for row in file.rows if row.cell == cell]
            assert (row.value if row.status == "E" else true[row]) == head.get(cell, 0)


def test_every_total_is_the_sum_of_what_was_published(six: Six) -> None:
    assert len(six.view.month.merged.received) == len(practice.SIZES) == 6
    cells = {row.cell for file in six.said for row in file.rows if row.status in "ER"}
    assert set(six.totals) == cells
    for cell, total in six.totals.items():
        assert total.value == sum(value for value, _status, _true in given_by(six, cell))


def test_only_exact_and_rounded_numbers_were_published(six: Six) -> None:
    seen = set()
    for cell in six.totals:
        for value, status, true in given_by(six, cell):
            seen.add(status)
            if status == "E":
                assert (cell, value, value >= 10) == (cell, true, True)
            else:
                assert value % STEP == 0
                assert abs(value - true) < STEP
    assert seen == {"E", "R"}


def test_the_printed_margin_holds_the_true_sum(six: Six) -> None:
    """An exact sum is the truth itself; nearly all others hold it.

    A margin of 95 in 100 leaves out some three of these sixty, and by the luck of the rounding
    now and then several more; that it is 95 is held over many regions in `test_merging.py`.
    """
    rounded = held = 0
    for cell, total in six.totals.items():
        parts = given_by(six, cell)
        true = sum(number for _value, _status, number in parts)
        if total.exact:
            assert (total.value, total.margin) == (true, 0)
            continue
        furthest = sum((STEP - 1) * (status == "R") for _value, status, _true in parts)
        assert total.margin <= furthest
        assert abs(total.value - true) <= furthest
        rounded += 1
        held += total.low <= true <= total.high
    assert rounded > 30
    assert held / rounded >= 0.75


def test_tables_still_add_up_over_the_organisations_that_gave_them_whole(six: Six) -> None:
    sums_of_several = 0
    for code in {table.code for cell in six.totals if (table := tables.table_of(cell))}:
        gave = [file for file in six.said if all(r.status != "N" for r in rows_of(file, code))]
        merged = merging.merge(OCTOBER, {str(n): file for n, file in enumerate(gave)}, [])
        cells = {row.cell for file in gave for row in rows_of(file, code)}
        values = dict.fromkeys(cells, 0) | {
            c: total.value for c, total in merged.totals.items()
        }
        for whole, parts in tables.relations(cells):
            assert values[whole] == sum(values[part] for part in parts)
            sums_of_several += len(gave) > 1
    assert sums_of_several > 10


def rows_of(file: Published, table: str) -> list[Row]:
    return [row for row in file.rows if row.cell.startswith(f"{table}.")]


def test_the_workbook_says_the_same(six: Six) -> None:
    book = load_workbook(next(p for p in six.made.results if p.suffix == ".xlsx"))
    rows = [
        list(row)
        for sheet in book.worksheets
        for row in sheet.iter_rows(values_only=True)
        if row[-1] in six.totals
    ]
    assert {str(row[-1]) for row in rows} == {
        cell for cell in six.totals if not cell.startswith("head.")
    }
    for row in rows:
        total = six.totals[str(row[-1])]
        assert tuple(row[2:5]) == (total.value, total.low, total.high)


def test_the_printed_report_says_the_same(six: Six) -> None:
    data = report.pdf(six.view, made_on=TODAY, language="en")
    with pypdfium2.PdfDocument(data) as printed:
        text = " ".join(page.get_textpage().get_text_range() for page in printed)
    flat = re.sub(r"\s+", " ", text)
    bands = [t for cell, t in six.totals.items() if cell.startswith(("band.M", "form."))]
    assert bands
    for total in bands:
        if not total.cell.endswith(f".{tables.TOTAL}"):
            assert f"{telling.number(total)}, {telling.margin(total)}" in flat
    reached = six.view.ahead.reached
    assert f"{reached.value} of {six.view.ahead.goal}" in flat


def test_reading_all_of_it_again_changes_nothing(six: Six) -> None:
    desk = entered(six.made.region)
    again = receiving.receive(desk, list(six.made.files), today=TODAY)
    assert {one.state for one in again} == {"again"}
    assert receiving.month(desk, OCTOBER) == six.view.month
    desk.close()
