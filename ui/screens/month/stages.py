"""The stages of a month file, and which of them is at hand when somebody opens the page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from desktop_app.summary import connection, export, ledger

if TYPE_CHECKING:
    from datetime import date

    from desktop_app.store.database import Database
    from desktop_app.summary.ledger import MonthCard

Stage = Literal["connect", "check", "preview", "make", "made", "send", "done"]
STEPS: dict[Stage, int] = {
    "check": 0, "preview": 1, "make": 2, "made": 2, "send": 3, "done": 3,
}  # fmt: skip
"""At which of the four steps a stage stands; before there is a region there are none."""
MIDWAY: frozenset[Stage] = frozenset({"preview", "make", "made"})
"""Stages with figures that somebody is looking at: they stay when the register changes."""


@dataclass(frozen=True, slots=True)
class Hand:
    """What is at hand: the stage, its month, and the file it is about where there is one."""

    stage: Stage
    month: date | None = None
    card: MonthCard | None = None


def at_hand(db: Database, today: date) -> Hand:
    """Return the stage of the month that is due; without one, of the file made last."""
    if connection.region(db) is None:
        return Hand("connect")
    due = export.month_due(db, today)
    made = ledger.month_files(db)
    if due is not None or not made:
        return Hand("check", due)
    last = made[0]
    return Hand("send" if last.sent_on is None else "done", last.period, last)
