"""Who writes in a register, as every write knows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from uuid import UUID

ACTING = "acting"
"""Where a session keeps it: `session.info[ACTING]`."""


@dataclass(frozen=True, slots=True)
class Acting:
    """Who writes, and on which laptop. The recovery code acts as nobody."""

    device_id: int
    device_letter: str
    worker_id: UUID | None
