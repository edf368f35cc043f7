"""Draws the cells of a table, and the ground of a row without gaps between its cells."""

from __future__ import annotations

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.parts import paint
from ui.parts.avatar import paint_avatar
from ui.parts.charts.progress import paint_bar
from ui.parts.chip import chip_size, paint_chip
from ui.parts.table.cells import Cell, Chip, Group, Name, Number, Progress, Text
from ui.parts.table.model import CELL
from ui.theme import look

SIDE = 12
_BAR = 3
_AVATAR = 32
_PROGRESS = 70


class CellDelegate(QStyledItemDelegate):
    """Draws every kind of cell. `hover` is the row under the pointer."""

    def __init__(self) -> None:
        super().__init__()
        self.hover = -1
        self.compact = False

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        rect = QRectF(option.rect)
        chosen = is_chosen(option)
        painter.save()
        self._paint_ground(painter, rect, index, chosen=chosen)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        cell = index.data(CELL)
        inside = rect.adjusted(SIDE, 0, -SIDE, -1)
        self._paint_cell(painter, inside, cell)
        painter.restore()

    def _paint_ground(
        self,
        painter: QPainter,
        rect: QRectF,
        index: QModelIndex | QPersistentModelIndex,
        *,
        chosen: bool,
    ) -> None:
        # One pixel over on both sides: at 125 % the cells of a row would leave hairlines.
        wide = rect.adjusted(-1, 0, 1, 0)
        grouped = isinstance(index.sibling(index.row(), 0).data(CELL), Group)
        if chosen:
            painter.fillRect(wide, look.colour("selected"))
        elif grouped:
            painter.fillRect(wide, look.colour("subtle"))
        elif index.row() == self.hover:
            painter.fillRect(wide, look.colour("hover"))
        base = rect.bottom() - 0.5
        paint.line(painter, QPointF(wide.left(), base), QPointF(wide.right(), base))
        if chosen and index.column() == 0:
            bar = QRectF(rect.left(), rect.top(), _BAR, rect.height())
            painter.fillRect(bar, look.colour("primary"))

    def _paint_cell(self, painter: QPainter, rect: QRectF, cell: Cell) -> None:
        match cell:
            case Name():
                self._paint_name(painter, rect, cell)
            case Group():
                _paint_group(painter, rect, cell)
            case Chip():
                _paint_chip_cell(painter, rect, cell)
            case Progress():
                _paint_progress(painter, rect, cell)
            case Number():
                role = "number_strong" if cell.strong else "number"
                paint.text(painter, rect, cell.text, role, "text", paint.RIGHT)
            case Text():
                role = "strong" if cell.strong else "body"
                paint.text(painter, rect, cell.text, role, "text3" if cell.soft else "text")

    def _paint_name(self, painter: QPainter, rect: QRectF, cell: Name) -> None:
        if cell.key:
            side = look.px(24 if self.compact else _AVATAR)
            top = round(rect.center().y() - side / 2)
            square = QRectF(rect.left(), top, side, side)
            paint_avatar(painter, square, cell.text, cell.key)
            rect = rect.adjusted(side + SIDE, 0, 0, 0)
        if not cell.under:
            paint.text(painter, rect, cell.text, "strong")
        elif self.compact:
            across = paint.width(cell.text, "strong") + 10
            paint.text(painter, rect, cell.text, "strong")
            rest = rect.adjusted(across, 0, 0, 0)
            if rest.width() > 0:
                paint.text(painter, rest, cell.under, "small", "text3")
        else:
            upper, lower = paint.height("strong"), paint.height("small")
            top = round(rect.center().y() - (upper + lower + 1) / 2)
            first = QRectF(rect.left(), top, rect.width(), upper)
            second = QRectF(rect.left(), top + upper + 1, rect.width(), lower)
            paint.text(painter, first, cell.text, "strong")
            paint.text(painter, second, cell.under, "small", "text3")


def is_chosen(option: QStyleOptionViewItem) -> bool:
    """Tell whether a cell belongs to a selected row."""
    return bool(option.state & QStyle.StateFlag.State_Selected)


def _paint_group(painter: QPainter, rect: QRectF, cell: Group) -> None:
    paint.text(painter, rect, cell.text, "strong")
    rest = rect.adjusted(paint.width(cell.text, "strong") + 12, 0, 0, 0)
    if rest.width() > 0:
        paint.text(painter, rest, cell.under, "small", "text2")


def _paint_chip_cell(painter: QPainter, rect: QRectF, cell: Chip) -> None:
    size = chip_size(cell.text, cell.icon)
    across = min(size.width(), rect.width())
    top = round(rect.center().y() - size.height() / 2)
    box = QRectF(rect.left(), top, across, size.height())
    paint_chip(painter, box, cell.text, cell.mood, cell.icon)
    rest = rect.adjusted(across + 8, 0, 0, 0)
    if cell.after and rest.width() > 0:
        paint.text(painter, rest, cell.after, "body", "text2")


def _paint_progress(painter: QPainter, rect: QRectF, cell: Progress) -> None:
    if not cell.total:
        paint.text(painter, rect, cell.text, "body", "text3")
        return
    wide = min(look.px(_PROGRESS), rect.width())
    bar = QRectF(rect.left(), round(rect.center().y() - 3.5), wide, 7)
    paint_bar(painter, bar, cell.done / cell.total)
    rest = rect.adjusted(wide + 10, 0, 0, 0)
    if rest.width() > 0:
        paint.text(painter, rest, cell.text, "small", "text2")
