"""What asks for attention today: deadlines and silences, merged per client.

The clocks are data (`CLOCKS`). The organisation may choose another first day per kind, in its
choice "attention": {"silence": 14}.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import fields, replace
from typing import TYPE_CHECKING

from sqlalchemy import select

from desktop_app import codelists, dates
from desktop_app.register import organisation
from desktop_app.register.agenda import deadlines, office
from desktop_app.register.agenda.attention import (
    CLOCKS,
    Attention,
    Due,
    Kind,
    Severity,
    severity,
)
from desktop_app.store.tables import Client, Dwelling
from desktop_app.words import N_, _

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from uuid import UUID

    from sqlalchemy.orm import Session

    from desktop_app.store.database import Database

__all__ = ["CLOCKS", "Attention", "Due", "Kind", "Severity", "attention"]

_CLIENT_RULES = (
    deadlines.leases,
    deadlines.decisions,
    deadlines.plans,
    deadlines.silences,
)
_OFFICE_RULES = (
    office.vacancies,
    office.month_file,
    office.backup,
    office.recovery_sheet,
)
_ORDER = {Severity.PRESSING: 0, Severity.SOON: 1, Severity.CALM: 2}


def attention(
    db: Database,
    *,
    today: date,
    key_worker_id: UUID | None = None,
    client_id: UUID | None = None,
) -> list[Attention]:
    """Return what asks for attention, the most pressing first; one line per client.

    Args:
        db: the opened register.
        today: what deadlines are counted from.
        key_worker_id: only clients whose key worker or stand-in this is, nothing of the office.
        client_id: only this client.
    """
    clocks = _clocks(organisation.choice(db, "attention"))
    with db.read() as session:
        days = [due for rule in _CLIENT_RULES for due in rule(session, today, client_id)]
        if key_worker_id is None and client_id is None:
            days += [due for rule in _OFFICE_RULES for due in rule(session, today)]
        near = [
            (due, how_far)
            for due in days
            if (how_far := severity(clocks[due.kind], (due.on - today).days))
        ]
        lines = _lines(session, near, today)
    if key_worker_id is not None:
        lines = [one for one in lines if key_worker_id in {one.key_worker_id, one.stand_in_id}]
    return _merged(sorted(lines, key=_rank))


def _clocks(chosen: Mapping[str, int]) -> dict[Kind, tuple[int, int, int]]:
    """Return the clocks with the organisation's own first days, which later days follow."""
    clocks = dict(CLOCKS)
    for name, days in chosen.items():
        kind = Kind(name)
        _first, soon, late = clocks[kind]
        first = -abs(int(days)) if kind in _AFTER else int(days)
        clocks[kind] = (first, min(first, soon), min(first, late))
    return clocks


_AFTER = frozenset(kind for kind, clock in CLOCKS.items() if clock[0] < 0)


def _lines(
    session: Session, near: Sequence[tuple[Due, Severity]], today: date
) -> list[Attention]:
    ids = {due.client_id for due, _how_far in near if due.client_id}
    people: dict[UUID | None, Client] = {
        one.id: one for one in session.scalars(select(Client).where(Client.id.in_(ids)))
    }
    homes = {due.dwelling_id for due, _how_far in near if due.kind is Kind.VACANT}
    addresses: dict[UUID | None, str] = {
        one.id: one.address
        for one in session.scalars(select(Dwelling).where(Dwelling.id.in_(homes)))
    }
    lines = []
    for due, how_far in near:
        known = {one.name: getattr(due, one.name) for one in fields(due)}
        client = people.get(due.client_id)
        lines.append(
            Attention(
                **known,
                title=client.shown_name if client else addresses.get(due.dwelling_id, ""),
                sentence=_sentence(due),
                days=(due.on - today).days,
                severity=how_far,
                key_worker_id=client.key_worker_id if client else None,
                stand_in_id=client.stand_in_id if client else None,
            )
        )
    return lines


def _rank(line: Attention) -> tuple[int, int, str]:
    """Order by how far, then by the day: what is nearest, or longest ago, comes first."""
    return _ORDER[line.severity], line.days, line.title


def _merged(lines: Sequence[Attention]) -> list[Attention]:
    """Keep the first line of each client; the others hang under it."""
    per_client: defaultdict[UUID, list[Attention]] = defaultdict(list)
    for line in lines:
        if line.client_id is not None:
            per_client[line.client_id].append(line)
    merged = []
    for line in lines:
        if line.client_id is None:
            merged.append(line)
        elif per_client[line.client_id][0] is line:
            merged.append(replace(line, also=tuple(per_client[line.client_id][1:])))
    return merged


def _sentence(due: Due) -> str:
    template = _FIRST_TIME.get((due.kind, due.detail)) or _SENTENCES[due.kind]
    detail = due.detail
    if due.kind is Kind.DECISION:
        detail = codelists.label("legal_frame", detail)
    return _(template).format(day=dates.dutch(due.on), detail=detail)


_SENTENCES: Mapping[Kind, str] = {
    Kind.LEASE: N_("The temporary lease of {detail} ends on {day}."),
    Kind.FLIP: N_("The contract of {detail} may go to the tenant's own name on {day}."),
    Kind.DECISION: N_("The decision “{detail}” ends on {day}."),
    Kind.REVIEW: N_("The plan is to be reviewed on {day}."),
    Kind.SIGNATURE: N_("Version {detail} of the plan waits for a signature."),
    Kind.SILENCE: N_("No contact was noted since {day}."),
    Kind.VACANT: N_("Nobody has lived here since {day}."),
    Kind.MONTH: N_("The month file {detail} goes to the region by {day}."),
    Kind.SEND: N_("The month file {detail} is made. Note when you sent it; due by {day}."),
    Kind.BACKUP: N_("The last backup was made on {day}."),
    Kind.PROOF: N_("Nobody checked yet whether the recovery sheet can be read."),
    Kind.SHEET: N_("The recovery sheet was last checked on {day}."),
}
_FIRST_TIME: Mapping[tuple[Kind, str], str] = {
    (Kind.SILENCE, deadlines.NEVER): N_("Support began on {day}; no contact was noted yet."),
    (Kind.BACKUP, office.NEVER): N_("No backup was made yet."),
}
