"""Says at the top of the window whether what was typed is safe."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtWidgets import QWidget

from desktop_app.words import _
from ui.parts.announce import announce
from ui.parts.buttons import Button
from ui.parts.icon import Icon
from ui.parts.layouts import empty, row
from ui.parts.text import Elided

if TYPE_CHECKING:
    from collections.abc import Callable


class SaveState(QWidget):
    """One of four: saved, draft kept, saving, not saved with the reason and "Try again"."""

    def __init__(self) -> None:
        super().__init__()
        self._line = row(gap=6)
        self.setLayout(self._line)
        self.saved()

    def saved(self) -> None:
        """Everything is in the register."""
        self._show("circle-check", "ok", _("Saved"), "text2")

    def draft(self) -> None:
        """What is being typed is kept, encrypted, but not yet registered."""
        self._show("circle-check", "ok", _("Draft kept"), "text2")

    def saving(self) -> None:
        """Work is under way."""
        self._show("loader-circle", "text2", _("Saving…"), "text2")

    def failed(self, reason: str, again: Callable[[], object]) -> None:
        """It could not be saved: say why, and offer to try again."""
        self._show("circle-alert", "danger", reason, "danger")
        self._line.addWidget(Button(_("Try again"), again, kind="link"))
        announce(self, reason, at_once=True)

    def show_state(self, state: Literal["saved", "draft", "saving", "failed"]) -> None:
        """Say one of four; why it failed and what to do stands in the page itself."""
        if state == "saved":
            self.saved()
        elif state == "draft":
            self.draft()
        elif state == "saving":
            self.saving()
        else:
            self._show("circle-alert", "danger", _("Not saved"), "danger")

    def _show(self, icon: str, colour: str, words: str, ink: str) -> None:
        empty(self._line)
        self._line.addWidget(Icon(icon, colour))
        self._line.addWidget(Elided(words, "small", ink))
        self.setAccessibleName(words)
