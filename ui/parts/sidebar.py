"""The left of the window: where one can go, who was seen lately, who works here."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout

from desktop_app.words import _
from ui.parts import paint
from ui.parts.avatar import Avatar, paint_avatar
from ui.parts.buttons import IconButton
from ui.parts.chip import chip_size, paint_chip
from ui.parts.layouts import column, empty, holding, row, rule
from ui.parts.painted import PaintedButton
from ui.parts.skyline import Logo
from ui.parts.text import Elided
from ui.theme import icons, look

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter, QPaintEvent

WIDE, RAIL = 236, 66


@dataclass(frozen=True, slots=True)
class Count:
    """A number beside an item: how many there are, or, as `work`, how many wait for you."""

    number: int
    work: bool = False


@dataclass(frozen=True, slots=True)
class SideItem:
    """One place to go."""

    key: str
    title: str
    icon: str
    foot: bool = False
    keys: str = ""


@dataclass(frozen=True, slots=True)
class SidePerson:
    """Somebody one may want to go back to; `icon` says that something waits for them."""

    key: str
    name: str
    icon: str = ""


class Sidebar(QFrame):
    """The sidebar; as a rail it shows icons only, and no names.

    Signals:
        chosen(str): the key of the item somebody went to.
        person_chosen(str): the key of the person.
        lock_asked(): the lock was pressed.
    """

    chosen = Signal(str)
    person_chosen = Signal(str)
    lock_asked = Signal()

    def __init__(self, items: Sequence[SideItem], worker: str, role: str) -> None:
        super().__init__()
        self.setProperty("k", "chrome")
        self.setAccessibleName(_("Main menu"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._rail = False
        self._group = QButtonGroup(self)
        self._items = {item.key: self._item(item) for item in items}
        self._organisation = Elided("", "strong")
        self._register = Elided("", "small", "text2")
        self._people: QVBoxLayout = column(gap=2)
        self._people_holder = holding(self._people)
        self._avatar = Avatar(worker)
        self._worker_words = holding(
            column(Elided(worker, "strong"), Elided(role, "small", "text2"), gap=1)
        )
        self._head_words = holding(column(self._organisation, self._register, gap=1))
        stack = column(gap=2, edge=(12, 12, 8, 12))
        stack.addLayout(row(6, Logo(30), self._head_words, gap=10))
        stack.addSpacing(14)
        for item in items:
            if not item.foot:
                stack.addWidget(self._items[item.key])
        stack.addSpacing(12)
        stack.addWidget(self._people_holder)
        stack.addStretch(1)
        for item in items:
            if item.foot:
                stack.addWidget(self._items[item.key])
        stack.addSpacing(6)
        stack.addWidget(rule())
        stack.addSpacing(4)
        stack.addLayout(self._foot())
        self.setLayout(stack)
        self.be_rail(on=False)

    def show_names(self, organisation: str, register: str) -> None:
        """Show whose register is open."""
        self._organisation.setText(organisation)
        self._register.setText(register)

    def show_people(self, title: str, people: Sequence[SidePerson]) -> None:
        """Show people under a title."""
        empty(self._people)
        if people:
            head = Elided(title, "caption", "text3")
            self._people.addLayout(row(12, head))
            self._people.addSpacing(2)
        for person in people:
            button = _PersonItem(person)
            button.clicked.connect(partial(self._person, person.key))
            self._people.addWidget(button)
        self._people_holder.setVisible(bool(people) and not self._rail)

    def count(self, key: str, count: Count | None) -> None:
        """Show a number beside an item."""
        self._items[key].show_count(count)

    def mark(self, key: str) -> None:
        """Mark where somebody is; a key without an item marks nothing."""
        self._group.setExclusive(False)
        for name, item in self._items.items():
            item.setChecked(name == key)
        self._group.setExclusive(True)

    def be_rail(self, *, on: bool) -> None:
        """Fold to a rail of icons, or unfold."""
        self._rail = on
        for item in self._items.values():
            item.fold(on=on)
        for words in (self._head_words, self._worker_words):
            words.setVisible(not on)
        self._people_holder.setVisible(not on and self._people.count() > 0)
        self._avatar.setVisible(not on)
        self.setFixedWidth(RAIL if on else look.px(WIDE))

    def is_rail(self) -> bool:
        """Tell whether only icons are shown."""
        return self._rail

    def _item(self, item: SideItem) -> NavItem:
        button = NavItem(item)
        button.clicked.connect(partial(self._go, item.key))
        self._group.addButton(button)
        return button

    def _foot(self) -> QHBoxLayout:
        lock = IconButton("lock", _("Lock"), self.lock_asked.emit)
        lock.setToolTip(_("Lock") + "  Ctrl+L")
        return row(4, self._avatar, self._worker_words, lock, gap=8)

    def _go(self, key: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's signal
        self.chosen.emit(key)

    def _person(self, key: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - as above
        self.person_chosen.emit(key)


class NavItem(PaintedButton):
    """One place to go, in a list of such: a page of the window, a part of the settings."""

    def __init__(self, item: SideItem) -> None:
        super().__init__(item.title)
        self._item = item
        self._count: Count | None = None
        self._folded = False
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._tell()

    def show_count(self, count: Count | None) -> None:
        """Show a number beside it."""
        self._count = count
        self._tell()
        self.update()

    def fold(self, *, on: bool) -> None:
        """Show the icon alone."""
        self._folded = on
        self._tell()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(42, max(36, paint.height("control") + 20))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.begin(self)
        rect = QRectF(self.rect())
        on = self.isChecked()
        if on:
            paint.rounded(painter, rect, 8, look.colour("surface"), look.colour("border"))
        elif self.hovered:
            paint.rounded(painter, rect, 8, look.colour("hover"))
        if self.hasFocus():
            paint.ring(painter, rect, 8)
        ink = "text" if on else "text2"
        side = look.px(18)
        left = (rect.width() - side) / 2 if self._folded else 10.0
        top = round(rect.center().y() - side / 2)
        icons.draw(painter, QRectF(round(left), top, side, side), self._item.icon, ink)
        if not self._folded:
            inside = rect.adjusted(10 + side + 10, 0, -10, 0)
            inside.setRight(inside.right() - self._paint_count(painter, inside))
            role = "strong" if on else "control"
            paint.text(painter, inside, self.words(), role, ink)
        elif self._count is not None and self._count.work:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("warn"))
            painter.drawEllipse(QPointF(left + side, top + 2), 4, 4)
        painter.end()

    def _paint_count(self, painter: QPainter, inside: QRectF) -> int:
        if self._count is None:
            return 0
        words = str(self._count.number)
        if self._count.work:
            size = chip_size(words)
            box = QRectF(0, 0, size.width(), size.height())
            box.moveCenter(inside.center())
            box.moveLeft(inside.right() - size.width())
            box.moveTop(round(box.top()))
            paint_chip(painter, box, words, "warn")
            return size.width() + 6
        paint.text(painter, inside, words, "small", "text3", paint.RIGHT)
        return paint.width(words, "small") + 6

    def _tell(self) -> None:
        self.setToolTip(self._tip())
        waiting = self._count is not None and self._count.work
        number = f" {self._count.number}" if self._count and waiting else ""
        self.setAccessibleName(f"{self.words()}{number}")

    def _tip(self) -> str:
        if self._folded:
            return f"{self.words()}  {self._item.keys}".strip()
        return self._item.keys


class _PersonItem(PaintedButton):
    def __init__(self, person: SidePerson) -> None:
        super().__init__(person.name)
        self._person = person
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(80, max(34, paint.height("body") + 18))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.begin(self)
        rect = QRectF(self.rect())
        if self.hovered:
            paint.rounded(painter, rect, 8, look.colour("hover"))
        if self.hasFocus():
            paint.ring(painter, rect, 8)
        side = look.px(22)
        top = round(rect.center().y() - side / 2)
        square = QRectF(9, top, side, side)
        paint_avatar(painter, square, self._person.name, self._person.key)
        inside = rect.adjusted(9 + side + 9, 0, -10, 0)
        if self._person.icon:
            small = look.px(15)
            top = round(rect.center().y() - small / 2)
            box = QRectF(inside.right() - small, top, small, small)
            icons.draw(painter, box, self._person.icon, "warn")
            inside.setRight(box.left() - 6)
        paint.text(painter, inside, self.words(), "body", "text2")
        painter.end()
