"""A place to drop files on; whoever does not drag presses the button in it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QSizePolicy

from ui.parts import paint
from ui.parts.buttons import Button
from ui.parts.icon import Icon
from ui.parts.layouts import column, row
from ui.parts.painted import Painted
from ui.parts.text import label
from ui.theme import look

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPaintEvent

_RADIUS = 10


class DropPlace(Painted):
    """A dashed box.

    Args:
        words: what to drop here.
        button: what its button says.
        icon: a Lucide icon.

    Signals:
        dropped(list): paths of the files somebody dropped.
        asked(): the button was pressed; the screen then asks for files.
    """

    dropped = Signal(object)
    asked = Signal()

    def __init__(self, words: str, button: str, icon: str = "folder-input") -> None:
        super().__init__()
        self.setAccessibleName(words)
        self.setAcceptDrops(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._over = False
        said = label(words, "strong", wrap=True)
        said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.button = Button(button, self.asked.emit)
        self.setLayout(
            column(
                ...,
                row(..., Icon(icon, "primary", 22), ...),
                said,
                row(..., self.button, ...),
                ...,
                gap=8,
                edge=(12, 14, 12, 14),
            )
        )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event.mimeData()):
            event.acceptProposedAction()
            self._hover(over=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._hover(over=False)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self._hover(over=False)
        event.acceptProposedAction()
        self.dropped.emit(dropped_files(event.mimeData()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.begin(self)
        rect = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        ground = "primary_soft" if self._over else "subtle"
        paint.rounded(painter, rect, _RADIUS, look.colour(ground))
        painter.setPen(QPen(look.colour("primary"), 2, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect, _RADIUS, _RADIUS)
        painter.end()

    def _hover(self, *, over: bool) -> None:
        self._over = over
        self.update()


def dropped_files(data: QMimeData) -> list[Path]:
    """Return the files that somebody drags or dropped."""
    found = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return [path for path in found if path.is_file()]
