"""One thing that happened with a client."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID

    from desktop_app.register.contacts import Note


class Kind(StrEnum):
    """What sort of event; the filter pills follow these."""

    CONTACT = "contact"
    GOAL = "goal"
    SCORE = "score"
    PLAN = "plan"
    HOME = "home"
    STEP = "step"
    DECISION = "decision"


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One thing that happened.

    Attributes:
        kind: what sort.
        on: the day.
        at: the moment, where it is known.
        title: what, in a few words.
        text: what there is to say about it; may be empty.
        about: the goal that a contact was about.
        who: the worker, where one is known.
        code: of `contact_moment`, `goal_status` or `trajectory_status`, for the icon.
        note: the contact note in full.
        dwelling_id: the home that it is about.
    """

    kind: Kind
    on: date
    title: str
    at: datetime | None = None
    text: str = ""
    about: str = ""
    who: str = ""
    code: str = ""
    note: Note | None = None
    dwelling_id: UUID | None = None
