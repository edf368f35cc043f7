"""Step: the folder in which the register lives."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop_app.words import _
from ui.parts.at_most import at_most
from ui.parts.icon import Icon
from ui.parts.layouts import column, holding, row
from ui.parts.text import label
from ui.screens.first_run import work
from ui.screens.first_run.folder import FolderQuestion, Remark, risk_warning
from ui.screens.first_run.step import FoundingStep

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from PySide6.QtWidgets import QHBoxLayout, QWidget

    from ui.screens.first_run.answers import Answers

_WIDTH = 620


class PlaceStep(FoundingStep):
    """Asks for a folder, and tells at once whether it suits."""

    def __init__(self, answers: Answers, now: Callable[[], datetime]) -> None:
        super().__init__(answers, now)
        self._proposed: Path | None = None
        self.question = FolderQuestion(
            _("Folder of the register"),
            _("The folder is made when it is not there yet."),
            _look,
            holds_register,
        )
        self.question.changed.connect(self.changed)
        self.folder, self.anyway = self.question.field, self.question.anyway
        inside = column(self.question, 8, self._explained(), ..., gap=10)
        self.setLayout(column(at_most(_WIDTH, inside), gap=0))

    def name(self) -> str:
        return _("Where we keep it")

    def head(self) -> tuple[str, str]:
        return (
            _("Where do we keep the register?"),
            _("On this computer, in a folder of its own. Nothing goes over the internet."),
        )

    def begin(self) -> None:
        proposed = work.proposed_folder(self.answers.register_name)
        if not self.folder.text() or Path(self.folder.text()) == self._proposed:
            self.question.propose(proposed)
        self._proposed = proposed
        self.question.look()
        self.question.setFocus(Qt.FocusReason.OtherFocusReason)

    def note(self) -> str:
        return self.answers.folder.name

    def blocked(self) -> str:
        return self.question.blocked()

    def go_on(self, then: Callable[[], object]) -> None:
        def take(folder: Path) -> None:
            self.answers.folder = folder
            then()

        self.question.take(take)

    def typed(self) -> Mapping[str, str]:
        own = self.folder.text() and Path(self.folder.text()) != self._proposed
        return {"folder": self.folder.text()} if own else {}

    def restore(self, typed: Mapping[str, str]) -> None:
        self.folder.setText(typed.get("folder", ""))

    def _explained(self) -> QWidget:
        lines = (
            ("database", _("register.db: everything you write down, encrypted")),
            ("key-round", _("register.keys: opens with a password, and with nothing else")),
        )
        box = column(label(_("Two files will stand there"), "strong"), gap=8)
        for icon, words in lines:
            box.addLayout(_iconed(icon, words))
        box.addWidget(
            label(
                _("They belong together. Copy them only by making a backup, never by hand."),
                "small",
                "text2",
                wrap=True,
            )
        )
        box.setContentsMargins(18, 14, 18, 16)
        return holding(box, "inset")


def holds_register(folder: Path) -> bool:
    """Tell whether a folder that holds things holds a register."""
    return any(folder.glob("register.*"))


def _look(folder: Path) -> Remark:
    risk = work.check_folder(folder)
    if risk is None:
        return Remark()
    return Remark((risk_warning(risk),), _("Keep the register here all the same"))


def _iconed(icon: str, words: str) -> QHBoxLayout:
    line = row(gap=10)
    line.addWidget(Icon(icon, "primary", 16), 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(label(words, "body", "text2", wrap=True), 1)
    return line
