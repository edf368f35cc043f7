"""Desks and windows for the gallery: a practice register of 47 people, seen by a colleague."""

from __future__ import annotations

import atexit
from contextlib import contextmanager
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from desktop_app import practice
from desktop_app.register import client_list, organisation, workers
from ui import background, pages
from ui.changes import Changes
from ui.desk import Desk, Place
from ui.parts.palette_list import PaletteList
from ui.screens.unlock.front import Front
from ui.screens.unlock.hello import Hello
from ui.screens.unlock.screen import UnlockScreen
from ui.trail import Step
from ui.window import Session, Window

if TYPE_CHECKING:
    from collections.abc import Iterator

TODAY = date(2026, 11, 24)


@contextmanager
def practice_desk(clients: int = 47) -> Iterator[Desk]:
    """Give a desk over an invented register, in a folder that goes away with it."""
    with TemporaryDirectory() as folder:
        made = practice.make_register(Path(folder) / "register", today=TODAY, clients=clients)
        changes = Changes(made.db)
        yield Desk(
            db=made.db,
            opened=made.opened,
            me=workers.me(made.db),
            today=lambda: TODAY,
            changes=changes,
            go=lambda _place: None,
            say=lambda _words, _undo=None, _redo=None: None,
            lock=lambda: None,
        )
        changes.close()
        made.db.close()


def window(place: Place, role: str = "MAN") -> Window:
    """Return the whole window at a place, as the first worker with a role sees it.

    MAN coordinates, BEG supports people.
    """
    return Window(session(role), pages.contents(), Step(place))


def client(part: str) -> Window:
    """Return the window at a tab of the client with the fullest plan."""
    rows = client_list.client_rows(_register().db, today=TODAY)
    fullest = max(rows, key=lambda row: (row.steps, bool(row.dwelling)))
    return window(Place("client", fullest.client_id, part))


def searching(query: str, *, in_notes: bool = False) -> Window:
    """Return the window with the palette open above the clients."""
    shown = window(Place("clients"))
    shown.resize(1440, 900)
    shown.search(query)
    for lines in shown.findChildren(PaletteList) if in_notes else ():
        lines.pick(with_control=True)
    return shown


def unlock(
    *, locked: bool = False, wrong: bool = False, recovery: bool = False
) -> UnlockScreen:
    """Return the unlock window: fresh, after a lock, after a wrong password, by paper."""
    kept = ["Contactmoment van 10:42 voor een cliënt"] if locked else []
    folder = _register().db.folder
    screen = UnlockScreen(Hello(folder=folder, hour=9, locked=locked, kept=kept))
    screen.read_people()
    background.finish()
    if wrong:
        screen.password.field.setText("not the right one")
        screen.password.try_it()
        background.finish()
    if recovery:
        screen.recover()
    screen.register.show_folder(Path("Documenten/Thuisbasis/Utrecht-West"))
    return screen


def front() -> Front:
    """Return the first picture of the unlock window."""
    return Front(Hello(folder=Path("Documenten/Thuisbasis/Utrecht-West")))


def session(role: str = "MAN") -> Session:
    """Return the practice register as somebody with a role has it open."""
    made = _register()
    who = next(worker for worker in workers.worker_rows(made.db) if worker.role == role)
    made.db.act_as(who.worker_id)
    card = organisation.organisation(made.db)
    return Session(
        db=made.db,
        opened=made.opened,
        me=who,
        organisation=card.name,
        register=card.register_name,
        changes=Changes(made.db),
        today=lambda: TODAY,
    )


@cache
def _register() -> practice.PracticeRegister:
    folder = TemporaryDirectory(ignore_cleanup_errors=True)
    atexit.register(folder.cleanup)
    return practice.make_register(Path(folder.name) / "register", today=TODAY, clients=47)
