"""What was published and sent, and who counted where at the time: the memory of the summary."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import select

from desktop_app.store import journal
from desktop_app.store.acting import ACTING
from desktop_app.store.tables import MonthFile, MonthMember
from desktop_app.summary import package
from desktop_app.summary.figures import Row
from desktop_app.summary.refresh import History

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlalchemy.orm import Session

    from desktop_app.store.database import Database
    from desktop_app.summary.release import Release


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthCard:
    """A month file that was made."""

    file_id: UUID
    period: date
    revision: int
    file_name: str
    size: int
    made_on: date
    sent_on: date | None
    sent_how: str


def month_files(db: Database) -> list[MonthCard]:
    """Return the month files that were made, the newest first."""
    with db.read() as session:
        return [card(row) for row in reversed(_files(session))]


def card(row: MonthFile) -> MonthCard:
    """Return what is told about a month file."""
    return MonthCard(
        file_id=row.id,
        period=row.period,
        revision=row.revision,
        file_name=row.file_name,
        size=len(row.package),
        made_on=row.made_on,
        sent_on=row.sent_on,
        sent_how=row.sent_how,
    )


def history(session: Session) -> History:
    """Return everything published so far, read back from the very files that left."""
    files = _files(session)
    if not files:
        return History()
    members = session.scalars(select(MonthMember)).all()
    return History(
        published=tuple(package.unpack(row.package).published for row in files),
        truth={key: value for row in files for key, value in _truths(row.truth)},
        head_members=_people(m.head for m in members)
        if any(f.head_fresh for f in files)
        else None,
        leaf_members=_people(m.leaf for m in members)
        if any(f.leaf_fresh for f in files)
        else None,
        quarter=files[-1].quarter,
    )


def newest(session: Session) -> MonthFile | None:
    """Return the file made last."""
    files = _files(session)
    return files[-1] if files else None


def keep(session: Session, release: Release, data: bytes, name: str, today: date) -> MonthFile:
    """Keep a month that leaves now: the file, the truth behind it, who counted where."""
    row = MonthFile(
        period=release.published.period,
        revision=release.published.revision,
        quarter=release.history.quarter or release.published.period,
        head_fresh=release.head_refreshed,
        leaf_fresh=release.leaf_refreshed,
        truth=[
            [row.cell, row.as_of.isoformat(), row.value, row.status, value]
            for row, value in release.truth.items()
        ],
        digest=package.unpack(data).digest,
        package=data,
        file_name=name,
        made_on=today,
        worker_id=session.info[ACTING].worker_id,
    )
    session.add(row)
    _keep_members(session, release)
    journal.note(session, "EXPORT", detail=f"month file {name[:150]}")
    return row


def _files(session: Session) -> list[MonthFile]:
    return list(
        session.scalars(select(MonthFile).order_by(MonthFile.period, MonthFile.revision))
    )


def _truths(stored: Iterable[list[Any]]) -> Iterable[tuple[Row, int]]:
    for cell, as_of, value, status, truth in stored:
        yield Row(cell, date.fromisoformat(as_of), value, status), truth


def _people(stored: Iterable[Mapping[str, Any]]) -> dict[str, tuple[str, ...]]:
    return {person: tuple(cells) for one in stored for person, cells in one.items()}


def _keep_members(session: Session, release: Release) -> None:
    """Write per client where that person and those who live along count now."""
    known = {row.client_id: row for row in session.scalars(select(MonthMember))}
    head = _by_client(release.history.head_members or {})
    leaf = _by_client(release.history.leaf_members or {})
    for client_id in head.keys() | leaf.keys() | known.keys():
        row = known.get(client_id)
        now = head.get(client_id, {}), leaf.get(client_id, {})
        if row is None:
            session.add(MonthMember(client_id=client_id, head=now[0], leaf=now[1]))
        elif (row.head, row.leaf) != now:
            row.head, row.leaf = now


def _by_client(members: Mapping[str, tuple[str, ...]]) -> dict[UUID, dict[str, list[str]]]:
    found: dict[UUID, dict[str, list[str]]] = {}
    for person, cells in members.items():
        found.setdefault(UUID(person.split("/")[0]), {})[person] = list(cells)
    return found
