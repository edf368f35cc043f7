"""Copies that leave the register: a version saved as a file, noted in the access log."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app import whole
from desktop_app.plans import drafting, freezing
from desktop_app.store import journal

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path
    from uuid import UUID

    from desktop_app.store.database import Database


@dataclass(frozen=True, slots=True)
class Copy:
    """A PDF on its way out; `name` is what its file may be called, without a person in it."""

    pdf: bytes
    name: str


def copy(db: Database, plan_id: UUID, *, today: date, large: bool | None = None) -> Copy:
    """Return a version to be saved outside the register, and note that it left.

    Raises:
        UserError: the plan is no longer in the register.
    """
    pdf = freezing.preview(db, plan_id, today=today, large=large)
    with db.write() as session:
        plan = drafting.plan(session, plan_id)
        journal.note(session, "EXPORT", subject=plan.client_id, detail=drafting.label(plan))
        name = freezing.file_name(session, plan)
    return Copy(pdf, name)


def save_copy(db: Database, plan_id: UUID, folder: Path, *, today: date) -> Path:
    """Save a version in a folder and return where.

    Raises:
        UserError: the folder cannot be written in, or the plan is gone.
    """
    made = copy(db, plan_id, today=today)
    path = folder / made.name
    whole.write(path, made.pdf)
    return path


def note_print(db: Database, plan_id: UUID) -> None:
    """Note that a draft was printed, to look at together."""
    with db.write() as session:
        plan = drafting.plan(session, plan_id)
        journal.note(session, "PRINT", subject=plan.client_id, detail=drafting.label(plan))
