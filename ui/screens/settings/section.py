"""What every part of the settings looks like: a title, a sentence, and what is chosen there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.parts.at_most import at_most
from ui.parts.layouts import column, holding, rule
from ui.parts.page_head import PageHead
from ui.parts.scroll_page import ScrollPage

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLayout

WIDTH = 720
EDGE = (28, 20, 28, 12)


class Section(QWidget):
    """One part of the settings, that scrolls by itself.

    Args:
        title: what it is called.
        under: what it is for, in a sentence.
        buttons: at the right of the title.
    """

    def __init__(self, title: str, under: str, *buttons: QWidget) -> None:
        super().__init__()
        self.setAccessibleName(title)
        self.stack = column(
            holding(column(PageHead(title, *buttons, under=under), edge=EDGE)), rule(), gap=0
        )
        self.setLayout(self.stack)

    def lay_out(self, *parts: QWidget | QLayout) -> None:
        """Put parts under one another on a page that scrolls, no wider than reads well."""
        page = ScrollPage()
        for part in parts:
            page.page.addWidget(at_most(WIDTH, part))
        page.page.addStretch(1)
        self.stack.addWidget(page, 1)
