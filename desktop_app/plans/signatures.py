"""How a printed version was agreed: signed, by word of mouth, declined, not possible now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app import codelists, dates
from desktop_app.errors import InvalidFieldsError, UserError
from desktop_app.plans import drafting
from desktop_app.store import journal
from desktop_app.words import _

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from desktop_app.store.database import Database
    from desktop_app.store.tables import Plan

NOT_ASKED = "OPEN"
_RUNNING, _REPLACED = "LOP", "VERV"


@dataclass(frozen=True, slots=True)
class State:
    """What a version was before a signature changed it."""

    plan_id: UUID
    status: str
    signature: str | None
    agreed_on: date | None


@dataclass(frozen=True, slots=True)
class Received:
    """What a signature changed, so that it can be taken back."""

    plan_id: UUID
    before: tuple[State, ...]


def signature_received(
    db: Database, plan_id: UUID, state: str, *, on: date, today: date
) -> Received:
    """Note how a printed version was agreed; it takes the place of the versions before it.

    A client who does not want to sign, or cannot now, has a plan all the same: those are
    states too. A state may be corrected later, as from "cannot now" to "signed".

    Args:
        db: the opened register.
        plan_id: a version that was printed for signature.
        state: code of `signature_state`, but not "not asked yet".
        on: the day of the signature, or of the talk.
        today: a signature cannot lie later.

    Raises:
        InvalidFieldsError: `state` or `on`.
        UserError: not printed yet, or no longer in force.
    """
    with db.write() as session:
        plan = drafting.in_force(session, plan_id)
        if plan.status == drafting.DRAFT:
            raise UserError(_("Print this version for signature first."))
        _check(plan, state, on, today)
        versions = drafting.versions(session, plan.client_id, plan.plan_type)
        replaced = [
            row
            for row in versions
            if row.number < plan.number and row.status not in drafting.OVER
        ]
        before = tuple(_state(row) for row in (*replaced, plan))
        for row in replaced:
            row.status = _REPLACED
        plan.status, plan.signature, plan.agreed_on = _RUNNING, state, on
        journal.note(session, "EDIT", subject=plan.client_id, detail=drafting.label(plan))
    return Received(plan_id, before)


def take_back_signature(db: Database, received: Received) -> None:
    """Undo a signature that was noted by mistake: every version is what it was before."""
    with db.write() as session:
        for state in received.before:
            row = drafting.plan(session, state.plan_id)
            row.status, row.signature = state.status, state.signature
            row.agreed_on = state.agreed_on
        plan = drafting.plan(session, received.plan_id)
        journal.note(session, "EDIT", subject=plan.client_id, detail=drafting.label(plan))


def _state(row: Plan) -> State:
    return State(row.id, row.status, row.signature, row.agreed_on)


def _check(plan: Plan, state: str, on: date, today: date) -> None:
    problems: dict[str, str] = {}
    if state == NOT_ASKED or state not in codelists.read("signature_state").codes:
        problems["state"] = _("Choose how the plan was agreed from the list.")
    if on > today:
        problems["on"] = _("A signature cannot lie in the future.")
    elif on < plan.started_on:
        problems["on"] = _(
            "This plan began on {start}; it was signed that day or later."
        ).format(start=dates.dutch(plan.started_on))
    if problems:
        raise InvalidFieldsError(problems)
