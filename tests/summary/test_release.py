"""A month leaves only when the attack wins nothing; until then it becomes coarser."""

from __future__ import annotations

import random
from datetime import date
from typing import TYPE_CHECKING

import pytest

from desktop_app.errors import UserError
from desktop_app.summary import audit, package, release, sealing, tables
from desktop_app.summary.refresh import History
from tests.summary.crowds import KEY, Crowd, Person, crowd, envelope, month_ends

if TYPE_CHECKING:
    from desktop_app.summary.release import Release

SIGNING = sealing.new_signing_key()
TO = envelope(sealing.public_key(SIGNING), sealing.recipient(sealing.new_identity()))
DAY = date(2025, 6, 30)


def cohort_of(mo: int, bw: int, other: int, waiting: int = 0) -> Crowd:
    """Return an organisation whose people all moved in during the first half of 2025."""

    def people(origin: str, count: int) -> tuple[Person, ...]:
        moved_in = Person(date(2024, 9, 1), date(2025, 2, 1), None, "WOON", origin, "BEST")
        return (moved_in,) * count

    waits = (Person(date(2024, 9, 1), None, None, "WOON", "MO", "BEST"),) * waiting
    everybody = people("MO", mo) + people("BW", bw) + people("ANDERS", other) + waits
    return Crowd(everybody, crowd(1, 60).dwellings)


def test_random_organisations_leave_safely_and_mostly_whole() -> None:
    whole = months = 0
    for seed in range(5):
        size = random.Random(seed).randint(6, 90)  # noqa: S311 - made-up people
        people, history = crowd(seed, size, months=12), History()
        for day in month_ends(12)[2:]:
            made = release.release(
                people.month(day), history, bytes([seed]) * 32, exact_headlines=True
            )
            held = audit.checks(made, history.published)
            assert all(check.held for check in held), (seed, day, held)
            history = made.history
            months += 1
            whole += not made.published.coarsened
    assert whole >= 0.9 * months


@pytest.mark.parametrize("people", [
    cohort_of(1, 0, 0), cohort_of(12, 0, 0), cohort_of(30, 0, 0, 30), Crowd((), ()),
    cohort_of(200, 60, 40),
])  # fmt: skip
def test_extreme_organisations_leave_safely(people: Crowd) -> None:
    made = release.release(people.month(DAY), History(), KEY, exact_headlines=True)
    assert all(check.held for check in audit.checks(made, ()))


def small_second_cohort() -> tuple[Release, Release]:
    """Twenty people, then three in the next half-year: two exact headlines tell that total."""
    first = cohort_of(12, 5, 3)
    later = tuple(
        Person(date(2025, 1, 1), date(2025, 9, 1), None, "WOON", origin, "BEST")
        for origin in ("MO", "MO", "BW")
    )
    both = Crowd(first.people + later, first.dwellings)
    made = release.release(first.month(DAY), History(), KEY, exact_headlines=True)
    return made, release.release(
        both.month(date(2025, 12, 31)), made.history, KEY, exact_headlines=True
    )


def test_what_the_attack_wins_is_left_out_and_said() -> None:
    _, second = small_second_cohort()
    assert [step for step, _ in second.won] == ["cohort"]
    assert {f.row.cell.split(".")[1] for f in second.won[0][1]} == {"2025H2"}
    assert second.published.coarsened == ("cohort",)
    status = {row.cell: row.status for row in second.published.rows}
    assert status["start.2025H2.MO"] == "N"
    assert status["start.2025H2._T"] == "R"
    assert status["start.2025H1.MO"] == "R"
    assert status["wait.WOON.MO"] == "R"
    said = audit.sentences(second, [second.history.published[0]])
    assert any("Moved in as a total only" in line for line in said)


def test_the_audit_says_what_held_without_any_true_number() -> None:
    made, second = small_second_cohort()
    document = audit.document(second, [made.published])
    assert document["checks"] == dict.fromkeys(
        ["A1", "A2", "A3", "A4", "A5", "A6", "A7", "A8"], True
    )
    assert document["periods_attacked_together"] == 2
    assert document["coarsened"] == ["cohort"]


def test_a_release_that_breaks_its_rules_is_never_packed() -> None:
    made, _ = small_second_cohort()
    row = next(r for r in made.truth if r.cell.startswith("wait."))
    broken = release.Release(
        made.published, {**made.truth, row: row.value + 9}, made.real, made.fresh, made.history,
        (), made.knowledge, (),
    )  # fmt: skip
    with pytest.raises(AssertionError):
        audit.packed(broken, (), TO, SIGNING, ())


def test_a_complex_code_that_is_a_name_is_refused_without_repeating_it() -> None:
    made, _ = small_second_cohort()
    audit.packed(made, (), TO, SIGNING, ["Jansen"])
    with pytest.raises(UserError) as refused:
        audit.packed(made, (), TO, SIGNING, ["voordeur"])
    assert "voordeur" not in str(refused.value)


def test_the_same_figures_give_the_same_bytes() -> None:
    made, _ = small_second_cohort()
    again, _ = small_second_cohort()
    first = audit.packed(made, (), TO, SIGNING, ())
    assert audit.packed(again, (), TO, SIGNING, ()) == first
    assert package.unpack(first).published == made.published


def test_steps_touch_only_what_was_won() -> None:
    codes = [step.code for step in tables.read().steps]
    assert codes[-1] == "headlines"
    assert codes[0] == "cross"


def test_the_coordinator_reads_what_the_attack_tried() -> None:
    made, second = small_second_cohort()
    assert audit.sentences(made, ())[0].startswith("This is the first file")
    assert audit.sentences(second, [made.published])[0].startswith(
        "This file was laid beside the one"
    )
