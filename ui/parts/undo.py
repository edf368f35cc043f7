"""What was done since the register was opened, and how to take it back: Ctrl+Z."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

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

    def drop(self, deed: Deed) -> None:
        """Forget a deed that was taken back another way."""
        if deed in self._done:
            self._done.remove(deed)

    def undo(self) -> Deed | None:
        """Take back the newest deed and return it; None when there is none."""
        if not self._done:
            return None
        deed = self._done.pop()
        deed.undo()
        if deed.redo is not None:
            self._undone.append(deed)
        return deed

    def redo(self) -> Deed | None:
        """Do again what was taken back last; None when there is nothing."""
        if not self._undone:
            return None
        deed = self._undone.pop()
        if deed.redo is not None:
            deed.redo()
        self._done.append(deed)
        return deed
