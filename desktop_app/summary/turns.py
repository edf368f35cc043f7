"""Which month's file may be made: months that are over, in order, each corrected once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app import dates
from desktop_app.errors import UserError
from desktop_app.summary import ledger
from desktop_app.words import _

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy.orm import Session

_SECOND = 2


def refuse_wrong(session: Session, period: date, *, start: date, today: date) -> None:
    """Refuse a month that cannot be made now.

    Args:
        session: of the register.
        period: last day of the month.
        start: first day of the region's programme.
        today: the month must be over.

    Raises:
        UserError: before the programme, not over yet, a later month was made already, or
            corrected once before.
    """
    month = dates.dutch(period)[3:]
    if period >= today:
        raise UserError(
            _("The month {month} is not over yet. Make its file from {day} on.").format(
                month=month, day=dates.dutch(dates.add_months(period.replace(day=1), 1))
            )
        )
    if period < start:
        raise UserError(
            _("The programme began on {day}; of {month} there is nothing to tell yet.").format(
                day=dates.dutch(start), month=month
            )
        )
    newest = ledger.newest(session)
    if newest is not None and newest.period > period:
        raise UserError(
            _(
                "A later month than {month} was made already, so this one cannot be made any "
                "more. Corrections come with the next month."
            ).format(month=month)
        )
    if newest is not None and newest.revision >= _SECOND and newest.period == period:
        raise UserError(
            _(
                "The file for {month} was corrected once already; a month has one correction. "
                "What changed since comes with the next month."
            ).format(month=month)
        )
