"""How it goes per life area: opened only when the client wants to talk about it.

No area is required and none is counted: a scan of all of them collects more than is needed.
The own scale runs from 1 to 5; there is no average, no total.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app import codelists
from desktop_app.errors import InvalidFieldsError, UserError
from desktop_app.plans import answering, drafting
from desktop_app.store.database import require_version, stale_edit
from desktop_app.store.tables import PlanScore
from desktop_app.words import _

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from sqlalchemy.orm import Session

    from desktop_app.store.database import Database
    from desktop_app.store.tables import Plan

LOWEST, HIGHEST = 1, 5


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreFields:
    """A mark of 1 to 5 (None: talked about without one), who gave it, and one sentence.

    `scored_by` is a code of `scored_by`: client, worker, together.
    """

    score: int | None = None
    scored_on: date | None = None
    scored_by: str = "SAMEN"
    sentence: str = ""


def open_area(db: Database, plan_id: UUID, life_area: str) -> int:
    """Open a life area behind the others and return its version; opened stays opened.

    Raises:
        UserError: the plan is frozen, or does not know this area.
    """
    with db.write() as session:
        plan = drafting.draft(session, plan_id)
        row = _row(session, plan, life_area)
        if row is None:
            row = _open(session, plan, life_area)
            drafting.note_edit(session, plan)
    return row.version


def close_area(db: Database, plan_id: UUID, life_area: str, *, version: int) -> None:
    """Close a life area with its mark and sentence; it leaves no trace on paper.

    Raises:
        UserError: the plan is frozen, or does not know this area.
        StaleEditError: somebody else changed it since `version` was read.
    """
    with db.write() as session:
        plan = drafting.draft(session, plan_id)
        row = _row(session, plan, life_area)
        if row is None:
            raise stale_edit()
        require_version(row, version)
        session.delete(row)
        drafting.note_edit(session, plan)


def order_areas(db: Database, plan_id: UUID, life_areas: Sequence[str]) -> None:
    """Put the opened life areas in the client's own order; their versions go up.

    Raises:
        UserError: the plan is frozen, or these are not the opened areas of now.
    """
    with db.write() as session:
        plan = drafting.draft(session, plan_id)
        opened = {row.life_area: row for row in drafting.scores(session, plan)}
        drafting.reorder(opened, life_areas)
        drafting.note_edit(session, plan)


def score_area(
    db: Database,
    plan_id: UUID,
    life_area: str,
    fields: ScoreFields,
    *,
    version: int | None,
    today: date,
) -> int:
    """Say how it goes in a life area, opening it where needed; return its new version.

    Args:
        db: the opened register.
        plan_id: a draft.
        life_area: code of `life_area` that the template offers.
        fields: the mark and the sentence; a mark without a day was given today.
        version: of the row as it was seen; None where the area was not opened yet.
        today: a mark cannot lie later.

    Raises:
        InvalidFieldsError: by field.
        UserError: the plan is frozen, or does not know this area.
        StaleEditError: somebody else changed it since `version` was read.
    """
    _check(fields, today)
    with db.write(typed=True) as session:
        plan = drafting.draft(session, plan_id)
        row = _row(session, plan, life_area)
        if (row.version if row else None) != version:
            raise stale_edit()
        row = row or _open(session, plan, life_area)
        row.score = fields.score
        row.scored_on = None if fields.score is None else fields.scored_on or today
        row.scored_by = fields.scored_by
        row.sentence = fields.sentence
        drafting.note_edit(session, plan)
        session.flush()
    return row.version


def _row(session: Session, plan: Plan, life_area: str) -> PlanScore | None:
    codelists.require("life_area", life_area)
    if life_area not in drafting.template(session, plan).life_areas():
        raise UserError(_("This kind of plan does not ask about this life area."))
    found = [row for row in drafting.scores(session, plan) if row.life_area == life_area]
    return found[0] if found else None


def _open(session: Session, plan: Plan, life_area: str) -> PlanScore:
    there = drafting.scores(session, plan)
    row = PlanScore(
        client_id=plan.client_id,
        plan_id=plan.id,
        life_area=life_area,
        position=there[-1].position + 1 if there else 0,
    )
    session.add(row)
    session.flush()
    return row


def _check(fields: ScoreFields, today: date) -> None:
    problems: dict[str, str] = {}
    if fields.score is not None and not LOWEST <= fields.score <= HIGHEST:
        problems["score"] = _("A mark is 1, 2, 3, 4 or 5.")
    if fields.scored_on is not None and fields.scored_on > today:
        problems["scored_on"] = _("A mark cannot lie in the future.")
    if fields.scored_by not in codelists.read("scored_by").codes:
        problems["scored_by"] = _("Choose who gave this mark from the list.")
    answering.within(problems, "sentence", fields.sentence, answering.LONGEST)
    if problems:
        raise InvalidFieldsError(problems)
