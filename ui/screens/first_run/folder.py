"""Asks for a folder, and tells while somebody types whether it suits."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop_app.words import _
from ui import background
from ui.parts import files
from ui.parts.banner import Banner
from ui.parts.buttons import Button
from ui.parts.check_box import CheckBox
from ui.parts.icon import Icon
from ui.parts.layouts import column, empty, holding, row
from ui.parts.question import Question
from ui.parts.text import label

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop_app.errors import UserError
    from desktop_app.store.places import Risk

_PAUSE_MS = 250


@dataclass(frozen=True, slots=True)
class Remark:
    """What to mind about a folder that could do; nothing where it simply suits.

    Attributes:
        warnings: title and sentence of each, with an icon.
        accept: words of the box to tick before going on.
    """

    warnings: Sequence[tuple[str, str, str]] = ()
    accept: str = ""


class FolderQuestion(QWidget):
    """A field for a folder, with what is to be said about it.

    Args:
        words: the question.
        hint: help that stays in sight.
        check: looks at a folder on the worker; raises a UserError where it cannot do.
        holds: tells whether a folder with things in it may be taken as it is.

    Signals:
        changed(): what `blocked` says may be different now.
    """

    changed = Signal()

    def __init__(
        self,
        words: str,
        hint: str,
        check: Callable[[Path], Remark],
        holds: Callable[[Path], bool],
    ) -> None:
        super().__init__()
        self._words, self._check, self._holds = words, check, holds
        self._name = "register"
        self._checked: Path | None = None
        self._remark = Remark()
        self.field = QLineEdit()
        self._question = Question(words, self.field, hint)
        self._fine = holding(
            row(
                Icon("circle-check", "ok", 16), label(_("This folder suits"), "body", "ok"), ...
            )
        )
        self._warnings = column(gap=8)
        self.anyway = CheckBox(_("Put the register here all the same"))
        self.anyway.toggled.connect(lambda _on: self.changed.emit())
        self._pause = QTimer(self, interval=_PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self.look)
        self.field.textChanged.connect(lambda _words: self._pause.start())
        browse = Button(_("Choose a folder…"), self._browse, icon="folder-open")
        self.setLayout(
            column(
                self._question,
                row(browse, ...),
                self._fine,
                self._warnings,
                row(self.anyway, ...),
                gap=10,
            )
        )
        self._fine.hide()
        self.anyway.hide()
        self.setFocusProxy(self._question)

    def folder(self) -> Path:
        """Return the folder."""
        return Path(self.field.text().strip()).expanduser().absolute()

    def propose(self, folder: Path) -> None:
        """Put a folder in the field; a folder that holds things gets one of its name inside."""
        self._name = folder.name
        self.field.setText(str(folder))

    def use(self, folder: Path) -> None:
        """Take a folder that somebody chose; in one that holds things, a new one inside it."""
        try:
            full = folder.is_dir() and any(folder.iterdir()) and not self._holds(folder)
        except OSError:
            full = False  # what may not be looked at is refused in words by the check
        self.field.setText(str(folder / self._name if full else folder))

    def look(self) -> None:
        """Look at the folder while somebody may still be typing."""
        self._pause.stop()
        folder = self.folder()
        background.run(
            self,
            lambda: self._check(folder),
            lambda remark: self._suits(folder, remark) if folder == self.folder() else None,
            lambda error: self._refused(error, go=False) if folder == self.folder() else None,
        )

    def take(self, then: Callable[[Path], object]) -> None:
        """Look once more, and call `then` with the folder if it does."""
        self._pause.stop()
        folder = self.folder()

        def looked(remark: Remark) -> None:
            self._suits(folder, remark)
            if not self.blocked():
                then(folder)

        background.run(self, lambda: self._check(folder), looked, self._refused)

    def blocked(self) -> str:
        """Return in words why one cannot go on with this folder."""
        if self._question.wrong():
            return _("Choose another folder first")
        if self._remark.warnings and not self.anyway.isChecked():
            return _("Choose another folder, or tick the box")
        return ""

    def _browse(self) -> None:
        start = next((p for p in self.folder().parents if p.is_dir()), None)
        files.choose_folder(self, self._words, self.use, start=start)

    def _suits(self, folder: Path, remark: Remark) -> None:
        self._question.say("")
        if folder != self._checked or remark != self._remark:
            self.anyway.setChecked(False)
        self._checked, self._remark = folder, remark
        self._fine.setVisible(not remark.warnings)
        if remark.accept:
            self.anyway.setText(remark.accept)
        self.anyway.setVisible(bool(remark.warnings))
        empty(self._warnings)
        for icon, title, sentence in remark.warnings:
            self._warnings.addWidget(Banner("warn", title, sentence, icon=icon))
        self.changed.emit()

    def _refused(self, error: UserError, *, go: bool = True) -> None:
        self._remark = Remark()
        self._fine.hide()
        self.anyway.hide()
        empty(self._warnings)
        self._question.say(str(error), go=go)
        if go:
            self._question.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()


def risk_warning(risk: Risk) -> tuple[str, str, str]:
    """Return what to mind about a folder that is not this computer's alone."""
    if risk.value == "network":
        return (
            "network",
            _("This folder is on a network drive"),
            _(
                "A register there can be damaged when the connection breaks off. Keep it on"
                " this computer, and the backups on the network drive."
            ),
        )
    return (
        "refresh-cw",
        _("This folder is copied to the internet"),
        _(
            "OneDrive, Dropbox and the like copy the register while it is being written; such a"
            " copy is often damaged. Keep it in another folder, and make backups."
        ),
    )
