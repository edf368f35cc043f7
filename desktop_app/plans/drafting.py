"""The doors to a plan's rows: found or gone, still a draft or frozen, and by whom edited."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import select

from desktop_app import dates
from desktop_app.errors import UserError
from desktop_app.plans import templates
from desktop_app.store import journal
from desktop_app.store.acting import ACTING
from desktop_app.store.tables import (
    ContactNote,
    JournalEntry,
    KeptTemplate,
    Plan,
    PlanAction,
    PlanGoal,
    PlanScore,
    PlanSection,
)
from desktop_app.words import _

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from uuid import UUID

    from sqlalchemy.orm import Session

    from desktop_app.plans.templates import PlanTemplate

_Row = TypeVar("_Row")
_Key = TypeVar("_Key")

DRAFT = "CON"
PRINTED = "BESP"
RUNNING = frozenset({"GET", "LOP", "EVA"})
OVER = frozenset({"VERV", "AFG"})
"""What the codes of `plan_status` mean: written, discussed, agreed, or no longer in force."""


class FrozenPlanError(UserError):
    """This version was printed for signature: it stays as it is."""


def plan(session: Session, plan_id: UUID) -> Plan:
    """Return a version of a plan.

    Raises:
        UserError: it is gone, with the client's file or because the draft was thrown away.
    """
    return _found(session.get(Plan, plan_id))


def draft(session: Session, plan_id: UUID) -> Plan:
    """Return a version that may be written in.

    Raises:
        FrozenPlanError: it was printed for signature.
        UserError: it is gone.
    """
    row = plan(session, plan_id)
    if row.status != DRAFT:
        raise FrozenPlanError(
            _(
                "This version was printed for signature, so it stays as it is. "
                "Start a new version to change the plan."
            )
        )
    return row


def in_force(session: Session, plan_id: UUID) -> Plan:
    """Return a version whose steps may be ticked and whose goals may get another status.

    Raises:
        FrozenPlanError: a newer version took its place, or it was closed.
        UserError: it is gone.
    """
    row = plan(session, plan_id)
    if row.status in OVER:
        raise FrozenPlanError(
            _("This version is no longer in force. Write in the newest version of the plan.")
        )
    return row


def goal(session: Session, goal_id: UUID) -> PlanGoal:
    """Return a goal.

    Raises:
        UserError: it is gone.
    """
    return _found(session.get(PlanGoal, goal_id))


def action(session: Session, action_id: UUID) -> PlanAction:
    """Return a step of a goal.

    Raises:
        UserError: it is gone.
    """
    return _found(session.get(PlanAction, action_id))


def template(session: Session, row: Plan) -> PlanTemplate:
    """Return the template as it was when this version began."""
    return templates.parse(session.get_one(KeptTemplate, row.template_id).content)


def keep_template(session: Session, content: Mapping[str, Any]) -> str:
    """Keep what a template says, once, and return its id for the plans that begin with it."""
    key = templates.key(content)
    if session.get(KeptTemplate, key) is None:
        session.add(KeptTemplate(id=key, content=dict(content)))
        session.flush()
    return key


def sections(session: Session, row: Plan) -> dict[str, PlanSection]:
    """Return what was opened and written, by section code."""
    found = session.scalars(select(PlanSection).where(PlanSection.plan_id == row.id))
    return {section.code: section for section in found}


def goals(session: Session, row: Plan) -> list[PlanGoal]:
    """Return the goals in their order."""
    of_plan = select(PlanGoal).where(PlanGoal.plan_id == row.id)
    return list(session.scalars(of_plan.order_by(PlanGoal.position, PlanGoal.id)))


def actions(session: Session, of: list[PlanGoal]) -> dict[UUID, list[PlanAction]]:
    """Return the steps of goals, in their order, by goal."""
    by_goal: dict[UUID, list[PlanAction]] = {goal.id: [] for goal in of}
    for step in session.scalars(
        select(PlanAction)
        .where(PlanAction.goal_id.in_(by_goal))
        .order_by(PlanAction.position, PlanAction.id)
    ):
        by_goal[step.goal_id].append(step)
    return by_goal


def scores(session: Session, row: Plan) -> list[PlanScore]:
    """Return the opened life areas in the client's own order."""
    of_plan = select(PlanScore).where(PlanScore.plan_id == row.id)
    return list(session.scalars(of_plan.order_by(PlanScore.position, PlanScore.id)))


