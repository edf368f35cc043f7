"""A page that scrolls up and down: parts under one another with the page's own padding."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QWidget

from ui.parts.layouts import Edge, column, holding

_EDGE: Edge = (28, 14, 28, 20)


def reveal(part: QWidget) -> None:
    """Scroll to a part, wherever it stands on a page that scrolls."""
    above = part.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    if isinstance(above, QScrollArea):
        above.ensureWidgetVisible(part, 0, 24)


class ScrollPage(QScrollArea):
    """A scrolling page.

    Args:
        content: what it holds; an empty column if not given.

    Attributes:
        page: the column to put parts in, when no content was given.
    """

    def __init__(self, content: QLayout | None = None) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.page = column(gap=12, edge=_EDGE)
        self.setWidget(holding(content or self.page))
