"""Where somebody is in the window: a step of their way, and the screen that shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.desk import Place
from ui.parts import page as promises
from ui.shelf import Shelf
from ui.trail import Step, Trail

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ui.contents import PageEntry
    from ui.desk import Desk
    from ui.frame import Frame


class Walk:
    """The way through the pages.

    Args:
        entries: the pages somebody may see, by name; the first is where one begins.
        desk: what screens are made of.
        frame: shows them.
        moved: called when another screen is shown, or the one that is shown moves in itself.

    Attributes:
        screen: the one that is shown.
    """

    def __init__(
        self,
        entries: Mapping[str, PageEntry],
        desk: Desk,
        frame: Frame,
        moved: Callable[[], object],
    ) -> None:
        self._entries, self._desk, self._moved = entries, desk, moved
        self._problems = frame.problems
        self._shelf = Shelf(desk, frame.stack, moved)
        self._trail = Trail(Step(Place(next(iter(entries)))))
        self.screen = QWidget()  # until the first step is shown

    def begin(self, at: Step | None) -> None:
        """Show where to begin: a step of before, if it still may be seen."""
        if at is not None and at.place.page in self._entries:
            self._trail = Trail(at)
        self._show()

    def go(self, place: Place) -> None:
        """Go to a place."""
        self._leave()
        self._trail.go(Step(place))
        self._show()

    def back(self) -> None:
        """Go back one step."""
        self._leave()
        if self._trail.back():
            self._show()

    def forward(self) -> None:
        """Go forward one step."""
        self._leave()
        if self._trail.forward():
            self._show()

    def here(self) -> Step:
        """Return where somebody is now, to come back to."""
        return Step(self._trail.now().place, promises.state(self.screen))

    def entry(self) -> PageEntry:
        """Return the page of now."""
        return self._entries[self._trail.now().place.page]

    def can_go_back(self) -> bool:
        """Tell whether there is a step before this one."""
        return self._trail.can_go_back()

    def keep_drafts(self) -> promises.Drafts:
        """Have every screen save what is being typed; see `Shelf.keep_drafts`."""
        return self._shelf.keep_drafts()

    def look_again(self) -> None:
        """Go away from what is no longer in the register."""
        if self._is_gone(self._trail.now().place):
            self._leave_gone()

    def _is_gone(self, place: Place) -> bool:
        there = self._entries[place.page].there
        return place.row is not None and not there(self._desk, place.row)

    def _leave_gone(self) -> None:
        """Go back from what is no longer in the register, and past forms that have served."""
        self._trail.leave_out(
            lambda place: self._is_gone(place) or not self._entries[place.page].kept,
            Place(self.entry().under or next(iter(self._entries))),
        )
        self._show()

    def _show(self) -> None:
        step = self._trail.now()
        if self._is_gone(step.place):
            self._leave_gone()
            return
        self.screen = screen = self._shelf.take(self.entry(), step.place)
        self._problems.clear()
        screen.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(screen, promises.ShowsPlace):
            screen.show_place(step.place)
        if step.state and isinstance(screen, promises.KeepsState):
            screen.restore(step.state)
        self._moved()

    def _leave(self) -> None:
        if isinstance(self.screen, promises.KeepsDrafts):
            self.screen.keep_drafts()
        self._trail.note(promises.state(self.screen))
