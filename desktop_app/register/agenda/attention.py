"""One line that asks for attention: what, about whom, by which day, and what to do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop_app.words import N_, _

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from uuid import UUID


class Kind(StrEnum):
    """Why something asks for attention."""

    LEASE = "lease"
    DECISION = "decision"
    REVIEW = "review"
    SIGNATURE = "signature"
    SILENCE = "silence"
    FLIP = "flip"
    VACANT = "vacant"
    MONTH = "month"
    SEND = "send"
    BACKUP = "backup"
    PROOF = "proof"
    SHEET = "sheet"


class Severity(StrEnum):
    """How far a clock has run."""

    CALM = "calm"
    SOON = "soon"
    PRESSING = "pressing"


CLOCKS: Mapping[Kind, tuple[int, int, int]] = {
    Kind.LEASE: (122, 91, 61),
    Kind.DECISION: (84, 56, 28),
    Kind.REVIEW: (30, 7, 0),
    Kind.FLIP: (91, 30, 0),
    Kind.MONTH: (10, 3, 0),
    Kind.SEND: (10, 3, 0),
    Kind.SIGNATURE: (-3, -10, -28),
    Kind.SILENCE: (-21, -28, -42),
    Kind.VACANT: (-30, -60, -90),
    Kind.BACKUP: (-7, -14, -28),
    Kind.PROOF: (0, 0, -7),
    Kind.SHEET: (-183, -214, -275),
}
"""Days to a deadline, or since an event (below zero): when a line is calm, soon, pressing.

Lease 4, 3 and 2 months; decision 12, 8 and 4 weeks; flip 3 months. Empty for more than 90 days
is structural vacancy. A recovery sheet is tried out at once, and again after half a year. An
event's line shows when more days have passed, so after the 21st.
"""

_VERBS: Mapping[Kind, str] = {
    Kind.LEASE: N_("Decide"),
    Kind.DECISION: N_("Renew"),
    Kind.REVIEW: N_("Review"),
    Kind.SIGNATURE: N_("Receive"),
    Kind.SILENCE: N_("Write a note"),
    Kind.FLIP: N_("Plan the flip"),
    Kind.VACANT: N_("Place somebody"),
    Kind.MONTH: N_("Make the month file"),
    Kind.SEND: N_("Note as sent"),
    Kind.BACKUP: N_("Make a backup"),
    Kind.PROOF: N_("Check the sheet"),
    Kind.SHEET: N_("Check the sheet"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """A day that a rule found, before anybody asked whether it is near.

    Attributes:
        kind: why.
        on: the deadline, or the day of the last event.
        client_id: whom it is about.
        dwelling_id: which dwelling it is about.
        row_id: the tenancy, decision, plan or month file that it is about.
        detail: an address, a code of `legal_frame`, a version, a complex, a month.
    """

    kind: Kind
    on: date
    client_id: UUID | None = None
    dwelling_id: UUID | None = None
    row_id: UUID | None = None
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attention(Due):
    """One line; about a client it stands for all there is about that client.

    Attributes:
        title: the client's name, the dwelling's address, or nothing.
        sentence: what is the matter, with its day.
        days: to that day: 3 is in three days, -3 is three days ago.
        severity: how far the clock has run.
        key_worker_id: whose client it is.
        stand_in_id: who stands in for the key worker.
        also: what else asks for attention with this client, less pressing.
    """

    title: str
    sentence: str
    days: int
    severity: Severity
    key_worker_id: UUID | None = None
    stand_in_id: UUID | None = None
    also: tuple[Attention, ...] = ()

    @property
    def verb(self) -> str:
        """What its button says."""
        return _(_VERBS[self.kind])

    @property
    def pressing(self) -> bool:
        """Whether it cannot wait."""
        return self.severity is Severity.PRESSING


def severity(clock: tuple[int, int, int], days: int) -> Severity | None:
    """Return how far a clock has run; None while there is nothing to say.

    Args:
        clock: days from which it is calm, soon and pressing; below zero counts from an event.
        days: to the deadline, or since the event (below zero).
    """
    calm, soon, pressing = (_reached(limit, days) for limit in clock)
    if not calm:
        return None
    if pressing:
        return Severity.PRESSING
    return Severity.SOON if soon else Severity.CALM


def _reached(limit: int, days: int) -> bool:
    return days < limit if limit < 0 else days <= limit
