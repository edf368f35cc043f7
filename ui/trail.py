"""Where somebody has been in the window, as in a browser: back and forward."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_LONGEST = 100


@dataclass(frozen=True, slots=True)
class Step:
    """A page and a place in it."""

    page: str
    where: Mapping[str, str]


class Trail:
    """The steps, and which of them is now."""

    def __init__(self) -> None:
        self._steps: list[Step] = []
        self._at = -1

    def __bool__(self) -> bool:
        return bool(self._steps)

    def go(self, step: Step) -> None:
        """Take a new step; what lay ahead is forgotten."""
        if self._steps and self._steps[self._at] == step:
            return
        self._steps = [*self._steps[: self._at + 1], step][-_LONGEST:]
        self._at = len(self._steps) - 1

    def note(self, step: Step) -> None:
        """Note more exactly where somebody is now."""
        self._steps[self._at] = step

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
