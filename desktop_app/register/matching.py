"""Which homes would fit whom, said in reasons. People decide; nothing here ever scores.

So no decision is automated (AVG article 22), and each refusal can be explained.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import select

from desktop_app.register import waiting, wishes
from desktop_app.register.dwelling_list import Column, rows_of
from desktop_app.register.reasons import Home, Reason, Seeker, Sign, reasons
from desktop_app.store.tables import Complex, Dwelling, HousingWish

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from sqlalchemy.orm import Session

    from desktop_app.register.dwelling_list import DwellingRow
    from desktop_app.store.database import Database

__all__ = ["Candidate", "Fit", "Reason", "Sign", "candidates", "explain"]

_NOW = frozenset({Column.VACANT, Column.RESERVED, Column.OCCUPIED})
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Fit:
    """A home and why it fits or not; `free_on` is when somebody can move in, if known."""

    dwelling: DwellingRow
    free_on: date | None
    reasons: tuple[Reason, ...]

    @property
    def met(self) -> int:
        """How many of the reasons are a check."""
        return sum(one.sign is Sign.YES for one in self.reasons)

    @property
    def fits(self) -> bool:
        """Whether no hard need is missed."""
        return not self.missed

    @property
    def missed(self) -> tuple[Reason, ...]:
        """The hard needs that this home misses."""
        return tuple(one for one in self.reasons if one.hard and one.sign is Sign.NO)


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who waits, and why a home fits them or not."""

    who: waiting.Waiting
    fit: Fit


def explain(db: Database, client_id: UUID, *, today: date) -> list[Fit]:
    """Return every home that is or comes free, with the reasons for one client.

    Homes without a missed need come first, then those with most checks, then the soonest.
    """
    with db.read() as session:
        asked = session.scalar(select(HousingWish).where(HousingWish.client_id == client_id))
        heads = waiting.count_heads(session, [client_id], today)[client_id]
        seeker = Seeker(client_id, heads, wishes.of_row(asked))
        found = [_fit(seeker, home, today) for home in _homes(session, today)]
    return sorted(found, key=lambda fit: _order(fit, today))


def candidates(db: Database, dwelling_id: UUID, *, today: date) -> list[Candidate]:
    """Return who waits, each with the reasons for one home; the longest wait first.

    Nobody when the home neither is nor comes free.
    """
    with db.read() as session:
        homes = _homes(session, today, dwelling_id)
        return [
            Candidate(who, _fit(Seeker(who.client_id, who.heads, who.wishes), home, today))
            for home in homes
            for who in waiting.waiting_in(session, today)
        ]


def _fit(seeker: Seeker, home: Home, today: date) -> Fit:
    return Fit(home.row, home.free_on, reasons(seeker, home, today))


def _order(fit: Fit, today: date) -> tuple[bool, int, int, str]:
    days = (fit.free_on - today).days if fit.free_on else 10_000
    return not fit.fits, -fit.met, days, fit.dwelling.address


def _homes(session: Session, today: date, only: UUID | None = None) -> list[Home]:
    dwellings = session.scalars(select(Dwelling).order_by(Dwelling.sort_name)).all()
    rows = rows_of(session, dwellings, today)
    supported: Counter[UUID | None] = Counter(
        row.complex_id for row in rows if row.tenants or row.coming
    )
    agreed: dict[UUID | None, int | None] = dict(
        session.execute(select(Complex.id, Complex.support_most)).all()
    )
    return [
        Home(
            row=row,
            dwelling=dwelling,
            free_on=_free_on(row, today),
            supported=supported[row.complex_id],
            support_most=agreed.get(row.complex_id),
        )
        for dwelling, row in zip(dwellings, rows, strict=True)
        if only in {None, dwelling.id} and _comes_free(row, today)
    ]


def _comes_free(row: DwellingRow, today: date) -> bool:
    if row.column is Column.OUTSIDE:
        return False
    return row.free_from(_free_on(row, today) or today) > 0


def _free_on(row: DwellingRow, today: date) -> date | None:
    """Return from which day somebody can live in a home."""
    if row.column in _NOW:
        return today
    leaving = [tenant.ended_on for tenant in row.tenants if tenant.ended_on is not None]
    if leaving:
        return min(leaving) + DAY
    return row.expected_on
