"""What we found: a table with row, column, what is wrong and what to do, and its filters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from desktop_app.register.importing.grid import shown
from desktop_app.words import _
from ui.parts.buttons import Button
from ui.parts.card import Card
from ui.parts.empty import EmptyState
from ui.parts.key_hints import KeyHints
from ui.parts.layouts import column, row
from ui.parts.pills import Filter, FilterPills
from ui.parts.table import Column, Table, cells
from ui.theme import look

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop_app.register.importing.lines import Finding
    from desktop_app.register.importing.preview import Plan
    from ui.screens.importing.work import Read

_TALL = 300


@dataclass(frozen=True, slots=True)
class FoundRow:
    """A finding in a row, as the table shows it; row 0 is about the whole file."""

    row: int
    letter: str
    head: str
    cell: str
    finding: Finding
    out: bool


class Found(Card):
    """The findings of a file.

    Signals:
        chosen(FoundRow): what is current now, or None.
        left_out(int, bool): leave a row out, or read it after all.
        marked(): somebody wants the list back with coloured cells.

    Attributes:
        table: the findings.
    """

    chosen = Signal(object)
    left_out = Signal(int, bool)
    marked = Signal()

    def __init__(self) -> None:
        super().__init__(_("What we found"), edge=(1, 14, 1, 1))
        self.head.setContentsMargins(17, 0, 17, 0)
        self.body.setSpacing(8)
        self._rows: list[FoundRow] = []
        self._out: frozenset[int] = frozenset()
        self._pills = FilterPills(
            [
                Filter("stops", _("Solve first")),
                Filter("look", _("Have a look")),
                Filter("out", _("Left out by you")),
            ],
            one=True,
        )
        self._pills.changed.connect(lambda _on: self._show())
        self.table = self._make_table()
        self.table.setFixedHeight(look.px(_TALL))
        self.table.chosen.connect(self._chosen)
        self._toggle = Button(_("Leave this row out"), self._switch, icon="minus")
        back = Button(
            _("Excel with coloured cells"), self.marked.emit, kind="link",
            icon="file-spreadsheet",
        )  # fmt: skip
        self.at_right(back)
        self.add(column(row(self._pills), edge=(17, 0, 17, 0)), self.table)
        self.add(row(self._toggle, ..., self._hints(), edge=(17, 2, 17, 12)))

    def tell(self, found: Read) -> None:
        """Show what a file's rows need."""
        self._out = found.plan.decisions.left_out
        self._rows = list(_rows(found.plan))
        counts = {
            key: sum(key == _kind(one) for one in self._rows)
            for key in ("stops", "look", "out")
        }
        for key, count in counts.items():
            self._pills.count(key, count)
        self._show()

    def filter(self, key: str) -> None:
        """Show one kind only: "stops", "look" or "out"."""
        self._pills.switch_on({key})
        self._show()

    def _make_table(self) -> Table:
        nothing = EmptyState(
            "circle-check", _("Nothing here"), _("There is nothing to mend or to look at.")
        )
        table = Table(
            [
                Column("row", _("Row"), _place, 76),
                Column("what", _("What is the matter, and what to do"), _what, least=260),
                Column("kind", _("Weight"), _weight, 164),
                Column("head", _("Column"), _head, 116),
                Column("cell", _("In the file"), lambda one: cells.Text(one.cell), 124),
            ],
            name=_("What we found"),
            key=lambda one: (one.row, one.letter, one.finding.sentence),
            empty=nothing,
        )
        table.on_key("L", self._leave)
        return table

    def _hints(self) -> KeyHints:
        return KeyHints((("↑", "↓"), _("choose")), (("L",), _("leave out or read")))

    def _show(self) -> None:
        on = self._pills.on()
        self.table.show_rows([one for one in self._rows if not on or _kind(one) in on])
        self._chosen(self.table.current())

    def _chosen(self, one: FoundRow | None) -> None:
        number = one.row if one is not None else 0
        out = number in self._out
        self._toggle.setEnabled(number > 0 and not (one is not None and one.finding.stops))
        self._toggle.icon_name = "plus" if out else "minus"
        self._toggle.say(_("Read this row after all") if out else _("Leave this row out"))
        self.chosen.emit(one)

    def _switch(self) -> None:
        one = self.table.current()
        if one is not None:
            self._leave(one)

    def _leave(self, one: FoundRow) -> None:
        if one.row and not one.finding.stops:
            self.left_out.emit(one.row, one.row not in self._out)


def _rows(plan: Plan) -> Iterator[FoundRow]:
    heads = {one.letter: (one.place, one.head) for one in plan.columns}
    by_number = {one.number: one.cells for one in plan.rows}
    for finding in plan.findings:
        place, head = heads.get(finding.column, (-1, ""))
        for number in finding.rows[:1] or (0,):
            inside = by_number.get(number, ())
            cell = shown(inside[place]) if 0 <= place < len(inside) else ""
            out = number in plan.decisions.left_out
            yield FoundRow(number, finding.column, head, cell, finding, out)


def _kind(one: FoundRow) -> str:
    if one.out:
        return "out"
    return "stops" if one.finding.stops else "look"


def _place(one: FoundRow) -> cells.Cell:
    if not one.row:
        return cells.Text(_("whole file"), soft=True, order=0)
    words = " + ".join(str(number) for number in one.finding.rows[:3])
    return cells.Text(words, strong=True, order=one.row)


def _head(one: FoundRow) -> cells.Cell:
    return cells.Text(f"{one.letter}  {one.head}".strip())


def _what(one: FoundRow) -> cells.Cell:
    return cells.Name(one.finding.what, one.finding.advice)


def _weight(one: FoundRow) -> cells.Cell:
    if one.out:
        return cells.Chip(_("left out"), "mute", "minus", order=1)
    if one.finding.stops:
        return cells.Chip(_("solve first"), "danger", "circle-alert", order=0)
    return cells.Chip(_("have a look"), "warn", "circle-question-mark", order=2)
