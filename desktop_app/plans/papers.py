"""From the register to the paper: which words a version of a plan prints on a day.

Only what was opened and written is in it. The document is pure data: the same rows on the
same day give the same document, and that the same bytes.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import select

from desktop_app import codelists, words
from desktop_app.paper import days
from desktop_app.plans import composing, document, drafting, facts
from desktop_app.store.tables import Plan, PlanPrint

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Literal
    from uuid import UUID

    from sqlalchemy.orm import Session

    from desktop_app.plans.drafting import Written
    from desktop_app.plans.facts import Known
    from desktop_app.store.database import Database
    from desktop_app.store.tables import PlanAction, PlanGoal

    Giver = Literal["client", "worker", "together"]

_GIVERS: Mapping[str, Giver] = {"CLI": "client", "BEG": "worker", "SAMEN": "together"}
_DAY = re.compile(r"\b(?:(\d{1,2})[-/](\d{1,2})[-/](\d{4})|(\d{4})-(\d{2})-(\d{2}))\b")
_NBSP = "\u00a0"


def document_of(db: Database, plan_id: UUID, *, today: date) -> document.PlanDocument:
    """Return what a version would print today; a frozen one keeps its own (`freezing`).

    Raises:
        UserError: the plan is no longer in the register.
    """
    with db.read() as session:
        return compose(session, drafting.plan(session, plan_id), today=today)


def compose(session: Session, plan: Plan, *, today: date) -> document.PlanDocument:
    """Return the document of a version within a transaction."""
    about = facts.known(session, plan.client_id, today=today)
    answers = answers_of(plan, about, drafting.written(session, plan))
    return composing.compose(
        drafting.template(session, plan), answers, _cover(session, plan, about, today)
    )


def answers_of(plan: Plan, about: Known, said: Written) -> composing.Answers:
    """Return what a version says, in the shape that the composer asks for.

    A goal that was closed leaves a draft; what was printed keeps it.
    """
    draft = plan.status == drafting.DRAFT
    with words.in_language("en" if plan.language == "en" else "nl"):
        return composing.Answers(
            signing=document.Signing(
                client=about.person,
                worker=about.worker,
                representative=about.representative,
                state=plan.signature or "OPEN",
                signed_on=plan.agreed_on,
            ),
            fields={
                code: answer
                for section in said.sections.values()
                for code, answer in section.answers.items()
            },
            facts=about.facts,
            scores=_scores(said),
            goals=tuple(
                _goal(goal, said.actions[goal.id])
                for goal in said.goals
                if not (draft and goal.closed_on)
            ),
        )


def made_on(session: Session, plan: Plan, *, today: date) -> date:
    """Return the day that stands on a version's paper.

    A draft bears the day it is looked at, a printed version the day of its print. One that
    came without a print, from before this program, bears the day it began.
    """
    printed = session.scalars(
        select(PlanPrint.made_on)
        .where(PlanPrint.plan_id == plan.id)
        .order_by(PlanPrint.id)
        .limit(1)
    ).first()
    if printed is not None:
        return printed
    return today if plan.status == drafting.DRAFT else plan.started_on


def _cover(session: Session, plan: Plan, about: Known, today: date) -> document.Cover:
    before = session.get(Plan, plan.replaces_id) if plan.replaces_id else None
    replaces = (
        document.Replaced(before.number, made_on(session, before, today=today))
        if before
        else None
    )
    return document.Cover(
        language="en" if plan.language == "en" else "nl",
        organisation=about.organisation,
        person=about.person,
        number=about.number,
        version=plan.number,
        made_on=made_on(session, plan, today=today),
        code=plan.short_code,
        concept=plan.status == drafting.DRAFT,
        replaces=replaces,
    )


def _scores(written: Written) -> document.Scores | None:
    said = [row for row in written.scores if row.score or row.sentence.strip()]
    if not said:
        return None
    before = written.first_scores
    firsts = [before[row.life_area] for row in said if row.life_area in before]
    months = {first.scored_on.replace(day=1) for first in firsts if first.scored_on}
    givers = {row.scored_by for row in said if row.score}
    return document.Scores(
        rows=tuple(
            document.Score(
                area=row.life_area,
                now=row.score,
                first=before[row.life_area].score if row.life_area in before else None,
                sentence=row.sentence.strip(),
            )
            for row in said
        ),
        now_on=max((row.scored_on for row in said if row.scored_on), default=None),
        first_on=months.pop() if len(months) == 1 else None,
        given_by=_GIVERS.get(givers.pop()) if len(givers) == 1 else None,
    )


def _goal(goal: PlanGoal, steps: Sequence[PlanAction]) -> document.Goal:
    return document.Goal(
        title=goal.title.strip(),
        reached_when=goal.success.strip(),
        area=goal.life_area or "",
        due=goal.ready_on,
        actions=tuple(
            document.Action(
                what=step.what.strip(),
                who=step.owner_name.strip() or codelists.label("action_owner", step.owner),
                when=_in_words(step.when_text.strip()),
                done=step.done_on is not None,
            )
            for step in steps
        ),
    )


def _in_words(text: str) -> str:
    """Return a text with its dates said in words: "from 1-12-2026", "from 1 December 2026"."""
    return _DAY.sub(_day_in_words, text)


def _day_in_words(found: re.Match[str]) -> str:
    day, month, year, iso_year, iso_month, iso_day = found.groups()
    try:
        said = date(int(year or iso_year), int(month or iso_month), int(day or iso_day))
    except ValueError:  # 31-02-2026 is no date: what was typed stays
        return found.group()
    return days.in_words(said).replace(" ", _NBSP)
