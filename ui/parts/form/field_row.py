"""One question of a form: label, hint, what is wrong, and then the input."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.words import _
from ui.parts import paint
from ui.parts.error_line import ErrorLine
from ui.parts.form import inputs
from ui.parts.layouts import column
from ui.parts.text import label
from ui.theme import look

if TYPE_CHECKING:
    from datetime import date

    from ui.parts.form.field import Field


_BESIDE = 260
"""The widest that one of two narrow questions side by side becomes."""
_TO_EXPLAIN = 200
"""What one of them takes to say what is wrong, so that three still fit beside each other."""


class FieldRow(QWidget):
    """A question with its input.

    Attributes:
        field: the question.
        input: the widget to type in.
        narrow: the input has a width of its own instead of filling the column.

    Args:
        alone: the question has the line to itself; its words may use all of it.
    """

    def __init__(self, field: Field, today: date, *, alone: bool) -> None:
        super().__init__()
        self.field = field
        self.input = inputs.make(field, today)
        wide = inputs.usual_width(field)
        self.narrow = bool(wide)
        self._why = ErrorLine("triangle-alert", "warn")
        self._error = ErrorLine()
        stack = column(gap=3)
        if field.kind != "check":
            stack.addWidget(label(_question(field), "strong", wrap=True))
        if field.hint:
            stack.addWidget(label(field.hint, "small", "text3", wrap=True))
        stack.addWidget(self._why)
        stack.addWidget(self._error)
        stack.addSpacing(2)
        if wide:
            self.input.setMaximumWidth(look.px(wide))
            self.input.setMinimumWidth(look.px(wide))
        stack.addWidget(self.input)
        self.setLayout(stack)
        self._across = _beside(field, wide) if wide and not alone else 0
        if self._across:
            self.setFixedWidth(self._across)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._name()

    def show_error(self, sentence: str) -> None:
        """Show what is wrong; an empty sentence takes it away."""
        self._error.say(sentence)
        self._make_room()
        self.input.setProperty("wrong", bool(sentence))
        self.input.style().polish(self.input)
        self._name(sentence)

    def explain(self, sentence: str) -> None:
        """Show why somebody was sent to this question."""
        self._why.say(sentence)
        self._make_room()
        self._name(sentence)

    def _make_room(self) -> None:
        """Take the width that a sentence needs, beside others."""
        if self._across:
            said = self._error.sentence() or self._why.sentence()
            self.setFixedWidth(max(self._across, look.px(_TO_EXPLAIN) if said else 0))

    def _name(self, sentence: str = "") -> None:
        self.input.setAccessibleName(self.field.label)
        about = " ".join(part for part in (sentence, self.field.hint) if part)
        self.input.setAccessibleDescription(about)


def _beside(field: Field, wide: int) -> int:
    """Return how wide a narrow question is that does not have the line to itself."""
    words = max(paint.width(_question(field), "strong"), paint.width(field.hint, "small"))
    return max(look.px(wide), min(words + 8, look.px(_BESIDE)))


def _question(field: Field) -> str:
    if not field.optional:
        return field.label
    return _("{question} (may stay empty)").format(question=field.label)
