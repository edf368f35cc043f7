"""One widget per kind of question of a template; each gives and takes the stored answer."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCompleter, QGridLayout, QWidget

from desktop_app import codelists, words
from desktop_app.words import _
from ui.parts.form import Choice
from ui.parts.form.inputs import Day, Line, Long, Pick
from ui.parts.text import label

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from desktop_app.plans.templates import Column, Field

_SPARE = 1  # empty rows that wait under the written ones


class TextAnswer(Long):
    """Free words."""

    def __init__(self, field: Field) -> None:
        super().__init__(lines=2)
        self.setAccessibleName(field.label)

    def answer(self) -> Any:
        """Return the words."""
        return self.value()

    def put_answer(self, stored: Any) -> None:
        """Show the words."""
        self.put(str(stored or ""))


class LinesAnswer(Long):
    """Short lines: each line of the box is one."""

    def __init__(self, field: Field) -> None:
        super().__init__(lines=3)
        self.setAccessibleName(field.label)
        self.setPlaceholderText(_("One on each line"))

    def answer(self) -> Any:
        """Return the lines that say something."""
        return [line.strip() for line in self.raw().splitlines() if line.strip()]

    def put_answer(self, stored: Any) -> None:
        """Show the lines."""
        self.put("\n".join(stored or ()))


class DateAnswer(Day):
    """A day."""

    def __init__(self, field: Field, today: date) -> None:
        super().__init__(today)
        self.setAccessibleName(field.label)
        self.setMaximumWidth(190)

    def answer(self) -> Any:
        """Return the day as it is stored; "" for none."""
        day = self.value()
        return day.isoformat() if day else ""

    def put_answer(self, stored: Any) -> None:
        """Show the day."""
        self.put(self.shown(date.fromisoformat(stored)) if stored else "")


class RowsAnswer(QWidget):
    """Rows of a few columns; one empty row always waits, unless the template fixes the rows.

    Signals:
        typed(), left(): as of any input.
    """

    typed = Signal()
    left = Signal()

    def __init__(self, field: Field) -> None:
        super().__init__()
        self._field = field
        self._rows: list[dict[str, Line | Pick]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(6)
        for place, column in enumerate(field.columns):
            self._grid.addWidget(label(column.label, "small", "text2"), 0, place)
            self._grid.setColumnStretch(place, 1 if column.choices or place == 0 else 2)

    def answer(self) -> Any:
        """Return the rows in which something stands."""
        rows = [
            {code: cell.raw().strip() for code, cell in cells.items()} for cells in self._rows
        ]
        first = self._field.columns[0].code
        for code, row in zip(self._field.row_codes, rows, strict=False):
            row[first] = code
        return [row for row in rows if any(v for c, v in row.items() if c != first or v)]

    def put_answer(self, stored: Any) -> None:
        """Show the rows."""
        rows: Sequence[Mapping[str, str]] = stored or ()
        if self._field.row_codes:
            first = self._field.columns[0].code
            known = {row.get(first): row for row in rows}
            for code in self._field.row_codes:
                self._add(known.get(code, {}), fixed=code)
            return
        for row in rows:
            self._add(row)
        for _turn in range(_SPARE):
            self._add({})

    def _add(self, row: Mapping[str, str], *, fixed: str = "") -> None:
        cells: dict[str, Line | Pick] = {}
        at = self._grid.rowCount()
        for place, column in enumerate(self._field.columns):
            if fixed and place == 0:
                name = codelists.label(self._field.row_list, fixed)
                self._grid.addWidget(label(name, "strong"), at, place)
                continue
            cell = _cell(column)
            cell.put(row.get(column.code, ""))
            number = len(self._rows) + 1
            cell.setAccessibleName(f"{self._field.label} {number}: {column.label}")
            cell.typed.connect(self._typed)
            cell.left.connect(self.left)
            cells[column.code] = cell
            self._grid.addWidget(cell, at, place)
        self._rows.append(cells)

    def _typed(self) -> None:
        if not self._field.row_codes and any(c.raw() for c in self._rows[-1].values()):
            self._add({})
        self.typed.emit()


Answer = TextAnswer | LinesAnswer | DateAnswer | RowsAnswer


def make(field: Field, today: date) -> Answer:
    """Return the widget for a question that stores an answer."""
    match field.kind:
        case "lines":
            return LinesAnswer(field)
        case "rows":
            return RowsAnswer(field)
        case "date":
            return DateAnswer(field, today)
        case _:
            return TextAnswer(field)


def _cell(column: Column) -> Line | Pick:
    if column.choices:
        return Pick(
            tuple(Choice(code, words.pick(texts)) for code, texts in column.choices.items())
        )
    line = Line()
    if column.suggestions:
        line.setCompleter(QCompleter([words.pick(s) for s in column.suggestions], line))
    return line
