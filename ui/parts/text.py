"""Words on a page: labels by type role, and labels that shorten themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.parts import paint
from ui.parts.painted import follow_look

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


def label(
    words: str, role: str = "body", colour: str = "text", *, wrap: bool = False
) -> QLabel:
    """Return words in a type role ("title") and a colour ("text2"); plain text, never HTML."""
    made = QLabel(words)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("k", role)
    made.setProperty("c", colour)
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
        super().__init__(words, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._role = role
        self._colour = colour

    def sizeHint(self) -> QSize:
        return QSize(paint.width(self.text(), self._role) + 1, paint.height(self._role))

    def minimumSizeHint(self) -> QSize:
        short = min(paint.width(self.text(), self._role) + 1, paint.width("Mmmm…", self._role))
        return QSize(short, paint.height(self._role))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.begin(self)
        paint.text(painter, QRectF(self.rect()), self.text(), self._role, self._colour)
        painter.end()
        cut = paint.width(self.text(), self._role) > self.width() + 1
        self.setToolTip(self.text() if cut else "")

    def changeEvent(self, event: QEvent) -> None:
        follow_look(self, event)
        super().changeEvent(event)
