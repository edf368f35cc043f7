"""Rules about the way through the chain: what is waited for, decided, said and written."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import select

from desktop_app import codelists, dates
from desktop_app.register.findings.finding import Finding, Kind, Place
from desktop_app.register.trajectories import WAITING
from desktop_app.store.tables import ContactNote
from desktop_app.words import _

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from uuid import UUID

    from sqlalchemy.orm import Session

    from desktop_app.register.findings.stored import Stored

_NOT_YET_HOUSED = frozenset({"AANM", "INT", "WBES", "WLST", "MATCH", "TEK", "TUSS"})


def waits(stored: Stored) -> Iterator[Finding]:
    """Yield clients who wait for nobody wrote down what."""
    for client_id, step in stored.steps.items():
        if step.status in WAITING and step.wait_reason is None:
            sentence = _(
                "This client has been waiting since {day}; for what is not filled in. "
                "Choose what is waited for."
            ).format(day=dates.dutch(step.on))
            yield stored.about(
                client_id,
                Kind.NO_WAIT_REASON,
                sentence,
                place=Place.TRAJECTORY,
                field="wait_reason",
            )


def steps(stored: Stored) -> Iterator[Finding]:
    """Yield clients whose trajectory and tenancy contradict each other."""
    running = stored.running()
    for client_id, step in stored.steps.items():
        home = running.get(client_id)
        said = codelists.label("trajectory_status", step.status)
        if home is not None and step.status in _NOT_YET_HOUSED:
            sentence = _(
                "This client has had a home since {day}, but the trajectory says “{status}”. "
                "Add the step “{housed}”."
            ).format(
                day=dates.dutch(home.starts_on),
                status=said,
                housed=codelists.label("trajectory_status", "WOON"),
            )
            yield stored.about(
                client_id,
                Kind.HOUSED_NOT_SAID,
                sentence,
                place=Place.TRAJECTORY,
                field="status",
            )
        elif home is None and step.status == "WOON":
            sentence = _(
                "The trajectory says “{status}”, but no tenancy runs. "
                "Add the tenancy, or the next step."
            ).format(status=said)
            yield stored.about(client_id, Kind.SAID_NOT_HOUSED, sentence, place=Place.HOUSING)


def supports(stored: Stored) -> Iterator[Finding]:
    """Yield clients whose trajectory and support contradict each other."""
    active = codelists.codes_where("trajectory_status", "phase", "actief")
    ended = codelists.codes_where("trajectory_status", "phase", "einde")
    for client_id, step in stored.steps.items():
        period = stored.supported(client_id)
        if period is None and step.status in active:
            sentence = _(
                "The trajectory says “{status}”, but no support runs. "
                "Start the support, or add the step that followed."
            ).format(status=codelists.label("trajectory_status", step.status))
            yield stored.about(
                client_id, Kind.NO_SUPPORT, sentence, place=Place.SUPPORT, field="starts_on"
            )
        elif period is not None and period.ended_on is None and step.status in ended:
            sentence = _(
                "The trajectory ended on {day}, but support still runs. End the support."
            ).format(day=dates.dutch(step.on))
            yield stored.about(
                client_id,
                Kind.SUPPORT_AFTER_END,
                sentence,
                place=Place.SUPPORT,
                field="ended_on",
            )


def decisions(stored: Stored) -> Iterator[Finding]:
    """Yield clients whose support runs without a decision that is valid on the day."""
    for client_id in stored.clients:
        if stored.supported(client_id) is None or _is_covered(stored, client_id):
            continue
        last = _last_day(stored, client_id)
        if last is None:
            sentence = _(
                "Support runs, but there is no decision. Add it, or choose what else pays."
            )
        else:
            sentence = _(
                "Support runs, but the last decision ended on {day}. Add the new decision."
            ).format(day=dates.dutch(last))
        yield stored.about(
            client_id, Kind.NO_DECISION, sentence, place=Place.DECISIONS, field="legal_frame"
        )


def _is_covered(stored: Stored, client_id: UUID) -> bool:
    return any(
        one.starts_on <= stored.today and (one.ends_on is None or one.ends_on >= stored.today)
        for one in stored.decisions.get(client_id, [])
    )


def _last_day(stored: Stored, client_id: UUID) -> date | None:
    days = [one.ends_on for one in stored.decisions.get(client_id, []) if one.ends_on]
    return max(days, default=None)


def notes(stored: Stored, session: Session) -> Iterator[Finding]:
    """Yield clients with a contact note about a day that has yet to come."""
    tomorrow = datetime.combine(stored.today + timedelta(days=1), time(), UTC)
    corrected = select(ContactNote.corrects_id).where(ContactNote.corrects_id.is_not(None))
    found = session.execute(
        select(ContactNote.client_id, ContactNote.at)
        .where(ContactNote.at >= tomorrow, ContactNote.id.not_in(corrected))
        .order_by(ContactNote.at)
    )
    for client_id, at in found:
        sentence = _(
            "A contact note is dated {day}, which has yet to come. Correct the note."
        ).format(day=dates.dutch(at.date()))
        yield stored.about(client_id, Kind.FUTURE_NOTE, sentence, place=Place.TIMELINE)
