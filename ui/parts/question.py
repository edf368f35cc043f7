"""A question outside a form: its label, help, what is wrong, and whatever answers it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.parts.error_line import ErrorLine
from ui.parts.layouts import column
from ui.parts.scroll_page import reveal
from ui.parts.text import label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLineEdit


class Question(QWidget):
    """A label over an input that is no field of a `Form`: a password, a folder, a code.

    Args:
        words: the question.
        answer: the input.
        hint: help that stays in sight.
        under: what stands under the input.
    """

    def __init__(
        self, words: str, answer: QLineEdit, hint: str = "", under: QWidget | None = None
    ) -> None:
        super().__init__()
        self.answer = answer
        self._hint = hint
        self._error = ErrorLine()
        answer.setAccessibleName(words)
        answer.setAccessibleDescription(hint)
        stack = column(label(words, "strong", wrap=True), gap=3)
        if hint:
            stack.addWidget(label(hint, "small", "text3", wrap=True))
        stack.addWidget(self._error)
        stack.addSpacing(2)
        stack.addWidget(answer)
        if under is not None:
            stack.addWidget(under)
        self.setLayout(stack)
        self.setFocusProxy(answer)

    def say(self, sentence: str, *, go: bool = True) -> None:
        """Say what is wrong and go there; an empty sentence takes it away.

        Without `go` somebody is still typing, and is left in peace.
        """
        self._error.say(sentence, aloud=go)
        self.answer.setProperty("wrong", bool(sentence))
        self.answer.style().polish(self.answer)
        self.answer.setAccessibleDescription(f"{sentence} {self._hint}".strip())
        if sentence and go:
            self.answer.setFocus(Qt.FocusReason.OtherFocusReason)
            self.answer.selectAll()
            reveal(self)

    def wrong(self) -> str:
        """Return what is said to be wrong."""
        return self._error.sentence()
