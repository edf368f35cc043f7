"""Reading a plan: one version with all that its editor shows."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from desktop_app.paper import days
from desktop_app.plans import drafting, facts, papers, review, versions
from desktop_app.plans.missing import Missing, missing

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from uuid import UUID

    from desktop_app.plans.composing import FactValue
    from desktop_app.plans.drafting import Written
    from desktop_app.plans.templates import PlanTemplate, Section
    from desktop_app.plans.versions import VersionRow
    from desktop_app.store.database import Database
    from desktop_app.store.tables import Plan, PlanAction, PlanScore, PlanSection
    from desktop_app.words import Language


@dataclass(frozen=True, slots=True)
class SectionCard:
    """A section: what it asks, and what was written where it is open.

    `version` is None where it is closed, or stores nothing of its own.
    """

    section: Section
    opened: bool
    answers: Mapping[str, Any]
    version: int | None


@dataclass(frozen=True, slots=True)
class ActionCard:
    """A step of a goal; `owner` is a code of `action_owner`."""

    action_id: UUID
    version: int
    what: str
    owner: str
    owner_name: str
    when_text: str
    done_on: date | None


@dataclass(frozen=True, slots=True)
class GoalCard:
    """A goal with its steps; `score` is the mark of its life area in this version."""

    goal_id: UUID
    version: int
    title: str
    life_area: str | None
    success: str
    ready_on: date | None
    status: str
    closed_on: date | None
    follows_id: UUID | None
    score: int | None
    actions: tuple[ActionCard, ...]


@dataclass(frozen=True, slots=True)
class AreaCard:
    """An opened life area; `first` is its first mark in the versions before this one."""

    life_area: str
    version: int
    score: int | None
    scored_on: date | None
    scored_by: str
    sentence: str
    first: int | None
    first_on: date | None


@dataclass(frozen=True, slots=True)
class PlanCard:
    """One version with all that its editor shows.

    Attributes:
        number: 3 for version 3; `version` is of the row, for edits of the plan itself.
        status: on the day that was asked for: a plan that runs is due on its date.
        frozen: printed for signature, so no text of it can change.
        facts: what the register adds, as it stands on paper, by the source of its field.
        closed_areas: life areas that can still be opened.
        goals_left: how many goals may be added.
        missing: what must be there before it can be signed.
        replaces, newer: the versions before and after.
    """

    plan_id: UUID
    version: int
    client_id: UUID
    client_name: str
    client_number: str
    plan_type: str
    number: int
    status: str
    frozen: bool
    language: Language
    large_print: bool
    started_on: date
    review_on: date | None
    agreed_on: date | None
    signature: str | None
    short_code: str
    template: PlanTemplate
    sections: tuple[SectionCard, ...]
    goals: tuple[GoalCard, ...]
    goals_left: int | None
    areas: tuple[AreaCard, ...]
    closed_areas: tuple[str, ...]
    facts: Mapping[str, str]
    missing: tuple[Missing, ...]
    replaces: VersionRow | None
    newer: VersionRow | None


def plan_card(db: Database, plan_id: UUID, *, today: date) -> PlanCard:
    """Return one version in full.

    Raises:
        UserError: the plan is no longer in the register.
    """
    with db.read() as session:
        plan = drafting.plan(session, plan_id)
        template = drafting.template(session, plan)
        known = facts.known(session, plan.client_id, today=today)
        said = drafting.written(session, plan)
        areas = _areas(said)
        goals = _goals(said)
        others = drafting.versions(session, plan.client_id, plan.plan_type)
        prints = versions.prints(session, others)
        opened = {area.life_area for area in areas}
        most = template.most_goals()
        running = sum(goal.closed_on is None for goal in goals)
        return PlanCard(
            plan_id=plan.id,
            version=plan.version,
            client_id=plan.client_id,
            client_name=known.person,
            client_number=known.number,
            plan_type=plan.plan_type,
            number=plan.number,
            status=review.status_on(plan.status, plan.review_on, today),
            frozen=plan.status != drafting.DRAFT,
            language="en" if plan.language == "en" else "nl",
            large_print=plan.large_print,
            started_on=plan.started_on,
            review_on=plan.review_on,
            agreed_on=plan.agreed_on,
            signature=plan.signature,
            short_code=plan.short_code,
            template=template,
            sections=_sections(template, said.sections),
            goals=goals,
            goals_left=None if most is None else max(0, most - running),
            areas=areas,
            closed_areas=tuple(a for a in template.life_areas() if a not in opened),
            facts=_in_words(known.facts),
            missing=missing(template, papers.answers_of(plan, known, said)),
            replaces=_beside(others, prints, plan, -1, today),
            newer=_beside(others, prints, plan, +1, today),
        )


def _sections(
    template: PlanTemplate, written: Mapping[str, PlanSection]
) -> tuple[SectionCard, ...]:
    cards = []
    for section in template.sections:
        row = written.get(section.code)
        stores = any(field.kind != "fact" for field in section.fields)
        cards.append(
            SectionCard(
                section=section,
                opened=row is not None or not stores,
                answers=MappingProxyType(row.answers if row else {}),
                version=row.version if row else None,
            )
        )
    return tuple(cards)


def _goals(said: Written) -> tuple[GoalCard, ...]:
    marks = {row.life_area: row.score for row in said.scores}
    return tuple(
        GoalCard(
            goal_id=goal.id,
            version=goal.version,
            title=goal.title,
            life_area=goal.life_area,
            success=goal.success,
            ready_on=goal.ready_on,
            status=goal.status,
            closed_on=goal.closed_on,
            follows_id=goal.follows_id,
            score=marks.get(goal.life_area or ""),
            actions=tuple(_action(step) for step in said.actions[goal.id]),
        )
        for goal in said.goals
    )


def _action(step: PlanAction) -> ActionCard:
    return ActionCard(
        action_id=step.id,
        version=step.version,
        what=step.what,
        owner=step.owner,
        owner_name=step.owner_name,
        when_text=step.when_text,
        done_on=step.done_on,
    )


def _areas(said: Written) -> tuple[AreaCard, ...]:
    return tuple(_area(row, said.first_scores.get(row.life_area)) for row in said.scores)


def _area(row: PlanScore, first: PlanScore | None) -> AreaCard:
    return AreaCard(
        life_area=row.life_area,
        version=row.version,
        score=row.score,
        scored_on=row.scored_on,
        scored_by=row.scored_by,
        sentence=row.sentence,
        first=first.score if first else None,
        first_on=first.scored_on if first else None,
    )


def _in_words(known: Mapping[str, FactValue]) -> Mapping[str, str]:
    """Return facts as the paper says them, in the language of the screen."""
    said: dict[str, str] = {}
    for source, value in known.items():
        if isinstance(value, str):
            said[source] = value
        elif isinstance(value, tuple):
            said[source] = days.period(*value)
        else:
            said[source] = days.in_words(value)
    return MappingProxyType(said)


def _beside(
    others: Sequence[Plan],
    prints: Mapping[UUID, tuple[date, str]],
    plan: Plan,
    step: int,
    today: date,
) -> VersionRow | None:
    place = [other.id for other in others].index(plan.id) + step
    if not 0 <= place < len(others):
        return None
    return versions.row(others[place], prints, today)
