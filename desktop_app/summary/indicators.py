"""What the register counts on a day, by the rules of the trade.

* "At the end" of a day: a tenancy or support whose last day it is has ended.
* The first key counts, and only from the programme's start; moving on inside the programme is
  no new start. A flip to the tenant's own name is no end.
* Only clients who count for the region do, so that nobody is counted at two organisations.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from sqlalchemy import select

from desktop_app import codelists, dates
from desktop_app.errors import UserError
from desktop_app.store.tables import (
    Client,
    Dwelling,
    HouseholdMember,
    Referral,
    SupportPeriod,
    Tenancy,
    TrajectoryStep,
)
from desktop_app.summary import refresh, stock, tables
from desktop_app.summary.figures import Counted
from desktop_app.words import _

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from uuid import UUID

    from sqlalchemy.orm import Session

ADULT = 18
_FLIP = "OMG"
_CHILD = {"KIND"}
_PART_TIME = {"KINDDT"}
_Row = TypeVar("_Row", HouseholdMember, Referral, SupportPeriod, Tenancy, TrajectoryStep)


@dataclass(slots=True)
class _Dossier:
    """What counting needs to know of one client."""

    steps: list[TrajectoryStep] = field(default_factory=list)
    tenancies: list[Tenancy] = field(default_factory=list)
    support: list[SupportPeriod] = field(default_factory=list)
    referrals: list[Referral] = field(default_factory=list)
    members: list[HouseholdMember] = field(default_factory=list)


def month(session: Session, end: date, start: date, revision: int = 1) -> refresh.Month:
    """Return a month as the register has it.

    Args:
        session: a reading session.
        end: the month's last day.
        start: first day of the programme.
        revision: 2 for the correction of a month that was sent.
    """
    quarter = refresh.quarter_day(end)
    dossiers = _dossiers(session)
    forms = _forms(session)
    now = count(dossiers, forms, end, start)
    return refresh.Month(
        now=now,
        quarter=now if quarter == end else count(dossiers, forms, quarter, start),
        half_years=refresh.complete_half_years(start, quarter),
        dwellings=stock.rows(session, end, start),
        revision=revision,
    )


def count(
    dossiers: dict[UUID, _Dossier], forms: dict[UUID, str], day: date, start: date
) -> Counted:
    """Return who counts where at the end of a day; a person who counts nowhere is left out."""
    members: dict[str, tuple[str, ...]] = {}
    for client_id, dossier in dossiers.items():
        cells = [
            *_support_and_home(dossier, forms, day),
            *_waiting(dossier, day),
            *_since_start(dossier, day, start),
        ]
        if cells:
            members[str(client_id)] = tuple(sorted(cells))
        for member, cell in _living_along(dossier, day, start):
            members[f"{client_id}/{member.id}"] = (cell,)
    return Counted(day, members)


def personal_words(session: Session) -> frozenset[str]:
    """Return names, streets and numbers that may not be in a file, not even as a code."""
    found: set[str] = set()
    for client in session.scalars(select(Client)):
        found |= {client.call_name, client.last_name, client.number, client.phone, client.email}
    for dwelling in session.scalars(select(Dwelling)):
        found |= {dwelling.street, dwelling.postcode}
    for first_name in session.scalars(select(HouseholdMember.first_name)):
        found.add(first_name)
    return frozenset(word for word in found if word)


def programme_start(chosen: date | None) -> date:
    """Return the first day of the programme, from which "since the start" counts.

    Raises:
        UserError: nobody said it yet.
    """
    if chosen is None:
        raise UserError(
            _(
                "Fill in at your organisation when the programme began; the figures count "
                "from that day."
            )
        )
    return chosen


def _dossiers(session: Session) -> dict[UUID, _Dossier]:
    counting = select(Client.id).where(Client.counts_for_region.is_(True)).order_by(Client.id)
    found = {client_id: _Dossier() for client_id in session.scalars(counting)}

    def sort_in(kind: type[_Row], name: str) -> None:
        for row in session.scalars(select(kind).order_by(kind.id)):
            if row.client_id in found:
                getattr(found[row.client_id], name).append(row)

    sort_in(TrajectoryStep, "steps")
    sort_in(Tenancy, "tenancies")
    sort_in(SupportPeriod, "support")
    sort_in(Referral, "referrals")
    sort_in(HouseholdMember, "members")
    return found


def _forms(session: Session) -> dict[UUID, str]:
    group = tables.read().dimensions["form"].group
    forms = session.execute(select(Dwelling.id, Dwelling.housing_form)).all()
    return {dwelling_id: group(code) for dwelling_id, code in forms}


def _phase(dossier: _Dossier, day: date) -> tuple[str, str | None]:
    """Return the phase of the newest step up to a day, and what is waited for in it."""
    known = [step for step in dossier.steps if step.on <= day]
    if not known:
        return "", None
    newest = max(known, key=lambda step: (step.on, step.id))
    code = codelists.read("trajectory_status").codes.get(newest.status)
    return (code.more["phase"] if code else ""), newest.wait_reason


def _support_and_home(dossier: _Dossier, forms: dict[UUID, str], day: date) -> list[str]:
    if _phase(dossier, day)[0] != "actief":
        return []
    homes = [t for t in dossier.tenancies if t.starts_on <= day and not _over(t, day)]
    if not homes:
        return ["head.support"]
    newest = max(homes, key=lambda tenancy: (tenancy.starts_on, tenancy.id))
    rest = tables.read().dimensions["form"].rest
    return ["head.support", "head.housed", f"form.{forms.get(newest.dwelling_id, rest)}"]


def _waiting(dossier: _Dossier, day: date) -> list[str]:
    phase, reason = _phase(dossier, day)
    if phase != "wacht":
        return []
    known = tables.read().dimensions
    referral = _referral(dossier, day)
    since = referral.received_on if referral else None
    group = known["reason"].group(reason)
    return [
        "head.waiting",
        f"wait.{group}.{_origin(dossier, day)}",
        f"band.{_band(since, day) if since else known['band'].rest}",
    ]


def _since_start(dossier: _Dossier, day: date, start: date) -> list[str]:
    """Return what counts from the programme's start up to and including a day."""
    cells: list[str] = []
    if key := _first_key(dossier, day, start):
        cells += ["head.adults", "head.households"]
        half = tables.half_year(key)
        if tables.half_year_end(half) <= day:
            cells.append(f"start.{half}.{_origin(dossier, key)}")
    ended = [
        tenancy
        for tenancy in dossier.tenancies
        if tenancy.ended_on and start <= tenancy.ended_on <= day and tenancy.end_reason != _FLIP
    ]
    stopped = [p for p in dossier.support if p.ended_on and start <= p.ended_on <= day]
    return [
        *cells,
        *["head.tenancies_ended"] * len(ended),
        *["head.supports_ended"] * len(stopped),
    ]


