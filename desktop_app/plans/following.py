"""What a next version takes over from the one before it, and what a first one opens with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desktop_app.plans import answering, drafting
from desktop_app.store.tables import PlanAction, PlanGoal, PlanScore, PlanSection

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from desktop_app.plans.templates import PlanTemplate, Section
    from desktop_app.store.tables import Plan


def open_sections(
    session: Session, plan: Plan, template: PlanTemplate, before: Plan | None
) -> None:
    """Open what every plan has and what the version before had, with its answers."""
    said = drafting.sections(session, before) if before else {}
    for section in template.sections:
        if not stores(section) or not (section.required or section.code in said):
            continue
        answers: dict[str, Any] = {}
        if section.form != "review" and section.code in said:
            answers = answering.carried(section, said[section.code].answers)
        add_section(session, plan, section.code, answers)


def take_over_goals(session: Session, plan: Plan, before: Plan) -> None:
    """Let goals that are still open go on in a new version, with the steps still to take."""
    running = [goal for goal in drafting.goals(session, before) if goal.closed_on is None]
    steps = drafting.actions(session, running)
    for position, goal in enumerate(running):
        taken = PlanGoal(
            client_id=plan.client_id,
            plan_id=plan.id,
            position=position,
            title=goal.title,
            life_area=goal.life_area,
            success=goal.success,
            ready_on=goal.ready_on,
            status=goal.status,
            follows_id=goal.id,
        )
        session.add(taken)
        session.flush()
        session.add_all(
            PlanAction(
                client_id=plan.client_id,
                goal_id=taken.id,
                position=place,
                what=step.what,
                owner=step.owner,
                owner_name=step.owner_name,
                when_text=step.when_text,
            )
            for place, step in enumerate(s for s in steps[goal.id] if s.done_on is None)
        )


def take_over_areas(session: Session, plan: Plan, template: PlanTemplate, before: Plan) -> None:
    """Open the life areas of the version before, in its order, to be scored anew."""
    asked = template.life_areas()
    opened = [score for score in drafting.scores(session, before) if score.life_area in asked]
    session.add_all(
        PlanScore(
            client_id=plan.client_id,
            plan_id=plan.id,
            life_area=score.life_area,
            position=position,
        )
        for position, score in enumerate(opened)
    )


def add_section(
    session: Session, plan: Plan, code: str, answers: dict[str, Any]
) -> PlanSection:
    """Open a section with what is written in it."""
    row = PlanSection(client_id=plan.client_id, plan_id=plan.id, code=code, answers=answers)
    session.add(row)
    session.flush()
    return row


def stores(section: Section) -> bool:
    """Tell whether a section has answers of its own."""
    return any(field.kind != "fact" for field in section.fields)
