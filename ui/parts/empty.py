"""What stands where nothing is yet: a sign, a sentence, and what to do."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.parts.icon import Icon
from ui.parts.layouts import column, row
from ui.parts.text import label


class EmptyState(QWidget):
    """An empty page or list.

    Args:
        icon: the sign of what is missing.
        title: "No dwellings yet".
        sentence: what to do about it.
        buttons: the primary action first, then a second way.
        link: a third way, in a line of its own.
    """

    def __init__(
        self,
        icon: str,
        title: str,
        sentence: str,
        *buttons: QWidget,
        link: QWidget | None = None,
    ) -> None:
        super().__init__()
        centre = Qt.AlignmentFlag.AlignHCenter
        words = label(sentence, "body", "text2", wrap=True)
        words.setAlignment(centre)
        words.setMaximumWidth(460)
        words.setMinimumWidth(min(460, words.fontMetrics().horizontalAdvance(sentence) + 12))
        column_ = column(gap=8, edge=(24, 24, 24, 24))
        column_.addStretch(1)
        column_.addWidget(Icon(icon, "primary", 52), 0, centre)
        column_.addSpacing(4)
        column_.addWidget(label(title, "title"), 0, centre)
        column_.addLayout(row(..., words, ...))
        if buttons:
            column_.addSpacing(6)
            column_.addLayout(row(..., *buttons, ..., gap=8))
        if link is not None:
            column_.addSpacing(2)
            column_.addWidget(link, 0, centre)
        column_.addStretch(1)
        self.setLayout(column_)
