"""What somebody answered on the way, and what has been made."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from desktop_app.store.database import Database
    from desktop_app.store.opened import Opened


@dataclass(frozen=True, slots=True)
class Made:
    """The register, open; the code is shown by this run alone and kept nowhere."""

    folder: Path
    db: Database
    opened: Opened
    code: str = field(repr=False)


@dataclass(slots=True)
class Answers:
    """The answers so far; `made` from the moment that the register exists."""

    kind: Literal["provider", "region"] = "provider"
    name: str = ""
    register_name: str = ""
    short_code: str = ""
    phone: str = ""
    folder: Path = field(default_factory=Path)
    person: str = ""
    role: str = "MAN"
    made: Made | None = None

    @property
    def register(self) -> Made:
        """The register; only steps after the founding ask for it."""
        if self.made is None:
            message = "no register was made yet"
            raise RuntimeError(message)
        return self.made
