"""Facts under one another: what it is at the left, its value at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.parts.layouts import holding
from ui.parts.text import label

if TYPE_CHECKING:
    from collections.abc import Sequence


def grid(facts: Sequence[tuple[str, str]]) -> QWidget:
    """Return the facts, each on a line of its own."""
    lines = QGridLayout()
    lines.setContentsMargins(0, 0, 0, 0)
    lines.setHorizontalSpacing(24)
    lines.setVerticalSpacing(8)
    lines.setColumnMinimumWidth(0, 190)
    lines.setColumnStretch(1, 1)
    top = Qt.AlignmentFlag.AlignTop
    for number, (what, value) in enumerate(facts):
        lines.addWidget(label(what, "body", "text2", wrap=True), number, 0, top)
        lines.addWidget(label(value, "control", wrap=True), number, 1, top)
    return holding(lines)
