"""Filters that are always in sight: pills to switch on and off, and one that clears them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.words import _
from ui.parts import paint
from ui.parts.buttons import Button
from ui.parts.flow import Flow
from ui.parts.painted import PaintedButton
from ui.theme import look

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QPaintEvent


@dataclass(frozen=True, slots=True)
class Filter:
    """One filter: what the screen calls it, what it says, and how many it would show."""

    key: str
    words: str
    count: int | None = None


class FilterPills(QWidget):
    """A row of filters.

    Args:
        filters: the pills in order.
        one: at most one is on at a time (projects); else any number.

    Signals:
        changed(frozenset): the keys that are on.
    """

    changed = Signal(object)

    def __init__(self, filters: Sequence[Filter], *, one: bool = False) -> None:
        super().__init__()
        self._one = one
        self._pills: dict[str, Pill] = {}
        self._clear = Button(_("Clear"), self.clear, kind="ghost", icon="x")
        line = Flow()
        for each in filters:
            pill = Pill(each.words, each.count)
            pill.clicked.connect(lambda _on=False, key=each.key: self._switched(key))
            self._pills[each.key] = pill
            line.addWidget(pill)
        line.addWidget(self._clear)
        self.setLayout(line)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._clear.hide()

    def on(self) -> frozenset[str]:
        """Return the keys of the filters that are on."""
        return frozenset(key for key, pill in self._pills.items() if pill.isChecked())

    def switch_on(self, keys: Iterable[str]) -> None:
        """Switch exactly these on, without a signal."""
        wanted = set(keys)
        for key, pill in self._pills.items():
            pill.setChecked(key in wanted)
        self._clear.setVisible(bool(self.on()))

    def count(self, key: str, count: int | None) -> None:
        """Show how many a filter would leave."""
        self._pills[key].count = count
        self._pills[key].updateGeometry()
        self._pills[key].update()

    def clear(self) -> None:
        """Switch all filters off."""
        self.switch_on(())
        self.changed.emit(self.on())

    def _switched(self, key: str) -> None:
        if self._one and self._pills[key].isChecked():
            self.switch_on({key})
        self._clear.setVisible(bool(self.on()))
        self.changed.emit(self.on())


class Pill(PaintedButton):
    """One switch with words."""

    def __init__(self, words: str, count: int | None = None) -> None:
        super().__init__(words)
        self.count = count
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def _shown(self) -> str:
        return self.words() if self.count is None else f"{self.words()}  {self.count}"

    def sizeHint(self) -> QSize:
        return QSize(paint.width(self._shown(), "control") + 26, paint.height("control") + 14)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.begin(self)
        rect = QRectF(self.rect())
        on = self.isChecked()
        fill = "selected" if on else "hover" if self.hovered else "surface"
        line = "primary" if on else "border"
        paint.rounded(painter, rect, rect.height() / 2, look.colour(fill), look.colour(line))
        if self.hasFocus():
            paint.ring(painter, rect, rect.height() / 2)
        ink = "primary_text" if on else "text2"
        paint.text(painter, rect, self._shown(), "control", ink, paint.CENTRE)
        painter.end()
