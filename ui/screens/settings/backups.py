"""Backups: make one, see which lie where the last one came, read one back, find the folder."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from desktop_app import dates
from desktop_app.register import safekeeping
from desktop_app.words import _
from ui import background
from ui.parts import files
from ui.parts.banner import Banner, BannerPlace
from ui.parts.buttons import Button
from ui.parts.card import Card
from ui.parts.icon import Icon
from ui.parts.layouts import column, empty, holding, row, rule
from ui.parts.size import size_in_words
from ui.parts.text import Elided, label, recolour
from ui.screens.settings.section import Section

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from desktop_app.errors import UserError
    from desktop_app.register.safekeeping import Copied
    from desktop_app.store.backups import Backup, Shelf
    from ui.desk import Desk

_SHOWN = 8


class BackupsSection(Section):
    """Says how old the newest backup is, makes one, and shows those beside it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            _("Backups"),
            _("A backup is one encrypted file. With a password it brings everything back."),
        )
        self._desk = desk
        self._place: Path | None = None
        self.told = BannerPlace()
        self._last = label("", "strong", wrap=True)
        self._advice = label("", "body", "text2", wrap=True)
        self.make = Button(
            _("Make a backup…"), self._ask, icon="hard-drive-download", kind="primary"
        )
        self.again = Button(_("In the same place"), self._make_again, icon="usb")
        self.show_place = Button(_("Show the folder"), self._show_folder, kind="link")
        self.listed = column(gap=0)
        newest = Card()
        newest.add(column(self._last, self._advice, gap=3), row(self.make, self.again, ...))
        self._shelf = Card(_("In the same place"))
        self._shelf.at_right(self.show_place)
        self._shelf.add(self.listed)
        self.back = Button(_("Put back…"), desk.put_back, icon="undo-2")
        back = Card(_("Putting a backup back"))
        back.add(
            label(
                _(
                    "The register closes first. What is in it now is set aside, and nothing is"
                    " overwritten."
                ),
                "body",
                "text2",
                wrap=True,
            ),
            row(self.back, ...),
        )
        self.lay_out(column(self.told, newest), self._shelf, back)
        desk.changes.follow(self, ("journal", "setting"), self.reload)
        self.reload()

    def reload(self) -> None:
        """Say how old the newest backup is; look on the worker what lies beside it."""
        db, opened = self._desk.db, self._desk.opened
        last, self._place = safekeeping.last_backup(db), safekeeping.place(db)
        place = self._place
        self._say(last)
        background.run(
            self, lambda: safekeeping.shelf(opened, place), self._show, self.told.show_error
        )

    def back_up(self, folder: Path) -> None:
        """Make a backup in a folder and read it back, on the worker."""
        db, opened = self._desk.db, self._desk.opened
        now = dates.now().astimezone()
        self.told.clear()
        self.make.busy(_("Making and reading back…"))
        self.again.setEnabled(False)
        background.run(
            self,
            lambda: safekeeping.back_up(db, opened, folder, at=now),
            self._done,
            self._refused,
        )

    def check(self, backup: Backup, button: Button) -> None:
        """Read a backup back whole, on the worker."""
        opened = self._desk.opened
        self.told.clear()
        button.busy(_("Checking…"))

        def whole(_none: object) -> None:
            button.ready()
            self.told.show_banner(
                Banner("ok", _("This backup is whole"), _moment(backup.made_at))
            )

        def broken(error: UserError) -> None:
            button.ready()
            self.told.show_error(error)

        background.run(self, lambda: safekeeping.check(opened, backup), whole, broken)

    def _say(self, last: datetime | None) -> None:
        due = safekeeping.is_due(last, now=dates.now())
        recolour(self._last, "warn" if due else "text")
        if last is None:
            self._last.setText(_("There is no backup yet"))
            self._advice.setText(
                _("A laptop can break or be stolen. Make the first one now, on a usb stick.")
            )
            return
        self._last.setText(
            _("Last backup: {when}, read back and whole").format(when=_moment(last))
        )
        self._advice.setText(
            _("That is more than a week ago. Make one now.")
            if due
            else _(
                "Keep the stick elsewhere than this computer, and elsewhere than the recovery"
                " sheet."
            )
        )

    def _show(self, shelf: Shelf) -> None:
        there = self._place is not None and self._place.is_dir()
        self._shelf.setVisible(self._place is not None)
        self.again.setVisible(there)
        self.show_place.setVisible(there)
        empty(self.listed)
        for number, backup in enumerate(shelf.backups[:_SHOWN]):
            if number:
                self.listed.addWidget(rule())
            self.listed.addWidget(self._line(backup))
        if self._place is not None and not there:
            self.listed.addWidget(
                label(
                    _("The place of the last backup is not connected now: {folder}").format(
                        folder=self._place
                    ),
                    "small",
                    "text2",
                    wrap=True,
                )
            )

    def _line(self, backup: Backup) -> QWidget:
        when = _moment(backup.made_at)
        check = Button(_("Check"), kind="ghost")
        check.setAccessibleDescription(when)
        check.clicked.connect(partial(self.check, backup, check))
        words = column(label(when, "strong"), Elided(backup.path.name, "small", "text2"), gap=1)
        size = label(size_in_words(backup.size), "body", "text2")
        line = row(Icon("archive", "text2", 18), gap=12, edge=(0, 7, 0, 7))
        line.addLayout(words, 1)
        line.addWidget(size)
        line.addWidget(check)
        return holding(line)

    def _ask(self) -> None:
        title = _("Where does the backup come?")
        files.choose_folder(self, title, self.back_up, start=self._place)

    def _make_again(self) -> None:
        if self._place is not None:
            self.back_up(self._place)

    def _show_folder(self) -> None:
        if self._place is not None:
            files.show_folder(self._place)

    def _done(self, made: Copied) -> None:
        self._ready()
        words = _("{file}, {size}. Take the stick out and keep it elsewhere.")
        self.told.show_banner(
            Banner(
                "ok",
                _("The backup was made and read back"),
                words.format(file=made.backup.path.name, size=size_in_words(made.backup.size)),
            )
        )

    def _refused(self, error: UserError) -> None:
        self._ready()
        self.told.show_error(error)

    def _ready(self) -> None:
        self.make.ready()
        self.again.setEnabled(True)


def _moment(at: datetime) -> str:
    here = at.astimezone()
    return f"{dates.dutch(here.date())} {here:%H:%M}"
