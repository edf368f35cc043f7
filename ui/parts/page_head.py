"""The top of a page: its title, a line under it, and at most two buttons at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.parts.layouts import column, row
from ui.parts.text import Elided, label


class PageHead(QWidget):
    """Title and buttons of a page; the primary button stands last."""

    def __init__(self, title: str, *buttons: QWidget, under: str = "") -> None:
        super().__init__()
        self._title = Elided(title, "title")
        self._under = label(under, "body", "text2", wrap=True)
        if not under:
            self._under.hide()
        line = row(gap=8)
        words = column(self._title, self._under, gap=4)
        words.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        line.addLayout(words, 1)
        line.addSpacing(12)
        for button in buttons:
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setLayout(line)

    def say(self, title: str, under: str = "") -> None:
        """Show another title."""
        self._title.setText(title)
        self._under.setText(under)
        self._under.setVisible(bool(under))