@dataclass(frozen=True, slots=True)
class Written:
    """All rows of one version, read once; steps by goal, sections by code."""

    sections: Mapping[str, PlanSection]
    goals: Sequence[PlanGoal]
    actions: Mapping[UUID, Sequence[PlanAction]]
    scores: Sequence[PlanScore]
    first_scores: Mapping[str, PlanScore]


def written(session: Session, row: Plan) -> Written:
    """Return what a version says, and the first marks of the versions before it."""
    of_plan = goals(session, row)
    return Written(
        sections=sections(session, row),
        goals=of_plan,
        actions=actions(session, of_plan),
        scores=scores(session, row),
        first_scores=_first_scores(session, row) if row.number > 1 else {},
    )


def versions(session: Session, client_id: UUID, plan_type: str) -> list[Plan]:
    """Return all versions of one plan of a client, oldest first."""
    return list(
        session.scalars(
            select(Plan)
            .where(Plan.client_id == client_id, Plan.plan_type == plan_type)
            .order_by(Plan.number)
        )
    )


def reorder(
    rows: Mapping[_Key, PlanGoal | PlanAction | PlanScore], order: Sequence[_Key]
) -> None:
    """Number rows anew in the order of their keys.

    Raises:
        UserError: the keys are not exactly those of the rows.
    """
    if set(rows) != set(order) or len(rows) != len(order):
        raise UserError(
            _("Something was added or removed meanwhile. Look again and repeat the move.")
        )
    for position, key in enumerate(order):
        rows[key].position = position


def refuse_noted(session: Session, of: list[PlanGoal]) -> None:
    """Keep goals that contact notes are about: a note never loses what it tells of.

    Raises:
        UserError: there is such a note.
    """
    noted = select(ContactNote.id).where(ContactNote.goal_id.in_([goal.id for goal in of]))
    if session.scalars(noted.limit(1)).first() is not None:
        raise UserError(
            _("A contact note is about this goal, so it stays. Close the goal instead.")
        )


def label(row: Plan) -> str:
    """Return how the access log names a version: kind and number, no content."""
    return f"plan {row.plan_type} v{row.number}"


def note_edit(session: Session, row: Plan) -> None:
    """Note in the access log that a plan was written in: one line for a run of small saves."""
    last = session.scalars(
        select(JournalEntry).order_by(JournalEntry.seq.desc()).limit(1)
    ).first()
    if last is not None and last.at.date() == dates.now().date():
        said = ("EDIT", row.client_id, label(row), session.info[ACTING].worker_id)
        if (last.event, last.subject_id, last.detail, last.worker_id) == said:
            return
    journal.note(session, "EDIT", subject=row.client_id, detail=label(row))


def _first_scores(session: Session, row: Plan) -> dict[str, PlanScore]:
    """Return the first mark of each life area in the versions before this one."""
    found: dict[str, PlanScore] = {}
    for score in session.scalars(
        select(PlanScore)
        .join(Plan, Plan.id == PlanScore.plan_id)
        .where(
            Plan.client_id == row.client_id,
            Plan.plan_type == row.plan_type,
            Plan.number < row.number,
            PlanScore.score.is_not(None),
        )
        .order_by(Plan.number)
    ):
        found.setdefault(score.life_area, score)
    return found


def _found(row: _Row | None) -> _Row:
    if row is None:
        raise UserError(_("This part of the plan is no longer in the register. Look again."))
    return row
