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
    from collections.abc import Collection, Mapping, Sequence
    from datetime import date
    from uuid import UUID

    from sqlalchemy.orm import Session

    from desktop_app.store.database import Database

__all__ = ["CLOCKS", "Attention", "Due", "Kind", "Severity", "attention"]

_RULES = (
    deadlines.leases,
    deadlines.decisions,
    deadlines.plans,
    deadlines.silences,
    office.vacancies,
    office.month_file,
    office.backup,
)
_ORDER = {Severity.PRESSING: 0, Severity.SOON: 1, Severity.CALM: 2}


def attention(
    db: Database, *, today: date, key_worker_id: UUID | None = None
) -> list[Attention]:
    """Return what asks for attention, the most pressing first; one line per client.

    Args:
        db: the opened register.
        today: what deadlines are counted from.
        key_worker_id: only this worker's clients, and nothing of the office.
    """
    clocks = _clocks(organisation.choice(db, "attention"))
    with db.read() as session:
        near = [
            (due, how_far)
            for rule in _RULES
            for due in rule(session, today)
            if (how_far := severity(clocks[due.kind], (due.on - today).days))
        ]
        lines = _lines(session, near, today)
    if key_worker_id is not None:
        lines = [line for line in lines if line.key_worker_id == key_worker_id]
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
    people = _people(session, {due.client_id for due, _how_far in near if due.client_id})
    homes = {due.dwelling_id for due, _how_far in near if due.kind is Kind.VACANT}
    addresses: dict[UUID | None, str] = {
        one.id: one.address
        for one in session.scalars(select(Dwelling).where(Dwelling.id.in_(homes)))
    }
    lines = []
    for due, how_far in near:
        name, worker_id = people.get(due.client_id, ("", None))
        known = {one.name: getattr(due, one.name) for one in fields(due)}
        lines.append(
            Attention(
                **known,
                title=name or addresses.get(due.dwelling_id, ""),
                sentence=_sentence(due),
                days=(due.on - today).days,
                severity=how_far,
                key_worker_id=worker_id,
            )
        )
    return lines


def _people(
    session: Session, ids: Collection[UUID]
) -> dict[UUID | None, tuple[str, UUID | None]]:
    found = session.scalars(select(Client).where(Client.id.in_(ids)))
    return {client.id: (client.full_name, client.key_worker_id) for client in found}


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
    Kind.BACKUP: N_("The last backup was made on {day}."),
}
_FIRST_TIME: Mapping[tuple[Kind, str], str] = {
    (Kind.SILENCE, deadlines.NEVER): N_("Support began on {day}; no contact was noted yet."),
    (Kind.BACKUP, office.NEVER): N_("No backup was made yet."),
}
