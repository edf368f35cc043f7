"""The practice register that the pictures show, made once, and windows on it."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from datetime import date
from functools import cache
from pathlib import Path

from desktop_app import practice
from desktop_app.register import organisation, workers
from ui import pages
from ui.changes import Changes
from ui.trail import Step
from ui.window import Session, Window

TODAY = date(2026, 11, 24)


def window(page: str = "", *, role: str = "MAN", **where: str) -> Window:
    """Return a window on the practice register, at a page and a place in it.

    `role` chooses who looks: the first worker with that role (MAN coordinates, BEG supports).
    """
    at = Step(page, where) if page else None
    return Window(session(role), pages.contents(), at)


def session(role: str = "MAN") -> Session:
    """Return the practice register as somebody with a role has it open."""
    made = _register()
    who = next(w for w in workers.worker_rows(made.db) if w.role == role)
    made.db.act_as(who.worker_id)
    card = organisation.organisation(made.db)
    return Session(
        db=made.db,
        opened=made.opened,
        worker=who,
        organisation=card.name,
        register=card.register_name,
        changes=Changes(made.db),
        today=lambda: TODAY,
        choose_folder=lambda _title: None,
    )


@cache
def _register() -> practice.PracticeRegister:
    folder = Path(tempfile.mkdtemp(prefix="gallery-"))  # holds invented people, encrypted
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return practice.make_register(folder / "register", today=TODAY, clients=47)
