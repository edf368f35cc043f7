"""Asks before the few things that cannot be undone. The safe answer has the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget

from ui.parts.announce import announce
from ui.parts.buttons import Button
from ui.parts.layouts import column, row
from ui.parts.overlay import Overlay
from ui.parts.text import label

if TYPE_CHECKING:
    from collections.abc import Callable

_WIDTH = 440


class Dialog(Overlay):
    """One question in the middle of the window.

    Args:
        over: the window it belongs to.
        title: the question.
        sentence: the consequence, in one sentence.
        verb: what the button does: "Erase for good"; never "Yes" or "OK".
        safe: what the other button says: "Keep".
        on_yes: called when the verb was chosen.
        to_type: what must be typed first, such as the client number; "" asks for nothing.
        type_label: the label of that field.
        danger: the verb destroys something; its button is red.
    """

    def __init__(  # noqa: PLR0913 - each is one visible part of the dialog
        self,
        over: QWidget,
        *,
        title: str,
        sentence: str,
        verb: str,
        safe: str,
        on_yes: Callable[[], object],
        to_type: str = "",
        type_label: str = "",
        danger: bool = False,
    ) -> None:
        super().__init__(over, width=_WIDTH)
        self.setAccessibleName(title)
        self._sentence = sentence
        self._yes = Button(verb, kind="danger" if danger else "primary")
        self._no = Button(safe, self.close_it)
        self._yes.clicked.connect(self.close_it)
        self._yes.clicked.connect(on_yes)
        body = column(
            label(title, "heading", wrap=True),
            label(sentence, "body", "text2", wrap=True),
            gap=8,
            edge=(24, 22, 24, 20),
        )
        if to_type:
            typed = QLineEdit()
            typed.setAccessibleName(type_label)
            typed.textChanged.connect(
                lambda words: self._yes.setEnabled(words.strip() == to_type)
            )
            self._yes.setEnabled(False)
            body.addSpacing(6)
            body.addWidget(label(type_label, "strong", wrap=True))
            body.addWidget(typed)
        body.addSpacing(10)
        body.addLayout(row(..., self._no, self._yes))
        self.panel.setLayout(body)

    def ask(self) -> None:
        """Appear, and have the consequence read out."""
        self.open(self._no)
        announce(self, f"{self.accessibleName()} {self._sentence}", at_once=True)
