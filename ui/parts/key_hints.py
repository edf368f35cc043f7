"""Which keys do what on this page, at the foot of a list."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.parts.keys import Keys
from ui.parts.layouts import row
from ui.parts.text import label

Hint = tuple[tuple[str, ...], str]


class KeyHints(QWidget):
    """A row of keys with what they do: `KeyHints((("Enter",), _("open")))`."""

    def __init__(self, *hints: Hint) -> None:
        super().__init__()
        line = row(gap=6)
        for number, (keys, words) in enumerate(hints):
            if number:
                line.addSpacing(8)
            line.addWidget(Keys(keys))
            line.addWidget(label(words, "small", "text2"))
        self.setLayout(line)
