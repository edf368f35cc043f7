"""What stands along the bottom while no register is open: version, offline, language."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from desktop_app.words import LANGUAGES
from ui.parts.buttons import Button
from ui.parts.foot_line import NAMES, foot_line, language_name


class SkyFoot(QWidget):
    """Tells which program this is, and offers its languages.

    Signals:
        language_chosen(str): the program's language.
    """

    language_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._tongue = Button(language_name(), self._choose, kind="quiet", icon="languages")
        self.setLayout(foot_line(self._tongue))

    def _choose(self) -> None:
        menu = QMenu(self)
        for each in LANGUAGES:
            act = menu.addAction(NAMES[each])
            act.triggered.connect(lambda _on=False, each=each: self.language_chosen.emit(each))
        menu.popup(self._tongue.mapToGlobal(QPoint(0, -menu.sizeHint().height() - 4)))
