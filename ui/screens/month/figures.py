"""Step 2: every number of the month as it is and as it leaves, with the reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app import dates
from desktop_app.words import _
from ui.parts.table import Column, Table, cells

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desktop_app.summary.export import Draft
    from desktop_app.summary.preview import DwellingLine, Line
    from ui.parts.table.cells import Cell

NOT_GIVEN = "–"
_BLANK = cells.Text("")


@dataclass(frozen=True, slots=True)
class Shown:
    """One line of the table: a number, or the title of a group."""

    key: str
    what: Cell
    real: str = ""
    leaves: str = ""
    why: Cell = _BLANK


def table() -> Table:
    """Return the table, still without rows."""
    columns: list[Column[Shown]] = [
        Column("what", _("Figure"), lambda one: one.what, least=150),
        Column("real", _("Real (stays here)"), lambda one: cells.Text(one.real), 150),
        Column("leaves", _("Goes to the region"), _leaves, 170),
        Column("why", _("Why"), lambda one: one.why, 176),
    ]
    return Table(
        columns,
        name=_("What leaves"),
        key=lambda one: one.key,
        compact=True,
        fixed=True,
        folds=False,
    )


def rows(draft: Draft) -> list[Shown]:
    """Return the lines of a draft, grouped by leaf and table."""
    return [
        Shown("headlines", cells.Group(_("Headlines"), _("people, no attributes; monthly"))),
        *(_line(line) for line in draft.headlines),
        *_dwellings(draft.dwellings),
        *_breakdowns(draft.breakdowns),
    ]


def count(draft: Draft) -> int:
    """Return how many numbers leave."""
    given = (line.leaves for line in (*draft.headlines, *draft.breakdowns))
    return sum(words != NOT_GIVEN for words in given) + len(draft.dwellings)


def _leaves(one: Shown) -> cells.Text:
    return cells.Text(one.leaves, strong=one.leaves != NOT_GIVEN, soft=one.leaves == NOT_GIVEN)


def _line(line: Line) -> Shown:
    return Shown(line.cell, cells.Text(line.label), f"{line.real}", line.leaves, _why(line))


def _why(line: Line) -> Cell:
    if line.frozen_since is None:
        return cells.Text(line.why, soft=line.leaves == NOT_GIVEN)
    since = _("since {day}").format(day=dates.dutch(line.frozen_since))
    return cells.Chip(_("frozen"), "info", "snowflake", since)


def _dwellings(lines: Iterable[DwellingLine]) -> Iterator[Shown]:
    """Yield dwellings by complex and kind: only what is counted differs from line to line."""
    groups: dict[tuple[str, str], list[tuple[str, DwellingLine]]] = {}
    for line in lines:
        what, _dot, kind = line.label.partition(" · ")
        groups.setdefault((line.complex, kind), []).append((what, line))
    if groups:
        things = _("things, not people; monthly")
        yield Shown("dwellings", cells.Group(_("Dwellings"), things))
    for (code, kind), inside in groups.items():
        key = f"{code}/{kind}"
        yield Shown(key, cells.Group(code or _("Scattered"), kind))
        for what, line in inside:
            yield Shown(
                f"{key}/{what}/{line.leaves}",
                cells.Text(what),
                f"{line.count}",
                line.leaves,
                cells.Text(line.why),
            )


def _breakdowns(lines: Iterable[Line]) -> Iterator[Shown]:
    title = ""
    for line in lines:
        if line.table != title:
            title = line.table
            yield Shown(title, cells.Group(title, _("rounded to fives; quarterly")))
        yield _line(line)
