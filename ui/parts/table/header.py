"""Draws the titles of a table's columns; an arrow stands only at the one that sorts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView

from ui.parts import paint
from ui.parts.table.delegate import SIDE
from ui.theme import icons, look

if TYPE_CHECKING:
    from ui.parts.table.model import TableModel

_ARROW = 14


class Header(QHeaderView):
    """Titles; a click sorts, a second click turns the order, a third gives it up."""

    def __init__(self, table_model: TableModel) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._model = table_model
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(48)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), max(36, paint.height("small_strong") + 20))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        painter.save()
        box = QRectF(rect)
        painter.fillRect(box.adjusted(-1, 0, 1, 0), look.colour("surface"))
        base = box.bottom() - 0.5
        paint.line(painter, QPointF(box.left() - 1, base), QPointF(box.right() + 1, base))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        align = self._model.headerData(
            section, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole
        )
        title = self._model.columns[section].title
        inside = box.adjusted(SIDE, 0, -SIDE, -1)
        sorting = section == self._model.sorted_by
        if sorting:
            size = look.px(_ARROW)
            words = min(paint.width(title, "small_strong"), inside.width() - size - 4)
            right = align & Qt.AlignmentFlag.AlignRight
            left = inside.right() - size if right else inside.left() + words + 4
            arrow = "chevron-down" if self._model.descending else "chevron-up"
            top = round(inside.center().y() - size / 2)
            icons.draw(painter, QRectF(left, top, size, size), arrow, "text2")
            inside.setRight(inside.right() - size - 4)
        ink = "text" if sorting else "text3"
        paint.text(painter, inside, title, "small_strong", ink, align)
        painter.restore()
