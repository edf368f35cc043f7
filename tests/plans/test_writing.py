"""Writing a plan: versions begin, sections open, fill and close, frozen ones refuse."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from desktop_app import assets, dates
from desktop_app.errors import InvalidFieldsError, UserError
from desktop_app.plans import (
    answering,
    drafting,
    freezing,
    goals,
    reading,
    review,
    scoring,
    signatures,
    writing,
)
from desktop_app.plans.scoring import ScoreFields
from desktop_app.register import contacts
from desktop_app.register.contacts import NoteFields
from desktop_app.store.database import StaleEditError
from desktop_app.store.tables import JournalEntry, Plan, PlanGoal
from tests.plans import registered, sample

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from desktop_app.store.database import Database

TODAY = registered.NOVEMBER


def card(db: Database, plan_id: UUID) -> reading.PlanCard:
    return reading.plan_card(db, plan_id, today=TODAY)


def section(db: Database, plan_id: UUID, code: str) -> reading.SectionCard:
    return next(s for s in card(db, plan_id).sections if s.section.code == code)


def test_a_first_plan_opens_only_what_every_plan_has(db: Database) -> None:
    plan = card(db, registered.start(db, registered.person(db)))
    assert (plan.number, plan.status, plan.frozen) == (1, "CON", False)
    assert (plan.replaces, plan.newer, plan.areas, plan.goals) == (None, None, (), ())
    assert {s.section.code for s in plan.sections if s.version is not None} == {
        "P02", "P03", "P04", "P12", "P13", "P15", "P16",
    }  # fmt: skip
    assert plan.closed_areas == registered.TEMPLATE.life_areas()
    assert plan.goals_left == 3
    assert len(plan.short_code) == 9


def test_what_is_saved_is_read_back_as_it_was_typed(db: Database) -> None:
    plan_id = registered.start(db, registered.person(db))
    typed = {"wish": "  Rust.\n\n“Écht”, ŁŻ 𝄞 \0 <b>&amp; "}
    version = writing.save_section(db, plan_id, "P02", typed, version=1)
    assert version == 2
    assert section(db, plan_id, "P02").answers == {"wish": typed["wish"].replace("\0", "")}


def test_a_run_of_small_saves_is_one_line_in_the_access_log(db: Database) -> None:
    plan_id = registered.start(db, registered.person(db))
    for version, text in enumerate(("R", "Ru", "Rus", "Rust"), 1):
        writing.save_section(db, plan_id, "P02", {"wish": text}, version=version)
    with db.read() as session:
        lines = session.scalars(select(JournalEntry).order_by(JournalEntry.seq.desc()))
        found = [(line.event, line.detail) for line in lines]
    assert found[:2] == [("EDIT", "plan OND v1"), ("ADD", "plan OND v1")]


def test_a_save_that_did_not_see_the_newest_text_is_refused(db: Database) -> None:
    plan_id = registered.start(db, registered.person(db))
    writing.save_section(db, plan_id, "P02", {"wish": "Rust."}, version=1)
    for seen in (1, 3, None):
        with pytest.raises(StaleEditError):
            writing.save_section(db, plan_id, "P02", {"wish": "Werk."}, version=seen)
    assert section(db, plan_id, "P02").answers == {"wish": "Rust."}
    with pytest.raises(StaleEditError):
        writing.close_section(db, plan_id, "P05", version=1)


def test_an_optional_section_opens_and_closes_without_a_trace(db: Database) -> None:
    plan_id = registered.start(db, registered.person(db))
    assert not section(db, plan_id, "P05").opened
    opened = writing.save_section(
        db, plan_id, "P05", {"neighbourhood": "Ans groet."}, version=None
    )
    assert writing.open_section(db, plan_id, "P05") == opened
    assert section(db, plan_id, "P05").answers == {"neighbourhood": "Ans groet."}
    writing.close_section(db, plan_id, "P05", version=opened)
    assert not section(db, plan_id, "P05").opened
    with pytest.raises(UserError, match="stays open"):
        writing.close_section(db, plan_id, "P02", version=1)


@pytest.mark.parametrize(
    ("code", "answers", "wrong"),
    [
        ("P02", {"wish": "x" * 20_001}, "wish"),
        ("P02", {"wish": ["Rust."]}, "wish"),
        ("P02", {"hope": "Rust."}, "hope"),
        ("P03", {"strengths": "Koken"}, "strengths"),
        ("P03", {"strengths": [1]}, "strengths"),
        ("P03", {"strengths": ["x"] * 201}, "strengths"),
        ("P12", {"worker": "Marieke"}, "worker"),
        ("P13", {"agreements": [{"about": "Bezoek", "colour": "rood"}]}, "agreements"),
        ("P13", {"agreements": ["Bezoek"]}, "agreements"),
        ("P14", {"signals": [{"phase": "X", "notice": "a", "do": "b"}]}, "signals"),
        ("P14", {"signals": [{"notice": "a"}]}, "signals"),
        ("P15", {"sharing": [{"who": "Buren", "much": "some", "what": ""}]}, "sharing"),
        ("P16", {"review_on": "20-05-2027"}, "review_on"),
        ("P16", {"review_on": "2026-02-31"}, "review_on"),
        ("P16", {"review_on": "2026-11-20"}, "review_on"),
        ("P16", {"check_on": "2020-01-01"}, "check_on"),
    ],
)
def test_an_answer_of_another_shape_is_refused_and_named(
    db: Database, code: str, answers: dict[str, Any], wrong: str
) -> None:
    plan_id = registered.start(db, registered.person(db))
    version = writing.open_section(db, plan_id, code)
    with pytest.raises(InvalidFieldsError) as refused:
        writing.save_section(db, plan_id, code, answers, version=version)
    assert set(refused.value.fields) == {wrong}
    assert section(db, plan_id, code).answers == {}


@pytest.mark.parametrize("code", ["P01", "P06", "P10", "P17", "P99"])
def test_a_section_that_stores_nothing_cannot_be_written(db: Database, code: str) -> None:
    plan_id = registered.start(db, registered.person(db))
    with pytest.raises(UserError, match="no such section"):
        writing.open_section(db, plan_id, code)


def test_the_date_to_look_back_is_found_by_lists(db: Database) -> None:
    plan_id = registered.start(db, registered.person(db))
    version = writing.save_section(db, plan_id, "P16", {"review_on": "2027-05-20"}, version=1)
    assert card(db, plan_id).review_on == date(2027, 5, 20)
    writing.save_section(db, plan_id, "P16", {"review_on": ""}, version=version)
    assert card(db, plan_id).review_on is None


def test_language_and_letters_are_chosen_and_remembered(db: Database) -> None:
    client = registered.person(db)
    first = registered.first_version(db, client)
    version = card(db, first).version
    writing.set_paper(db, first, language="en", large_print=True, version=version)
    registered.sign(db, first, on=registered.JUNE)
    second = card(db, registered.start(db, client))
    assert (second.language, second.large_print) == ("en", True)
    with pytest.raises(StaleEditError):
        writing.set_paper(db, second.plan_id, language="nl", large_print=False, version=9)
    with pytest.raises(UserError, match="Dutch or in English"):
        writing.set_paper(
            db,
            second.plan_id,
            language="fr",  # type: ignore[arg-type]  # what a file might hold
            large_print=False,
            version=1,
        )


def test_a_next_version_takes_over_words_and_open_goals_but_no_scores(db: Database) -> None:
    client = registered.person(db)
    first = registered.first_version(db, client)
    done = registered.add_goal(db, first, sample.ANSWERS.goals[1])
    before = card(db, first)
    step = before.goals[0].actions[0]
    goals.tick_action(db, step.action_id, done_on=registered.JUNE, version=1)
    registered.sign(db, first, on=registered.JUNE)
    review.close_goal(db, done, "GEH", on=TODAY, version=1)
    second = card(db, registered.start(db, client))
    assert second.number == 2
    assert second.short_code == before.short_code
    assert second.review_on is None
    assert section(db, second.plan_id, "P16").answers == {}
    for code in ("P02", "P03", "P05", "P12", "P13", "P14", "P15"):
        assert section(db, second.plan_id, code).answers == dict(
            next(s for s in before.sections if s.section.code == code).answers
        )
    (goal,) = second.goals
    assert goal.follows_id == before.goals[0].goal_id
    assert goal.title == before.goals[0].title
    assert [a.what for a in goal.actions] == [a.what for a in before.goals[0].actions[1:]]
    assert [a.life_area for a in second.areas] == ["WON", "GEL", "DAG", "SOC"]
    assert {a.score for a in second.areas} == {None}
    assert [a.first for a in second.areas] == [3, 2, 2, 2]
    assert second.replaces is not None
    assert second.replaces.plan_id == first
    newer = card(db, first).newer
    assert newer is not None
    assert newer.plan_id == second.plan_id


def test_there_is_one_draft_at_a_time(db: Database) -> None:
    client = registered.person(db)
    registered.start(db, client)
    with pytest.raises(UserError, match="Version 1 is still a draft"):
        registered.start(db, client)


def test_an_unknown_template_or_client_makes_nothing(db: Database) -> None:
    client = registered.person(db)
    with pytest.raises(UserError, match="template does not exist"):
        writing.start_plan(db, client, "../my-plan", today=TODAY)
    with pytest.raises(UserError, match="no longer in the register"):
        registered.start(db, uuid4())
    with db.read() as session:
        assert session.scalars(select(Plan)).all() == []


def test_a_template_changed_later_leaves_a_plan_as_it_began(db: Database) -> None:
    client = registered.person(db)
    plan_id = registered.start(db, client)
    with db.write() as session:
        plan = session.get_one(Plan, plan_id)
        plan.template_id = drafting.keep_template(session, _older_template())
    assert card(db, plan_id).template.titles["nl"] == "Ons oude plan"
    registered.save(db, plan_id, "P02", {"wish": "Rust.", "dream": "Een hond."})
    with pytest.raises(InvalidFieldsError):
        registered.save(db, plan_id, "P04", {"home": "Klein."})
    registered.save(db, plan_id, "P04", {"home": ["Klein.", "Licht."]})
    with db.write() as session:
        session.get_one(Plan, plan_id).status = "LOP"
    second = registered.start(db, client)
    assert card(db, second).template.titles["nl"] == "Mijn plan"
    assert section(db, second, "P02").answers == {"wish": "Rust."}
    assert section(db, second, "P04").answers == {}
    assert section(db, plan_id, "P02").answers == {"wish": "Rust.", "dream": "Een hond."}


def _older_template() -> dict[str, Any]:
    data: dict[str, Any] = assets.read_json("plan_templates/my-plan.json")
    data["title"]["nl"] = "Ons oude plan"
    by_code = {item["code"]: item for item in data["sections"]}
    dream = {"code": "dream", "kind": "text", "label": {"nl": "Mijn droom", "en": "My dream"}}
    by_code["P02"]["fields"].append(dream)
    by_code["P04"]["fields"][0]["kind"] = "lines"
    return data


def _edits(db: Database, plan: reading.PlanCard) -> dict[str, Callable[[], object]]:
    goal, area = plan.goals[0], plan.areas[0]
    step = goal.actions[0]
    return {
        "save_section": lambda: writing.save_section(
            db, plan.plan_id, "P02", {"wish": "Anders."}, version=1
        ),
        "open_section": lambda: writing.open_section(db, plan.plan_id, "P05"),
        "close_section": lambda: writing.close_section(db, plan.plan_id, "P05", version=1),
        "set_paper": lambda: writing.set_paper(
            db, plan.plan_id, language="en", large_print=True, version=plan.version
        ),
        "discard_draft": lambda: writing.discard_draft(db, plan.plan_id, version=plan.version),
        "add_goal": lambda: registered.add_goal(db, plan.plan_id, sample.ANSWERS.goals[1]),
        "edit_goal": lambda: goals.edit_goal(
            db, goal.goal_id, goals.GoalFields(title="Anders."), version=goal.version
        ),
        "remove_goal": lambda: goals.remove_goal(db, goal.goal_id, version=goal.version),
        "order_goals": lambda: goals.order_goals(db, plan.plan_id, [goal.goal_id]),
        "add_action": lambda: goals.add_action(
            db, goal.goal_id, goals.ActionFields(what="Anders.")
        ),
        "edit_action": lambda: goals.edit_action(
            db, step.action_id, goals.ActionFields(what="Anders."), version=step.version
        ),
        "remove_action": lambda: goals.remove_action(db, step.action_id, version=step.version),
        "order_actions": lambda: goals.order_actions(
            db, goal.goal_id, [a.action_id for a in reversed(goal.actions)]
        ),
        "open_area": lambda: scoring.open_area(db, plan.plan_id, "ZIN"),
        "close_area": lambda: scoring.close_area(
            db, plan.plan_id, area.life_area, version=area.version
        ),
        "order_areas": lambda: scoring.order_areas(
            db, plan.plan_id, [a.life_area for a in reversed(plan.areas)]
        ),
        "score_area": lambda: scoring.score_area(
            db, plan.plan_id, "WON", ScoreFields(score=1), version=area.version, today=TODAY
        ),
    }


def test_a_frozen_plan_refuses_every_edit(db: Database) -> None:
    plan_id = registered.first_version(db, registered.person(db))
    freezing.print_for_signature(db, plan_id, today=registered.JUNE)
    frozen = card(db, plan_id)
    assert frozen.frozen
    for name, edit in _edits(db, frozen).items():
        with pytest.raises(drafting.FrozenPlanError, match="stays as it is"):
            pytest.fail(f"{name} went through: {edit()}")
    assert card(db, plan_id) == frozen


def test_steps_and_goals_go_on_after_the_signature_until_a_newer_version_is_signed(
    db: Database,
) -> None:
    ids = registered.both_versions(db)
    goal = card(db, ids.first).goals[0]
    step = goal.actions[0]
    version = goals.tick_action(db, step.action_id, done_on=TODAY, version=step.version)
    goals.set_goal_status(db, goal.goal_id, "LOOPT", on=TODAY, version=goal.version)
    registered.sign(db, ids.second, on=TODAY)
    with pytest.raises(drafting.FrozenPlanError, match="no longer in force"):
        goals.tick_action(db, step.action_id, done_on=None, version=version)
    assert card(db, ids.first).goals[0].actions[0].done_on == TODAY


def test_a_draft_is_thrown_away_whole_and_the_version_before_stays(db: Database) -> None:
    ids = registered.both_versions(db)
    before = card(db, ids.first)
    with pytest.raises(StaleEditError):
        writing.discard_draft(db, ids.second, version=99)
    writing.discard_draft(db, ids.second, version=card(db, ids.second).version)
    with pytest.raises(UserError, match="no longer in the register"):
        card(db, ids.second)
    after = card(db, ids.first)
    assert (after.status, after.goals, after.newer) == (before.status, before.goals, None)
    third = card(db, registered.start(db, ids.client))
    assert third.number == 2


def test_a_goal_that_a_note_is_about_stays(db: Database) -> None:
    plan_id = registered.first_version(db, registered.person(db))
    plan = card(db, plan_id)
    goal = plan.goals[0]
    note = NoteFields(kind="HUIS", at=dates.now(), text="Post.", goal_id=goal.goal_id)
    contacts.write_note(db, plan.client_id, note, now=dates.now())
    with pytest.raises(UserError, match="Close the goal instead"):
        goals.remove_goal(db, goal.goal_id, version=goal.version)
    with pytest.raises(UserError, match="Close the goal instead"):
        writing.discard_draft(db, plan_id, version=plan.version)


def test_a_plan_of_an_erased_client_says_so(db: Database) -> None:
    gone = uuid4()
    for reach in (
        lambda: card(db, gone),
        lambda: writing.open_section(db, gone, "P02"),
        lambda: freezing.preview(db, gone, today=TODAY),
        lambda: freezing.print_for_signature(db, gone, today=TODAY),
        lambda: signatures.signature_received(db, gone, "CLI", on=TODAY, today=TODAY),
        lambda: goals.tick_action(db, gone, done_on=TODAY, version=1),
        lambda: goals.edit_goal(db, gone, goals.GoalFields(title="x"), version=1),
    ):
        with pytest.raises(UserError, match="no longer in the register"):
            reach()


TEXT = st.text(max_size=60)
_SECTION = st.fixed_dictionaries(
    {},
    optional={
        "agreements": st.lists(
            st.fixed_dictionaries({}, optional={"about": TEXT, "text": TEXT}), max_size=4
        )
    },
)


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(answers=_SECTION)
def test_any_rows_are_kept_or_refused_but_never_bent(answers: dict[str, Any]) -> None:
    kept = answering.checked(registered.TEMPLATE.section("P13"), answers)
    assert str(kept) == str(answers).replace("\\x00", "")


def test_a_goal_keeps_its_plan_and_client(db: Database) -> None:
    ids = registered.both_versions(db)
    with db.read() as session:
        rows = session.scalars(select(PlanGoal)).all()
        assert {row.client_id for row in rows} == {ids.client}
