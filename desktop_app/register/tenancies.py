"""Who lives where: starting, ending, flipping and extending a tenancy.

Dwelling and support are two things with two ends (Housing First's third principle): nothing
here ever ends support, and a flip to the tenant's own name is no end.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from desktop_app import codelists, dates
from desktop_app.errors import UserError
from desktop_app.register import consequences, reservations
from desktop_app.register.checks import Problems, lengths
from desktop_app.register.dwellings import newest_status
from desktop_app.register.tenancy_list import most_at_once, running_from
from desktop_app.store import journal
from desktop_app.store.tables import (
    Dwelling,
    Tenancy,
    TrajectoryStep,
)
from desktop_app.words import _

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from sqlalchemy.orm import Session

    from desktop_app.store.database import Database

TEMPORARY = frozenset({"TIJD2", "KANS", "JONG", "CAMP", "FLEXC", "LEEG", "LOG"})
FLIPPING = "OMK"


@dataclass(frozen=True, slots=True, kw_only=True)
class TenancyFields:
    """What people fill in when somebody gets a key.

    `starts_on` is the key date. `contract_until` belongs to a temporary lease,
    `flip_planned_on` to an omklapcontract. `note` says why, where a home misses a need.
    """

    tenancy_type: str
    starts_on: date
    contract_until: date | None = None
    flip_planned_on: date | None = None
    rent_cents: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TenancyEnd:
    """How a tenancy ends; `destination` is where somebody lives the day after (ETHOS Light)."""

    ended_on: date
    reason: str
    destination: str


def start_tenancy(
    db: Database, client_id: UUID, dwelling_id: UUID, fields: TenancyFields
) -> UUID:
    """Let a client live in a dwelling from the key date on.

    One act does what belongs to it: the tenancy, the dwelling's status, the trajectory step
    "housed", and support from that day if none runs.

    Raises:
        InvalidFieldsError: naming each wrong field: the dwelling is full or not ours to let,
            the client lives somewhere else then, a temporary lease without an end.
    """
    problems = _problems(fields)
    with db.write() as session:
        dwelling = session.get_one(Dwelling, dwelling_id)
        _refuse_full(session, problems, dwelling, fields.starts_on)
        _refuse_second_home(session, problems, client_id, fields.starts_on)
        _refuse_not_lettable(session, problems, dwelling_id)
        reservations.refuse_kept(session, problems, dwelling_id, client_id)
        problems.raise_any()
        tenancy = Tenancy(
            client_id=client_id,
            dwelling_id=dwelling_id,
            tenancy_type=fields.tenancy_type,
            starts_on=fields.starts_on,
            contract_until=fields.contract_until,
            flip_planned_on=fields.flip_planned_on,
            flip_stage="START" if fields.tenancy_type == FLIPPING else None,
            rent_cents=dwelling.rent_cents if fields.rent_cents is None else fields.rent_cents,
        )
        session.add(tenancy)
        temporary = fields.tenancy_type in TEMPORARY
        consequences.occupy(
            session, dwelling_id, fields.starts_on, "VERT" if temporary else "VER"
        )
        session.add(
            TrajectoryStep(
                client_id=client_id, status="WOON", on=fields.starts_on, note=fields.note
            )
        )
        consequences.support_from(session, client_id, fields.starts_on)
        journal.note(session, "ADD", subject=client_id, detail="tenancy")
    return tenancy.id


def end_tenancy(db: Database, tenancy_id: UUID, end: TenancyEnd) -> None:
    """End a tenancy; the client's support goes on.

    One act does four things: the tenancy ends, the dwelling is vacant from the day after, two
    tasks appear (handing over, final scores), and the trajectory says what happened.

    Raises:
        InvalidFieldsError: naming each wrong field.
        UserError: it ended already.
    """
    problems = Problems()
    problems.code("reason", "tenancy_end_reason", end.reason)
    problems.code("destination", "ethos_light", end.destination)
    with db.write() as session:
        tenancy = session.get_one(Tenancy, tenancy_id)
        if tenancy.ended_on is not None:
            raise UserError(_("This tenancy has ended already. Look at it again."))
        problems.not_before("ended_on", end.ended_on, tenancy.starts_on)
        problems.raise_any()
        tenancy.ended_on = end.ended_on
        tenancy.end_reason = end.reason
        tenancy.destination = end.destination
        session.flush()
        consequences.vacate(session, tenancy.dwelling_id, end.ended_on)
        consequences.leave_tasks(session, db, tenancy)
        consequences.trajectory_after(session, tenancy)
        journal.note(session, "EDIT", subject=tenancy.client_id, detail="tenancy ended")


def complete_end(db: Database, tenancy_id: UUID, *, reason: str, destination: str) -> None:
    """Fill in why a tenancy ended and where to, where that was left open.

    Raises:
        InvalidFieldsError: naming each wrong field.
        UserError: it has no last day yet.
    """
    problems = Problems()
    problems.code("reason", "tenancy_end_reason", reason)
    problems.code("destination", "ethos_light", destination)
    problems.raise_any()
    with db.write() as session:
        tenancy = session.get_one(Tenancy, tenancy_id)
        if tenancy.ended_on is None:
            raise UserError(_("This tenancy still runs. End it first."))
        tenancy.end_reason, tenancy.destination = reason, destination
        journal.note(session, "EDIT", subject=tenancy.client_id, detail="tenancy ended")


def flip(db: Database, tenancy_id: UUID, *, on: date) -> None:
    """Put an omklapcontract in the tenant's own name: the same home, no end.

    The dwelling leaves our stock, unless others share it.

    Raises:
        InvalidFieldsError: it flipped or ended already, is no omklapcontract, or the day
            cannot be.
    """
    problems = Problems()
    with db.write() as session:
        tenancy = session.get_one(Tenancy, tenancy_id)
        if tenancy.tenancy_type != FLIPPING:
            problems.add("on", _("Only an “omklapcontract” can go to the tenant's own name."))
        if tenancy.flipped_on is not None:
            problems.add("on", _("This contract is in the tenant's own name already."))
        if tenancy.ended_on is not None:
            problems.add("on", _("This tenancy has a last day, so its contract cannot flip."))
        problems.not_before("on", on, tenancy.starts_on)
        problems.raise_any()
        tenancy.flipped_on = on
        tenancy.flip_stage = "JA"
        if session.get_one(Dwelling, tenancy.dwelling_id).capacity == 1:
            consequences.occupy(session, tenancy.dwelling_id, on, "OMG")
        journal.note(session, "EDIT", subject=tenancy.client_id, detail="flip")


def extend(db: Database, tenancy_id: UUID, *, until: date | None) -> None:
    """Give a temporary lease another last day, or none: it became permanent.

    Raises:
        InvalidFieldsError: the new last day lies before the begin.
    """
    problems = Problems()
    with db.write() as session:
        tenancy = session.get_one(Tenancy, tenancy_id)
        problems.not_before("until", until, tenancy.starts_on)
        problems.raise_any()
        tenancy.contract_until = until
        journal.note(session, "EDIT", subject=tenancy.client_id, detail="lease extended")


def _problems(fields: TenancyFields) -> Problems:
    problems = Problems()
    problems.code("tenancy_type", "tenancy_type", fields.tenancy_type)
    problems.not_before("contract_until", fields.contract_until, fields.starts_on)
    problems.not_before("flip_planned_on", fields.flip_planned_on, fields.starts_on)
    lengths(problems, fields, TrajectoryStep)
    if fields.tenancy_type in TEMPORARY and fields.contract_until is None:
        problems.add(
            "contract_until", _("A temporary lease has a last day. Fill it in: we will warn.")
        )
    return problems


def _refuse_full(
    session: Session, problems: Problems, dwelling: Dwelling, starts_on: date
) -> None:
    """Note a dwelling without a free place on the key date or any later day."""
    here = session.scalars(
        select(Tenancy).where(Tenancy.dwelling_id == dwelling.id, running_from(starts_on))
    )
    if most_at_once(here, starts_on) >= dwelling.capacity:
        problems.add(
            "starts_on",
            _(
                "There is no room here on {day}: all {places} places are taken from then on. "
                "End the other tenancy first, or choose a later day."
            ).format(day=dates.dutch(starts_on), places=dwelling.capacity),
        )


def _refuse_second_home(
    session: Session, problems: Problems, client_id: UUID, starts_on: date
) -> None:
    other = session.scalar(
        select(Tenancy).where(Tenancy.client_id == client_id, running_from(starts_on)).limit(1)
    )
    if other is not None:
        problems.add(
            "starts_on",
            _(
                "This client has another home from {start}. "
                "End that tenancy before {day} first."
            ).format(start=dates.dutch(other.starts_on), day=dates.dutch(starts_on)),
        )


def _refuse_not_lettable(session: Session, problems: Problems, dwelling_id: UUID) -> None:
    status = newest_status(session, dwelling_id)
    if status is not None and status.status not in consequences.LETTABLE:
        problems.add(
            "dwelling_id",
            _("This dwelling cannot be let now: “{status}”. Change its status first.").format(
                status=codelists.label("dwelling_status", status.status)
            ),
        )
