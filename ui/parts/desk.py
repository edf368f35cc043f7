"""What a page is given to work with: the opened register, who works, and ways to be heard."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from desktop_app.errors import UserError
    from desktop_app.register.workers import WorkerRow
    from desktop_app.store.database import Database
    from desktop_app.store.opened import Opened
    from ui.changes import Changes
    from ui.parts.save_state import SaveState


class Go(Protocol):
    """Moves the window to a page: `desk.go("client", client=str(id), tab="plan")`."""

    def __call__(self, page: str, **where: str) -> None:
        """Go to a page by its key, and to a place in it."""


class Did(Protocol):
    """Tells what was done in a toast, and keeps how to undo it for Ctrl+Z."""

    def __call__(
        self,
        words: str,
        undo: Callable[[], object] | None = None,
        redo: Callable[[], object] | None = None,
        *,
        kind: str = "",
        together: Callable[[int], str] | None = None,
    ) -> None:
        """Tell. See `Toast.say` for `kind` and `together`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """The desk of one worker while the register is open. Locking clears it away.

    Attributes:
        db: the opened register: `clients.client_rows(desk.db, today=desk.today())`.
        opened: the unlocked key file, for what has to do with passwords and keys.
        worker: who works here; None after opening with the recovery code.
        today: tells the day of now.
        changes: follow what changes: `desk.changes.follow(self, {"client"}, self.reload)`.
        go: move the window to another page.
        did: tell what was done, with undo.
        problem: show a UserError above the page.
        saving: the save state at the top of the window.
        layer: what side sheets and dialogs lie on.
        choose_folder: have the user choose a folder, or None.
    """

    db: Database
    opened: Opened
    worker: WorkerRow | None
    today: Callable[[], date]
    changes: Changes
    go: Go
    did: Did
    problem: Callable[[UserError], None]
    saving: SaveState
    layer: QWidget
    choose_folder: Callable[[str], Path | None]

    @property
    def role(self) -> str:
        """The code of the worker's role (`user_role`); "" after the recovery code."""
        return self.worker.role if self.worker else ""
