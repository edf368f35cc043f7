"""Files that come in: dropped or chosen, read on the worker, and what became of each told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.region import receiving
from desktop_app.words import _, ngettext
from ui import background
from ui.parts import files
from ui.parts.announce import announce
from ui.parts.banner import Banner, BannerPlace
from ui.parts.buttons import Button
from ui.parts.drop_place import DropPlace
from ui.parts.layouts import column, empty, row
from ui.screens.region.members import add_card

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from desktop_app.region.opening import State
    from desktop_app.region.receiving import Received
    from ui.desk import Desk
    from ui.parts.banner import Mood

SIGNS: dict[State, tuple[str, Mood]] = {
    "read": ("check", "ok"),
    "replaces": ("refresh-cw", "info"),
    "again": ("copy-check", "info"),
    "older": ("history", "warn"),
    "conflict": ("circle-alert", "danger"),
    "damaged": ("circle-alert", "danger"),
    "unknown": ("circle-question-mark", "warn"),
    "key": ("shield-alert", "danger"),
    "elsewhere": ("map-pin", "warn"),
    "newer": ("triangle-alert", "warn"),
    "future": ("clock", "warn"),
}


class Reader(QWidget):
    """A place to drop files, and under it what became of the last ones.

    Args:
        desk: what it works with.
        over: the page, for what has to be asked.
        button: whether the place has a button of its own to choose files.

    Attributes:
        refused: files of just now that do not count.

    Signals:
        was_read(object): the newest month among what was read, or None when nothing counts.
        cleared(): what was told has been read.
    """

    was_read = Signal(object)
    cleared = Signal()

    def __init__(self, desk: Desk, over: QWidget, *, button: bool = True) -> None:
        super().__init__()
        self._desk, self._over = desk, over
        self.refused: list[Received] = []
        place = DropPlace(_("Drop month files here"), _("Choose files"))
        place.dropped.connect(self.take)
        place.asked.connect(self.choose)
        place.button.setVisible(button)
        self._errors = BannerPlace()
        self._told = column(gap=8)
        self.setLayout(column(place, self._errors, self._told, gap=8))

    def choose(self) -> None:
        """Ask for files."""
        kinds = _("Month files and cards") + " (*.age *.json)"
        files.choose_files(self, _("Choose files"), self.take, kinds=kinds, many=True)

    def take(self, chosen: Sequence[Path]) -> None:
        """Read files: month files on the worker, cards of organisations at once."""
        self._errors.clear()
        cards = [path for path in chosen if path.suffix == ".json"]
        for path in cards:
            add_card(self._over, self._desk, path, self._errors.show_error)
        others = [path for path in chosen if path not in cards]
        if not others:
            return
        db, today = self._desk.db, self._desk.today()
        background.run(
            self,
            lambda: receiving.receive(db, others, today=today),
            self._received,
            self._errors.show_error,
        )

    def _received(self, found: Sequence[Received]) -> None:
        self.refused = [one for one in found if not one.counts]
        new = [one for one in found if one.state in {"read", "replaces"}]
        if new:
            read = ngettext("{n} file read", "{n} files read", len(new))
            self._desk.say(read.format(n=len(new)))
        self._tell(found)
        counting = [one.period for one in found if one.counts and one.period is not None]
        self.was_read.emit(max(counting, default=None))

    def _tell(self, found: Sequence[Received]) -> None:
        """Show what is worth a sentence; a file that was simply read is not."""
        empty(self._told)
        again = [one for one in found if one.state == "again"]
        said = [one for one in found if one.state not in {"read", "again"} or one.older_profile]
        for one in said:
            self._told.addWidget(_banner(one))
            announce(self, f"{one.label}: {one.sentence}", at_once=not one.counts)
        if again:
            self._told.addWidget(_again(again))
        if said or again:
            clear = Button(_("Clear these messages"), self._clear, kind="link")
            self._told.addLayout(row(clear, ...))

    def _clear(self) -> None:
        empty(self._told)
        self.refused = []
        self.cleared.emit()


def _banner(one: Received) -> Banner:
    icon, mood = SIGNS[one.state]
    if one.counts and one.older_profile:
        icon, mood = "history", "warn"
    title = f"{one.label}: {_breakable(one.file_name)}"
    banner = Banner(mood, title, one.sentence, icon=icon)
    banner.setAccessibleName(f"{one.label}: {one.file_name}. {one.sentence}")
    return banner


def _again(files_: Sequence[Received]) -> Banner:
    """Return one message for all that was read before."""
    icon, mood = SIGNS["again"]
    title = ngettext(
        "{n} file was read before", "{n} files were read before", len(files_)
    ).format(n=len(files_))
    names = ", ".join(dict.fromkeys(one.organisation for one in files_))
    sentence = _("Nothing changed: {organisations}.").format(organisations=names)
    banner = Banner(mood, title, sentence, icon=icon)
    banner.setAccessibleName(f"{title}. {sentence}")
    return banner


def _breakable(name: str) -> str:
    """Return a file name that may go on in the next line after each underscore."""
    return name.replace("_", "_\u200b")
