"""What every page stands in: sidebar, top bar, the sheet of paper, and what floats above it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFrame, QStackedWidget, QWidget

from ui.parts.banner import BannerPlace
from ui.parts.corners import Corners
from ui.parts.layouts import column, holding, row
from ui.parts.toast import Toast
from ui.parts.top_bar import TopBar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.parts.sidebar import Sidebar


class Frame(QWidget):
    """The frame.

    Attributes:
        side, top: sidebar and top bar.
        layer: the sheet that pages, side sheets and toasts lie on.
        stack: the pages.
        problems: where a UserError of the window stands, above the page.
        toast: tells what was done.
    """

    def __init__(self, side: Sidebar) -> None:
        super().__init__()
        self.side = side
        self.top = TopBar()
        self.stack = QStackedWidget()
        self.problems = BannerPlace()
        self.layer = QFrame()
        self.layer.setProperty("k", "layer")
        inside = column(gap=0, edge=(1, 1, 1, 1))
        inside.addLayout(column(self.problems, gap=0, edge=(28, 0, 28, 0)))
        inside.addWidget(self.stack, 1)
        self.layer.setLayout(inside)
        self.corners = Corners(self.layer, "chrome")
        self.toast = Toast(self.layer)
        self.stack.currentChanged.connect(self.toast.settle)
        below = column(gap=0, edge=(0, 0, 10, 10))
        below.addWidget(self.layer)
        right = column(self.top, gap=0)
        right.addLayout(below, 1)
        whole = row(self.side, gap=0)
        whole.addLayout(right, 1)
        self.setLayout(column(holding(whole, "chrome"), gap=0))

    def cycle(self, parts: Sequence[QWidget], by: int) -> None:
        """Put the focus in the next part of the window: sidebar, top bar, parts of the page."""
        every: list[QWidget] = [self.side, self.top, *parts]
        now = QApplication.focusWidget()
        inside = [i for i, part in enumerate(every) if now and _within(now, part)]
        there = (inside[-1] + by if inside else 0) % len(every)
        for number in range(len(every)):
            if focus_first(every[(there + number * by) % len(every)]):
                return


def focus_first(part: QWidget) -> bool:
    """Put the focus on the first thing in a part that takes it; tell whether there is one."""
    for widget in [part, *part.findChildren(QWidget)]:
        takes = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if takes and widget.isVisible() and widget.isEnabled():
            widget.setFocus(Qt.FocusReason.TabFocusReason)
            return True
    return False


def _within(widget: QWidget, part: QWidget) -> bool:
    return widget is part or part.isAncestorOf(widget)
