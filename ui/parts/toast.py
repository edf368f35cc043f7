"""A message that floats for ten seconds, with one way back: what was done, and undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, QTimer
from PySide6.QtWidgets import QLabel, QWidget

from desktop_app.words import _
from ui.parts import paint
from ui.parts.announce import announce
from ui.parts.icon import Icon
from ui.parts.layouts import row
from ui.parts.painted import Painted, PaintedButton
from ui.theme import look

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent

SHOWN_MS = 10_000
_FROM_BOTTOM = 26


class Toast(Painted):
    """The one toast of a window; lies over the bottom of `over` and is hidden until needed.

    The clock stands still while the pointer is on it or it has the focus.
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

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
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
        self.resize(min(self.sizeHint().width(), most), self.sizeHint().height())
        self.move(
            (over.width() - self.width()) // 2, over.height() - self.height() - _FROM_BOTTOM
        )


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
