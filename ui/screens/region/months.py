"""Which month is shown: two arrows that go through the months there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.words import _
from ui.parts.buttons import IconButton

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date


class Months(QObject):
    """The month at hand, out of those there are.

    Attributes:
        before, after: the arrows, to put in a page's head.
        now: the month at hand; None while there are none.

    Signals:
        turned(): another month is at hand.
    """

    turned = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._all: list[date] = []
        self.now: date | None = None
        self.before = IconButton("chevron-left", _("Month before"), lambda: self._step(1))
        self.after = IconButton("chevron-right", _("Month after"), lambda: self._step(-1))

    def know(self, months: Sequence[date]) -> None:
        """Take up which months there are, the newest first; one that went is left."""
        self._all = list(months)
        if self.now not in self._all:
            self.now = self._all[0] if self._all else None
        at = self._all.index(self.now) if self.now is not None else 0
        self.before.setEnabled(at + 1 < len(self._all))
        self.after.setEnabled(at > 0)
        for arrow in (self.before, self.after):
            arrow.setVisible(bool(self._all))

    def _step(self, by: int) -> None:
        if self.now is not None:
            self.now = self._all[self._all.index(self.now) + by]
            self.turned.emit()
