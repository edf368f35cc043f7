"""The board: every dwelling in the column of what it is now, what presses on top."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from desktop_app.register.dwelling_list import Column, DwellingRow
from desktop_app.words import _
from ui.parts import paint
from ui.parts.avatar import paint_avatar
from ui.parts.chip import Chip, chip_size, paint_chip
from ui.parts.layouts import column, empty, holding, row
from ui.parts.painted import PaintedButton
from ui.parts.text import label
from ui.screens.dwellings import wording
from ui.theme import icons, look

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtGui import QKeyEvent, QPaintEvent

COLUMNS = (Column.LEAVING, Column.VACANT, Column.RESERVED, Column.REPAIR, Column.OCCUPIED)
_MOST = 6  # cards of a column; the table has them all
_CARD_WIDTH = 196
_KEYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class Board(QScrollArea):
    """The columns side by side.

    Signals:
        opened(object): the row of a card that was pressed.
        edit_asked(object): F2 on a card.
        move_asked(object): M on a card.
    """

    opened = Signal(object)
    edit_asked = Signal(object)
    move_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._columns = row(gap=26, edge=(28, 14, 28, 20))
        self._columns.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.setWidget(holding(self._columns))

    def show_rows(self, rows: Sequence[DwellingRow], today: date) -> None:
        """Lay the dwellings out."""
        empty(self._columns)
        for which in COLUMNS:
            inside = [one for one in rows if one.column is which]
            inside.sort(key=lambda one: wording.urgency(one, today))
            self._columns.addWidget(
                self._column(which, inside, today), 0, Qt.AlignmentFlag.AlignTop
            )
        self._columns.addStretch(1)

    def cards(self) -> list[DwellingCard]:
        """Return the cards, column by column."""
        return self.findChildren(DwellingCard)

    def _column(self, which: Column, inside: Sequence[DwellingRow], today: date) -> QWidget:
        head = row(
            Chip(_(wording.TITLES[which]), wording.MOODS[which]),
            label(str(len(inside)), "control", "text2"),
            ...,
            gap=8,
        )
        stack = column(head, gap=10)
        for one in inside[:_MOST]:
            card = DwellingCard(one, today)
            card.clicked.connect(lambda _on=False, one=one: self.opened.emit(one))
            card.edit_asked.connect(partial(self.edit_asked.emit, one))
            card.move_asked.connect(partial(self.move_asked.emit, one))
            stack.addWidget(card)
        if len(inside) > _MOST:
            rest = _("and {n} more in the table").format(n=len(inside) - _MOST)
            stack.addWidget(label(rest, "small", "text2"))
        stack.addStretch(1)
        held = holding(stack)
        held.setFixedWidth(look.px(_CARD_WIDTH))
        return held


class DwellingCard(PaintedButton):
    """One dwelling: address, size and rent, tenant, and the next date.

    Signals:
        edit_asked(): by F2.
        move_asked(): by M.
    """

    edit_asked = Signal()
    move_asked = Signal()

    def __init__(self, shown: DwellingRow, today: date) -> None:
        super().__init__("")
        self._shown = shown
        self._next, self._mood = wording.next_date(shown, today)
        names = ", ".join(tenant.name for tenant in shown.tenants)
        said = (shown.address, wording.facts(shown), names, self._next)
        self.setAccessibleName(", ".join(part for part in said if part))

    @property
    def shown(self) -> DwellingRow:
        """The dwelling on the card."""
        return self._shown

    def sizeHint(self) -> QSize:
        lines = paint.height("strong") + paint.height("small") + 4
        for _tenant in self._shown.tenants[:1]:
            lines += look.px(22)
        lines += chip_size(self._next, "").height()
        return QSize(look.px(_CARD_WIDTH), lines + 24)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.begin(self)
        rect = QRectF(self.rect())
        fill = look.colour("hover") if self.hovered else look.colour("surface")
        paint.rounded(painter, rect, 10, fill, look.colour("border"))
        if self.hasFocus():
            paint.ring(painter, rect, 10)
        left, top, room = 12.0, 11.0, rect.width() - 24
        tall = paint.height("strong")
        title = QRectF(left, top, room - look.px(22), tall)
        paint.text(painter, title, self._shown.address, "strong", "text")
        side = look.px(15)
        sign = QRectF(rect.right() - 12 - side, top + (tall - side) / 2, side, side)
        icons.draw(painter, sign, wording.ICONS[self._shown.column], self._sign_colour())
        top += tall + 2
        tall = paint.height("small")
        under = QRectF(left, top, room, tall)
        paint.text(painter, under, wording.facts(self._shown), "small", "text2")
        top += tall + 4
        for tenant in self._shown.tenants[:1]:
            dot = look.px(18)
            paint_avatar(
                painter, QRectF(left, top, dot, dot), tenant.name, str(tenant.client_id)
            )
            beside = QRectF(left + dot + 7, top, room - dot - 7, dot)
            paint.text(painter, beside, tenant.name, "body", "text2")
            top += look.px(22)
        size = chip_size(self._next, "")
        box = QRectF(left, top + 1, min(size.width(), room), size.height())
        paint_chip(painter, box, self._next, self._mood, "")
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        asked = {Qt.Key.Key_F2: self.edit_asked, Qt.Key.Key_M: self.move_asked}
        if (ask := asked.get(Qt.Key(event.key()))) is not None:
            ask.emit()
            return
        step = _KEYS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        for _turn in range(abs(step)):
            self.focusNextPrevChild(step > 0)

    def _sign_colour(self) -> str:
        return {"warn": "warn", "info": "info", "ok": "ok"}.get(
            wording.MOODS[self._shown.column], "primary"
        )
