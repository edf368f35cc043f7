"""Keeping a home for a client until the key: reserving it, and letting it go again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from desktop_app import codelists, dates
from desktop_app.register.checks import Problems
from desktop_app.register.dwellings import newest_status
from desktop_app.register.waiting import SEEKING
from desktop_app.store import journal
from desktop_app.store.tables import DwellingStatus, TrajectoryStep
from desktop_app.words import _

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from sqlalchemy.orm import Session

    from desktop_app.store.database import Database

CAN_BE_KEPT = frozenset({"BES", "MUT", "OPL"})


def reserve(
    db: Database,
    dwelling_id: UUID,
    client_id: UUID,
    *,
    on: date,
    expected_on: date | None = None,
) -> None:
    """Keep a vacant home for a client; who waited is now matched.

    Args:
        db: the opened register.
        dwelling_id: which home.
        client_id: for whom.
        on: from when it is kept.
        expected_on: when the key is expected.

    Raises:
        InvalidFieldsError: the home is not vacant, or the day lies before its newest status.
    """
    problems = Problems()
    problems.not_before("expected_on", expected_on, on)
    with db.write() as session:
        newest = newest_status(session, dwelling_id)
        if newest is None or newest.status not in CAN_BE_KEPT:
            named = codelists.label("dwelling_status", newest.status if newest else None)
            problems.add(
                "dwelling_id",
                _("Only a vacant home can be kept for somebody. It is “{status}” now.").format(
                    status=named
                ),
            )
        else:
            problems.not_before("on", on, newest.since)
        problems.raise_any()
        session.add(
            DwellingStatus(
                dwelling_id=dwelling_id,
                status="RES",
                since=on,
                expected_on=expected_on,
                client_id=client_id,
            )
        )
        step = _newest_step(session, client_id)
        if step is not None and step.status in SEEKING - {"MATCH"} and step.on <= on:
            session.add(TrajectoryStep(client_id=client_id, status="MATCH", on=on))
        journal.note(session, "EDIT", subject=client_id, detail="home reserved")


def release(db: Database, dwelling_id: UUID, *, on: date, wait_reason: str = "WON") -> None:
    """Let a reserved home go: it is vacant again, and the client waits again.

    Args:
        db: the opened register.
        dwelling_id: which home.
        on: from when.
        wait_reason: what the client waits for now (code of `wait_reason`).

    Raises:
        InvalidFieldsError: the home is not reserved, or the day lies before it was.
    """
    problems = Problems()
    problems.code("wait_reason", "wait_reason", wait_reason)
    with db.write() as session:
        newest = newest_status(session, dwelling_id)
        if newest is None or newest.status != "RES":
            problems.add("dwelling_id", _("This home is not reserved, so it cannot be let go."))
        else:
            problems.not_before("on", on, newest.since)
        problems.raise_any()
        session.add(DwellingStatus(dwelling_id=dwelling_id, status="BES", since=on))
        client_id = newest.client_id if newest is not None else None
        step = _newest_step(session, client_id) if client_id is not None else None
        if step is not None and step.status == "MATCH" and step.on <= on:
            session.add(
                TrajectoryStep(
                    client_id=step.client_id, status="WLST", on=on, wait_reason=wait_reason
                )
            )
        journal.note(session, "EDIT", subject=client_id, detail="home let go")


def refuse_kept(
    session: Session, problems: Problems, dwelling_id: UUID, client_id: UUID
) -> None:
    """Note a home that is kept for somebody else."""
    newest = newest_status(session, dwelling_id)
    if newest is None or newest.status != "RES":
        return
    if newest.client_id is not None and newest.client_id != client_id:
        problems.add(
            "dwelling_id",
            _("This home has been kept for somebody else since {day}. Let it go first.").format(
                day=dates.dutch(newest.since)
            ),
        )


def _newest_step(session: Session, client_id: UUID) -> TrajectoryStep | None:
    return session.scalar(
        select(TrajectoryStep)
        .where(TrajectoryStep.client_id == client_id)
        .order_by(TrajectoryStep.on.desc(), TrajectoryStep.id.desc())
        .limit(1)
    )
