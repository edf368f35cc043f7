"""Desks for the gallery: a practice register of 47 people, opened by its coordinator."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from desktop_app import practice
from desktop_app.register import workers
from ui.changes import Changes
from ui.desk import Desk

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
            say=lambda _words, _undo=None: None,
        )
        changes.close()
        made.db.close()
