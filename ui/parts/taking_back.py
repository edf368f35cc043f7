"""Saying what was done with the way back: the toast's button, and Ctrl+Z for the session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.store import undoing

if TYPE_CHECKING:
    from ui.desk import Desk


def did(desk: Desk, words: str) -> None:
    """Say what was written last, and keep how to take it back.

    Call it right after the core's function, before anything else is written. What somebody
    changed since is never overwritten: then taking back says so and does nothing.
    """
    act = undoing.last_act(desk.db)
    if act is None:
        desk.say(words)
        return

    def turn() -> None:
        nonlocal act
        if act is not None:
            act = undoing.undo(desk.db, act)

    desk.say(words, turn, turn)
