"""What happened with one client, the newest first: contacts, homes, plans and more."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, time
from itertools import groupby
from typing import TYPE_CHECKING

from sqlalchemy import select

from desktop_app.register.timeline import life, papers
from desktop_app.register.timeline.event import Event, Kind
from desktop_app.store.folding import fold
from desktop_app.store.tables import PlanGoal

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date
    from uuid import UUID

    from desktop_app.store.database import Database

__all__ = ["Event", "Kind", "Month", "by_month", "timeline"]


@dataclass(frozen=True, slots=True)
class Month:
    """The events of one month; `first` is its first day."""

    first: date
    events: tuple[Event, ...]


def timeline(
    db: Database,
    client_id: UUID,
    *,
    today: date,
    kinds: Collection[Kind] = (),
    words: str = "",
    limit: int | None = None,
) -> list[Event]:
    """Return what happened up to a day, the newest first.

    Args:
        db: the opened register.
        client_id: with whom.
        today: the last day that is shown.
        kinds: only these sorts; all where none is named.
        words: only events in which each of these words stands, marks and capitals aside.
        limit: events.
    """
    with db.read() as session:
        titles = dict(
            session.execute(
                select(PlanGoal.id, PlanGoal.title).where(PlanGoal.client_id == client_id)
            ).all()
        )
        found = [
            *life.spoken(db, client_id, titles),
            *life.homes(db, client_id),
            *life.steps(session, client_id),
            *life.decided(db, client_id),
            *papers.plans(session, client_id),
            *papers.scores(session, client_id),
            *papers.goals(session, client_id, titles),
        ]
    wanted = fold(words).split()
    shown = [
        one
        for one in found
        if one.on <= today and (not kinds or one.kind in kinds) and _speaks_of(one, wanted)
    ]
    return sorted(shown, key=_moment, reverse=True)[:limit]


def by_month(events: Sequence[Event]) -> list[Month]:
    """Return events under their months, in the order in which they come."""
    months = groupby(events, key=lambda one: one.on.replace(day=1))
    return [Month(first, tuple(inside)) for first, inside in months]


def _moment(event: Event) -> datetime:
    """Return what events are ordered by; one without a clock stands at the end of its day."""
    return event.at or datetime.combine(event.on, time.max, UTC)


def _speaks_of(event: Event, words: Sequence[str]) -> bool:
    if not words:
        return True
    said = fold(f"{event.title} {event.text} {event.about} {event.who}")
    return all(word in said for word in words)
