"""A bordered box with a heading; the page's building block."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QLayout, QWidget

from ui.parts.layouts import column, row
from ui.parts.text import label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QVBoxLayout


class Card(QFrame):
    """A box.

    Args:
        title: the heading; without it the box has none.
        beside: parts after the heading (a chip), three dots, then parts at the right (a link).
        edge: left, top, right and bottom padding; (1, 1, 1, 1) for one that holds a table.

    Attributes:
        body: the column to put the content in.
        head: the row with the heading.
    """

    def __init__(
        self,
        title: str = "",
        *beside: QWidget,
        edge: tuple[int, int, int, int] = (18, 16, 18, 16),
        kind: str = "card",
    ) -> None:
        super().__init__()
        self.setProperty("k", kind)
        self.head = row(gap=10)
        self.body: QVBoxLayout = column(gap=10)
        if title:
            self.setAccessibleName(title)
            self.head.addWidget(label(title, "heading"))
            for part in beside:
                self.head.addWidget(part)
            self.head.addStretch(1)
        self.setLayout(column(*([self.head] if title else []), self.body, gap=12, edge=edge))

    def at_right(self, part: QWidget) -> None:
        """Put a link or a chip at the right of the heading."""
        self.head.addWidget(part)

    def add(self, *parts: QWidget | QLayout) -> None:
        """Put parts under what is there."""
        for part in parts:
            if isinstance(part, QWidget):
                self.body.addWidget(part)
            else:
                self.body.addLayout(part)
