"""What would become of a file: prepared without writing anything."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from desktop_app.register.importing import (
    choices,
    columns,
    counting,
    files,
    heads,
    judging,
    layout,
    lines,
)
from desktop_app.register.importing.doubts import UNDECIDED, Decisions, Doubt
from desktop_app.register.importing.lines import Finding, Line
from desktop_app.words import _

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

    from sqlalchemy.orm import Session

    from desktop_app.register.importing.columns import Column
    from desktop_app.register.importing.counting import Counts, News
    from desktop_app.register.importing.grid import Row
    from desktop_app.register.importing.judging import Judged
    from desktop_app.store.database import Database


@dataclass(frozen=True, slots=True)
class Asked:
    """How a user wants a file read.

    Attributes:
        sheet: of a workbook; the fullest one if empty.
        heads_row: the row of heads; found by itself if 0.
        digest: of the file for which the decisions were made; of any if empty.
        decisions: about its rows.
    """

    sheet: str = ""
    heads_row: int = 0
    digest: str = ""
    decisions: Decisions = UNDECIDED


AS_FOUND = Asked()


@dataclass(frozen=True, slots=True)
class Plan:
    """What an import would do.

    Attributes:
        file: its name, without the folder.
        encoding: empty for a workbook.
        separator: likewise.
        notes: what was left out around the table.
        heads: the row of heads.
        rows: the rows below it, as they stand in the file.
        columns: what each column becomes and why.
        lines: the values of each row.
        unread: cells that mean nothing in their column.
        sheet: of a workbook, the one that was read.
        sheets: all of a workbook that hold something.
        digest: of the file's bytes, to know it again.
        decisions: what the user said about rows.
        findings: what must be solved, and what is worth a look; by row.
        doubts: people of whom the user may say who they are.
        news: the nouns of which a row brings a new one.
        counts: what would be new.
        known: what is there already.
    """

    file: str
    encoding: str
    separator: str
    notes: tuple[str, ...]
    heads: Row
    rows: tuple[Row, ...]
    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    unread: tuple[Finding, ...]
    sheet: str
    sheets: tuple[str, ...]
    digest: str
    decisions: Decisions = UNDECIDED
    findings: tuple[Finding, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    news: Mapping[int, News] = field(default_factory=dict)
    counts: Counts = counting.NOTHING
    known: Counts = counting.NOTHING

    @property
    def reading(self) -> tuple[Line, ...]:
        """The lines that are read: all but those left out."""
        return tuple(line for line in self.lines if line.row not in self.decisions.left_out)

    @property
    def left_out(self) -> tuple[int, ...]:
        """The rows of the file that are not read."""
        return tuple(row.number for row in self.rows if row.number in self.decisions.left_out)

    @property
    def stops(self) -> tuple[Finding, ...]:
        """What must be solved before anything is read."""
        return tuple(finding for finding in self.findings if finding.stops)


def prepare(
    db: Database,
    path: Path,
    *,
    today: date,
    chosen: Mapping[str, str] | None = None,
    asked: Asked = AS_FOUND,
) -> Plan:
    """Read a file and return what would become of it; nothing is written.

    Args:
        db: the opened register.
        path: a CSV, XLSX or XLS file.
        today: for dates, and for what is there already.
        chosen: fields by head, as in `choices`; what was remembered where not given.
        asked: which sheet and heads, and what was decided about rows if the file is the same.

    Raises:
        NoHeadsError: no row of heads was found.
        UserError: the file cannot be read, or holds no table.
    """
    grid = files.read(path, asked.sheet)
    said = choices.remembered(db) if chosen is None else chosen
    said = {heads.key(head): code for head, code in said.items()}
    table = layout.find(grid, said, asked.heads_row)
    used = columns.recognise(table, today, said)
    read = [lines.read(row, used) for row in table.lines]
    plan = Plan(
        file=path.name,
        encoding=grid.encoding,
        separator=grid.separator,
        notes=table.notes,
        heads=table.heads,
        rows=table.lines,
        columns=used,
        lines=tuple(line for line, _found in read if line.values),
        unread=tuple(finding for _line, found in read for finding in found),
        sheet=grid.sheet,
        sheets=grid.sheets,
        digest=grid.digest,
    )
    same = asked.digest in {"", plan.digest}
    return decide(db, plan, asked.decisions if same else UNDECIDED, today=today)


def decide(db: Database, plan: Plan, decisions: Decisions, *, today: date) -> Plan:
    """Return a plan as it is with other decisions about its rows, in the register of now."""
    plan = replace(plan, decisions=decisions)
    with db.read() as session:
        judged = judge(session, plan, today)
    found = counting.news(plan.reading, judged)
    unread = [one for one in plan.unread if not decisions.left_out.intersection(one.rows)]
    out = [
        Finding((row,), "", _("This row is left out, as you chose."), stops=False)
        for row in plan.left_out
    ]
    every = [*unread, *judged.findings, *out]
    return replace(
        plan,
        findings=tuple(sorted(every, key=lambda one: (not one.stops, not one.rows, one.rows))),
        doubts=judged.doubts,
        news=found,
        counts=counting.new(found),
        known=counting.known(found, judged),
    )


def without_stops(db: Database, plan: Plan, *, today: date) -> Plan:
    """Return a plan that leaves out the rows which must be solved first, and what needs them.

    Without a row another one may lack something, so this looks again until all is well.
    """
    while plan.stops:
        stopping = {row for finding in plan.stops for row in finding.rows}
        stopping |= {row for doubt in plan.doubts if doubt.stops for row in doubt.rows}
        out = plan.decisions.left_out | stopping
        plan = decide(db, plan, replace(plan.decisions, left_out=out), today=today)
    return plan


def judge(session: Session, plan: Plan, today: date) -> Judged:
    """Return what a plan is about, and all there is to say of it in the register of now."""
    return judging.judge(session, plan.reading, plan.columns, plan.decisions, today)
