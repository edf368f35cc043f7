"""Before the steps: begin for real, practise, or go on with what is there already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from desktop_app.errors import UserError
from desktop_app.words import _
from ui.parts import files
from ui.parts.banner import BannerPlace
from ui.parts.buttons import Button
from ui.parts.layouts import row
from ui.parts.sky_card import SkyCard
from ui.parts.sky_foot import SkyFoot
from ui.parts.text import label
from ui.parts.tile import Tile

if TYPE_CHECKING:
    from pathlib import Path


class Welcome(SkyCard):
    """Four ways to begin.

    Args:
        back: there is a register to go back to.
        begun: the organisation for which a register was begun and not made.

    Signals:
        begun(): a register is to be made.
        practising(): a practice register is to be made.
        put_back_asked(): a backup is to be put back.
        open_asked(Path): the folder of a register that is there.
        language_chosen(str): the program's language.
        left(): back to the register that was offered.
    """

    begun = Signal()
    practising = Signal()
    put_back_asked = Signal()
    open_asked = Signal(object)
    language_chosen = Signal(str)
    left = Signal()

    def __init__(self, *, back: bool = False, begun: str = "") -> None:
        foot = SkyFoot()
        super().__init__(width=600, foot=foot)
        foot.language_chosen.connect(self.language_chosen)
        self.problems = BannerPlace()
        self.begin = Tile(
            "house",
            _("Begin for real"),
            _("Go on with {name}. What you filled in still stands there.").format(name=begun)
            if begun
            else _("Make a register for your organisation. Takes about six minutes."),
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
            Tile(
                "archive",
                _("Put a backup back"),
                _("You have a .tbbackup file, on a stick for example."),
                self.put_back_asked.emit,
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
        if back:
            self.body.addSpacing(6)
            self.body.addLayout(row(Button(_("Back"), self.left.emit, keys="Alt+Left"), ...))
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

    def miss(self, folder: Path) -> None:
        """Tell that the register of last time is not where it was."""
        self.problems.show_error(
            UserError(
                _(
                    "The register of last time is not in {folder} any more. Is it on a stick or"
                    " another drive? Connect that and start Thuisbasis again, or open the"
                    " register where it is now."
                ).format(folder=folder)
            )
        )

    def _open(self) -> None:
        files.choose_folder(self, _("Open a register"), self.open_folder)
