"""Goals of a plan and the steps towards them.

What a goal and its steps say can change while the plan is a draft. Ticking a step and how a
goal goes belong to the days after: they can change as long as the version is in force.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from desktop_app import codelists
from desktop_app.errors import InvalidFieldsError, UserError
from desktop_app.plans import answering, drafting
from desktop_app.store.database import require_version, revise
from desktop_app.store.tables import PlanAction, PlanGoal
from desktop_app.words import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from sqlalchemy.orm import Session

    from desktop_app.store.database import Database
    from desktop_app.store.tables import Plan

REACHED = frozenset({"GEH", "DEELS", "NIET", "STOP"})
"""Codes of `goal_status` that close a goal; with the others it goes on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalFields:
    """What the client wants to reach, in which life area, and how we see that it worked."""

    title: str
    life_area: str | None = None
    success: str = ""
    ready_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionFields:
    """A step: what, who (code of `action_owner`, or a name in its place), and when.

    `when_text` is free: "every Monday", "from 1-12-2026". Dates in it are printed in words.
    """

    what: str
    owner: str = "IK"
    owner_name: str = ""
    when_text: str = ""


def add_goal(db: Database, plan_id: UUID, fields: GoalFields) -> UUID:
    """Add a goal behind the others.

    Raises:
        InvalidFieldsError: by field.
        UserError: the plan is frozen or gone, or has as many goals as it may have.
    """
    _check_goal(fields)
    with db.write() as session:
        plan = drafting.draft(session, plan_id)
        there = drafting.goals(session, plan)
        _refuse_more(session, plan, there)
        goal = PlanGoal(
            client_id=plan.client_id,
            plan_id=plan.id,
            position=there[-1].position + 1 if there else 0,
            status="NIEUW",
            **asdict(fields),
        )
        session.add(goal)
        drafting.note_edit(session, plan)
    return goal.id


def edit_goal(db: Database, goal_id: UUID, fields: GoalFields, *, version: int) -> int:
    """Replace what a goal says and return its new version.

    Raises:
        InvalidFieldsError: by field.
        UserError: the plan is frozen, or the goal gone.
        StaleEditError: somebody else changed it since `version` was read.
    """
    _check_goal(fields)
    with db.write(typed=True) as session:
        goal = drafting.goal(session, goal_id)
        plan = drafting.draft(session, goal.plan_id)
        revise(goal, fields, version)
        drafting.note_edit(session, plan)
        session.flush()
    return goal.version


def order_goals(db: Database, plan_id: UUID, goal_ids: Sequence[UUID]) -> None:
    """Put goals in an order; their versions go up, so look at the plan again afterwards.

    Raises:
        UserError: the plan is frozen, or these are not its goals of now.
    """
    with db.write() as session:
        plan = drafting.draft(session, plan_id)
        drafting.reorder({goal.id: goal for goal in drafting.goals(session, plan)}, goal_ids)
        drafting.note_edit(session, plan)


def remove_goal(db: Database, goal_id: UUID, *, version: int) -> None:
    """Take a goal out of a draft, with its steps.

    Raises:
        UserError: the plan is frozen, or a contact note is about this goal.
        StaleEditError: somebody else changed it since `version` was read.
    """
    with db.write() as session:
        goal = drafting.goal(session, goal_id)
        plan = drafting.draft(session, goal.plan_id)
        require_version(goal, version)
        drafting.refuse_noted(session, [goal])
        for step in drafting.actions(session, [goal])[goal.id]:
            session.delete(step)
        session.flush()
        session.delete(goal)
        drafting.note_edit(session, plan)


def set_goal_status(db: Database, goal_id: UUID, status: str, *, on: date, version: int) -> int:
    """Say how a goal goes (code of `goal_status`) and return its new version.

    A status that ends the goal closes it on that day; any other opens it again.

    Raises:
        UserError: an unknown status, or the version of the plan is no longer in force.
        StaleEditError: somebody else changed the goal since `version` was read.
    """
    codelists.require("goal_status", status)
    with db.write() as session:
        goal = drafting.goal(session, goal_id)
        plan = drafting.in_force(session, goal.plan_id)
        require_version(goal, version)
        reopens = goal.closed_on is not None and status not in REACHED
        if reopens and plan.status == drafting.DRAFT:
            _refuse_more(session, plan, drafting.goals(session, plan))
        goal.status = status
        goal.closed_on = on if status in REACHED else None
        drafting.note_edit(session, plan)
        session.flush()
    return goal.version


