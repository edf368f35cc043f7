"""A desk over a practice register, shared by the screens' tests; each gets its own copy."""

from __future__ import annotations

import shutil
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

import pytest

from desktop_app import practice
from desktop_app.register import workers
from desktop_app.store import opening
from ui import background
from ui.changes import Changes
from ui.desk import Desk, Place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from desktop_app.store.keys import Opened

TODAY = date(2026, 11, 24)


@dataclass(frozen=True, slots=True)
class Visits:
    """Where a screen asked to go, and what it said."""

    places: list[Place] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    undos: list[Callable[[], object]] = field(default_factory=list)
    locks: list[str] = field(default_factory=list)

    def say(
        self,
        words: str,
        undo: Callable[[], object] | None = None,
        redo: Callable[[], object] | None = None,
    ) -> None:
        """Hear a toast."""
        del redo
        self.said.append(words)
        if undo is not None:
            self.undos.append(undo)

    def lock(self) -> None:
        """Hear that the register must lock."""
        self.locks.append("lock")


@dataclass(frozen=True, slots=True)
class Practice:
    """A practice register on disk, closed, and how to open it."""

    folder: Path
    opened: Opened


@pytest.fixture(scope="session")
def practice_register(tmp_path_factory: pytest.TempPathFactory) -> Practice:
    """24 invented people with all that belongs to them."""
    folder = tmp_path_factory.mktemp("practice") / "register"
    made = practice.make_register(folder, today=TODAY, clients=24)
    made.db.close()
    return Practice(folder, made.opened)


@pytest.fixture
def visits() -> Visits:
    """What the screen under test asked of the window."""
    return Visits()


@pytest.fixture
def desk_over(
    tmp_path: Path, visits: Visits, fonts_loaded: None
) -> Iterator[Callable[[Path, Opened], Desk]]:
    """Give `desk_over(folder, opened)`: a desk over a copy of a stored register."""
    del fonts_loaded
    with ExitStack() as at_the_end:

        def make(stored: Path, opened: Opened) -> Desk:
            folder = tmp_path / "register"
            shutil.copytree(stored, folder)
            db = opening.open_register(folder, opened)
            at_the_end.callback(db.close)
            changes = Changes(db)
            at_the_end.callback(changes.close)
            at_the_end.callback(background.finish)
            return Desk(
                db=db,
                opened=opened,
                me=workers.me(db),
                today=lambda: TODAY,
                changes=changes,
                go=visits.places.append,
                say=visits.say,
                lock=visits.lock,
            )

        yield make


@pytest.fixture
def desk(practice_register: Practice, desk_over: Callable[[Path, Opened], Desk]) -> Desk:
    """A desk of one's own, opened by the coordinator."""
    return desk_over(practice_register.folder, practice_register.opened)
