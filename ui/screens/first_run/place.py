"""Step: the folder in which the register lives."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from desktop_app.words import _
from ui import background
from ui.parts import files
from ui.parts.at_most import at_most
from ui.parts.banner import Banner, BannerPlace
from ui.parts.buttons import Button
from ui.parts.check_box import CheckBox
from ui.parts.icon import Icon
from ui.parts.layouts import column, holding, row
from ui.parts.question import Question
from ui.parts.text import label
from ui.screens.first_run import work
from ui.screens.first_run.step import Step

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from desktop_app.errors import UserError
    from desktop_app.store.places import Risk
    from ui.screens.first_run.answers import Answers

_WIDTH = 620
_PAUSE_MS = 250


class PlaceStep(Step):
    """Asks for a folder, and tells at once whether it suits."""

    def __init__(self, answers: Answers, now: Callable[[], datetime]) -> None:
        super().__init__(answers, now)
        self._proposed: Path | None = None
        self._checked: Path | None = None
        self._risky = False
        self.folder = QLineEdit()
        self._question = Question(
            _("Folder of the register"),
            self.folder,
            _("The folder is made when it is not there yet."),
        )
        self._fine = self._fine_line()
        self._warnings = BannerPlace()
        self.anyway = CheckBox(_("Keep the register here all the same"))
        self.anyway.hide()
        self.anyway.toggled.connect(lambda _on: self.changed.emit())
        self._pause = QTimer(self, interval=_PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self._look)
        self.folder.textChanged.connect(self._typed)
        browse = Button(_("Choose a folder…"), self._browse, icon="folder-open")
        inside = column(
            self._question,
            row(browse, ...),
            self._fine,
            self._warnings,
            row(self.anyway, ...),
            8,
            self._explained(),
            ...,
            gap=10,
        )
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
            self.folder.setText(str(proposed))
        self._proposed = proposed
        self._look()
        self._question.setFocus(Qt.FocusReason.OtherFocusReason)

    def note(self) -> str:
        return self.answers.folder.name

    def blocked(self) -> str:
        if self._question.wrong():
            return _("Choose another folder first")
        if self._risky and not self.anyway.isChecked():
            return _("Choose another folder, or tick the box")
        return ""

    def go_on(self, then: Callable[[], object]) -> None:
        self._pause.stop()
        folder = self._folder()

        def taken(risk: Risk | None) -> None:
            self._suits(folder, risk)
            if not self.blocked():
                self.answers.folder = folder
                then()

        background.run(self, lambda: work.check_folder(folder), taken, self._refused)

    def use(self, folder: Path) -> None:
        """Take a folder that somebody chose; in one that holds things, a new one inside it."""
        try:
            holds = folder.is_dir() and any(folder.iterdir())
        except OSError:
            holds = False  # what may not be looked at is refused in words by the check
        taken = any(folder.glob("register.*")) if holds else False
        inside = folder / (self._proposed.name if self._proposed else "register")
        self.folder.setText(str(inside if holds and not taken else folder))

    def _folder(self) -> Path:
        return Path(self.folder.text().strip()).expanduser().absolute()

    def _browse(self) -> None:
        start = next((p for p in self._folder().parents if p.is_dir()), None)
        files.choose_folder(self, _("Folder of the register"), self.use, start=start)

    def _typed(self) -> None:
        self._pause.start()

    def _look(self) -> None:
        self._pause.stop()
        folder = self._folder()
        background.run(
            self,
            lambda: work.check_folder(folder),
            lambda risk: self._suits(folder, risk) if folder == self._folder() else None,
            lambda error: self._refused(error, go=False) if folder == self._folder() else None,
        )

    def _suits(self, folder: Path, risk: Risk | None) -> None:
        self._question.say("")
        if folder != self._checked:
            self.anyway.setChecked(False)
        self._checked = folder
        self._risky = risk is not None
        self._fine.setVisible(risk is None)
        self.anyway.setVisible(self._risky)
        self._warnings.clear()
        if risk is not None:
            self._warnings.show_banner(_warning(risk))
        self.changed.emit()

    def _refused(self, error: UserError, *, go: bool = True) -> None:
        self._risky = False
        self._fine.hide()
        self.anyway.hide()
        self._warnings.clear()
        self._question.say(str(error), go=go)
        self.changed.emit()

    def _fine_line(self) -> QWidget:
        line = holding(
            row(
                Icon("circle-check", "ok", 16), label(_("This folder suits"), "body", "ok"), ...
            )
        )
        line.hide()
        return line

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


def _iconed(icon: str, words: str) -> QHBoxLayout:
    line = row(gap=10)
    line.addWidget(Icon(icon, "primary", 16), 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(label(words, "body", "text2", wrap=True), 1)
    return line


def _warning(risk: Risk) -> Banner:
    if risk.value == "network":
        return Banner(
            "warn",
            _("This folder is on a network drive"),
            _(
                "A register there can be damaged when the connection breaks off. Keep it on"
                " this computer, and the backups on the network drive."
            ),
            icon="network",
        )
    return Banner(
        "warn",
        _("This folder is copied to the internet"),
        _(
            "OneDrive, Dropbox and the like copy the register while it is being written; such a"
            " copy is often damaged. Keep it in another folder, and make backups."
        ),
        icon="refresh-cw",
    )
