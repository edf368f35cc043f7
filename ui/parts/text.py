"""Words on a page: labels by type role, and labels that shorten themselves."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QSizePolicy

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

_PLAIN = 0
"""Qt.TextFormat.PlainText, by its number: see `theme/source.py` on Qt's constants."""


def label(
    words: str, role: str = "body", colour: str = "text", *, wrap: bool = False
) -> QLabel:
    """Return words in a type role ("title") and a colour ("text2"); plain text, never HTML."""
    made = QLabel()
    _write(made, role, colour)
    made.setText(words)
    if wrap:
        made.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        made.setSizePolicy(policy)
    return made


def recolour(made: QLabel, colour: str) -> None:
    """Give a label another colour."""
    made.setProperty("c", colour)
    made.style().polish(made)


class Elided(QLabel):
    """One line that ends in an ellipsis where room is short; the tooltip then says it all."""

    def __init__(
        self,
        words: str = "",
        role: str = "body",
        colour: str = "text",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        _write(self, role, colour)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._words = ""
        self._has_room = False
        self.setText(words)

    def setText(self, words: str) -> None:
        self._words = words
        self._fit()
        self.updateGeometry()

    def text(self) -> str:
        return self._words

    def sizeHint(self) -> QSize:
        return self._size(self._words)

    def minimumSizeHint(self) -> QSize:
        short, whole = self._size("Mmmm…"), self._size(self._words)
        return short if short.width() < whole.width() else whole

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._has_room = True
        self._fit()
        super().resizeEvent(event)

    def _size(self, words: str) -> QSize:
        self.ensurePolished()
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(words) + 2, metrics.height())

    def _fit(self) -> None:
        cut = self._has_room and self._size(self._words).width() > self.width() + 1
        super().setText(self._shortened() if cut else self._words)
        self.setToolTip(self._words if cut else "")
        self.setAccessibleName(self._words if cut else "")

    def _shortened(self) -> str:
        words, metrics = self._words, self.fontMetrics()
        room = self.width() - metrics.horizontalAdvance("…")
        fitting = bisect_right(
            range(len(words)), room, key=lambda n: metrics.horizontalAdvance(words[:n])
        )
        return f"{words[: max(0, fitting - 1)].rstrip()}…"


def _write(made: QLabel, role: str, colour: str) -> None:
    made.setProperty("textFormat", _PLAIN)
    made.setProperty("k", role)
    made.setProperty("c", colour)
