"""Where somebody is in a task of a few steps: numbers that become ticks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtWidgets import QSizePolicy

from desktop_app.words import _
from ui.parts import paint
from ui.parts.painted import Painted
from ui.theme import icons, look

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter, QPaintEvent

_DOT = 26
_GAP = 10
_LINE = 46


class Stepper(Painted):
    """Steps in a row, or under one another as in a wizard.

    Where a row has no room for every name, only the step at hand has one.
    """

    def __init__(self, steps: Sequence[str], at: int = 0, *, upright: bool = False) -> None:
        super().__init__()
        self._steps = list(steps)
        self._at = at
        self._upright = upright
        across = QSizePolicy.Policy.Fixed if upright else QSizePolicy.Policy.Preferred
        self.setSizePolicy(across, QSizePolicy.Policy.Fixed)
        self.go(at)

    def go(self, at: int, *, over: bool = False) -> None:
        """Mark a step as the one at hand, and those before it as done; `over` marks it too."""
        self._at = at + over
        self.setAccessibleName(
            _("Step {step} of {steps}: {name}").format(
                step=at + 1, steps=len(self._steps), name=self._steps[at]
            )
        )
        self.update()

    def sizeHint(self) -> QSize:
        dot = look.px(_DOT)
        widths = [dot + _GAP + paint.width(step, "strong") for step in self._steps]
        if self._upright:
            return QSize(max(widths), len(widths) * (dot + _GAP))
        return QSize(sum(widths) + (len(widths) - 1) * (_LINE + 2 * _GAP), dot)

    def minimumSizeHint(self) -> QSize:
        if self._upright:
            return self.sizeHint()
        dots = len(self._steps) * look.px(_DOT) + (len(self._steps) - 1) * (_LINE + 2 * _GAP)
        return QSize(
            dots + _GAP + max(paint.width(step, "strong") for step in self._steps),
            look.px(_DOT),
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.begin(self)
        dot = look.px(_DOT)
        every = self._upright or self.width() >= self.sizeHint().width()
        left, top = 0.0, 0.0
        for index, step in enumerate(self._steps):
            box = QRectF(left, top, dot, dot)
            self._paint_dot(painter, box, index)
            here = index == self._at
            wide = paint.width(step, "strong") if here or every else -_GAP
            words = QRectF(box.right() + _GAP, top, wide + 2, dot)
            role = "strong" if here else "body"
            if here or every:
                paint.text(painter, words, step, role, "text" if here else "text2")
            if self._upright:
                top += dot + _GAP
                continue
            left = words.right() - 2
            if index < len(self._steps) - 1:
                middle = round(box.center().y())
                start = QPointF(left + _GAP, middle)
                paint.line(painter, start, QPointF(left + _GAP + _LINE, middle))
                left += _LINE + 2 * _GAP
        painter.end()

    def _paint_dot(self, painter: QPainter, box: QRectF, index: int) -> None:
        if index < self._at:
            paint.rounded(painter, box, box.height() / 2, look.colour("ok_soft"))
            size = look.px(15)
            corner = QPointF(
                round(box.center().x() - size / 2), round(box.center().y() - size / 2)
            )
            icons.draw(painter, QRectF(corner.x(), corner.y(), size, size), "check", "ok")
            return
        here = index == self._at
        fill = look.colour("primary" if here else "mute_soft")
        paint.rounded(painter, box, box.height() / 2, fill)
        ink = "on_primary" if here else "text2"
        paint.text(painter, box, str(index + 1), "strong", ink, paint.CENTRE)
