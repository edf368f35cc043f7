"""A part that becomes no wider than reads well, and is measured at that width."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.parts.layouts import row
from ui.theme import look

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLayout


def at_most(width: int, part: QWidget | QLayout) -> QWidget:
    """Return a part at the left that grows to a width at normal text size, and no further.

    A maximum width alone is not enough: Qt would measure how high folding words become at the
    width of the whole page, and cut off what comes last.
    """
    inside = part
    if not isinstance(inside, QWidget):
        around = QWidget()
        around.setLayout(inside)
        inside = around
    inside.setMaximumWidth(look.px(width))
    line = row(gap=0)
    line.addWidget(inside, 1)
    line.addStretch(0)
    whole = QWidget()
    whole.setLayout(line)
    return whole
