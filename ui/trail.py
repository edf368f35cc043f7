"""Where somebody has been in the window, as in a browser: back and forward."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.desk import Place

_LONGEST = 100


@dataclass(frozen=True, slots=True)
class Step:
    """A place, and what the screen wants to take up again there."""

    place: Place
    state: dict[str, Any] = field(default_factory=dict)


class Trail:
    """The steps, and which of them is now."""

    def __init__(self, first: Step) -> None:
        self._steps = [first]
        self._at = 0

    def go(self, step: Step) -> None:
        """Take a new step; what lay ahead is forgotten."""
        if self.now().place == step.place:
            return
        self._steps = [*self._steps[: self._at + 1], step][-_LONGEST:]
        self._at = len(self._steps) - 1

    def leave_out(self, gone: Callable[[Place], bool], otherwise: Place) -> None:
        """Leave out the steps to what is no longer there; now is then the nearest one before.

        Args:
            gone: tells whether a place is no longer there.
            otherwise: where to be when there is nothing before.
        """
        before = [step for step in self._steps[: self._at + 1] if not gone(step.place)]
        after = [step for step in self._steps[self._at + 1 :] if not gone(step.place)]
        before = before or [Step(otherwise)]
        self._steps, self._at = [*before, *after], len(before) - 1

    def note(self, state: dict[str, Any]) -> None:
        """Note what to take up again at the step of now."""
        self._steps[self._at] = Step(self.now().place, state)

    def now(self) -> Step:
        """Return the step of now."""
        return self._steps[self._at]

    def can_go_back(self) -> bool:
        """Tell whether there is a step before this one."""
        return self._at > 0

    def back(self) -> bool:
        """Go back; False when there is nothing before."""
        return self._move(-1)

    def forward(self) -> bool:
        """Go forward; False when there is nothing after."""
        return self._move(1)

    def _move(self, by: int) -> bool:
        if not 0 <= self._at + by < len(self._steps):
            return False
        self._at += by
        return True
