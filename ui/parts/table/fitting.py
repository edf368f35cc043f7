"""Which columns of a table are shown: those a user keeps on, as far as there is room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHeaderView, QMenu

from desktop_app.words import _
from ui.theme import look

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTableView

    from ui.parts.table.model import TableModel


class Fitting:
    """Gives the columns of a view their widths, and leaves out what has no room.

    Attributes:
        folds: whether columns are left out where room is short; else the table scrolls.
    """

    def __init__(self, view: QTableView, table: TableModel) -> None:
        self._view, self._columns = view, table.columns
        self._off = {number for number, column in enumerate(self._columns) if column.hidden}
        self.folds = True

    def shown(self) -> list[int]:
        """Return the numbers of the columns that are on, whether or not there is room."""
        return [number for number in range(len(self._columns)) if number not in self._off]

    def off(self) -> frozenset[int]:
        """Return the numbers of the columns that the user switched off."""
        return frozenset(self._off)

    def switch(self, number: int, *, on: bool) -> None:
        """Show or hide a column; the first always stays."""
        (self._off.discard if on or number == 0 else self._off.add)(number)
        self.fit()

    def menu(self) -> QMenu:
        """Return the menu that shows and hides columns; the first always stays."""
        menu = QMenu(self._view)
        for number, column in enumerate(self._columns[1:], start=1):
            action = menu.addAction(column.title)
            action.setCheckable(True)
            action.setChecked(number not in self._off)
            action.toggled.connect(lambda on, number=number: self.switch(number, on=on))
        return menu

    def measure(self) -> None:
        """Give the columns that have a width theirs, in the size of text of now."""
        header = self._view.horizontalHeader()
        for number, column in enumerate(self._columns):
            if column.width:
                header.setSectionResizeMode(number, QHeaderView.ResizeMode.Interactive)
                header.resizeSection(number, look.px(column.width))
        self.fit()

    def fit(self) -> None:
        """Leave out columns, the last first, until what is shown has room; or scroll."""
        shown = self.shown()
        room = self._view.viewport().width()
        while self.folds and len(shown) > 1 and self._need(shown) > room:
            shown.pop()
        tight = self._need(shown) > room
        header = self._view.horizontalHeader()
        for number, column in enumerate(self._columns):
            self._view.setColumnHidden(number, number not in shown)
            if not column.width:
                mode = QHeaderView.ResizeMode
                header.setSectionResizeMode(number, mode.Interactive if tight else mode.Stretch)
                if tight:
                    header.resizeSection(number, self._least(number))
        self._tell_left_out([number for number in self.shown() if number not in shown])

    def _tell_left_out(self, numbers: list[int]) -> None:
        names = ", ".join(self._columns[number].title for number in numbers)
        words = _("No room for: {columns}. Make the window wider.").format(columns=names)
        self._view.horizontalHeader().setToolTip(words if numbers else "")

    def _need(self, numbers: list[int]) -> int:
        return sum(self._least(number) for number in numbers)

    def _least(self, number: int) -> int:
        column = self._columns[number]
        return look.px(column.width or column.least)
