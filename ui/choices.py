"""The choices of this computer, worn by the whole program: its language and its look."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLibraryInfo, QObject, QTranslator, Signal

from desktop_app import settings, words
from desktop_app.errors import UserError
from ui.theme import look

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from desktop_app.settings import Settings


class Choices(QObject):
    """The choices; see `desk.Preferences`.

    Args:
        qt: wears them.
        chosen: what was chosen until now.
        file: where that is kept.

    Attributes:
        settings: what is chosen now.

    Signals:
        changed(Settings): somebody chose otherwise; this is what was chosen before.
    """

    changed = Signal(object)

    def __init__(self, qt: QApplication, chosen: Settings, file: Path) -> None:
        super().__init__(qt)
        self._qt = qt
        self.settings = chosen
        self._file = file
        self._translator = QTranslator(self)
        self._wear()
        qt.styleHints().colorSchemeChanged.connect(self._wear_look)

    def choose(self, chosen: Settings) -> None:
        """Take up other choices at once, and keep them."""
        settings.save(self._file, chosen)
        before, self.settings = self.settings, chosen
        self._wear()
        self.changed.emit(before)

    def choose_language(self, language: words.Language) -> None:
        """Take up another language."""
        self.choose(self.settings._replace(language=language))

    def offer(self, folder: Path) -> None:
        """Offer another register from now on; it is kept once somebody opens it."""
        self.settings = self.settings._replace(folder=folder, slot="")

    def note(self, **noted: Any) -> None:
        """Keep where one left off; without it the next start only asks once more."""
        self.settings = self.settings._replace(**noted)
        try:
            settings.save(self._file, self.settings)
        except UserError:
            return  # comfort only, as said

    def _wear(self) -> None:
        words.set_language(self.settings.language)
        self._qt.removeTranslator(self._translator)
        where = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self.settings.language != "en" and self._translator.load(
            f"qtbase_{self.settings.language}", where
        ):
            self._qt.installTranslator(self._translator)
        self._wear_look()

    def _wear_look(self) -> None:
        look.wear(self._qt, look.chosen(self.settings))
