"""A new recovery sheet: printed, read over from paper, and only then in force."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop_app.words import _
from ui.parts.banner import BannerPlace
from ui.parts.buttons import Button
from ui.parts.layouts import column, holding, row, rule
from ui.parts.scroll_page import ScrollPage
from ui.parts.text import label

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.errors import UserError
    from ui.parts.sheet_proof import SheetProof


class Renewing(QWidget):
    """The sheet with its proof, and the button that puts it in force.

    Args:
        proof: the sheet.
        leave: called by the button that keeps the old sheet.
        go_on: called by the button that puts the new one in its place.
    """

    def __init__(
        self, proof: SheetProof, leave: Callable[[], object], go_on: Callable[[], object]
    ) -> None:
        super().__init__()
        self.proof = proof
        self.problems = BannerPlace()
        self._why = label("", "small", "text2", wrap=True)
        self.keep = Button(_("Keep the old sheet"), leave, kind="ghost")
        self.finish = Button(_("Use the new sheet"), go_on, kind="primary", icon="check")
        page = ScrollPage(column(self.problems, proof, gap=12, edge=(28, 14, 28, 14)))
        foot = row(gap=10, edge=(28, 12, 28, 14))
        foot.addWidget(self._why, 1)
        foot.addWidget(self.keep)
        foot.addWidget(self.finish)
        stack = column(gap=0)
        stack.addWidget(page, 1)
        stack.addWidget(rule())
        stack.addWidget(holding(foot))
        self.setLayout(stack)
        proof.changed.connect(self._judge)
        self._judge()

    def refused(self, error: UserError) -> None:
        """Say why the new sheet is not in force."""
        self.finish.ready()
        self.problems.show_error(error)

    def _judge(self) -> None:
        blocked = self.proof.blocked()
        self.finish.setEnabled(not blocked)
        self._why.setText(blocked or _("The old sheet opens nothing once you use the new one."))
