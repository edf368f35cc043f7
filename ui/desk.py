"""What a screen works with: the opened register, who opened it, what day it is, whom to tell.

A screen is a QWidget made of a desk: `ClientsScreen(desk)`. It reads through the core's
functions, reloads itself when nouns it shows have changed, and asks to go elsewhere by
`desk.go(Place(...))`. It knows no other screen and never asks whether it is locked: a lock
throws desk and window away together.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date
    from uuid import UUID

    from desktop_app.register.workers import WorkerRow
    from desktop_app.store.database import Database
    from desktop_app.store.keys import Opened
    from ui.changes import Changes


@dataclass(frozen=True, slots=True)
class Place:
    """Where one can be: a page, a row on it, and what of it is shown.

    Attributes:
        page: name of a page ("clients", "client", "dwellings").
        row: the client or dwelling it is about.
        part: a tab, or an act to begin at once ("plan", "note", "new").
    """

    page: str
    row: UUID | None = None
    part: str = ""


class Say(Protocol):
    """Shows a toast; see `ui.parts.toast.Toast.say`."""

    def __call__(self, words: str, undo: Callable[[], object] | None = None) -> None:
        """Tell what was done, and how to take it back."""


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything a screen may use.

    Attributes:
        db: the opened register.
        opened: how the key file was opened, for who may change it.
        me: the worker; None after the recovery code.
        today: asked at every use, because a window stays open over midnight.
        changes: tells which nouns were written.
        go: goes to a place.
        say: shows a toast.
        settings: what screens keep between visits on this computer, by screen name.
    """

    db: Database
    opened: Opened
    me: WorkerRow | None
    today: Callable[[], date]
    changes: Changes
    go: Callable[[Place], None]
    say: Say
    kept: dict[str, Mapping[str, Any]] = field(default_factory=dict)
