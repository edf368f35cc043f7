"""Names and what they are, in two columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from ui.parts.text import label

if TYPE_CHECKING:
    from collections.abc import Sequence


def facts(pairs: Sequence[tuple[str, str]]) -> QGridLayout:
    """Return names and what they are, in two columns; what they are goes on over more lines."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(14)
    grid.setVerticalSpacing(7)
    grid.setColumnStretch(1, 1)
    top = Qt.AlignmentFlag.AlignTop
    for line, (name, value) in enumerate(pairs):
        grid.addWidget(label(name, "body", "text2"), line, 0, top)
        grid.addWidget(label(value, "control", wrap=True), line, 1, top)
    return grid
