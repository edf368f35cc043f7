"""A line of the table as values per noun, with what could not be read."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from desktop_app.register.importing import columns, values
from desktop_app.register.importing.dayreading import UnreadableError
from desktop_app.register.importing.grid import shown
from desktop_app.store.folding import fold
from desktop_app.words import _

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from desktop_app.register.importing.columns import Column
    from desktop_app.register.importing.grid import Cell, Row

_LENGTHS = {"initials": 40, "infix": 40, "language": 40, "house_letter": 1, "addition": 4,
            "reference": 40, "complex_code": 8}  # fmt: skip
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Finding:
    """Something the user should know, with the rows and the column it is about.

    One that `stops` must be solved in the file; nothing of it is read before. `todo` is what
    to do, where the sentence does not say so itself.
    """

    rows: tuple[int, ...]
    column: str
    sentence: str
    stops: bool
    todo: str = ""

    @property
    def what(self) -> str:
        """What is wrong, in one sentence; the sentence without its advice."""
        return self._parts()[0]

    @property
    def advice(self) -> str:
        """What to do about it."""
        if said := self.todo or self._parts()[1]:
            return said
        if self.stops:
            return _("Mend it in your file and read it again, or leave the row out.")
        return _("You may leave it so.")

    def _parts(self) -> tuple[str, str]:
        found = re.fullmatch(r"(.+?[.])\s+([A-Z“].+)", self.sentence)
        return (found[1], found[2]) if found else (self.sentence, "")

    @property
    def place(self) -> str:
        """Where it is: "row 17, column F"."""
        rows = " + ".join(map(str, self.rows))
        if not self.rows:
            return _("column {column}").format(column=self.column) if self.column else ""
        if not self.column:
            return _("row {row}").format(row=rows)
        return _("row {row}, column {column}").format(row=rows, column=self.column)


@dataclass(slots=True)
class Line:
    """What one row holds: values by noun and field; empty ones are not in it."""

    row: int
    values: dict[str, dict[str, Any]] = field(default_factory=dict)
    letters: dict[tuple[str, str], str] = field(default_factory=dict)

    def get(self, noun: str, name: str) -> Any:
        """Return a value, None where nothing stands."""
        return self.values.get(noun, {}).get(name)

    def set(self, noun: str, name: str, value: Any, letter: str) -> None:
        """Fill in a value, unless it is empty or another column gave it already."""
        if value is not None and value != "" and self.get(noun, name) is None:
            self.values.setdefault(noun, {})[name] = value
            self.letters[noun, name] = letter

    def decision_days(self, today: date) -> tuple[date, date | None]:
        """Return the days of the decision; without a first one, from the lease or today."""
        ends = self.get("decision", "ends_on")
        starts = self.get("decision", "starts_on") or self.get("tenancy", "starts_on") or today
        return (min(starts, ends) if ends else starts), ends

    def letter(self, noun: str, *names: str) -> str:
        """Return the column that gave the first of these fields."""
        return next(
            (self.letters[noun, name] for name in names if (noun, name) in self.letters), ""
        )


def read(row: Row, used: Sequence[Column]) -> tuple[Line, list[Finding]]:
    """Return what a row holds, and a finding for each cell that cannot be read."""
    line = Line(row.number)
    findings: list[Finding] = []
    whole_first = sorted(used, key=_is_whole)
    for column in whole_first:
        cell = row.cells[column.place] if column.place < len(row.cells) else None
        if column.field is None or column.field.noun == "none" or cell is None:
            continue
        try:
            _fill(line, column, cell)
        except UnreadableError as wrong:
            findings.append(Finding((row.number,), column.letter, str(wrong), stops=True))
    return line, findings


def sort_name(fields: Mapping[str, Any]) -> str:
    """Return a name as the register compares it."""
    parts = (fields.get("last_name"), fields.get("infix"), fields.get("call_name"))
    return fold(" ".join(part for part in parts if part))


def _is_whole(column: Column) -> bool:
    """Return whether a column holds several fields at once; the single ones go before it."""
    return column.field is not None and column.field.kind in {"name", "address"}


def _fill(line: Line, column: Column, cell: Cell) -> None:
    field_ = column.field
    if field_ is None:
        return
    match field_.kind:
        case "name":
            _fill_all(line, column, "client", values.name(_one_line(shown(cell)))._asdict())
        case "address":
            if values.is_empty(cell):
                return
            found = values.address(shown(cell))
            if found is None:
                raise UnreadableError(_("This is no address. Write it like Lindehof 12A-3."))
            _fill_all(line, column, "dwelling", found._asdict())
        case "house_number":
            _fill_all(line, column, "dwelling", _house_number(shown(cell)))
        case "birth":
            born = columns.value(cell, field_, column.style)
            name = "birth_date" if isinstance(born, date) else "birth_year"
            line.set("client", name, born, column.letter)
        case _:
            value = columns.value(cell, field_, column.style)
            if isinstance(value, str):
                value = _one_line(value)
                if len(value) > _LENGTHS.get(field_.name, _LONGEST):
                    raise UnreadableError(_("This is too long for this column."))
            line.set(field_.noun, field_.name, value, column.letter)


def _fill_all(line: Line, column: Column, noun: str, parts: Mapping[str, Any]) -> None:
    for name, value in parts.items():
        if isinstance(value, str) and len(value) > _LENGTHS.get(name, _LONGEST):
            raise UnreadableError(_("This is too long for this column."))
        line.set(noun, name, value, column.letter)


def _house_number(text: str) -> dict[str, Any]:
    """Take "12A-3" apart, where a column has the number and all behind it."""
    found = re.fullmatch(r"(\d{1,5})(?:\.0)? ?([A-Za-z])?(?:[- /]+([A-Za-z0-9]{1,4}))?", text)
    if found is None:
        raise UnreadableError(_("This is no house number. Write it like 12A-3."))
    return {
        "house_number": int(found[1]),
        "house_letter": (found[2] or "").upper(),
        "addition": found[3] or "",
    }


def _one_line(text: str) -> str:
    return " ".join(text.split())
