"""Contacts, homes, steps and decisions of one client, as events."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from desktop_app import codelists, dates
from desktop_app.register import contacts, decisions, tenancy_list
from desktop_app.register.timeline.event import Event, Kind
from desktop_app.store.tables import TrajectoryStep
from desktop_app.words import _

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from uuid import UUID

    from sqlalchemy.orm import Session

    from desktop_app.store.database import Database


def spoken(db: Database, client_id: UUID, titles: Mapping[UUID, str]) -> Iterator[Event]:
    """Yield the contacts; `titles` names the goals by id."""
    for note in contacts.notes(db, client_id):
        yield Event(
            kind=Kind.CONTACT,
            on=note.at.astimezone().date(),
            at=note.at,
            title=codelists.label("contact_moment", note.kind),
            text=note.text,
            about=titles.get(note.goal_id, "") if note.goal_id else "",
            who=note.worker,
            code=note.kind,
            note=note,
        )


def homes(db: Database, client_id: UUID) -> Iterator[Event]:
    """Yield keys, flips and last days."""
    for one in tenancy_list.tenancy_rows(db, client_id=client_id):
        contract = codelists.label("tenancy_type", one.tenancy_type)
        yield Event(
            kind=Kind.HOME,
            on=one.starts_on,
            title=_("Key received: {address}").format(address=one.address),
            text=contract,
            dwelling_id=one.dwelling_id,
        )
        if one.flipped_on is not None:
            yield Event(
                kind=Kind.HOME,
                on=one.flipped_on,
                title=_("Contract in own name: {address}").format(address=one.address),
                dwelling_id=one.dwelling_id,
            )
        if one.ended_on is not None:
            reason = codelists.label("tenancy_end_reason", one.end_reason)
            to = codelists.label("ethos_light", one.destination)
            yield Event(
                kind=Kind.HOME,
                on=one.ended_on,
                title=_("Moved out: {address}").format(address=one.address),
                text=" · ".join(filter(None, (reason, to))),
                dwelling_id=one.dwelling_id,
            )


def steps(session: Session, client_id: UUID) -> Iterator[Event]:
    """Yield the steps; being housed is told by the key already, unless it says why."""
    found = session.scalars(select(TrajectoryStep).where(TrajectoryStep.client_id == client_id))
    for step in found:
        reason = codelists.label("wait_reason", step.wait_reason)
        text = " · ".join(filter(None, (reason, step.note)))
        if step.status != "WOON" or text:
            yield Event(
                kind=Kind.STEP,
                on=step.on,
                title=codelists.label("trajectory_status", step.status),
                text=text,
                code=step.status,
            )


def decided(db: Database, client_id: UUID) -> Iterator[Event]:
    """Yield from when the decisions of the municipality count, and until when."""
    for one in decisions.decisions(db, client_id):
        until = _("until {day}").format(day=dates.dutch(one.ends_on)) if one.ends_on else ""
        yield Event(
            kind=Kind.DECISION,
            on=one.starts_on,
            title=_("Decision begins: {frame}").format(
                frame=codelists.label("legal_frame", one.legal_frame)
            ),
            text=" · ".join(filter(None, (until, one.reference))),
        )
