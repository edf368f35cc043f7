"""What the window asks of a page. Make one by subclassing; override only what applies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ui.parts.desk import Desk
    from ui.parts.palette import Hit


class Page(QWidget):
    """A page. It is built at the first visit and kept until the window is locked.

    Signals:
        moved(): what `crumbs`, `where` or `alone` give has changed.
    """

    moved = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def go_to(self, where: Mapping[str, str]) -> None:
        """Go to a place in the page: a client, a tab. Called at every visit.

        Gets what `desk.go` was given, or what `where` gave when somebody left. The page has
        the focus then; put it in a field where that helps.
        """

    def where(self) -> dict[str, str]:
        """Return the place somebody is at, to come back to: row, tab, filters, scroll."""
        return {}

    def crumbs(self) -> list[str]:
        """Return the steps after the page's own title: ["Karim El Amrani", "Timeline"]."""
        return []

    def commands(self) -> Sequence[Hit]:
        """Return what can be done here, for the palette."""
        return ()

    def regions(self) -> Sequence[QWidget]:
        """Return the parts that F6 goes to, in order: [list, detail]."""
        return (self,)

    def alone(self) -> bool:
        """Tell whether other people's names must fold away: the client looks along."""
        return False

    def keep_drafts(self) -> list[str]:
        """Save what is being typed, at once; called before locking, closing and leaving.

        Returns:
            What was kept, in words without a name: "Contact note of 10:42 for a client".
        """
        return []
