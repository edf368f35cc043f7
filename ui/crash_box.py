"""What somebody reads when the program made a mistake."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.words import _
from ui.parts import clipboard
from ui.parts.dialog import Dialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def tell(over: QWidget, details: str) -> None:
    """Say over a window that something went wrong, and what to do."""
    Dialog(
        over,
        title=_("Something went wrong in the program"),
        sentence=_(
            "What you registered is safe. Save what you are typing, and start Thuisbasis "
            "again. The details hold no names or notes; send them to whoever helps you."
        ),
        verb=_("Copy the details"),
        safe=_("Close"),
        on_yes=lambda: clipboard.copy(details),
    ).ask()
