"""A message that floats for ten seconds, with one way back: what was done, and undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtWidgets import QAbstractScrollArea, QLabel, QWidget

from desktop_app.words import _
from ui.parts import paint
from ui.parts.announce import announce
from ui.parts.icon import Icon
from ui.parts.layouts import row
from ui.parts.painted import Painted, PaintedButton
from ui.theme import look

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtGui import QPaintEvent

SHOWN_MS = 10_000
_FROM_BOTTOM = 26
_ABOVE_FOOT = 20
_FLAT = 72  # higher is no foot
_LAYERS = 3  # a foot, with more fixed things above it


class Toast(Painted):
    """The one toast of a window; lies over the bottom of `over` and is hidden until needed.

    It stays above the foot of a page: whatever stands fixed there, with its buttons. What
    scrolls it may cover. The clock stands still while the pointer is on it or it has the focus.
    """

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self._kind = ""
        self._undos: list[Callable[[], object]] = []
        self._words = _Words()
        self._undo = _Undo()
        self._undo.clicked.connect(self.undo)
        line = row(Icon("check", "toast_text", 16), self._words, 10, self._undo)
        line.setContentsMargins(18, 10, 18, 10)
        self.setLayout(line)
        self._clock = QTimer(self, interval=SHOWN_MS, singleShot=True)
        self._clock.timeout.connect(self._time_is_up)
        over.installEventFilter(self)
        self.hide()

    def say(
        self,
        words: str,
        undo: Callable[[], object] | None = None,
        *,
        kind: str = "",
        together: Callable[[int], str] | None = None,
    ) -> None:
        """Tell what was done.

        Args:
            words: "De Werf 18 reserved for Amina Yusuf".
            undo: takes it back; without it there is no button.
            kind: toasts of one kind that follow each other become one ...
            together: ... which says this of their number; their undo takes all of them back.
        """
        alike = bool(kind) and kind == self._kind and self.isVisible()
        self._undos = [*(self._undos if alike else []), *([undo] if undo else [])]
        self._kind = kind
        said = together(len(self._undos)) if alike and together else words
        self._words.setText(said)
        self._undo.setVisible(bool(self._undos))
        self.adjustSize()
        self._place()
        self.settle()
        self.show()
        self.raise_()
        self._clock.start()
        announce(self, said)

    def undo(self) -> None:
        """Take back what the toast tells, the last thing first."""
        undos, self._undos = self._undos, []
        self.dismiss()
        for each in reversed(undos):
            each()

    def dismiss(self) -> None:
        """Go away."""
        self._clock.stop()
        self._kind = ""
        self.hide()

    def settle(self) -> None:
        """Stand above the foot of the page that is shown, once it is laid out."""
        QTimer.singleShot(0, self, self._place)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
            self.settle()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.begin(self)
        paint.rounded(painter, QRectF(self.rect()), 10, look.colour("toast"))
        painter.end()

    def _time_is_up(self) -> None:
        if self.underMouse() or self._undo.hasFocus():
            self._clock.start()
        else:
            self.dismiss()

    def _place(self) -> None:
        over = self._over
        most = max(200, over.width() - 32)
        size = QSize(min(self.sizeHint().width(), most), self.sizeHint().height())
        left = (over.width() - size.width()) // 2
        lowest = QRect(QPoint(left, over.height() - size.height() - _FROM_BOTTOM), size)
        self.setGeometry(self._above_foot(lowest))

    def _above_foot(self, lowest: QRect) -> QRect:
        """Return where nothing fixed is covered; the lowest place if that is too high up."""
        fixed = [_seen(widget, self._over) for widget in self._fixed()]
        place = QRect(lowest)
        for _layer in range(_LAYERS):
            below = QRect(0, place.top(), self._over.width(), self._over.height())
            tops = [seen.top() for seen in fixed if seen.intersects(below)]
            if not tops:
                break
            place.moveBottom(min(tops) - _ABOVE_FOOT)
        return place if place.top() > self._over.height() // 2 else lowest

    def _fixed(self) -> Iterator[QWidget]:
        """Yield what can be seen or pressed and does not scroll."""
        for widget in self._over.findChildren(QWidget):
            mine = widget is self or self.isAncestorOf(widget)
            if widget.isVisible() and not mine and not _scrolls(widget) and _says(widget):
                yield widget


def _says(widget: QWidget) -> bool:
    """Return whether it is a thing in itself, and no page with things in it."""
    pressed = widget.focusPolicy() != Qt.FocusPolicy.NoFocus
    return (pressed or isinstance(widget, QLabel)) and widget.height() <= look.px(_FLAT)


def _scrolls(widget: QWidget | None) -> bool:
    while widget is not None:
        if isinstance(widget, QAbstractScrollArea):
            return True
        widget = widget.parentWidget()
    return False


def _seen(widget: QWidget, over: QWidget) -> QRect:
    return QRect(widget.mapTo(over, QPoint(0, 0)), widget.size())


class _Words(QLabel):
    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("k", "control")

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.begin(self)
        paint.text(painter, QRectF(self.rect()), self.text(), "control", "toast_text")
        painter.end()


class _Undo(PaintedButton):
    def __init__(self) -> None:
        super().__init__(_("Undo") + "  Ctrl+Z")

    def sizeHint(self) -> QSize:
        return QSize(paint.width(self.words(), "strong") + 8, paint.height("strong") + 10)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.begin(self)
        rect = QRectF(self.rect())
        paint.text(painter, rect, self.words(), "strong", "toast_action", paint.CENTRE)
        if self.hasFocus():
            paint.rounded(painter, rect, 6, None, look.colour("toast_action"), 2)
        painter.end()
