"""Before the steps: begin for real, practise, or go on with what is there already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu

import desktop_app
from desktop_app.errors import UserError
from desktop_app.words import LANGUAGES, Language, _, language
from ui.parts import files
from ui.parts.banner import BannerPlace
from ui.parts.buttons import Button
from ui.parts.layouts import row
from ui.parts.sky_card import SkyCard
from ui.parts.text import label
from ui.parts.tile import Tile

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QHBoxLayout


_NAMES: dict[Language, str] = {"nl": "Nederlands", "en": "English"}


class Welcome(SkyCard):
    """Three ways to begin.

    Signals:
        begun(): a register is to be made.
        practising(): a practice register is to be made.
        open_asked(Path): the folder of a register that is there.
        language_chosen(str): the program's language.
    """

    begun = Signal()
    practising = Signal()
    open_asked = Signal(object)
    language_chosen = Signal(str)

    def __init__(self) -> None:
        self._tongue = Button(_NAMES[language()], kind="quiet", icon="languages")
        super().__init__(width=600, foot=_foot(self._tongue))
        self._tongue.clicked.connect(self._choose_language)
        self.problems = BannerPlace()
        self.begin = Tile(
            "house",
            _("Begin for real"),
            _("Make a register for your organisation. Takes about six minutes."),
            self.begun.emit,
            strong=True,
        )
        tiles = (
            Tile(
                "graduation-cap",
                _("Practise with example data"),
                _("Look around in an organisation that does not exist. Nothing can go wrong."),
                self.practising.emit,
            ),
            Tile(
                "folder-open",
                _("Open a register that is there"),
                _("You have a folder with the files register.db and register.keys."),
                self._open,
            ),
        )
        self.body.addWidget(label(_("Welcome to Thuisbasis"), "display", wrap=True))
        self.body.addWidget(
            label(
                _("The register of people who get a home first. All of it on this computer."),
                "body",
                "text2",
                wrap=True,
            )
        )
        self.body.addSpacing(10)
        self.body.addWidget(self.problems)
        for tile in (self.begin, *tiles):
            self.body.addWidget(tile)
        self.setFocusProxy(self.begin)

    def open_folder(self, folder: Path) -> None:
        """Open a folder, if it holds a register."""
        if (folder / "register.keys").is_file():
            self.open_asked.emit(folder)
            return
        self.problems.show_error(
            UserError(
                _(
                    "There is no register in this folder. Choose the folder in which"
                    " register.keys lies."
                )
            )
        )

    def _open(self) -> None:
        files.choose_folder(self, _("Open a register"), self.open_folder)

    def _choose_language(self) -> None:
        menu = QMenu(self)
        for each in LANGUAGES:
            act = menu.addAction(_NAMES[each])
            act.triggered.connect(lambda _on=False, each=each: self.language_chosen.emit(each))
        above = QPoint(0, -menu.sizeHint().height() - 4)
        menu.popup(self._tongue.mapToGlobal(above))


def _foot(tongue: Button) -> QHBoxLayout:
    return row(
        label(f"Thuisbasis {desktop_app.__version__}", "small", "text2"),
        ...,
        label(_("Works without internet"), "small", "text2"),
        ...,
        tongue,
    )
