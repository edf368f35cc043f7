"""What a step of the first run is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from ui.screens.first_run.answers import Answers


class Step(QWidget):
    """One subject on one page.

    Args:
        now: tells the time, in the zone of the clock on the wall.

    Attributes:
        skippable: "Later" is offered.

    Signals:
        changed(): what `blocked` says may be different now.
        working(str): work begins, in words for the button; "" when it ended.
    """

    skippable = False
    changed = Signal()
    working = Signal(str)

    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__()
        self.now = now

    def name(self) -> str:
        """Return what the list of steps calls it."""
        raise NotImplementedError

    def head(self) -> tuple[str, str]:
        """Return its title and the sentence under it."""
        raise NotImplementedError

    def applies(self) -> bool:
        """Tell whether this step is taken at all, after the answers so far."""
        return True

    def begin(self) -> None:
        """Be shown: read what was answered before, and put the focus in place."""

    def blocked(self) -> str:
        """Return in words why one cannot go on yet; empty when one can."""
        return ""

    def note(self) -> str:
        """Return a few words for the list of steps about what was done here."""
        return ""

    def verb(self) -> str:
        """Return what the button that goes on says, where "Next" says too little."""
        return ""

    def go_on(self, then: Callable[[], object]) -> None:
        """Take up the answers and call `then`, or say what is wrong."""
        then()

    def typed(self) -> Mapping[str, str]:
        """Return what was typed here and is no secret, by name, to come back to later."""
        return {}

    def restore(self, typed: Mapping[str, str]) -> None:
        """Show again what was typed an earlier time."""


class FoundingStep(Step):
    """A step towards a new register.

    Args:
        answers: what was answered so far.
        now: as above.

    Attributes:
        only_for: the kind of organisation that it is for; "" for every kind.
    """

    only_for: str = ""

    def __init__(self, answers: Answers, now: Callable[[], datetime]) -> None:
        super().__init__(now)
        self.answers = answers

    def applies(self) -> bool:
        return self.only_for in {"", self.answers.kind}
