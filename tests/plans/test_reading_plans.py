"""What the editor and the lists are handed."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, fields, is_dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from desktop_app import words
from desktop_app.plans import (
    differences,
    freezing,
    goals,
    reading,
    review,
    snapshots,
    versions,
    writing,
)
from desktop_app.plans.differences import Piece
from tests.plans import registered, sample

if TYPE_CHECKING:
    from desktop_app.store.database import Database

TODAY = registered.NOVEMBER


@pytest.fixture
def ids(db: Database) -> registered.Sample:
    return registered.both_versions(db)


def test_a_card_holds_all_that_the_editor_shows(db: Database, ids: registered.Sample) -> None:
    with words.in_language("nl"):
        card = reading.plan_card(db, ids.second, today=TODAY)
    assert (card.client_name, card.client_number) == ("Joëlle Wiśniewska", "C-0042")
    assert (card.number, card.status, card.frozen, card.missing) == (2, "CON", False, ())
    assert card.goals_left == 0
    assert [g.score for g in card.goals] == [3, 2, 3]
    assert [a.owner_name for a in card.goals[2].actions] == ["Ik zelf", "Buurvrouw Ans en ik"]
    assert [(a.life_area, a.first, a.first_on, a.score) for a in card.areas] == [
        ("WON", 3, registered.JUNE, 4),
        ("GEL", 2, registered.JUNE, 3),
        ("DAG", 2, registered.JUNE, 2),
        ("SOC", 2, registered.JUNE, 3),
    ]
    assert card.facts["decision.period"] == "1 mei 2026 tot en met 30 april 2028"
    assert card.facts["worker"] == "Marieke de Wit\n06 – 5550 1423"
    assert card.facts["client.born"] == "8 februari 1989"
    assert [s.section.code for s in card.sections] == [
        s.code for s in registered.TEMPLATE.sections
    ]
    assert all(s.opened for s in card.sections)
    before = card.replaces
    assert before is not None
    assert (before.number, before.signature, before.agreed_on) == (
        1, "CLI", registered.JUNE,
    )  # fmt: skip


def test_nothing_of_the_database_leaves_the_core(db: Database, ids: registered.Sample) -> None:
    card = reading.plan_card(db, ids.second, today=TODAY)
    for part in (card, *card.sections, *card.goals, *card.areas, *card.goals[0].actions):
        assert is_dataclass(part)
        assert not hasattr(part, "__table__")
        with pytest.raises(FrozenInstanceError):
            setattr(part, fields(part)[0].name, None)
    with pytest.raises(TypeError):
        card.sections[1].answers["wish"] = "x"  # type: ignore[index]  # it cannot be written


def test_a_running_plan_is_due_on_its_date(db: Database, ids: registered.Sample) -> None:
    day_before = TODAY - timedelta(1)
    assert reading.plan_card(db, ids.first, today=day_before).status == "LOP"
    assert reading.plan_card(db, ids.first, today=TODAY).status == "EVA"
    found = review.due(db, today=day_before)
    assert [(r.plan_id, r.on, r.days, r.client_number) for r in found] == [
        (ids.first, TODAY, 1, "C-0042")
    ]
    assert review.due(db, today=TODAY + timedelta(9))[0].days == -9
    assert review.due(db, today=TODAY - timedelta(31)) == ()
    registered.sign(db, ids.second, on=TODAY)
    assert review.due(db, today=TODAY) == ()


def test_days_to_look_back_are_offered_up_to_the_decisions_end(
    db: Database, ids: registered.Sample
) -> None:
    offered = review.moments(db, ids.second, today=TODAY)
    assert [(m.code, m.on) for m in offered] == [
        ("W6", date(2027, 1, 1)),
        ("M3", date(2027, 2, 20)),
        ("M6", date(2027, 5, 20)),
        ("M12", date(2027, 11, 20)),
        ("BES", date(2028, 3, 5)),
    ]
    late = review.moments(db, ids.second, today=date(2028, 4, 1))
    assert "BES" not in {m.code for m in late}


def test_lists_show_the_newest_version_and_its_steps(
    db: Database, ids: registered.Sample
) -> None:
    step = reading.plan_card(db, ids.second, today=TODAY).goals[0].actions[0]
    goals.tick_action(db, step.action_id, done_on=TODAY, version=step.version)
    (row,) = versions.plan_rows(db, today=TODAY)
    assert (row.plan_id, row.number, row.client_name) == (ids.second, 2, "Joëlle Wiśniewska")
    assert (row.goals, row.steps, row.steps_done) == (3, 8, 1)
    assert versions.plan_rows(db, today=TODAY, plan_type="SIG") == ()
    found = versions.versions(db, ids.client, today=TODAY)
    assert [v.plan_id for v in found] == [ids.second, ids.first]
    assert [v.printed_on for v in found] == [None, registered.JUNE]
    assert versions.versions(db, ids.client, today=TODAY, plan_type="SIG") == ()


def test_differences_are_told_section_by_section(db: Database, ids: registered.Sample) -> None:
    found = differences.differences(db, ids.first, ids.second, today=TODAY)
    by_code = {section.code: section for section in found}
    assert list(by_code) == ["P02", "AREAS", "P10", "P16"]
    (wish,) = by_code["P02"].changes
    assert wish.label == "Dit is belangrijk voor mij"
    assert wish.before == "Ik wil rust in mijn eigen huis."
    assert [p.kept for p in wish.pieces] == ["same", "new"]
    areas = {change.label: change for change in by_code["AREAS"].changes}
    assert list(areas) == ["Wonen en huishouden", "Geld en post", "Mensen om mij heen"]
    assert areas["Geld en post"].pieces[:2] == (Piece("gone", "2"), Piece("new", "3"))
    new_goals = by_code["P10"].changes
    assert [c.label for c in new_goals] == ["Doel 2", "Doel 3"]
    assert new_goals[0].before == ""
    assert "Gelukt als: ik ga acht weken achter elkaar." in new_goals[0].after
    assert by_code["P16"].changes[0].before == "20 november 2026"


def test_the_same_version_differs_in_nothing(db: Database, ids: registered.Sample) -> None:
    assert differences.differences(db, ids.second, ids.second, today=TODAY) == ()


def test_what_was_closed_shows_as_gone(db: Database, ids: registered.Sample) -> None:
    card = reading.plan_card(db, ids.second, today=TODAY)
    section = next(s for s in card.sections if s.section.code == "P14")
    writing.close_section(db, ids.second, "P14", version=section.version or 0)
    found = differences.differences(db, ids.first, ids.second, today=TODAY)
    gone = next(s for s in found if s.code == "P14")
    assert gone.heading == "Als het even niet goed gaat"
    assert [(c.label, c.after, {p.kept for p in c.pieces}) for c in gone.changes] == [
        ("Groen: het gaat goed", "", {"gone"}),
        ("Oranje: het gaat minder", "", {"gone"}),
        ("Rood: het gaat mis", "", {"gone"}),
    ]


def test_a_reworded_goal_is_the_same_goal(db: Database, ids: registered.Sample) -> None:
    goal = reading.plan_card(db, ids.second, today=TODAY).goals[0]
    fields = goals.GoalFields(
        title="Ik maak mijn post elke dag open.",
        life_area=goal.life_area,
        success=goal.success,
        ready_on=goal.ready_on,
    )
    goals.edit_goal(db, goal.goal_id, fields, version=goal.version)
    found = differences.differences(db, ids.first, ids.second, today=TODAY)
    first = next(s for s in found if s.code == "P10").changes[0]
    assert first.label == "Doel 1"
    assert [p for p in first.pieces if p.kept != "same"] == [
        Piece("gone", "week"),
        Piece("new", "dag"),
    ]


def test_a_home_that_got_a_neighbourhood_did_not_change(
    db: Database, ids: registered.Sample
) -> None:
    card = reading.plan_card(db, ids.second, today=TODAY)
    area = next(s for s in card.sections if s.section.code == "P05")
    writing.close_section(db, ids.second, "P05", version=area.version or 0)
    found = differences.differences(db, ids.first, ids.second, today=TODAY)
    (change,) = next(s for s in found if s.code == "P04").changes
    assert (change.label, change.after) == ("Buurt", "")


def test_a_frozen_version_is_compared_as_it_was_printed(
    db: Database, ids: registered.Sample
) -> None:
    freezing.print_for_signature(db, ids.second, today=TODAY)
    third = registered.start(db, ids.client, today=date(2028, 5, 2))  # no decision any more
    found = differences.differences(db, ids.second, third, today=date(2028, 5, 2))
    facts = next(s for s in found if s.code == "P01")
    assert [(c.label, c.before, c.after) for c in facts.changes] == [
        ("Beschikking", "1 mei 2026 tot en met 30 april 2028", "")
    ]


def test_pieces_put_together_are_both_texts() -> None:
    before, after = "Ik wil  rust.\nEn werk.", "Ik wil geen rust.\nWerk."
    change = differences.compared("x", before, after)
    old = "".join(p.text for p in change.pieces if p.kept != "new")
    new = "".join(p.text for p in change.pieces if p.kept != "gone")
    assert (old, new) == (before, after)


def test_a_snapshot_gives_the_document_back() -> None:
    assert snapshots.from_text(snapshots.as_text(sample.PLAN)) == sample.PLAN
