"""Days of the office: empty dwellings, the month file, the backup, the recovery sheet."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from desktop_app.register.agenda.attention import Due, Kind
from desktop_app.register.dwelling_list import EMPTY, rows_of
from desktop_app.store.tables import (
    Dwelling,
    JournalEntry,
    MonthFile,
    Organisation,
    Setting,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.orm import Session

NEVER = "never"
SHEET = "recovery sheet"
"""The setting that holds when the recovery sheet was last read on paper."""
MONTH_DUE = 10  # day of the next month


def vacancies(session: Session, today: date) -> Iterator[Due]:
    """Yield since when each empty dwelling is empty; one that is being mended counts too."""
    dwellings = session.scalars(select(Dwelling).order_by(Dwelling.sort_name)).all()
    for row in rows_of(session, dwellings, today):
        if row.column in EMPTY and row.since is not None:
            yield Due(
                kind=Kind.VACANT,
                on=row.since,
                dwelling_id=row.dwelling_id,
                detail=row.complex_name,
            )


def month_file(session: Session, today: date) -> Iterator[Due]:
    """Yield when last month's file is due, until somebody noted that it was sent.

    The region itself sends none, and neither does an organisation in its first month.
    """
    last_day = today.replace(day=1) - timedelta(days=1)
    organisation = session.scalars(select(Organisation)).one()
    began = organisation.programme_start
    if organisation.kind != "provider" or (began is not None and began > last_day):
        return
    files = session.execute(
        select(MonthFile.id, MonthFile.sent_on)
        .where(MonthFile.period == last_day)
        .order_by(MonthFile.revision)
    ).all()
    if not any(sent_on for _file_id, sent_on in files):
        yield Due(
            kind=Kind.SEND if files else Kind.MONTH,
            on=today.replace(day=MONTH_DUE),
            row_id=files[-1][0] if files else None,
            detail=f"{last_day:%Y-%m}",
        )


def backup(session: Session, today: date) -> Iterator[Due]:
    """Yield when the last backup was made; from the founding on while there is none."""
    del today
    made = session.scalar(
        select(func.max(JournalEntry.at)).where(JournalEntry.event == "BACKUP")
    )
    if made is not None:
        yield Due(kind=Kind.BACKUP, on=made.date())
        return
    began = session.scalar(select(func.min(JournalEntry.at)))
    if began is not None:
        yield Due(kind=Kind.BACKUP, on=began.date(), detail=NEVER)


def recovery_sheet(session: Session, today: date) -> Iterator[Due]:
    """Yield when the recovery sheet was last read on paper; else when the register began."""
    del today
    checked = sheet_checked_on(session)
    if checked is not None:
        yield Due(kind=Kind.SHEET, on=checked)
        return
    began = session.scalar(select(func.min(JournalEntry.at)))
    if began is not None:
        yield Due(kind=Kind.PROOF, on=began.date())


def sheet_checked_on(session: Session) -> date | None:
    """Return when the recovery sheet of now was last read on paper; None if never."""
    row = session.get(Setting, SHEET)
    kept = row.value.get("checked_on") if row is not None else None
    return date.fromisoformat(kept) if kept else None
