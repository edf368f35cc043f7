"""The list of plans: the newest version of each, and how far its steps are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from desktop_app.register.listing.columns import Column, coded, table
from desktop_app.store.tables import Client, Plan, PlanAction, PlanGoal
from desktop_app.words import N_

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy.orm import Session

    from desktop_app.register.spreadsheets import Cell


@dataclass(frozen=True, slots=True)
class PlanLine:
    """A plan, whose it is, and how many of its goals and steps there are and are done."""

    plan: Plan
    client: Client
    goals: int
    steps: int
    done: int


def plan_table(session: Session, today: date) -> tuple[list[str], list[tuple[Cell, ...]]]:
    """Return heads and rows, by last name; of each kind of plan the newest version."""
    del today
    goals = dict(
        session.execute(
            select(PlanGoal.plan_id, func.count(PlanGoal.id)).group_by(PlanGoal.plan_id)
        ).all()
    )
    steps = {
        plan_id: (total, done)
        for plan_id, total, done in session.execute(
            select(PlanGoal.plan_id, func.count(PlanAction.id), func.count(PlanAction.done_on))
            .join(PlanAction, PlanAction.goal_id == PlanGoal.id)
            .group_by(PlanGoal.plan_id)
        )
    }
    found = session.execute(
        select(Plan, Client)
        .join(Client, Client.id == Plan.client_id)
        .order_by(Client.sort_name, Client.id, Plan.plan_type, Plan.number)
    )
    newest = {(client.id, plan.plan_type): (plan, client) for plan, client in found}
    return table(
        PLAN_COLUMNS,
        (
            PlanLine(plan, client, goals.get(plan.id, 0), *steps.get(plan.id, (0, 0)))
            for plan, client in newest.values()
        ),
    )


PLAN_COLUMNS: tuple[Column[PlanLine], ...] = (
    Column(N_("Client number"), lambda line: line.client.number),
    Column(N_("Client"), lambda line: line.client.full_name),
    coded(N_("Kind of plan"), "plan_type", lambda line: line.plan.plan_type),
    Column(N_("Version"), lambda line: line.plan.number),
    coded(N_("State of the plan"), "plan_status", lambda line: line.plan.status),
    Column(N_("Started on"), lambda line: line.plan.started_on),
    Column(N_("Agreed on"), lambda line: line.plan.agreed_on),
    coded(N_("Signature"), "signature_state", lambda line: line.plan.signature),
    Column(N_("Look back on"), lambda line: line.plan.review_on),
    Column(N_("Goals"), lambda line: line.goals),
    Column(N_("Steps"), lambda line: line.steps),
    Column(N_("Steps done"), lambda line: line.done),
)
