"""Carrying an import out: everything in one transaction, or nothing."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING

from desktop_app.errors import UserError
from desktop_app.register.importing import counting, newclients, newdwellings, preview, stays
from desktop_app.store import journal, undoing
from desktop_app.words import ngettext

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from uuid import UUID

    from desktop_app.register.importing.counting import Counts
    from desktop_app.register.importing.preview import Plan
    from desktop_app.store.database import Database
    from desktop_app.store.undoing import Act

    Progress = Callable[[int, int], object]

READERS = frozenset({"MAN", "FB"})
"""Roles that may add many people at once."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import became: counts, the new clients, and the act to take it back by."""

    counts: Counts
    clients: tuple[UUID, ...]
    act: Act | None


def may_read_in(role: str) -> bool:
    """Return whether a role may read lists in."""
    return role in READERS


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
        progress: told how many steps are done, of how many; what it raises undoes everything.

    Raises:
        UserError: something must be solved in the file first; nothing was written.
    """
    _refuse(len(plan.stops))
    with db.write() as session:
        gathered, findings = preview.judge(session, plan, today)
        _refuse(sum(finding.stops for finding in findings))
        found = counting.news(plan.reading, gathered)
        total, steps = 2 * len(found), count(1)
        new = [person for person in gathered.people if person.known_id is None]
        dwellings = newdwellings.add(session, gathered, today)
        clients = newclients.add(
            session,
            db.acting.device_letter,
            plan.reading,
            gathered,
            today,
            lambda: progress(next(steps), total),
        )
        for done, line in enumerate(plan.reading, start=len(found)):
            progress(done, total)
            if counting.is_decision(line, gathered):
                stays.add_decision(session, line, clients[line.row], today)
            if counting.is_lease(line, gathered):
                stays.add_tenancy(
                    session, line, (clients[line.row], dwellings[line.row]), today
                )
        stays.settle(session, set(dwellings.values()), set(clients.values()), today)
        journal.note(session, "IMPORT", detail=f"{len(found)} rows")
        progress(total, total)
    ids = tuple(person.known_id for person in new if person.known_id is not None)
    return Imported(counting.new(found), ids, undoing.last_act(db))


def take_back(
    db: Database, act: Act, *, progress: Progress = lambda _done, _total: None
) -> Act:
    """Take a whole import back, and return what undoes that.

    Raises:
        ChangedSinceError: something of it was changed since; nothing was taken back.
    """
    return undoing.undo(db, act, progress)


def _refuse(stops: int) -> None:
    if stops:
        raise UserError(
            ngettext(
                "{count} thing must be solved in the file first. Nothing was read in.",
                "{count} things must be solved in the file first. Nothing was read in.",
                stops,
            ).format(count=stops)
        )
