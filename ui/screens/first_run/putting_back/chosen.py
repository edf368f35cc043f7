"""What somebody chose on the way to a register that comes back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from desktop_app.store.restoring import Found


@dataclass(slots=True)
class Chosen:
    """The choices so far.

    Attributes:
        last: the folder of the register that was open here last, if any.
        found: the backup, once somebody chose one that is whole.
        at: the moment that the folder of what is set aside is named after.
        folder: where the register comes.
        aside: where the register that is there now goes; None where there is none.
    """

    at: datetime
    last: Path | None = None
    found: Found | None = None
    folder: Path | None = None
    aside: Path | None = None

    @property
    def backup(self) -> Found:
        """The backup; only steps after the choosing ask for it."""
        if self.found is None:
            message = "no backup was chosen yet"
            raise RuntimeError(message)
        return self.found

    @property
    def place(self) -> Path:
        """Where the register comes; likewise."""
        if self.folder is None:
            message = "no folder was chosen yet"
            raise RuntimeError(message)
        return self.folder
