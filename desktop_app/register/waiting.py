"""Who waits for a home, the longest first."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from desktop_app import codelists
from desktop_app.register import wishes
from desktop_app.register.tenancy_list import running_from
from desktop_app.store.tables import (
    Client,
    HouseholdMember,
    HousingWish,
    Tenancy,
    TrajectoryStep,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date
    from uuid import UUID

    from sqlalchemy.orm import Session

    from desktop_app.store.database import Database

SEEKING = frozenset({"WLST", "MATCH", "TUSS"})
"""Waiting for a dwelling, matched to one, or without one while support goes on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """Somebody who waits for a home.

    Attributes:
        client_id: who.
        number: the client's number.
        name: the client's name.
        status: trajectory code.
        wait_reason: code of `wait_reason`, where somebody waits.
        since: from when this wait counts: the first step of it, or the day the home was lost.
        heads: people who would live there.
        wishes: what the client needs and wishes.
        key_worker_id: whose client it is.
    """

    client_id: UUID
    number: str
    name: str
    status: str
    wait_reason: str | None
    since: date
    heads: int
    wishes: wishes.Wishes
    key_worker_id: UUID | None

    def days(self, today: date) -> int:
        """Return for how many days this client waits."""
        return (today - self.since).days


def waiting(db: Database, *, today: date) -> list[Waiting]:
    """Return who waits for a home and has no key date ahead, the longest wait first."""
    with db.read() as session:
        return waiting_in(session, today)


def waiting_in(
    session: Session, today: date, among: Collection[UUID] | None = None
) -> list[Waiting]:
    """Return who waits, within a session; `among` narrows it to some clients."""
    taken = _steps(session, today, among)
    housed = set(session.scalars(select(Tenancy.client_id).where(running_from(today))))
    seeking = {
        client_id: steps
        for client_id, steps in taken.items()
        if steps[-1].status in SEEKING and client_id not in housed
    }
    heads = count_heads(session, list(seeking), today)
    asked = session.scalars(select(HousingWish).where(HousingWish.client_id.in_(seeking)))
    wanted = {row.client_id: wishes.of_row(row) for row in asked}
    clients = session.scalars(select(Client).where(Client.id.in_(seeking)))
    found = [
        Waiting(
            client_id=client.id,
            number=client.number,
            name=client.shown_name,
            status=seeking[client.id][-1].status,
            wait_reason=seeking[client.id][-1].wait_reason,
            since=began(seeking[client.id]),
            heads=heads[client.id],
            wishes=wanted.get(client.id, wishes.Wishes()),
            key_worker_id=client.key_worker_id,
        )
        for client in clients
    ]
    return sorted(found, key=lambda one: (one.since, one.number))


def count_heads(session: Session, ids: Collection[UUID], today: date) -> dict[UUID, int]:
    """Return how many people would live with each client, the client included."""
    heads = dict.fromkeys(ids, 1)
    members = session.scalars(
        select(HouseholdMember.client_id).where(
            HouseholdMember.client_id.in_(ids),
            HouseholdMember.lives_in,
            HouseholdMember.until.is_(None) | (HouseholdMember.until >= today),
        )
    )
    for client_id in members:
        heads[client_id] += 1
    return heads


def began(steps: Sequence[TrajectoryStep]) -> date:
    """Return when a wait began: the first of the last steps that are all waiting ones."""
    waits = codelists.codes_where("trajectory_status", "phase", "wacht") | {"TUSS"}
    since = steps[-1].on
    for step in reversed(steps):
        if step.status not in waits:
            break
        since = step.on
    return since


def _steps(
    session: Session, today: date, among: Collection[UUID] | None
) -> dict[UUID, list[TrajectoryStep]]:
    """Return each client's steps up to a day, oldest first."""
    query = (
        select(TrajectoryStep)
        .where(TrajectoryStep.on <= today)
        .order_by(TrajectoryStep.on, TrajectoryStep.id)
    )
    if among is not None:
        query = query.where(TrajectoryStep.client_id.in_(among))
    steps: defaultdict[UUID, list[TrajectoryStep]] = defaultdict(list)
    for step in session.scalars(query):
        steps[step.client_id].append(step)
    return steps
