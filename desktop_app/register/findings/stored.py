"""What the rules look at: the stored rows, read once, a few columns each."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from desktop_app.register.findings.finding import Finding, Kind, Place
from desktop_app.store.tables import (
    Client,
    Decision,
    Dwelling,
    DwellingStatus,
    SupportPeriod,
    Tenancy,
    TrajectoryStep,
)

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from sqlalchemy.orm import Session


@dataclass(frozen=True, slots=True)
class Stored:
    """Everything the rules need, as of one day.

    Steps and statuses are the newest that began on or before the day; tenancies are ordered
    by their first day.
    """

    today: date
    clients: dict[UUID, Client]
    dwellings: dict[UUID, Dwelling]
    tenancies: list[Tenancy]
    steps: dict[UUID, TrajectoryStep]
    statuses: dict[UUID, DwellingStatus]
    supports: dict[UUID, list[SupportPeriod]]
    decisions: dict[UUID, list[Decision]]

    def running(self) -> dict[UUID, Tenancy]:
        """Return the tenancy that runs on the day, by client."""
        return {one.client_id: one for one in self.tenancies if runs(one, self.today)}

    def supported(self, client_id: UUID) -> SupportPeriod | None:
        """Return the support that runs on the day."""
        periods = self.supports.get(client_id, [])
        return next((one for one in periods if runs(one, self.today)), None)

    def about(self, client_id: UUID, kind: Kind, sentence: str, **where: str) -> Finding:
        """Return a finding about a client; `place` and `field` say where it is mended."""
        client = self.clients[client_id]
        return Finding(
            kind=kind,
            title=client.shown_name,
            sentence=sentence,
            place=Place(where["place"]),
            field=where.get("field", ""),
            client_id=client_id,
            key_worker_id=client.key_worker_id,
        )

    def in_dwelling(self, dwelling_id: UUID, kind: Kind, sentence: str, field: str) -> Finding:
        """Return a finding about a dwelling, mended at a field of it."""
        return Finding(
            kind=kind,
            title=self.dwellings[dwelling_id].address,
            sentence=sentence,
            place=Place.DWELLING,
            field=field,
            dwelling_id=dwelling_id,
        )


def runs(span: Tenancy | SupportPeriod, day: date) -> bool:
    """Tell whether a tenancy or support runs on a day; its last day still counts."""
    return span.starts_on <= day and (span.ended_on is None or span.ended_on >= day)


def read(session: Session, today: date) -> Stored:
    """Read what the rules look at."""
    steps = session.scalars(
        select(TrajectoryStep)
        .where(TrajectoryStep.on <= today)
        .order_by(TrajectoryStep.on, TrajectoryStep.id)
    )
    statuses = session.scalars(
        select(DwellingStatus)
        .where(DwellingStatus.since <= today)
        .order_by(DwellingStatus.since, DwellingStatus.id)
    )
    supports: defaultdict[UUID, list[SupportPeriod]] = defaultdict(list)
    for period in session.scalars(select(SupportPeriod).order_by(SupportPeriod.starts_on)):
        supports[period.client_id].append(period)
    decisions: defaultdict[UUID, list[Decision]] = defaultdict(list)
    for decision in session.scalars(select(Decision).order_by(Decision.starts_on)):
        decisions[decision.client_id].append(decision)
    return Stored(
        today=today,
        clients={
            one.id: one
            for one in session.scalars(select(Client).order_by(Client.sort_name, Client.id))
        },
        dwellings={
            one.id: one
            for one in session.scalars(select(Dwelling).order_by(Dwelling.sort_name))
        },
        tenancies=list(
            session.scalars(select(Tenancy).order_by(Tenancy.starts_on, Tenancy.id))
        ),
        steps={step.client_id: step for step in steps},
        statuses={status.dwelling_id: status for status in statuses},
        supports=supports,
        decisions=decisions,
    )
