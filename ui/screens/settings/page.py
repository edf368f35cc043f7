"""The page of settings: a card for each thing one can choose or see to."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app import __version__, dates, settings
from desktop_app.register import safekeeping
from desktop_app.words import _
from ui import background
from ui.parts.banner import Banner, BannerPlace
from ui.parts.buttons import Button
from ui.parts.card import Card
from ui.parts.form import Choice, Field, Form
from ui.parts.layouts import column, empty, holding, row, rule
from ui.parts.page_head import PageHead
from ui.parts.scroll_page import ScrollPage
from ui.parts.segmented import Segmented
from ui.parts.text import label
from ui.screens.settings.sheet import SheetCard

if TYPE_CHECKING:
    from desktop_app.errors import UserError
    from desktop_app.register.safekeeping import Copied
    from ui.desk import Desk

_WIDTH = 760
_SHOWN = 5  # backups on the card


class SettingsScreen(QWidget):
    """What can be chosen and seen to."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        page = ScrollPage()
        backups = Card(_("Backups"))
        self._said = BannerPlace()
        self._backups = column(gap=10)
        backups.add(self._said, self._backups)
        for card in (backups, SheetCard(desk), self._computer(), self._about()):
            card.setMaximumWidth(_WIDTH)
            page.page.addWidget(card)
        page.page.addStretch(1)
        head = holding(column(PageHead(_("Settings")), edge=(28, 20, 28, 12)))
        stack = column(head, rule(), gap=0)
        stack.addWidget(page, 1)
        self.setLayout(stack)
        desk.changes.follow(self, ("journal", "setting"), self.reload)
        self.reload()

    def reload(self) -> None:
        """Show when the last backup was made, and which lie where it lies."""
        empty(self._backups)
        db, opened = self._desk.db, self._desk.opened
        last, place = safekeeping.last_backup(db), safekeeping.place(db)
        if last is None:
            said = _("There is no backup yet. Make the first one now, on a stick.")
        else:
            said = _("Last backup: {when}, read back and whole").format(
                when=f"{last.astimezone():%d-%m-%Y %H:%M}"
            )
        due = safekeeping.is_due(last, now=dates.now())
        colour = "warn" if due else "text"
        self._backups.addWidget(label(said, "strong", colour, wrap=True))
        shelf = safekeeping.shelf(opened, place)
        for backup in shelf.backups[:_SHOWN]:
            when = f"{backup.made_at.astimezone():%d-%m-%Y %H:%M}"
            size = _("{size} MB").format(size=max(1, backup.size // 1_000_000))
            self._backups.addLayout(row(label(when), ..., label(size, "small", "text2")))
        self._make = Button(
            _("Make a backup…"), self._ask_folder, icon="hard-drive-download", kind="primary"
        )
        buttons = row(self._make, ..., gap=8)
        if place is not None and place.is_dir():
            again = Button(_("In the same place"), lambda: self.back_up(place), icon="usb")
            buttons.insertWidget(1, again)
        self._backups.addLayout(buttons)

    def back_up(self, folder: Path) -> None:
        """Make a backup in a folder and read it back, on the worker."""
        db, opened = self._desk.db, self._desk.opened
        now = dates.now().astimezone()
        self._said.clear()
        self._make.busy(_("Making a backup…"))
        background.run(
            self,
            lambda: safekeeping.back_up(db, opened, folder, at=now),
            self._done,
            self._fail,
        )

    def _ask_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, _("Where does the backup come?"))
        if folder:
            self.back_up(Path(folder))

    def _done(self, made: Copied) -> None:
        self._make.ready()
        name = made.backup.path.name
        self._said.show_banner(Banner("ok", _("The backup is made and read back whole"), name))

    def _fail(self, error: UserError) -> None:
        self._make.ready()
        self._said.show_error(error)

    def _computer(self) -> Card:
        """Language, look, size of the letters and minutes until the lock; at once and kept."""
        chosen = self._desk.preferences.settings
        languages = [("nl", "Nederlands"), ("en", "English")]
        looks = [("system", _("As the computer")), ("light", _("Light")), ("dark", _("Dark"))]
        sizes = [(str(size), f"{size}%") for size in settings.TEXT_SIZES]
        box = Card(_("This computer"))
        for title, options, value, name in (
            (_("Language"), languages, chosen.language, "language"),
            (_("Look"), looks, chosen.theme, "theme"),
            (_("Size of the letters"), sizes, str(chosen.text_size), "text_size"),
        ):
            made = Segmented(title, options, value)
            made.chosen.connect(lambda to, name=name: self._choose(name, to))
            box.add(row(label(title, "control"), ..., made))
        minutes = Form(
            [
                Field(
                    "minutes",
                    _("Lock after so many minutes without typing"),
                    "choice",
                    choices=tuple(
                        Choice(str(number), str(number)) for number in settings.LOCK_MINUTES
                    ),
                    width=160,
                )
            ],
            today=self._desk.today(),
        )
        minutes.fill({"minutes": str(chosen.lock_minutes)})
        minutes.input("minutes").typed.connect(
            lambda: self._choose("lock_minutes", minutes.input("minutes").raw())
        )
        box.add(minutes)
        return box

    def _choose(self, name: str, to: str) -> None:
        value: Any = int(to) if name in {"text_size", "lock_minutes"} else to
        preferences = self._desk.preferences
        preferences.choose(replace(preferences.settings, **{name: value}))

    def _about(self) -> Card:
        box = Card(_("About this register"))
        box.add(label(f"Thuisbasis {__version__}", "strong"))
        where = label(str(self._desk.db.folder), "body", "text2", wrap=True)
        where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        box.add(where)
        box.add(
            label(
                _("Everything in this folder is encrypted. It works without internet."),
                "body",
                "text2",
                wrap=True,
            )
        )
        return box
