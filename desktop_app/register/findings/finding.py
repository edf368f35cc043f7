"""What a finding is: what is wrong, about whom, in one sentence, and where it is mended."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from uuid import UUID


class Kind(StrEnum):
    """What is wrong or missing."""

    OVER_FULL = "over full"
    TWO_HOMES = "two homes"
    LEASE_LAPSED = "lease lapsed"
    LEASE_BEFORE_KEY = "lease before key"
    NO_LAST_DAY = "no last day"
    NO_END_REASON = "no end reason"
    LIVED_IN = "lived in"
    NOT_LIVED_IN = "not lived in"
    NO_STATUS = "no status"
    DIED = "died"
    NO_BIRTH = "no birth"
    NO_ORIGIN = "no origin"
    NO_KEY_WORKER = "no key worker"
    TWICE = "twice"
    NO_WAIT_REASON = "no wait reason"
    HOUSED_NOT_SAID = "housed, not said"
    SAID_NOT_HOUSED = "said, not housed"
    NO_DECISION = "no decision"
    NO_SUPPORT = "no support"
    SUPPORT_AFTER_END = "support after end"
    FUTURE_NOTE = "future note"


class Place(StrEnum):
    """Where a finding is mended: the form or a part of the client's page, or the dwelling."""

    DETAILS = "details"
    REFERRAL = "referral"
    SUPPORT = "support"
    TRAJECTORY = "trajectory"
    HOUSING = "housing"
    DECISIONS = "decisions"
    TIMELINE = "timeline"
    DWELLING = "dwelling"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing to mend.

    Attributes:
        kind: what is wrong.
        title: the client's name or the dwelling's address.
        sentence: what is wrong and what to do about it.
        place: where.
        field: the field to begin at, by the name the core has for it; "" where it takes a look
            at more than one.
        client_id: whom it is about, if about a client.
        dwelling_id: which dwelling it is about, if about one.
        key_worker_id: whose client it is.
    """

    kind: Kind
    title: str
    sentence: str
    place: Place
    field: str = ""
    client_id: UUID | None = None
    dwelling_id: UUID | None = None
    key_worker_id: UUID | None = None
