"""What the region wants and from which day it counts: programme, first day, goal, rules.

All of it stands in the region's profile, so a change gives the profile a new version.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.errors import InvalidFieldsError
from desktop_app.region import roster
from desktop_app.region.roster import Rules
from desktop_app.store import journal
from desktop_app.words import _

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy.orm import Session

    from desktop_app.store.database import Database

MOST = 99_999
"""People that a region can want to house."""
_LONGEST = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Goals:
    """What the region agreed with its organisations.

    Args:
        programme: the programme's name.
        start: the day from which "since the start" counts; None before it was filled in.
        target: how many people the region wants to house; None without a goal.
        exact_headlines: whether headlines from ten up are taken exact.
    """

    programme: str = ""
    start: date | None
    target: int | None = None
    exact_headlines: bool = True


def goals(db: Database) -> Goals:
    """Return what was agreed.

    Raises:
        UserError: this register is not a region's.
    """
    with db.read() as session:
        return _goals(session)


def agree(db: Database, agreed: Goals) -> Goals:
    """Change what was agreed; return what was agreed before, to take it back.

    Raises:
        InvalidFieldsError: naming each wrong field.
        UserError: this register is not a region's.
    """
    _check(agreed)
    with db.write() as session:
        own = roster.require_region(session)
        before = _goals(session)
        own.programme_start, own.target = agreed.start, agreed.target
        roster.keep_rules(session, Rules(agreed.programme.strip(), agreed.exact_headlines))
        journal.note(session, "CONFIG", detail="region goals")
    return before


def _goals(session: Session) -> Goals:
    own, rules = roster.require_region(session), roster.rules_of(session)
    return Goals(
        programme=rules.programme,
        start=own.programme_start,
        target=own.target,
        exact_headlines=rules.exact_headlines,
    )


def _check(agreed: Goals) -> None:
    wrong: dict[str, str] = {}
    if agreed.start is None:
        wrong["start"] = _("Fill in on which day the programme begins.")
    if agreed.target is not None and not 0 <= agreed.target <= MOST:
        wrong["target"] = _("A goal is a number from 0 to {most}.").format(most=MOST)
    if len(agreed.programme.strip()) > _LONGEST:
        wrong["programme"] = _("A name has at most {n} characters.").format(n=_LONGEST)
    if wrong:
        raise InvalidFieldsError(wrong)