def _living_along(
    dossier: _Dossier, day: date, start: date
) -> Iterable[tuple[HouseholdMember, str]]:
    """Give the people who lived along on the key date, as adult or as child.

    Children who live there part of the time are not counted.
    """
    key = _first_key(dossier, day, start)
    if key is None:
        return
    for member in dossier.members:
        there = member.lives_in and member.relation not in _PART_TIME
        if there and (member.since or key) <= key <= (member.until or key):
            by_year = member.birth_year and key.year - member.birth_year < ADULT
            child = member.relation in _CHILD if member.birth_year is None else by_year
            yield member, "head.children" if child else "head.adults"


def _first_key(dossier: _Dossier, day: date, start: date) -> date | None:
    first = min((t.starts_on for t in dossier.tenancies), default=None)
    return first if first and start <= first <= day else None


def _over(tenancy: Tenancy, day: date) -> bool:
    return tenancy.ended_on is not None and tenancy.ended_on <= day


def _referral(dossier: _Dossier, day: date) -> Referral | None:
    """Return the newest referral up to a day."""
    known = [referral for referral in dossier.referrals if referral.received_on <= day]
    return max(known, key=lambda referral: (referral.received_on, referral.id), default=None)


def _origin(dossier: _Dossier, day: date) -> str:
    referral = _referral(dossier, day)
    return tables.read().dimensions["origin"].group(referral.source if referral else None)


def _band(since: date, day: date) -> str:
    """Return how long somebody waits, in whole months as the calendar counts them."""
    band = tables.read().dimensions["band"]
    fitting = [
        category.code
        for category in band.categories.values()
        if category.months and dates.add_months(since, category.months[0]) <= day
    ]
    return fitting[-1] if fitting else band.rest
