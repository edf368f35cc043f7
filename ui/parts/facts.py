"""Names and what they are, in two columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from ui.parts.text import label
from ui.theme import look

if TYPE_CHECKING:
    from collections.abc import Sequence


def facts(pairs: Sequence[tuple[str, str]], *, names: int = 0) -> QGridLayout:
    """Return names and what they are, in two columns; what they are goes on over more lines.

    Args:
        pairs: each on a line of its own.
        names: how wide the names are at least, so that columns of several cards agree.
    """
    grid = QGridLayout()
    grid.setColumnMinimumWidth(0, look.px(names))
    grid.setHorizontalSpacing(14)
    grid.setVerticalSpacing(7)
    grid.setColumnStretch(1, 1)
    top = Qt.AlignmentFlag.AlignTop
    for line, (name, value) in enumerate(pairs):
        grid.addWidget(label(name, "body", "text2"), line, 0, top)
        grid.addWidget(label(value, "control", wrap=True), line, 1, top)
    return grid
