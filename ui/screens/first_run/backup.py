"""Step: the first backup, on a stick, made and read back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer

from desktop_app.words import _
from ui import background
from ui.parts import files
from ui.parts.at_most import at_most
from ui.parts.banner import Banner, BannerPlace
from ui.parts.buttons import Button
from ui.parts.layouts import column, empty, holding, row
from ui.parts.size import size_in_words
from ui.parts.text import label
from ui.parts.tile import Tile
from ui.screens.first_run import work
from ui.screens.first_run.step import FoundingStep

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime
    from pathlib import Path

    from desktop_app.errors import UserError
    from desktop_app.register.safekeeping import Copied
    from desktop_app.store.places import Stick
    from ui.screens.first_run.answers import Answers

_WIDTH = 620
_LOOK_EVERY_MS = 2000


class BackupStep(FoundingStep):
    """Makes the first backup; may be left for later."""

    skippable = True

    def __init__(self, answers: Answers, now: Callable[[], datetime]) -> None:
        super().__init__(answers, now)
        self._made = ""
        self._sticks: list[Path] | None = None
        self.told = BannerPlace()
        self._tiles = column(gap=8)
        self.other = Button(_("Choose a folder…"), self._choose, icon="folder-open")
        advice = label(
            _(
                "Keep the stick elsewhere than this computer, and elsewhere than the recovery"
                " sheet. Back up every week; the program reminds you."
            ),
            "body",
            "text2",
            wrap=True,
        )
        inside = column(
            self.told, holding(self._tiles), row(self.other, ...), 4, advice, ..., gap=12
        )
        self.setLayout(column(at_most(_WIDTH, inside), gap=0))
        self._clock = QTimer(self, interval=_LOOK_EVERY_MS)
        self._clock.timeout.connect(self._look)

    def name(self) -> str:
        return _("Backup")

    def head(self) -> tuple[str, str]:
        return (
            _("Make the first backup"),
            _("A laptop can break or be stolen. A backup on a stick brings everything back."),
        )

    def begin(self) -> None:
        self._look()
        self._clock.start()
        self.other.setFocus(Qt.FocusReason.OtherFocusReason)

    def blocked(self) -> str:
        return "" if self._made else _("Choose where, or leave this for later")

    def note(self) -> str:
        return self._made

    def back_up(self, folder: Path) -> None:
        """Make the backup in a folder, and read it back."""
        made, now = self.answers.register, self.now()
        self.told.clear()
        self.working.emit(_("Making and reading back…"))
        background.run(self, lambda: work.back_up(made, folder, now), self._done, self._refused)

    def _done(self, copied: Copied) -> None:
        self.working.emit("")
        self._made = _("read back")
        words = _("{file}, {size}. Take the stick out and keep it elsewhere.")
        self.told.show_banner(
            Banner(
                "ok",
                _("The backup was made and read back"),
                words.format(
                    file=copied.backup.path.name, size=size_in_words(copied.backup.size)
                ),
            )
        )
        self.changed.emit()

    def _refused(self, error: UserError) -> None:
        self.working.emit("")
        self.told.show_error(error)

    def _look(self) -> None:
        background.run(self, work.sticks, self._show, self.told.show_error)

    def _show(self, sticks: Sequence[Stick]) -> None:
        paths = [stick.path for stick in sticks]
        if paths == self._sticks:
            return
        self._sticks = paths
        empty(self._tiles)
        for stick in sticks:
            self._tiles.addWidget(self._tile(stick))
        if not sticks:
            self._tiles.addWidget(
                Banner(
                    "info",
                    _("Put a usb stick in this computer"),
                    _("It shows up here by itself."),
                    icon="usb",
                )
            )

    def _tile(self, stick: Stick) -> Tile:
        free = _("{size} free").format(size=size_in_words(stick.free))
        title = _("Back up on {stick}").format(stick=stick.name)
        return Tile("usb", title, free, lambda: self.back_up(stick.path), strong=True)

    def _choose(self) -> None:
        files.choose_folder(self, _("Where does the backup come?"), self.back_up)
