"""Carrying an import out: everything in one transaction, or nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.errors import UserError
from desktop_app.register.importing import newclients, newdwellings, preview, stays
from desktop_app.store import journal
from desktop_app.words import ngettext

if TYPE_CHECKING:
    from datetime import date

    from desktop_app.register.importing.preview import Counts, Plan
    from desktop_app.store.database import Database


def apply(db: Database, plan: Plan, *, today: date) -> Counts:
    """Write what a plan says, and return what it became.

    The plan is held against the register once more, as that may have changed meanwhile.

    Raises:
        UserError: something must be solved in the file first; nothing was written.
    """
    _refuse(len(plan.stops))
    with db.write() as session:
        gathered, findings = preview.judge(session, plan.lines, plan.columns, today)
        _refuse(sum(finding.stops for finding in findings))
        counts = preview.count(gathered, plan.lines)
        dwellings = newdwellings.add(session, gathered, today)
        clients = newclients.add(session, db.acting.device_letter, plan.lines, gathered, today)
        for line in plan.lines:
            if preview.is_decision(line, gathered):
                stays.add_decision(session, line, clients[line.row], today)
            if preview.is_lease(line, gathered):
                stays.add_tenancy(
                    session, line, (clients[line.row], dwellings[line.row]), today
                )
        stays.settle(session, set(dwellings.values()), set(clients.values()), today)
        journal.note(session, "IMPORT", detail=f"{counts.rows} rows")
    return counts


def _refuse(stops: int) -> None:
    if stops:
        raise UserError(
            ngettext(
                "{count} thing must be solved in the file first. Nothing was read in.",
                "{count} things must be solved in the file first. Nothing was read in.",
                stops,
            ).format(count=stops)
        )
