"""Rows and columns in one line: `row(title, ..., save)`; three dots take the room left."""

from __future__ import annotations

from types import EllipsisType
from typing import TypeVar

from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

_Box = TypeVar("_Box", bound=QBoxLayout)
Item = QWidget | QLayout | EllipsisType | int

Edge = tuple[int, int, int, int]
"""Left, top, right, bottom."""
EDGE: Edge = (28, 20, 28, 20)
"""The page's own padding: left, top, right, bottom."""


def row(
    *items: Item, gap: int = 8, edge: tuple[int, int, int, int] = (0, 0, 0, 0)
) -> QHBoxLayout:
    """Lay parts side by side; an int is an empty stretch of so many pixels."""
    return _filled(QHBoxLayout(), items, gap, edge)


def column(*items: Item, gap: int = 12, edge: Edge = (0, 0, 0, 0)) -> QVBoxLayout:
    """Lay parts under one another; an int is an empty stretch of so many pixels."""
    return _filled(QVBoxLayout(), items, gap, edge)


def rule(*, upright: bool = False) -> QFrame:
    """Return a line of 1 px between parts."""
    drawn = QFrame()
    drawn.setProperty("k", "rule")
    if upright:
        drawn.setFixedWidth(1)
    else:
        drawn.setFixedHeight(1)
    return drawn


def holding(layout: QLayout, kind: str = "") -> QWidget:
    """Return a widget around a layout; kind is a ground of the style sheet ("subtle")."""
    around = QFrame()
    around.setProperty("k", kind)
    around.setLayout(layout)
    return around


def empty(layout: QLayout) -> None:
    """Take everything out of a layout and throw it away."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            empty(inner)
            inner.deleteLater()


def _filled(box: _Box, items: tuple[Item, ...], gap: int, edge: Edge) -> _Box:
    box.setSpacing(gap)
    box.setContentsMargins(*edge)
    for item in items:
        if isinstance(item, QWidget):
            box.addWidget(item)
        elif isinstance(item, QLayout):
            box.addLayout(item)
        elif isinstance(item, int):
            box.addSpacing(item)
        else:
            box.addStretch(1)
    return box
