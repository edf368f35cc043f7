"""Decisions of the municipality ("beschikkingen"), and other grounds for support."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import select

from desktop_app import dates
from desktop_app.register.checks import Problems, lengths
from desktop_app.store import journal
from desktop_app.store.database import revise
from desktop_app.store.tables import Decision
from desktop_app.words import _, ngettext

if TYPE_CHECKING:
    from uuid import UUID

    from desktop_app.store.database import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionFields:
    """A decision; `legal_frame` is a code, `ends_on` its last day if it has one."""

    legal_frame: str
    starts_on: date
    ends_on: date | None = None
    reference: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionRow(DecisionFields):
    """A decision as it stands in the register."""

    decision_id: UUID
    version: int


def add_decision(db: Database, client_id: UUID, fields: DecisionFields) -> UUID:
    """Add a decision.

    Raises:
        InvalidFieldsError: unknown legal frame, or an end before its begin.
    """
    _check(fields)
    with db.write() as session:
        decision = Decision(client_id=client_id, **asdict(fields))
        session.add(decision)
        journal.note(session, "ADD", subject=client_id, detail="decision")
    return decision.id


def edit_decision(
    db: Database, decision_id: UUID, fields: DecisionFields, *, version: int
) -> None:
    """Replace what is known of a decision.

    Raises:
        InvalidFieldsError, StaleEditError.
    """
    _check(fields)
    with db.write() as session:
        row = session.get_one(Decision, decision_id)
        revise(row, fields, version)
        journal.note(session, "EDIT", subject=row.client_id, detail="decision")


def decisions(db: Database, client_id: UUID) -> list[DecisionRow]:
    """Return a client's decisions, the one that ends last first."""
    with db.read() as session:
        rows = session.scalars(
            select(Decision)
            .where(Decision.client_id == client_id)
            .order_by(Decision.starts_on.desc(), Decision.id.desc())
        ).all()
    return [
        DecisionRow(
            decision_id=row.id,
            version=row.version,
            legal_frame=row.legal_frame,
            starts_on=row.starts_on,
            ends_on=row.ends_on,
            reference=row.reference,
        )
        for row in rows
    ]


def cautions(
    db: Database, client_id: UUID, fields: DecisionFields, *, besides: UUID | None = None
) -> list[str]:
    """Return what is odd about a decision beside the client's others: overlaps and gaps.

    Both may be right; the worker decides.

    Args:
        db: the opened register.
        client_id: whose decision it is.
        fields: the decision as it is about to be kept.
        besides: the decision that is being edited, which does not count.
    """
    others = [one for one in decisions(db, client_id) if one.decision_id != besides]
    said = []
    for one in others:
        last, its_last = fields.ends_on or date.max, one.ends_on or date.max
        if one.starts_on <= last and fields.starts_on <= its_last:
            said.append(
                _("This overlaps the decision that began on {day}.").format(
                    day=dates.dutch(one.starts_on)
                )
            )
    before = [one.ends_on for one in others if one.ends_on and one.ends_on < fields.starts_on]
    if before and not said:
        gap = (fields.starts_on - max(before)).days - 1
        if gap > 0:
            said.append(
                ngettext(
                    "Between this decision and the one before lies {n} day without one.",
                    "Between this decision and the one before lie {n} days without one.",
                    gap,
                ).format(n=gap)
            )
    return said


def _check(fields: DecisionFields) -> None:
    problems = Problems()
    problems.code("legal_frame", "legal_frame", fields.legal_frame)
    problems.not_before("ends_on", fields.ends_on, fields.starts_on)
    lengths(problems, fields, Decision)
    problems.raise_any()
