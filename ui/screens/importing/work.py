"""What the worker does for this page: read, look, write, take back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop_app.errors import UserError
from desktop_app.register.importing import applying, choices, marked, preview
from desktop_app.words import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path
    from threading import Event

    from desktop_app.register.importing.applying import Imported
    from desktop_app.register.importing.columns import Column
    from desktop_app.register.importing.doubts import Decisions
    from desktop_app.register.importing.preview import Asked, Plan
    from desktop_app.store.database import Database
    from desktop_app.store.undoing import Act
    from ui.background import Report

_PARTS = 100


@dataclass(frozen=True, slots=True)
class Read:
    """A file that was read.

    Attributes:
        plan: with all that was found.
        ready: the same without the rows that must be solved first; this is what is written.
    """

    plan: Plan
    ready: Plan

    @property
    def left_out(self) -> tuple[int, ...]:
        """The rows that will not be read in."""
        return self.ready.left_out


def read(db: Database, path: Path, *, today: date, asked: Asked) -> Read:
    """Read a file as far as it goes."""
    return _ready(db, preview.prepare(db, path, today=today, asked=asked), today)


def decide(db: Database, plan: Plan, decisions: Decisions, *, today: date) -> Read:
    """Look at a file again, with other decisions or in a register that changed."""
    return _ready(db, preview.decide(db, plan, decisions, today=today), today)


def write(db: Database, plan: Plan, *, today: date, stop: Event, report: Report) -> Imported:
    """Read a file in, telling how far it is; nothing is written when somebody stops it."""
    return applying.apply(
        db, plan, today=today, progress=_telling(report, stop, _("{n} of {total} steps"))
    )


def take_back(
    db: Database, act: Act, *, stop: Event, report: Report, parts: int = _PARTS
) -> Act:
    """Take an import back, telling in so many parts how far it is."""
    words = _("{n} of {total} steps back")
    return applying.take_back(db, act, progress=_telling(report, stop, words, parts))


def save_left_out(db: Database, found: Read, folder: Path, *, today: date) -> Path:
    """Write the rows that were left out to a workbook of their own, and return it.

    The name says nothing about anybody: not even the name of the file that was read.
    """
    path = _free(folder, _("Not read in {day}").format(day=today.isoformat()))
    marked.save_left_out(db, found.plan, found.left_out, path)
    return path


def save_marked(_db: Database, found: Read, folder: Path, *, today: date) -> Path:
    """Write the whole list back with coloured cells, and return the workbook."""
    path = _free(folder, _("To look at {day}").format(day=today.isoformat()))
    marked.save(found.plan, path)
    return path


def choose(db: Database, columns: tuple[Column, ...], column: Column, code: str) -> None:
    """Remember what a column is; what was chosen to be the same before is that no more."""
    said = {column.key: code}
    for other in columns:
        twice = other.chosen and other.field is not None and other.field.code == code
        if twice and other.key != column.key:
            said[other.key] = ""
    choices.remember(db, said)


def unchoose(db: Database, column: Column) -> None:
    """Let a column be recognised by itself again."""
    choices.forget(db, (column.key,))


def rows(count: int) -> str:
    """Return "41 rows"."""
    return ngettext("{n} row", "{n} rows", count).format(n=count)


def _ready(db: Database, plan: Plan, today: date) -> Read:
    return Read(plan, preview.without_stops(db, plan, today=today))


def _telling(
    report: Report, stop: Event, words: str, parts: int = _PARTS
) -> Callable[[int, int], None]:
    """Return what tells each part that is done, and ends the work where somebody wants that."""
    told = [-1]

    def tell(done: int, total: int) -> None:
        if stop.is_set():
            raise UserError(_("You stopped it. Everything is as it was before."))
        part = parts * done // max(total, 1)
        if part != told[0]:
            told[0] = part
            report(part / parts, words.format(n=done, total=total))

    return tell


def _free(folder: Path, name: str) -> Path:
    """Return a workbook's name that is not taken yet."""
    path, turn = folder / f"{name}.xlsx", 1
    while path.exists():
        turn += 1
        path = folder / f"{name} ({turn}).xlsx"
    return path


def with_decisions(asked: Asked, plan: Plan, decisions: Decisions) -> Asked:
    """Return how to read a file after decisions about its rows, which hold for it alone."""
    return replace(asked, digest=plan.digest, decisions=decisions)
