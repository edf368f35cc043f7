"""One line that says what is wrong with the field beneath it, or why one came to it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.parts.announce import announce
from ui.parts.icon import Icon
from ui.parts.layouts import row
from ui.parts.text import label


class ErrorLine(QWidget):
    """A sign and a sentence; takes no room while all is well."""

    def __init__(self, icon: str = "circle-alert", colour: str = "danger") -> None:
        super().__init__()
        self._sentence = label("", "small_strong", colour, wrap=True)
        line = row(gap=6)
        line.addWidget(Icon(icon, colour, 15), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._sentence, 1)
        self.setLayout(line)
        self.hide()

    def say(self, sentence: str, *, aloud: bool = False) -> None:
        """Show what is wrong; an empty sentence takes it away."""
        self._sentence.setText(sentence)
        self.setVisible(bool(sentence))
        if aloud and sentence:
            announce(self, sentence, at_once=True)

    def sentence(self) -> str:
        """Return what is said now."""
        return self._sentence.text()
