"""The list of steps at the left: done, at hand, put off, to come."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QRectF, QSize
from PySide6.QtWidgets import QSizePolicy

from desktop_app.words import _
from ui.parts import paint
from ui.parts.painted import Painted
from ui.theme import icons, look

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter, QPaintEvent

State = Literal["done", "here", "later", "ahead"]
_DOT, _TALL, _GAP = 24, 36, 12


@dataclass(frozen=True, slots=True)
class StepLine:
    """One line; `note` says in a few words what was done."""

    words: str
    state: State = "ahead"
    note: str = ""


class StepList(Painted):
    """Numbers that become ticks."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: Sequence[StepLine] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_lines(self, lines: Sequence[StepLine]) -> None:
        """Show the steps."""
        self._lines = lines
        at = next((n for n, line in enumerate(lines) if line.state == "here"), 0)
        self.setAccessibleName(
            _("Step {step} of {steps}: {name}").format(
                step=at + 1, steps=len(lines), name=lines[at].words
            )
        )
        self.updateGeometry()
        self.update()

    def lines(self) -> Sequence[StepLine]:
        """Return what is shown."""
        return self._lines

    def sizeHint(self) -> QSize:
        return QSize(look.px(240), look.px(_TALL) * len(self._lines))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.begin(self)
        for index, line in enumerate(self._lines):
            self._paint_line(painter, index, line)
        painter.end()

    def _paint_line(self, painter: QPainter, index: int, line: StepLine) -> None:
        dot, tall = look.px(_DOT), look.px(_TALL)
        box = QRectF(0, index * tall + (tall - dot) / 2, dot, dot)
        fill = {"done": "ok_soft", "here": "primary", "later": "mute_soft"}.get(line.state)
        paint.rounded(painter, box, dot / 2, look.colour(fill) if fill else None)
        sign = {"done": "check", "later": "clock"}.get(line.state)
        if sign:
            side = look.px(14)
            square = QRectF(0, 0, side, side)
            square.moveCenter(box.center())
            icons.draw(painter, square, sign, "ok" if line.state == "done" else "text3")
        else:
            ink = "on_primary" if line.state == "here" else "text2"
            paint.text(painter, box, str(index + 1), "small_strong", ink, paint.CENTRE)
        role = "strong" if line.state == "here" else "body"
        left = dot + _GAP
        room = QRectF(left, index * tall, self.width() - left, tall)
        ink = "text" if line.state == "here" else "text2"
        paint.text(painter, room, line.words, role, ink)
        if line.note:
            room.setLeft(left + paint.width(line.words, role) + 8)
            if room.width() > look.px(40):
                paint.text(painter, room, f"· {line.note}", "small", "text3")
