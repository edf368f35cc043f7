"""Step: the recovery sheet on paper, proved by typing two of its groups over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop_app.words import _
from ui import background
from ui.parts.layouts import column
from ui.parts.sheet_proof import SheetProof
from ui.screens.first_run import work
from ui.screens.first_run.step import FoundingStep

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from ui.screens.first_run.answers import Answers


class SheetStep(FoundingStep):
    """Shows the sheet, prints it, and wants proof that somebody can read it."""

    def __init__(self, answers: Answers, now: Callable[[], datetime]) -> None:
        super().__init__(answers, now)
        self.proof = SheetProof(self._matches)
        self.paper, self.groups = self.proof.paper, self.proof.groups
        self.apart = self.proof.apart
        self.proof.changed.connect(self.changed)
        self.setLayout(column(self.proof, gap=0))

    def name(self) -> str:
        return _("Recovery sheet")

    def head(self) -> tuple[str, str]:
        return (
            _("Print the recovery sheet"),
            _(
                "If everybody forgets their password, this sheet is the only way back. We"
                " cannot open the register then either."
            ),
        )

    def begin(self) -> None:
        if not self.paper.view.page_count():
            made, today = self.answers.register, self.now().date()
            background.run(
                self,
                lambda: work.sheet(made, today),
                self.paper.show_pdf,
                self.paper.problems.show_error,
            )
        self.paper.print_it.setFocus(Qt.FocusReason.OtherFocusReason)

    def blocked(self) -> str:
        return self.proof.blocked()

    def note(self) -> str:
        return _("checked")

    def go_on(self, then: Callable[[], object]) -> None:
        made, today = self.answers.register, self.now().date()
        background.run(
            self,
            lambda: work.note_sheet_checked(made, today),
            lambda _none: then(),
            self.paper.problems.show_error,
        )

    def _matches(self, number: int, typed: str) -> bool:
        return work.same_group(self.answers.register, number, typed)
