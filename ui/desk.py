"""What a screen works with: the opened register, who opened it, what day it is, whom to tell.

A screen is a QWidget made of a desk: `ClientsScreen(desk)`. It reads through the core's
functions, reloads itself when nouns it shows have changed, and asks to go elsewhere by
`desk.go(Place(...))`. It knows no other screen and never asks whether it is locked: a lock
throws desk and window away together. What more a screen can do for the window, such as showing
one of many clients or keeping drafts, stands in `ui/parts/page.py`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, Protocol

from desktop_app.settings import Settings

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
        part: a tab, or an act to begin at once ("plan", "note", "end").
        field: the question of a form to begin at, by the name the core has for it; or the id
            of the note to show on a timeline.
        why: what is wrong or missing there, said at the question.
    """

    page: str
    row: UUID | None = None
    part: str = ""
    field: str = ""
    why: str = ""


class Say(Protocol):
    """Shows a toast, and keeps the way back for Ctrl+Z; see `ui.parts.toast.Toast.say`."""

    def __call__(
        self,
        words: str,
        undo: Callable[[], object] | None = None,
        redo: Callable[[], object] | None = None,
    ) -> None:
        """Tell what was done, how to take it back, and how to do it again after that."""


Saving = Literal["saved", "draft", "saving", "failed"]
"""What the top of the window says: in the register, kept as a draft, under way, not saved."""


class Preferences(Protocol):
    """The choices of this computer: language, look, minutes until it locks."""

    settings: Settings

    def choose(self, chosen: Settings) -> None:
        """Take up other choices at once, and keep them.

        Raises:
            UserError: they cannot be kept on this disk.
        """


class Unkept:
    """Choices that live as long as the program: of a test, of a picture."""

    def __init__(self) -> None:
        self.settings = Settings()

    def choose(self, chosen: Settings) -> None:
        """Take up other choices."""
        self.settings = chosen


def unheard(_saving: Saving) -> None:
    """Hear what is saved where nobody shows it."""


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
        lock: locks at once, as after keys were renewed; the screen is gone when it returns.
        put_back: locks, and goes on to putting a backup back.
        saving: shows at the top of the window whether what was typed is safe.
        preferences: the choices of this computer, and how to change them.
        kept: what screens keep between visits on this computer, by screen name.
    """

    db: Database
    opened: Opened
    me: WorkerRow | None
    today: Callable[[], date]
    changes: Changes
    go: Callable[[Place], None]
    say: Say
    lock: Callable[[], None]
    put_back: Callable[[], None] = lambda: None
    saving: Callable[[Saving], None] = unheard
    preferences: Preferences = field(default_factory=Unkept)
    kept: dict[str, Mapping[str, Any]] = field(default_factory=dict)
