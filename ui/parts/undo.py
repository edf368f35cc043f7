"""What was done since the register was opened, and how to take it back: Ctrl+Z.

What takes long goes on in the background: its `undo` returns the task, and tells itself how far
it is and when it is done.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ui.background import Task

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing that was done; each way is one transaction of its own."""

    words: str
    undo: Callable[[], object]
    redo: Callable[[], object] | None = None


class UndoStack:
    """Deeds, newest last."""

    def __init__(self) -> None:
        self._done: list[Deed] = []
        self._undone: list[Deed] = []

    def push(self, deed: Deed) -> None:
        """Note what was done; what had been taken back before can no longer be redone."""
        self._done.append(deed)
        self._undone.clear()

    def undo(self, deed: Deed | None = None) -> Deed | None:
        """Take back a deed, else the newest, and return it; None when there is nothing to tell.

        That is so when there is nothing, and while a task takes it back.
        """
        if not self._done or (deed is not None and deed not in self._done):
            return None
        taken = deed or self._done[-1]
        self._done.remove(taken)
        goes_on = isinstance(taken.undo(), Task)
        if taken.redo is not None:
            self._undone.append(taken)
        return None if goes_on else taken

    def redo(self) -> Deed | None:
        """Do again what was taken back last; None when there is nothing."""
        if not self._undone:
            return None
        deed = self._undone.pop()
        if deed.redo is not None:
            deed.redo()
        self._done.append(deed)
        return deed

    def last_done(self) -> Deed | None:
        """Return what can be taken back."""
        return self._done[-1] if self._done else None

    def last_undone(self) -> Deed | None:
        """Return what can be done again."""
        return self._undone[-1] if self._undone else None
