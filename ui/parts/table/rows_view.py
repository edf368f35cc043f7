"""The rows as Qt shows them: keys, pointer, sorting, and the menu of a row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QHeaderView, QMenu, QTableView

from desktop_app.words import _
from ui.parts import clipboard, paint
from ui.parts.announce import announce
from ui.parts.table import copying
from ui.parts.table.cells import Group
from ui.parts.table.delegate import CellDelegate
from ui.parts.table.fitting import Fitting
from ui.parts.table.header import Header
from ui.theme import icons, look

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.parts.table.model import Index, TableModel

_ROW, _COMPACT_ROW = 52, 40


class RowsView(QTableView):
    """The view inside a `Table`.

    Attributes:
        letters: what a single letter, or F2, does with the current row.
        fitting: which of its columns are shown.

    Signals:
        row_opened(object): by Enter or a double click.
        row_chosen(object): the row that a user made current.
    """

    row_opened = Signal(object)
    row_chosen = Signal(object)

    def __init__(self, table: TableModel, *, compact: bool) -> None:
        super().__init__()
        self._table = table
        self._compact = compact
        self._by_keyboard = False
        self._quiet = False
        self._fixed = False
        self.letters: dict[str, Callable[[Any], object]] = {}
        self._cells = CellDelegate()
        self._cells.compact = compact
        self.setModel(table)
        self.setItemDelegate(self._cells)
        header = Header(table)
        self.setHorizontalHeader(header)
        header.sectionClicked.connect(self._header_clicked)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.doubleClicked.connect(lambda index: self._open(index.row()))
        self.fitting = Fitting(self, table)
        self._measure()

    def fix_order(self) -> None:
        """Let nobody sort; a group in the first column then reaches over all columns."""
        self._fixed = True
        header = self.horizontalHeader()
        header.setSectionsClickable(False)
        header.setCursor(Qt.CursorShape.ArrowCursor)

    def current(self) -> Any | None:
        """Return the current row, or None."""
        index = self.currentIndex()
        return self._table.rows[index.row()] if index.isValid() else None

    def make_current(self, number: int) -> None:
        """Make a row current by its place, and tell."""
        if 0 <= number < len(self._table.rows):
            self.setCurrentIndex(self._table.index(number, 0))

    def refill(self, rows: list[Any], key: Callable[[Any], object]) -> None:
        """Show other rows; the current one stays current, without a signal, if still there."""
        before = self.current()
        scrolled = self.verticalScrollBar().value()
        self._quiet = True
        self._table.show_rows(rows)
        self._span_groups()
        if before is not None:
            self._keep(key(before), key)
        self.verticalScrollBar().setValue(scrolled)
        self._quiet = False

    def sort(self, column: int, *, descending: bool) -> None:
        """Sort; the current row stays current."""
        before = self.current()
        way = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self._quiet = True
        self._table.sort(column, way)
        if before is not None:
            self._keep(id(before), id)
        self._quiet = False
        self.horizontalHeader().viewport().update()

    def _span_groups(self) -> None:
        self.clearSpans()
        if not self._fixed:
            return
        across = len(self._table.columns)
        for number in range(len(self._table.rows)):
            if isinstance(self._table.cell(number, 0), Group):
                self.setSpan(number, 0, 1, across)

    def _keep(self, wanted: object, key: Callable[[Any], object]) -> None:
        for number, row in enumerate(self._table.rows):
            if key(row) == wanted:
                self.make_current(number)
                return

    def copy(self) -> None:
        """Put the selected rows on the clipboard, with titles, for a spreadsheet."""
        chosen = sorted(index.row() for index in self.selectionModel().selectedRows())
        clipboard.copy(copying.as_text(self._table, chosen, self.fitting.shown()))
        announce(self, _("Copied"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._by_keyboard = True
        self.viewport().update()
        row = self.currentIndex().row()
        letter = event.text().upper()
        pressed = letter or QKeySequence(event.key()).toString()  # F2 is no text
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and row >= 0:
            self._open(row)
        elif pressed in self.letters and row >= 0 and not event.modifiers():
            self.letters[pressed](self._table.rows[row])
        elif letter.isalnum() and not event.modifiers():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        copy = menu.addAction(icons.icon("copy"), _("Copy"), self.copy)
        copy.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
        if not self._fixed:
            menu.addMenu(self._sorting_menu(menu))
        columns = self.fitting.menu()
        columns.setTitle(_("Columns"))
        columns.setIcon(icons.icon("columns-3"))
        menu.addMenu(columns)
        menu.exec(event.globalPos())

    def _sorting_menu(self, over: QMenu) -> QMenu:
        menu = QMenu(_("Sort by"), over)
        menu.setIcon(icons.icon("arrow-up-down"))
        for number, column in enumerate(self._table.columns):
            act = menu.addAction(column.title)
            act.triggered.connect(lambda _on=False, number=number: self._header_clicked(number))
        return menu

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._by_keyboard = False
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.rowAt(round(event.position().y())))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        row = self.currentIndex().row()
        if row < 0 or not (self._by_keyboard and self.hasFocus()):
            return
        painter = paint.begin(self.viewport())
        edge = QRect(
            0, self.rowViewportPosition(row), self.viewport().width(), self.rowHeight(row)
        )
        paint.ring(painter, QRectF(edge), 4)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.fitting.fit()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._measure()
        super().changeEvent(event)

    def currentChanged(self, now: Index, before: Index) -> None:
        super().currentChanged(now, before)
        if not self._quiet and now.row() != before.row():
            self.row_chosen.emit(self.current())

    def focusInEvent(self, event: QFocusEvent) -> None:
        reason = event.reason()
        keyboard = {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}
        if reason in keyboard:
            self._by_keyboard = True
            if not self.currentIndex().isValid() and self._table.rows:
                self.make_current(0)
        super().focusInEvent(event)

    def _measure(self) -> None:
        tall = look.px(_COMPACT_ROW if self._compact else _ROW)
        self.verticalHeader().setDefaultSectionSize(tall)
        self.fitting.measure()

    def _header_clicked(self, column: int) -> None:
        if column != self._table.sorted_by:
            self.sort(column, descending=False)
        elif not self._table.descending:
            self.sort(column, descending=True)
        else:
            self.sort(-1, descending=False)

    def _open(self, row: int) -> None:
        self.row_opened.emit(self._table.rows[row])

    def _hover(self, row: int) -> None:
        if row != self._cells.hover:
            self._cells.hover = row
            self.viewport().update()
