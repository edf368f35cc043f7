"""Plans, scores and goals of one client, as events."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from sqlalchemy import select

from desktop_app import codelists
from desktop_app.register.timeline.event import Event, Kind
from desktop_app.store.tables import (
    History,
    Plan,
    PlanAction,
    PlanGoal,
    PlanPrint,
    PlanScore,
    Worker,
)
from desktop_app.store.tables.meta import CHANGED
from desktop_app.words import _

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from uuid import UUID

    from sqlalchemy.orm import Session


def plans(session: Session, client_id: UUID) -> Iterator[Event]:
    """Yield when each version of the plan was begun, printed and agreed."""
    columns = (Plan.id, Plan.number, Plan.started_on, Plan.agreed_on, Plan.signature)
    numbers = {}
    for plan_id, number, started_on, agreed_on, signature in session.execute(
        select(*columns).where(Plan.client_id == client_id)
    ):
        numbers[plan_id] = number
        title = _("Version {number} of the plan begun").format(number=number)
        yield Event(kind=Kind.PLAN, on=started_on, title=title)
        if agreed_on is not None:
            yield Event(
                kind=Kind.PLAN,
                on=agreed_on,
                title=_("Version {number} of the plan agreed").format(number=number),
                text=codelists.label("signature_state", signature),
            )
    for plan_id, printed_at in session.execute(
        select(PlanPrint.plan_id, PlanPrint.printed_at).where(PlanPrint.client_id == client_id)
    ):
        yield Event(
            kind=Kind.PLAN,
            on=printed_at.astimezone().date(),
            at=printed_at,
            title=_("Version {number} of the plan printed").format(number=numbers[plan_id]),
        )


def scores(session: Session, client_id: UUID) -> Iterator[Event]:
    """Yield one event per day on which life areas were scored, each with what it was before."""
    found = session.execute(
        select(PlanScore.scored_on, PlanScore.life_area, PlanScore.score)
        .where(
            PlanScore.client_id == client_id,
            PlanScore.score.is_not(None),
            PlanScore.scored_on.is_not(None),
        )
        .order_by(PlanScore.scored_on, PlanScore.position)
    )
    before: dict[str, int] = {}
    for day, rows in groupby(found, key=lambda row: row[0]):
        said = []
        for _day, area, score in rows:
            if day is None or score is None:
                continue
            name, was = codelists.label("life_area", area), before.get(area)
            before[area] = score
            if was is None or was == score:
                said.append(f"{name} {score}")
            else:
                said.append(
                    _("{area} {n} (was {before})").format(area=name, n=score, before=was)
                )
        if day is not None and said:
            yield Event(
                kind=Kind.SCORE, on=day, title=_("Life areas scored"), text=", ".join(said)
            )


def goals(session: Session, client_id: UUID, titles: Mapping[UUID, str]) -> Iterator[Event]:
    """Yield what changed of goals, as the history tells it, and the steps that were done."""
    names = dict(session.execute(select(Worker.id, Worker.name)).all())
    changes = session.scalars(
        select(History).where(
            History.subject_id == client_id,
            CHANGED,
            History.noun == PlanGoal.__tablename__,
            History.operation == "update",
        )
    )
    by_row = {str(goal_id): title for goal_id, title in titles.items()}
    for change in changes:
        if "status" not in change.after or change.row_id not in by_row:
            continue
        yield Event(
            kind=Kind.GOAL,
            on=change.recorded_at.astimezone().date(),
            at=change.recorded_at,
            title=_("Goal: {title}").format(title=by_row[change.row_id]),
            text=_("from “{before}” to “{after}”").format(
                before=codelists.label("goal_status", change.before["status"]),
                after=codelists.label("goal_status", change.after["status"]),
            ),
            who=names.get(change.worker_id, "") if change.worker_id else "",
            code=change.after["status"],
        )
    for what, goal_id, done_on in session.execute(
        select(PlanAction.what, PlanAction.goal_id, PlanAction.done_on).where(
            PlanAction.client_id == client_id, PlanAction.done_on.is_not(None)
        )
    ):
        if done_on is not None:
            yield Event(
                kind=Kind.GOAL,
                on=done_on,
                title=_("Step done: {what}").format(what=what),
                about=titles.get(goal_id, ""),
            )
