"""`import`: read a spreadsheet into a register."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, TextIO

from desktop_app.commands import days, files
from desktop_app.commands.progress import shown
from desktop_app.commands.unlocking import opened, register_argument
from desktop_app.errors import UserError
from desktop_app.register.importing import applying, marked, preview
from desktop_app.words import _, ngettext

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable

    from desktop_app.commands.usage import Commands
    from desktop_app.register.importing.lines import Finding
    from desktop_app.register.importing.preview import Plan


def add(commands: Commands) -> None:
    """Add the commands of this group."""
    reader = commands.add(
        "import",
        read_in,
        _("Read clients, dwellings, leases and decisions from a spreadsheet."),
    )
    register_argument(reader)
    reader.add_argument(
        "file", metavar="FILE", type=files.path, help=_("a CSV, XLSX, ODS or XLS file")
    )
    reader.add_argument(
        "--dry-run", action="store_true", help=_("only show what would become of it")
    )

    reader.add_argument(
        "--marked", metavar="FILE.xlsx", type=files.new_workbook,
        help=_("write the list back with a colour on each cell to look at"),
    )  # fmt: skip
    reader.add_argument(
        "--sheet", metavar="NAME", default="", help=_("which sheet of a workbook")
    )
    reader.add_argument(
        "--leave-out", metavar="FILE.xlsx", type=files.new_workbook,
        help=_("leave out the rows that must be solved first, and write them to a list"),
    )  # fmt: skip


def read_in(asked: argparse.Namespace) -> None:
    """Show what a file holds, and read it in unless something must be solved first."""
    today = days.today()
    _refuse_overwriting(asked)
    with opened(asked) as db, shown(_("Reading the file")) as progress:
        how = preview.Asked(sheet=asked.sheet)
        plan = preview.prepare(db, asked.file, today=today, asked=how)
        _refuse_other_sheet(plan, asked.sheet)
        if asked.marked is not None:
            marked.save(plan, asked.marked)
        if asked.dry_run:
            _show(plan)
            return
        _tell(plan.stops, sys.stderr)
        reading = plan
        if asked.leave_out is not None:
            reading = preview.without_stops(db, plan, today=today)
        if reading.left_out:
            marked.save_left_out(db, plan, reading.left_out, asked.leave_out)
        done = applying.apply(db, reading, today=today, progress=progress)
    _tell((finding for finding in reading.findings if not finding.stops), sys.stdout)
    rows = done.counts.rows
    told = ngettext("{rows} row became {things}.", "{rows} rows became {things}.", rows)
    print(told.format(rows=rows, things=done.counts.things()))


def _refuse_overwriting(asked: argparse.Namespace) -> None:
    """Refuse to write a list over the very file that is read, or two lists into one file."""
    named = [asked.file, *filter(None, (asked.marked, asked.leave_out))]
    if len({path.resolve() for path in named}) < len(named):
        raise UserError(
            _("The list that is read and those that are written need names of their own.")
        )


def _refuse_other_sheet(plan: Plan, sheet: str) -> None:
    if sheet and sheet != plan.sheet:
        raise UserError(
            _("There is no sheet “{sheet}” with anything on it. There are: {sheets}.").format(
                sheet=sheet, sheets=", ".join(plan.sheets) or "–"
            )
        )


def _show(plan: Plan) -> None:
    print(" · ".join(filter(None, (plan.file, plan.encoding, plan.separator))))
    for note in plan.notes:
        print(f"  {note}")
    print(_("Columns"))
    for column in plan.columns:
        field = column.field
        becomes = f"{field.noun_label}: {field.label}" if field else "–"
        print(f"  {column.letter}  {column.head} → {becomes}  ({column.why})")
    if plan.findings:
        print(_("What we found"))
        _tell(plan.findings, sys.stdout)
    rows = plan.counts.rows
    told = ngettext("{rows} row becomes {things}.", "{rows} rows become {things}.", rows)
    print(told.format(rows=rows, things=plan.counts.things()))
    print(_("Nothing was written yet."))


def _tell(findings: Iterable[Finding], stream: TextIO) -> None:
    for finding in findings:
        sign = "!" if finding.stops else "?"
        place = f"{finding.place}: " if finding.place else ""
        print(f"  {sign} {place}{finding.sentence}", file=stream)
