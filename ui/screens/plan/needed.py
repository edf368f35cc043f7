"""What a draft still needs before it can be signed, with the way to where it is written."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from desktop_app.words import _
from ui.parts.card import Card
from ui.parts.layouts import empty
from ui.parts.link_line import LinkLine

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop_app.plans.missing import Missing


class Needed(Card):
    """A list that grows shorter as the plan is written; gone when nothing is needed.

    Args:
        go: goes to where a section is written, by its code.
    """

    def __init__(self, go: Callable[[str], object]) -> None:
        super().__init__(_("Still needed before it can be signed"))
        self._go = go

    def show_missing(self, missing: Sequence[Missing]) -> None:
        """Show these, in the order of the plan."""
        empty(self.body)
        self.setVisible(bool(missing))
        for one in missing:
            self.add(LinkLine(one.text, partial(self._go, one.section)))
