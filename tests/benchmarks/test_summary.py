"""A month of sixty clients leaves at once, the attack included."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from desktop_app import practice
from desktop_app.summary import (
    attack,
    audit,
    connection,
    export,
    refresh,
    release,
    rounding,
    sealing,
    tables,
)
from desktop_app.summary.refresh import History
from tests.regions import new_region
from tests.summary.conftest import TODAY
from tests.summary.crowds import KEY, crowd, envelope, month_ends

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop_app.summary.release import Release

CLIENTS, MONTHS = 60, 24


def two_years() -> tuple[History, Release]:
    """Return what was published before the last month, and that month."""
    people, history = crowd(4, CLIENTS), History()
    for day in month_ends(MONTHS):
        made = release.release(people.month(day), history, KEY, exact_headlines=True)
        before, history = history, made.history
    return before, made


@pytest.mark.benchmark
def test_a_month_is_counted_rounded_packed_and_sealed(
    seconds: Callable[[Callable[[], Any], int], float],
    hold: Callable[[str, float, float, str], None],
) -> None:
    before, made = two_years()
    signing, region = sealing.new_signing_key(), sealing.new_identity()
    to = envelope(sealing.public_key(signing), sealing.recipient(region))
    people = crowd(4, CLIENTS)

    def leave() -> None:
        month = people.month(made.published.period)
        fresh = refresh.decide(month, before)
        assert fresh.leaf
        cells = [c for table in tables.tables(month.half_years) for c in tables.cells(table)]
        values = tables.tabulate(month.quarter.members.values(), cells)
        rounding.controlled(values, tables.relations(values), KEY)
        data = audit.packed(made, before.published, to, signing, ())
        sealing.seal(data, [to.recipient, to.recipient])

    hold("Month of 60 clients: count, round, pack, seal", seconds(leave, 9), 0.2, "s")


@pytest.mark.benchmark
def test_the_whole_attack_on_two_years_of_files(
    seconds: Callable[[Callable[[], Any], int], float],
    hold: Callable[[str, float, float, str], None],
) -> None:
    before, made = two_years()
    files = [*before.published, made.published]

    def attacked() -> None:
        assert attack.judge(attack.explore(files), made.history.truth) is not None

    hold("Attack on 24 month files together", seconds(attacked, 5), 1, "s")


@pytest.mark.benchmark
def test_a_real_register_prepares_its_month(
    tmp_path: Path,
    seconds: Callable[[Callable[[], Any], int], float],
    hold: Callable[[str, float, float, str], None],
) -> None:
    db = practice.make_register(tmp_path / "register", today=TODAY, clients=CLIENTS).db
    region = new_region()
    connection.connect(db, region.file, region.words)
    connection.agree_exact_headlines(db, "A. Visser", TODAY)
    for month in range(1, 10):
        draft = export.prepare(db, date(2026, month, 1), today=TODAY)
        export.approve(db, draft, tmp_path, today=TODAY)
    october = date(2026, 10, 31)
    time = seconds(lambda: export.prepare(db, october, today=TODAY), 5)
    hold("Month of 60 clients from the register, ten files attacked", time, 1.2, "s")
    db.close()
