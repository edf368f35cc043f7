"""A page that is made anew for each row: one client's page is never another's, refilled."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.parts import page

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from ui.desk import Desk, Place


class Fresh(QWidget):
    """Holds the page of one row at a time, and keeps its promises for it.

    Args:
        desk: what pages work with.
        make: makes the page of a place.

    Signals:
        moved(): the page of now went elsewhere within itself.
    """

    moved = Signal()

    def __init__(self, desk: Desk, make: Callable[[Desk, Place], QWidget]) -> None:
        super().__init__()
        self._desk, self._make = desk, make
        self._row: UUID | None = None
        self._page: QWidget = QWidget()
        self._room = QVBoxLayout(self)
        self._room.setContentsMargins(0, 0, 0, 0)

    def show_place(self, place: Place) -> None:
        """Show the page of a row; the same row keeps its page."""
        if place.row is None or place.row != self._row:
            self._replace(self._make(self._desk, place))
            self._row = place.row
        if isinstance(self._page, page.ShowsPlace):
            self._page.show_place(place)

    def crumbs(self) -> Sequence[str]:
        """Return where the page of now stands."""
        return self._page.crumbs() if isinstance(self._page, page.HasCrumbs) else ()

    def keep_drafts(self) -> Sequence[str]:
        """Have the page of now keep what is typed."""
        return self._page.keep_drafts() if isinstance(self._page, page.KeepsDrafts) else ()

    def alone(self) -> bool:
        """Tell whether the page of now is looked at together with a client."""
        return isinstance(self._page, page.FoldsNames) and self._page.alone()

    def state(self) -> dict[str, Any]:
        """Return what the page of now wants to take up again."""
        return self._page.state() if isinstance(self._page, page.KeepsState) else {}

    def restore(self, state: dict[str, Any]) -> None:
        """Let the page of now take it up."""
        if isinstance(self._page, page.KeepsState):
            self._page.restore(state)

    def _replace(self, made: QWidget) -> None:
        self._page.hide()
        self._page.setParent(None)
        self._page.deleteLater()
        self._page = made
        self._room.addWidget(made)
        self.setFocusProxy(made)
        if isinstance(made, page.Moves):
            made.moved.connect(self.moved)
