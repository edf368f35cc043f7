"""What a step of the first run is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from ui.screens.first_run.answers import Answers


class Step(QWidget):
    """One subject on one page.

    Args:
        answers: what was answered so far.
        now: tells the time, in the zone of the clock on the wall.

    Attributes:
        skippable: "Later" is offered.
        only_for: the kind of organisation that it is for; "" for every kind.

    Signals:
        changed(): what `blocked` says may be different now.
        working(str): work begins, in words for the button; "" when it ended.
    """

    skippable = False
    only_for: str = ""
    changed = Signal()
    working = Signal(str)

    def __init__(self, answers: Answers, now: Callable[[], datetime]) -> None:
        super().__init__()
        self.answers = answers
        self.now = now

    def name(self) -> str:
        """Return what the list of steps calls it."""
        raise NotImplementedError

    def head(self) -> tuple[str, str]:
        """Return its title and the sentence under it."""
        raise NotImplementedError

    def begin(self) -> None:
        """Be shown: read what was answered before, and put the focus in place."""

    def blocked(self) -> str:
        """Return in words why one cannot go on yet; empty when one can."""
        return ""

    def note(self) -> str:
        """Return a few words for the list of steps about what was done here."""
        return ""

    def go_on(self, then: Callable[[], object]) -> None:
        """Take up the answers and call `then`, or say what is wrong."""
        then()
