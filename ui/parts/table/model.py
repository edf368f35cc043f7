"""Gives Qt the rows of a table: sorted, and in words for who cannot see them."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from ui.parts.table.cells import Cell, Number, order, plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.parts.table.columns import Column

Index = QModelIndex | QPersistentModelIndex
CELL = Qt.ItemDataRole.UserRole
"""The role that gives a cell as it is, for the delegate."""


class TableModel(QAbstractTableModel):
    """Rows in the order in which they are shown."""

    def __init__(self, columns: Sequence[Column[Any]]) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self.rows: list[Any] = []
        self._given: list[Any] = []
        self.sorted_by = -1
        self.descending = False
        self._cell = lru_cache(maxsize=4096)(self._make_cell)

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show other rows, sorted as the user had chosen."""
        self.beginResetModel()
        self._cell.cache_clear()
        self._given = list(rows)
        self._arrange()
        self.endResetModel()

    def sort(self, column: int, order_: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; -1 gives back the order in which the rows came."""
        self.beginResetModel()
        self._cell.cache_clear()
        self.sorted_by, self.descending = column, order_ == Qt.SortOrder.DescendingOrder
        self._arrange()
        self.endResetModel()

    def cell(self, row: int, column: int) -> Cell:
        """Return one cell."""
        return self._cell(row, column)

    def rowCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's form
        return len(self.rows)

    def columnCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's form
        return len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        cell = self.cell(index.row(), index.column())
        if role == CELL:
            return cell
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return plain(cell)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.columns[index.column()].title}: {plain(cell)}"
        return None

    def headerData(
        self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if way != Qt.Orientation.Horizontal:
            return None
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            numbers = bool(self.rows) and isinstance(self.cell(0, section), Number)
            side = Qt.AlignmentFlag.AlignRight if numbers else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def _make_cell(self, row: int, column: int) -> Cell:
        return self.columns[column].cell(self.rows[row])

    def _arrange(self) -> None:
        self.rows = list(self._given)
        if self.sorted_by < 0:
            return
        make = self.columns[self.sorted_by].cell
        ordered = sorted(((order(make(row)), row) for row in self.rows), key=lambda one: one[0])
        filled = [row for place, row in ordered if place[0] == 0]
        blank = [row for place, row in ordered if place[0] == 1]
        self.rows = [*(reversed(filled) if self.descending else filled), *blank]