def add_action(db: Database, goal_id: UUID, fields: ActionFields) -> UUID:
    """Add a step behind the others of a goal.

    Raises:
        InvalidFieldsError: by field.
        UserError: the plan is frozen, or the goal gone.
    """
    _check_action(fields)
    with db.write() as session:
        goal = drafting.goal(session, goal_id)
        plan = drafting.draft(session, goal.plan_id)
        there = drafting.actions(session, [goal])[goal.id]
        step = PlanAction(
            client_id=goal.client_id,
            goal_id=goal.id,
            position=there[-1].position + 1 if there else 0,
            **asdict(fields),
        )
        session.add(step)
        drafting.note_edit(session, plan)
    return step.id


def edit_action(db: Database, action_id: UUID, fields: ActionFields, *, version: int) -> int:
    """Replace what a step says and return its new version.

    Raises:
        InvalidFieldsError: by field.
        UserError: the plan is frozen, or the step gone.
        StaleEditError: somebody else changed it since `version` was read.
    """
    _check_action(fields)
    with db.write(typed=True) as session:
        step, plan = _step_of_draft(session, action_id)
        revise(step, fields, version)
        drafting.note_edit(session, plan)
        session.flush()
    return step.version


def order_actions(db: Database, goal_id: UUID, action_ids: Sequence[UUID]) -> None:
    """Put the steps of a goal in an order; their versions go up.

    Raises:
        UserError: the plan is frozen, or these are not the steps of now.
    """
    with db.write() as session:
        goal = drafting.goal(session, goal_id)
        plan = drafting.draft(session, goal.plan_id)
        steps = drafting.actions(session, [goal])[goal.id]
        drafting.reorder({step.id: step for step in steps}, action_ids)
        drafting.note_edit(session, plan)


def remove_action(db: Database, action_id: UUID, *, version: int) -> None:
    """Take a step out of a draft.

    Raises:
        UserError: the plan is frozen, or the step gone.
        StaleEditError: somebody else changed it since `version` was read.
    """
    with db.write() as session:
        step, plan = _step_of_draft(session, action_id)
        require_version(step, version)
        session.delete(step)
        drafting.note_edit(session, plan)


def tick_action(db: Database, action_id: UUID, *, done_on: date | None, version: int) -> int:
    """Tick a step done, or take the tick away (None); return its new version.

    Raises:
        UserError: this version of the plan is no longer in force, or the step gone.
        StaleEditError: somebody else changed it since `version` was read.
    """
    with db.write() as session:
        step = drafting.action(session, action_id)
        goal = drafting.goal(session, step.goal_id)
        plan = drafting.in_force(session, goal.plan_id)
        require_version(step, version)
        step.done_on = done_on
        drafting.note_edit(session, plan)
        session.flush()
    return step.version


def _step_of_draft(session: Session, action_id: UUID) -> tuple[PlanAction, Plan]:
    step = drafting.action(session, action_id)
    goal = drafting.goal(session, step.goal_id)
    return step, drafting.draft(session, goal.plan_id)


def _refuse_more(session: Session, plan: Plan, there: Sequence[PlanGoal]) -> None:
    most = drafting.template(session, plan).most_goals()
    if most is not None and sum(goal.closed_on is None for goal in there) >= most:
        raise UserError(
            ngettext(
                "A plan has at most {most} goal. Close it or take it out first.",
                "A plan has at most {most} goals. Close one or take one out first.",
                most,
            ).format(most=most)
        )


def _check_goal(fields: GoalFields) -> None:
    problems: dict[str, str] = {}
    if not fields.title.strip():
        problems["title"] = _("Write what the client wants to reach.")
    answering.within(problems, "title", fields.title)
    answering.within(problems, "success", fields.success)
    if fields.life_area is not None and fields.life_area not in _life_areas():
        problems["life_area"] = _("This is not one of the life areas. Choose another one.")
    if problems:
        raise InvalidFieldsError(problems)


def _check_action(fields: ActionFields) -> None:
    problems: dict[str, str] = {}
    if not fields.what.strip():
        problems["what"] = _("Write what will be done.")
    for name in ("what", "owner_name", "when_text"):
        answering.within(problems, name, getattr(fields, name))
    if fields.owner not in codelists.read("action_owner").codes:
        problems["owner"] = _("Choose who does this from the list.")
    if problems:
        raise InvalidFieldsError(problems)


def _life_areas() -> frozenset[str]:
    return frozenset(codelists.read("life_area").codes)
