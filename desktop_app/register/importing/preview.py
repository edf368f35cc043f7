"""What would become of a file: prepared without writing anything."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app import codelists
from desktop_app.register.importing import (
    choices,
    columns,
    files,
    gathering,
    heads,
    layout,
    lines,
    rules,
)
from desktop_app.register.importing.lines import Finding, Line
from desktop_app.register.importing.newdwellings import DEFAULT_FORM
from desktop_app.words import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from sqlalchemy.orm import Session

    from desktop_app.register.importing.columns import Column
    from desktop_app.register.importing.gathering import Gathered
    from desktop_app.register.importing.grid import Row
    from desktop_app.store.database import Database


@dataclass(frozen=True, slots=True)
class Counts:
    """How many lines were read, and how many new things they are."""

    rows: int
    clients: int
    dwellings: int
    tenancies: int
    decisions: int

    def things(self) -> str:
        """Return "42 clients, 43 dwellings and 43 leases"."""
        told = [
            ngettext("{n} client", "{n} clients", self.clients).format(n=self.clients),
            ngettext("{n} dwelling", "{n} dwellings", self.dwellings).format(n=self.dwellings),
            ngettext("{n} lease", "{n} leases", self.tenancies).format(n=self.tenancies),
            ngettext("{n} decision", "{n} decisions", self.decisions).format(n=self.decisions),
        ]
        counts = (self.clients, self.dwellings, self.tenancies, self.decisions)
        new = [text for text, count in zip(told, counts, strict=True) if count]
        if len(new) < 2:  # noqa: PLR2004 - nothing to join
            return new[0] if new else _("nothing new")
        return _("{these} and {last}").format(these=", ".join(new[:-1]), last=new[-1])


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
        findings: what must be solved, and what is worth a look; by row.
        counts: what would be new.
    """

    file: str
    encoding: str
    separator: str
    notes: tuple[str, ...]
    heads: Row
    rows: tuple[Row, ...]
    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    findings: tuple[Finding, ...]
    counts: Counts

    @property
    def stops(self) -> tuple[Finding, ...]:
        """What must be solved before anything is read."""
        return tuple(finding for finding in self.findings if finding.stops)


def prepare(
    db: Database, path: Path, *, today: date, chosen: Mapping[str, str] | None = None
) -> Plan:
    """Read a file and return what would become of it; nothing is written.

    Args:
        db: the opened register.
        path: a CSV, XLSX or XLS file.
        today: for dates, and for what is there already.
        chosen: fields by head, as in `choices`; what was remembered where not given.

    Raises:
        UserError: the file cannot be read, or holds no table.
    """
    grid = files.read(path)
    said = choices.remembered(db) if chosen is None else chosen
    said = {heads.key(head): code for head, code in said.items()}
    table = layout.find(grid, said)
    used = columns.recognise(table, today, said)
    read = [lines.read(row, used) for row in table.lines]
    filled = tuple(line for line, _found in read if line.values)
    with db.read() as session:
        gathered, findings = judge(session, filled, used, today)
        counts = count(gathered, filled)
    unread = [finding for _line, found in read for finding in found]
    return Plan(
        file=path.name,
        encoding=grid.encoding,
        separator=grid.separator,
        notes=table.notes,
        heads=table.heads,
        rows=table.lines,
        columns=used,
        lines=filled,
        findings=tuple(sorted([*unread, *findings], key=lambda f: (not f.stops, f.rows))),
        counts=counts,
    )


def judge(
    session: Session, filled: Sequence[Line], used: Sequence[Column], today: date
) -> tuple[Gathered, list[Finding]]:
    """Return who and what the lines are about, and all findings against the register of now."""
    gathered = gathering.gather(session, filled, today)
    findings = [*gathered.findings, *rules.check(session, filled, gathered, today)]
    return gathered, [*findings, *_assumed(filled, used)]


def count(gathered: Gathered, filled: Sequence[Line]) -> Counts:
    """Return how many new things there are."""
    return Counts(
        rows=len(filled),
        clients=sum(person.known_id is None for person in gathered.people),
        dwellings=sum(place.known_id is None for place in gathered.dwellings),
        tenancies=sum(is_lease(line, gathered) for line in filled),
        decisions=sum(is_decision(line, gathered) for line in filled),
    )


def is_lease(line: Line, gathered: Gathered) -> bool:
    """Return whether a line holds a new lease."""
    return (
        line.get("tenancy", "starts_on") is not None
        and line.row in gathered.person_of
        and line.row in gathered.dwelling_of
        and line.row not in gathered.old_leases
    )


def is_decision(line: Line, gathered: Gathered) -> bool:
    """Return whether a line holds a new decision: its frame, its first or its last day."""
    decision = line.values.get("decision", {})
    return (
        bool(decision.keys() & {"legal_frame", "starts_on", "ends_on"})
        and line.row in gathered.person_of
        and line.row not in gathered.old_decisions
    )


def _assumed(filled: Sequence[Line], used: Sequence[Column]) -> list[Finding]:
    """Name, once for the file, what no column says and is filled in for now."""
    nouns = {noun for line in filled for noun in line.values}
    known = {(column.field.noun, column.field.name) for column in used if column.field}
    leases = any(line.get("tenancy", "starts_on") for line in filled)
    said = (
        (
            leases and ("tenancy", "tenancy_type") not in known,
            _("No column says what kind of lease it is: with a last day a temporary one is "
              "written down, else a regular one."),
        ),
        (
            "dwelling" in nouns and ("dwelling", "housing_form") not in known,
            _("No column says the housing form: “{form}” is written down."),
        ),
        (
            "client" in nouns and ("client", "received_on") not in known,
            _("No column says when clients were referred: the earliest day is taken."),
        ),
    )  # fmt: skip
    form = codelists.label("housing_form", DEFAULT_FORM)
    return [Finding((), "", text.format(form=form), stops=False) for so, text in said if so]
