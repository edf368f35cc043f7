"""The page of dwellings: board or table, by complex, and a sheet for what is done with one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop_app import amounts
from desktop_app.register import dwelling_list, presence
from desktop_app.register.dwelling_list import DwellingFilter, DwellingRow
from desktop_app.words import _
from ui.desk import Place
from ui.parts.asking import begin_at
from ui.parts.buttons import Button, IconButton
from ui.parts.empty import EmptyState
from ui.parts.layouts import column, holding, row, rule
from ui.parts.page_head import PageHead
from ui.parts.pills import Filter, FilterPills
from ui.parts.search_box import SearchBox
from ui.parts.segmented import Segmented
from ui.parts.table import Column, Table, cells
from ui.parts.text import label
from ui.screens.dwellings import sheets, wording
from ui.screens.dwellings.board import Board
from ui.screens.dwellings.sheet import DwellingSheet

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from ui.desk import Desk
    from ui.parts.side_sheet import SideSheet

NOUNS = ("dwelling", "dwelling_status", "tenancy", "complex", "client")


class DwellingsScreen(QWidget):
    """All dwellings, as a board over time or as a table."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._words = ""
        self._view = Segmented(_("View"), [("board", _("Board")), ("table", _("Table"))])
        self._view.chosen.connect(self._show_view)
        self._search = SearchBox(_("Filter these dwellings"), "list-filter")
        self._search.setMaximumWidth(200)
        self._search.searched.connect(self._searched)
        self._pills_place = row(gap=0)
        self._pills = FilterPills(())
        self._complexes: dict[str, UUID] = {}
        self._rate = label("", "body", "text2")
        self._board = Board()
        self._board.opened.connect(lambda one: self._open(one.dwelling_id))
        self._board.edit_asked.connect(lambda one: self._edit(one.dwelling_id))
        self._board.move_asked.connect(lambda one: sheets.set_status(self, desk, one))
        self._table = self._make_table()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._board)
        self._stack.addWidget(holding(column(self._table, edge=(16, 0, 16, 0))))
        self._stack.addWidget(self._nothing())
        new = Button(
            _("New dwelling"), self._new, kind="primary", icon="plus", keys="Ctrl+Shift+N"
        )
        new_complex = Button(_("New complex"), self._new_complex, icon="building-2")
        self._change = IconButton("square-pen", _("Edit this complex"), self._edit_complex)
        filters = row(
            self._view, self._search, self._pills_place, self._change, ..., self._rate, gap=12
        )
        head = column(
            PageHead(_("Dwellings"), new_complex, new), filters, gap=14, edge=(28, 20, 28, 12)
        )
        stack = column(holding(head), rule(), gap=0)
        stack.addWidget(self._stack, 1)
        self.setLayout(stack)
        desk.changes.follow(self, NOUNS, self.reload)
        self.reload()

    def reload(self) -> None:
        """Read the dwellings again."""
        today = self._desk.today()
        self._fill_pills()
        every = dwelling_list.dwelling_rows(self._desk.db, self._wanted(), today=today)
        self._board.show_rows(every, today)
        self._table.show_rows(every)
        stock = [one for one in every if one.in_stock]
        lived_in = sum(bool(one.tenants) for one in stock)
        self._rate.setText(
            _("{n} of {total} occupied").format(n=lived_in, total=len(stock)) if stock else ""
        )
        self._change.setVisible(bool(self._pills.on()))
        self._show_view(self._view.value())

    def show_place(self, place: Place) -> None:
        """Open the sheet of a dwelling that is still there, or the one to end its tenancy."""
        if place.row is None or not presence.is_there(self._desk.db, "dwelling", place.row):
            return
        if place.part == "end":
            begin_at(self._end(place.row), place)
        else:
            self._open(place.row)

    def state(self) -> dict[str, object]:
        """Return what to take up again at the next visit."""
        return {
            "view": self._view.value(),
            "complex": sorted(self._pills.on()),
            "table": self._table.state(),
        }

    def restore(self, state: dict[str, object]) -> None:
        """Take up what was kept."""
        view, chosen, table = state.get("view"), state.get("complex"), state.get("table")
        if view in {"board", "table"}:
            self._view.choose(str(view))
        if isinstance(chosen, list):
            self._pills.switch_on(set(chosen) & set(self._complexes))
        if isinstance(table, dict):
            self._table.restore(table)
        self.reload()

    def _wanted(self) -> DwellingFilter:
        on = next(iter(self._pills.on()), None)
        return DwellingFilter(
            words=self._words, complex_id=self._complexes.get(on) if on else None
        )

    def _fill_pills(self) -> None:
        """Offer a pill per complex; keep the one that is on."""
        found = dwelling_list.complex_rows(self._desk.db, today=self._desk.today())
        named = {str(one.complex_id): one.complex_id for one in found}
        if named == self._complexes:
            return
        on = self._pills.on()
        self._complexes = named
        pills = FilterPills([Filter(str(c.complex_id), c.name) for c in found], one=True)
        pills.switch_on(on & set(named))
        pills.changed.connect(self.reload)
        self._pills.setParent(None)
        self._pills.deleteLater()
        self._pills = pills
        self._pills_place.addWidget(pills)

    def _make_table(self) -> Table:
        today = self._desk.today
        table = Table(
            [
                Column("address", _("Address"), lambda r: cells.Name(r.address, r.city)),
                Column("complex", _("Complex"), lambda r: cells.Text(r.complex_name), 150),
                Column("state", _("State"), _state, 130),
                Column("tenant", _("Tenant"), _tenant, 190),
                Column("size", _("Rooms"), _rooms, 80),
                Column("rent", _("Rent"), _rent, 100),
                Column("next", _("What comes"), lambda r: _next(r, today()), 170),
            ],
            name=_("Dwellings"),
            key=lambda r: r.dwelling_id,
        )
        table.opened.connect(lambda one: self._open(one.dwelling_id))
        table.on_key("F2", lambda one: self._edit(one.dwelling_id))
        table.on_key("M", lambda one: sheets.set_status(self, self._desk, one))
        return table

    def _nothing(self) -> EmptyState:
        return EmptyState(
            "house",
            _("No dwellings yet"),
            _("Add the first one, or read in the Excel list you have."),
            Button(_("New dwelling"), self._new, icon="plus"),
        )

    def _show_view(self, view: str) -> None:
        if not self._table.rows() and not self._words and not self._pills.on():
            self._stack.setCurrentIndex(2)
        else:
            self._stack.setCurrentIndex(0 if view == "board" else 1)

    def _searched(self, words: str) -> None:
        self._words = words
        self.reload()

    def _new(self) -> None:
        self._desk.go(Place("dwelling-form"))

    def _new_complex(self) -> None:
        self._desk.go(Place("complex-form"))

    def _edit(self, dwelling_id: UUID) -> None:
        self._desk.go(Place("dwelling-form", dwelling_id))

    def _edit_complex(self) -> None:
        for on in self._pills.on():
            self._desk.go(Place("complex-form", self._complexes[on]))

    def _open(self, dwelling_id: UUID) -> None:
        DwellingSheet(
            self,
            self._desk,
            dwelling_id,
            move=lambda shown: sheets.set_status(self, self._desk, shown),
            end=lambda shown: sheets.end_tenancy(self, self._desk, shown),
        ).open()

    def _end(self, dwelling_id: UUID) -> SideSheet:
        today = self._desk.today()
        shown = dwelling_list.dwelling_row(self._desk.db, dwelling_id, today=today)
        return sheets.end_tenancy(self, self._desk, shown)


def _state(one: DwellingRow) -> cells.Cell:
    return cells.Chip(_(wording.TITLES[one.column]), wording.MOODS[one.column])


def _tenant(one: DwellingRow) -> cells.Cell:
    names = ", ".join(tenant.name for tenant in one.tenants)
    return cells.Text(names or _("nobody"), soft=not names)


def _rooms(one: DwellingRow) -> cells.Cell:
    return cells.Number(one.rooms, "" if one.rooms is None else str(one.rooms))


def _rent(one: DwellingRow) -> cells.Cell:
    cents = one.rent_cents
    return cells.Number(cents, "" if cents is None else amounts.euro(cents))


def _next(one: DwellingRow, today: date) -> cells.Cell:
    words, mood = wording.next_date(one, today)
    return cells.Chip(words, mood, order=wording.urgency(one, today)[0])
