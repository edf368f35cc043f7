"""Many plans at once: a file for each in a folder, and one bound file for the printer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from desktop_app import whole, words
from desktop_app.paper import binding, file
from desktop_app.plans import drafting, freezing, versions
from desktop_app.store import journal
from desktop_app.store.tables import Organisation
from desktop_app.words import _

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date
    from pathlib import Path
    from uuid import UUID

    from desktop_app.plans.versions import PlanRow
    from desktop_app.store.database import Database

    Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Saved:
    """What was written: a file for each plan, and the bound file where it was asked for."""

    files: tuple[Path, ...]
    bound: Path | None = None


def save_all(
    db: Database,
    folder: Path,
    *,
    today: date,
    of: Sequence[UUID] | None = None,
    bound: bool = False,
    progress: Progress = lambda _done, _all: None,
) -> Saved:
    """Save the newest version of every plan in a folder, under numbers and never names.

    Args:
        db: the opened register.
        folder: exists; a file of the same name is replaced.
        today: the day that drafts bear.
        of: only these clients; everybody where not given.
        bound: bind all of them into one more file, a bookmark for each, by last name.
        progress: told after each plan how many are done, of how many.

    Raises:
        UserError: the folder cannot be written in, or a plan is gone; no file was written.
    """
    rows = versions.plan_rows(db, today=today)
    chosen = [row for row in rows if of is None or row.client_id in of]
    made: list[bytes] = []
    for row in chosen:
        made.append(freezing.preview(db, row.plan_id, today=today))
        progress(len(made), len(chosen))
    names = _note_all(db, chosen)
    files = {folder / name: pdf for name, pdf in zip(names, made, strict=True)}
    together = folder / f"plans-{today.isoformat()}.pdf" if bound and files else None
    parts = [binding.Part(_title(row), pdf) for row, pdf in zip(chosen, made, strict=True)]
    book = {together: binding.bind(parts, _about(db, today))} if together else {}
    whole.write_all(files | book)
    return Saved(tuple(files), together)


def _note_all(db: Database, rows: Sequence[PlanRow]) -> list[str]:
    """Note of each plan that it leaves the register, and return the names of the files."""
    names: list[str] = []
    with db.write() as session:
        for row in rows:
            plan = drafting.plan(session, row.plan_id)
            detail = drafting.label(plan)
            journal.note(session, "EXPORT", subject=plan.client_id, detail=detail)
            names.append(freezing.file_name(session, plan))
    return names


def _title(row: PlanRow) -> str:
    plan = _("Plan {number}").format(number=row.client_number)
    return f"{plan}, {_('version {version}').format(version=row.number)}"


def _about(db: Database, today: date) -> file.Description:
    with db.read() as session:
        name = session.scalars(select(Organisation.name)).one()
    return file.Description(_("Support plans"), name, words.language(), today)
