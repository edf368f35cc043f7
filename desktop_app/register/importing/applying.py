"""Carrying an import out: worked out first, then written in one transaction, or nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.errors import UserError
from desktop_app.register import rights
from desktop_app.register.importing import (
    book,
    counting,
    newclients,
    newdwellings,
    preview,
    stays,
)
from desktop_app.store import batches, journal, undoing
from desktop_app.words import ngettext

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from uuid import UUID

    from sqlalchemy.orm import Session

    from desktop_app.register.importing.book import Book
    from desktop_app.register.importing.counting import Counts
    from desktop_app.register.importing.judging import Judged
    from desktop_app.register.importing.preview import Plan
    from desktop_app.store.acting import Acting
    from desktop_app.store.batches import Batch
    from desktop_app.store.database import Database
    from desktop_app.store.tables import Base
    from desktop_app.store.undoing import Act

    Progress = Callable[[int, int], object]


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import became: counts, the new clients, and the act to take it back by."""

    counts: Counts
    clients: tuple[UUID, ...]
    act: Act | None


@dataclass(frozen=True, slots=True)
class _Drawn:
    """What is going to be written."""

    counts: Counts
    clients: tuple[UUID, ...]
    changed: list[Base]
    batches: list[Batch]


def may_read_in(role: str) -> bool:
    """Return whether a role may read lists in: one that may add many people at once."""
    return role in rights.COORDINATES


def apply(
    db: Database,
    plan: Plan,
    *,
    today: date,
    progress: Progress = lambda _done, _total: None,
) -> Imported:
    """Write what a plan says, and return what it became.

    The plan is held against the register once more, as that may have changed meanwhile.

    Args:
        db: the opened register.
        plan: from `preview`; what it leaves out is not written.
        today: where no day is given.
        progress: told how many steps are done, of how many: a row is worked out, and written;
            what it raises leaves everything as it was.

    Raises:
        NotAllowedError: the role of whoever opened the register may not do this.
        UserError: something must be solved in the file first; nothing was written.
    """
    _refuse(len(plan.stops))
    drawn = batches.write_last(
        db,
        lambda session: _draw(session, plan, today, db.acting, progress),
        lambda session, drawn: _write(session, drawn, progress),
    )
    return Imported(drawn.counts, drawn.clients, undoing.last_act(db))


def take_back(
    db: Database, act: Act, *, progress: Progress = lambda _done, _total: None
) -> Act:
    """Take a whole import back, and return what undoes that.

    Raises:
        NotAllowedError: the role of whoever opened the register may not do this.
        ChangedSinceError: something of it was changed since; nothing was taken back.
    """
    with db.read() as session:
        rights.insist_on_coordinating(session)
    return undoing.undo(db, act, progress)


def _draw(
    session: Session, plan: Plan, today: date, acting: Acting, progress: Progress
) -> _Drawn:
    rights.insist_on_coordinating(session)
    judged = preview.judge(session, plan, today)
    _refuse(sum(finding.stops for finding in judged.findings))
    known = book.opened(session, judged.gathered, acting.device_letter)
    clients = _fill(known, plan, judged, today, progress)
    counts = counting.new(counting.news(plan.reading, judged))
    return _Drawn(counts, clients, known.changed(), batches.new(acting, known.new()))


def _fill(
    known: Book, plan: Plan, judged: Judged, today: date, progress: Progress
) -> tuple[UUID, ...]:
    """Enter all that the file brings, and return the clients who are new."""
    homes = newdwellings.add(known, judged.gathered.dwellings, today)
    people = judged.gathered.people
    clients = newclients.add(known, people, plan.reading, today)
    for done, line in enumerate(plan.reading):
        progress(done, 2 * len(plan.reading))
        if counting.is_decision(line, judged):
            stays.add_decision(known, line, clients[line.row], today)
        if counting.is_lease(line, judged):
            stays.add_tenancy(known, line, (clients[line.row], homes[line.row]), today)
    stays.settle(known, set(homes.values()), set(clients.values()), today)
    return tuple(clients[person.rows[0]] for person in people if person.known_id is None)


def _write(session: Session, drawn: _Drawn, progress: Progress) -> None:
    rows, parts = drawn.counts.rows, len(drawn.batches)
    for part, batch in enumerate(drawn.batches):
        progress(rows + rows * part // parts, 2 * rows)
        batches.write(session, batch)
    session.add_all(drawn.changed)
    session.flush()
    journal.note_each(session, "CREATE", drawn.clients, detail="import")
    journal.note(session, "IMPORT", detail=f"{drawn.counts.rows} rows")
    progress(2 * rows, 2 * rows)


def _refuse(stops: int) -> None:
    if stops:
        raise UserError(
            ngettext(
                "{count} thing must be solved in the file first. Nothing was read in.",
                "{count} things must be solved in the file first. Nothing was read in.",
                stops,
            ).format(count=stops)
        )
