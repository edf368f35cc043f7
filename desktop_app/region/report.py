"""The region's month on paper: the goal, where the chain clogs, who is missing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app import dates, whole, words
from desktop_app.paper import report_parts as parts
from desktop_app.paper.report import print_report
from desktop_app.region import outlook, receiving, roster, story, telling, workbook
from desktop_app.words import _

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from desktop_app.region.merging import Merged
    from desktop_app.region.outlook import Outlook
    from desktop_app.region.receiving import RegionMonth
    from desktop_app.store.database import Database
    from desktop_app.words import Language


@dataclass(frozen=True, slots=True)
class View:
    """Everything a month's report says, before it is laid out; the screen shows the same.

    Args:
        region: name of the region.
        month: the totals and who sent what.
        ahead: the way to the goal.
        past: the months so far, the oldest first.
    """

    region: str
    month: RegionMonth
    ahead: Outlook
    past: tuple[Merged, ...]


def view(db: Database, period: date, *, today: date) -> View:
    """Return a month of the region.

    Raises:
        UserError: this register is not a region's, or the programme has no first day.
    """
    profile = roster.profile(db, today=today)
    month = receiving.month(db, period)
    past = tuple(receiving.course(db, month.merged.period))
    return View(profile.name, month, outlook.outlook(month.merged, profile.target), past)


def write(
    db: Database, period: date, folder: Path, *, today: date, language: Language
) -> list[Path]:
    """Write a month's workbook and its report as PDF; return where they lie.

    Raises:
        UserError: a file cannot be written; then neither is.
    """
    seen = view(db, period, today=today)
    made = {
        folder / f"{_name(seen)}.xlsx": _book(seen, language),
        folder / f"{_name(seen)}.pdf": pdf(seen, made_on=today, language=language),
    }
    whole.write_all(made)
    return list(made)


def write_workbook(seen: View, folder: Path, *, language: Language) -> Path:
    """Write a month's workbook; return where it lies.

    Raises:
        UserError: the file cannot be written.
    """
    path = folder / f"{_name(seen)}.xlsx"
    whole.write(path, _book(seen, language))
    return path


def write_pdf(seen: View, folder: Path, *, made_on: date, language: Language) -> Path:
    """Write a month's report; return where it lies.

    Raises:
        UserError: the file cannot be written.
    """
    path = folder / f"{_name(seen)}.pdf"
    whole.write(path, pdf(seen, made_on=made_on, language=language))
    return path


def pdf(seen: View, *, made_on: date, language: Language) -> bytes:
    """Return a month's report as a tagged PDF."""
    with words.in_language(language):
        merged = seen.month.merged
        count = len(merged.received) + len(merged.missing)
        received = _("{n} of {all} organisations").format(n=len(merged.received), all=count)
        made = _("made on {day}").format(day=dates.dutch(made_on))
        return print_report(
            parts.Report(
                title=_("Monthly figures"),
                subtitle=telling.month(merged.period),
                organisation=seen.region,
                made_on=made_on,
                language=language,
                pill=received,
                note=made,
                footnote=_("Counts of groups; nobody can be recognised in them."),
                parts=tuple(story.story(seen.month, seen.ahead, seen.past)),
            )
        )


def _book(seen: View, language: Language) -> bytes:
    with words.in_language(language):
        return workbook.workbook(seen.region, seen.month, seen.ahead)


def _name(seen: View) -> str:
    return f"regio_{seen.month.merged.period:%Y-%m}"
