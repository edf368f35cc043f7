"""What every chart can do: be read out, be copied as numbers or as a picture."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import QMenu

from desktop_app.words import _
from ui.parts import clipboard
from ui.parts.painted import Painted
from ui.theme import icons, look


class Chart(Painted):
    """A drawing of numbers.

    Args:
        name: what it shows.
        numbers: the same as a table of words, titles first; for copying and reading out.
    """

    def __init__(self, name: str, numbers: list[list[str]]) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(name)
        self.numbers = numbers
        self.tell()

    def tell(self) -> None:
        """Set what a screen reader says to the numbers of now."""
        lines = (", ".join(part for part in line if part) for line in self.numbers[1:])
        self.setAccessibleDescription("; ".join(lines))

    def copy_numbers(self) -> None:
        """Put the numbers on the clipboard, for a spreadsheet."""
        clipboard.copy("\n".join("\t".join(line) for line in self.numbers))

    def copy_picture(self) -> None:
        """Put the drawing on the clipboard."""
        QGuiApplication.clipboard().setPixmap(self.grab())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_numbers()
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.addAction(icons.icon("table-2"), _("Copy the numbers"), self.copy_numbers)
        menu.addAction(icons.icon("copy"), _("Copy the picture"), self.copy_picture)
        menu.exec(event.globalPos())

    def paint_focus(self, painter: QPainter) -> None:
        """Mark the focus by a line of 2 px beneath: a ring would run through the labels."""
        if self.hasFocus():
            under = QRectF(0, self.height() - 2, self.width(), 2)
            painter.fillRect(under, look.colour("focus"))
