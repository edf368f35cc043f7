"""Goals and steps: at most three goals, in an order, ticked and closed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from desktop_app.errors import InvalidFieldsError, UserError
from desktop_app.plans import goals, reading, review
from desktop_app.plans.goals import ActionFields, GoalFields
from desktop_app.store.database import StaleEditError
from tests.plans import registered, sample

if TYPE_CHECKING:
    from uuid import UUID

    from desktop_app.store.database import Database

TODAY = registered.NOVEMBER


@pytest.fixture
def plan_id(db: Database) -> UUID:
    return registered.start(db, registered.person(db))


def shown(db: Database, plan_id: UUID) -> tuple[reading.GoalCard, ...]:
    return reading.plan_card(db, plan_id, today=TODAY).goals


def test_a_fourth_goal_is_refused_with_a_sentence(db: Database, plan_id: UUID) -> None:
    for goal in sample.ANSWERS.goals:
        registered.add_goal(db, plan_id, goal)
    with pytest.raises(UserError, match="at most 3 goals"):
        goals.add_goal(db, plan_id, GoalFields(title="Nog een"))
    first = shown(db, plan_id)[0]
    review.close_goal(db, first.goal_id, "STOP", on=TODAY, version=first.version)
    goals.add_goal(db, plan_id, GoalFields(title="Nog een"))
    with pytest.raises(UserError, match="at most 3 goals"):
        goals.set_goal_status(db, first.goal_id, "LOOPT", on=TODAY, version=first.version + 1)
    assert reading.plan_card(db, plan_id, today=TODAY).goals_left == 0


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        (GoalFields(title=" "), {"title"}),
        (GoalFields(title="x" * 201), {"title"}),
        (GoalFields(title="x" * 20_000, success="y" * 20_000), {"title", "success"}),
        (GoalFields(title="x", life_area="XYZ"), {"life_area"}),
    ],
)
def test_a_goal_that_cannot_be_is_refused_by_field(
    db: Database, plan_id: UUID, fields: GoalFields, wrong: set[str]
) -> None:
    with pytest.raises(InvalidFieldsError) as refused:
        goals.add_goal(db, plan_id, fields)
    assert set(refused.value.fields) == wrong
    assert shown(db, plan_id) == ()


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        (ActionFields(what=""), {"what"}),
        (
            ActionFields(what="x" * 201, owner_name="y" * 201, when_text="z" * 201),
            {"what", "owner_name", "when_text"},
        ),
        (ActionFields(what="x", owner="WIE"), {"owner"}),
    ],
)
def test_a_step_that_cannot_be_is_refused_by_field(
    db: Database, plan_id: UUID, fields: ActionFields, wrong: set[str]
) -> None:
    goal = goals.add_goal(db, plan_id, GoalFields(title="x"))
    with pytest.raises(InvalidFieldsError) as refused:
        goals.add_action(db, goal, fields)
    assert set(refused.value.fields) == wrong


def test_goals_and_steps_are_edited_and_moved(db: Database, plan_id: UUID) -> None:
    ids = [registered.add_goal(db, plan_id, goal) for goal in sample.ANSWERS.goals]
    goals.order_goals(db, plan_id, [ids[2], ids[0], ids[1]])
    after = shown(db, plan_id)
    assert [goal.goal_id for goal in after] == [ids[2], ids[0], ids[1]]
    steps = [step.action_id for step in after[1].actions]
    goals.order_actions(db, ids[0], steps[::-1])
    last = shown(db, plan_id)[1].actions[-1]
    assert last.action_id == steps[0]
    fields = ActionFields(what="Ik bel.", owner="AND", owner_name="Zus", when_text="vrijdag")
    version = goals.edit_action(db, last.action_id, fields, version=last.version)
    goals.remove_action(db, steps[1], version=shown(db, plan_id)[1].actions[1].version)
    last = shown(db, plan_id)[1].actions[-1]
    assert (last.what, last.owner, last.owner_name, last.when_text, last.version) == (
        "Ik bel.", "AND", "Zus", "vrijdag", version,
    )  # fmt: skip
    edited = goals.edit_goal(db, ids[2], GoalFields(title="Anders."), version=after[0].version)
    goals.remove_goal(db, ids[2], version=edited)
    assert [goal.goal_id for goal in shown(db, plan_id)] == [ids[0], ids[1]]
    new = goals.add_goal(db, plan_id, GoalFields(title="Achteraan."))
    assert shown(db, plan_id)[-1].goal_id == new


def test_an_order_of_other_goals_is_refused(db: Database, plan_id: UUID) -> None:
    ids = [registered.add_goal(db, plan_id, goal) for goal in sample.ANSWERS.goals[:2]]
    for order in ([ids[0]], [ids[0], ids[0]], [ids[0], uuid4()], [*ids, ids[0]], []):
        with pytest.raises(UserError, match="repeat the move"):
            goals.order_goals(db, plan_id, order)
    assert [goal.goal_id for goal in shown(db, plan_id)] == ids


def test_an_edit_that_came_second_is_refused(db: Database, plan_id: UUID) -> None:
    goal = registered.add_goal(db, plan_id, sample.ANSWERS.goals[0])
    step = shown(db, plan_id)[0].actions[0].action_id
    assert goals.edit_goal(db, goal, GoalFields(title="Een."), version=1) == 2
    assert goals.tick_action(db, step, done_on=TODAY, version=1) == 2
    with pytest.raises(StaleEditError):
        goals.edit_goal(db, goal, GoalFields(title="Twee."), version=1)
    with pytest.raises(StaleEditError):
        goals.tick_action(db, step, done_on=None, version=1)
    with pytest.raises(StaleEditError):
        goals.edit_action(db, step, ActionFields(what="x"), version=1)
    with pytest.raises(StaleEditError):
        goals.remove_action(db, step, version=1)
    with pytest.raises(StaleEditError):
        goals.remove_goal(db, goal, version=1)
    with pytest.raises(StaleEditError):
        goals.set_goal_status(db, goal, "LOOPT", on=TODAY, version=1)


def test_a_goal_closes_with_a_day_and_opens_again(db: Database, plan_id: UUID) -> None:
    goal = goals.add_goal(db, plan_id, GoalFields(title="x"))
    assert [g.status for g in shown(db, plan_id)] == ["NIEUW"]
    version = review.close_goal(db, goal, "DEELS", on=date(2026, 11, 1), version=1)
    (closed,) = shown(db, plan_id)
    assert (closed.status, closed.closed_on) == ("DEELS", date(2026, 11, 1))
    goals.set_goal_status(db, goal, "WACHT", on=TODAY, version=version)
    (again,) = shown(db, plan_id)
    assert (again.status, again.closed_on) == ("WACHT", None)
    with pytest.raises(UserError, match="how this goal ended"):
        review.close_goal(db, goal, "LOOPT", on=TODAY, version=again.version)
    with pytest.raises(UserError):
        goals.set_goal_status(db, goal, "KLAAR", on=TODAY, version=again.version)
