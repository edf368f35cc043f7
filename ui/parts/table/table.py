"""The table a screen uses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from desktop_app.words import _
from ui.parts.buttons import IconButton
from ui.parts.table.model import TableModel
from ui.parts.table.rows_view import RowsView

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from ui.parts.table.columns import Column


class Table(QWidget):
    """Rows under titles.

    Args:
        columns: in order; the first names the row.
        name: what the table lists, for a screen reader.
        key: what makes a row the same row after a reload: its id.
        empty: what to show instead while there are no rows.
        compact: one line a row.
        folds: leaves out its last columns where room is short; else it scrolls sideways.
        fixed: the rows keep the order in which they came, and groups stay together.

    Signals:
        opened(object): the row somebody opened, by Enter or a double click.
        chosen(object): the row that is now current, or None.
    """

    opened = Signal(object)
    chosen = Signal(object)

    def __init__(
        self,
        columns: Sequence[Column[Any]],
        *,
        name: str,
        key: Callable[[Any], object],
        empty: QWidget | None = None,
        compact: bool = False,
        fixed: bool = False,
        folds: bool = True,
    ) -> None:
        super().__init__()
        self.model = TableModel(columns)
        self.view = RowsView(self.model, compact=compact)
        self.view.fitting.folds = folds
        if fixed:
            self.view.fix_order()
        self.view.setAccessibleName(name)
        self._key = key
        self._empty = empty
        self._pages = QStackedLayout(self)  # with a parent: else its first page is a window
        self._pages.addWidget(self.view)
        if empty is not None:
            self._pages.addWidget(empty)
        self.setFocusProxy(self.view)
        self.view.row_opened.connect(self.opened)
        self.view.row_chosen.connect(self.chosen)

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show rows; the one that was current stays so if it is still there."""
        before = self.current()
        self.view.refill(list(rows), self._key)
        if self._empty is not None:
            self._pages.setCurrentWidget(self.view if rows else self._empty)
        if before is not None and self.current() is None:
            self.chosen.emit(None)

    def rows(self) -> list[Any]:
        """Return the rows in the order in which they stand."""
        return list(self.model.rows)

    def current(self) -> Any | None:
        """Return the current row, or None."""
        return self.view.current()

    def choose(self, key: object) -> None:
        """Make the row with this key current, if it is there."""
        for number, row in enumerate(self.model.rows):
            if self._key(row) == key:
                self.view.make_current(number)
                return

    def step(self, by: int) -> None:
        """Make the next (1) or previous (-1) row current."""
        self.view.make_current(self.view.currentIndex().row() + by)

    def on_key(self, key: str, act: Callable[[Any], object]) -> None:
        """Have a single letter or F2 act on the current row while the table has the focus."""
        self.view.letters[key.upper()] = act

    def columns_button(self) -> IconButton:
        """Return a button that opens the choice of columns."""
        button = IconButton("sliders-horizontal", _("Choose columns"))
        button.clicked.connect(
            lambda: self.view.fitting.menu().exec(
                button.mapToGlobal(button.rect().bottomLeft())
            )
        )
        return button

    def state(self) -> dict[str, Any]:
        """Return what to keep between visits: sorting and hidden columns."""
        columns = self.model.columns
        sorting = columns[self.model.sorted_by].key if self.model.sorted_by >= 0 else ""
        hidden = [columns[number].key for number in sorted(self.view.fitting.off())]
        return {"sort": sorting, "descending": self.model.descending, "hidden": hidden}

    def restore(self, state: Mapping[str, Any]) -> None:
        """Take up a kept state; what no longer fits is left out."""
        keys = [column.key for column in self.model.columns]
        if state.get("sort") in keys:
            self.view.sort(keys.index(state["sort"]), descending=bool(state.get("descending")))
        for number, key in enumerate(keys[1:], start=1):
            self.view.fitting.switch(number, on=key not in state.get("hidden", ()))
