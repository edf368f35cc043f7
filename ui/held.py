"""The register that is open, and how it is let go of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from ui import background
from ui.changes import Changes

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

    from ui.unlocking import Unlocked


class Held:
    """An open register.

    Attributes:
        unlocked: the register, and who opened it.
        changes: tells what is written in it.
    """

    def __init__(self, unlocked: Unlocked) -> None:
        self.unlocked = unlocked
        self.changes = Changes(unlocked.db)

    def let_go(self) -> None:
        """Close the register and drop its keys; what showed it is gone already.

        What the worker still does with it, a backup perhaps, is not cut off half-way.
        """
        self.changes.close()
        background.afterwards(self.unlocked.db.close)


def close_what_floats(qt: QApplication) -> None:
    """Close menus and dialogs: nothing of the register may stay above the lock."""
    while (floating := qt.activePopupWidget() or qt.activeModalWidget()) is not None:
        if not floating.close():
            return


def silence(shown: QWidget) -> None:
    """Stop every clock of what goes away, so that none asks the closed register."""
    for clock in shown.findChildren(QTimer):
        clock.stop()
