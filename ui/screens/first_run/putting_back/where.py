"""Step: where the register comes, and what becomes of one that is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop_app.words import _
from ui.parts.at_most import at_most
from ui.parts.layouts import column
from ui.parts.text import label
from ui.screens.first_run.folder import FolderQuestion, Remark, risk_warning
from ui.screens.first_run.place import holds_register
from ui.screens.first_run.putting_back import work
from ui.screens.first_run.step import Step

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from ui.screens.first_run.putting_back.chosen import Chosen

_WIDTH = 620


class WhereStep(Step):
    """Asks for the folder; says what would be set aside."""

    def __init__(self, chosen: Chosen, now: Callable[[], datetime]) -> None:
        super().__init__(now)
        self.chosen = chosen
        self._seen: dict[Path, Path | None] = {}
        self.question = FolderQuestion(
            _("Folder of the register"),
            _("Where it was, or a new folder. The folder is made when it is not there."),
            self._look,
            holds_register,
        )
        self.question.changed.connect(self.changed)
        promise = label(
            _(
                "Nothing is overwritten. Only when the backup has proved whole does anything"
                " change in this folder."
            ),
            "body",
            "text2",
            wrap=True,
        )
        inside = column(self.question, 4, promise, ..., gap=10)
        self.setLayout(column(at_most(_WIDTH, inside), gap=0))

    def name(self) -> str:
        return _("Where it comes")

    def head(self) -> tuple[str, str]:
        return (
            _("Where does the register come?"),
            _("On this computer, in a folder of its own."),
        )

    def begin(self) -> None:
        self.chosen.at = self.now()
        if self.chosen.folder is None:
            self.question.propose(work.proposed(self.chosen))
        self.question.look()
        self.question.setFocus(Qt.FocusReason.OtherFocusReason)

    def note(self) -> str:
        return self.chosen.place.name

    def blocked(self) -> str:
        return self.question.blocked()

    def go_on(self, then: Callable[[], object]) -> None:
        def take(folder: Path) -> None:
            self.chosen.folder, self.chosen.aside = folder, self._seen.get(folder)
            then()

        self.question.take(take)

    def _look(self, folder: Path) -> Remark:
        place = work.check_folder(folder, self.chosen.backup.backup, self.chosen.at)
        self._seen[folder] = place.aside
        warnings = [risk_warning(place.risk)] if place.risk else []
        if place.aside is None:
            return Remark(warnings, _("Put the register here all the same") if warnings else "")
        title = (
            _("Another register is in this folder")
            if place.another
            else _("There is a register in this folder already")
        )
        told = _("It is set aside in {folder}, inside this one. Nothing of it is lost.")
        there = ("archive", title, told.format(folder=place.aside.name))
        return Remark([there, *warnings], _("Set it aside and put the backup in its place"))
