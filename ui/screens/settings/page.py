"""The page of settings: a card for each thing one can choose or see to."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop_app import __version__, settings
from desktop_app.words import _
from ui.parts.card import Card
from ui.parts.form import Choice, Field, Form
from ui.parts.layouts import column, holding, row, rule
from ui.parts.page_head import PageHead
from ui.parts.scroll_page import ScrollPage
from ui.parts.segmented import Segmented
from ui.parts.text import label
from ui.screens.settings.backups import BackupsCard
from ui.screens.settings.sheet import SheetCard

if TYPE_CHECKING:
    from ui.desk import Desk

_WIDTH = 760


class SettingsScreen(QWidget):
    """What can be chosen and seen to."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        page = ScrollPage()
        self.backups = BackupsCard(desk)
        for card in (self.backups, SheetCard(desk), self._computer(), self._about()):
            card.setMaximumWidth(_WIDTH)
            page.page.addWidget(card)
        page.page.addStretch(1)
        head = holding(column(PageHead(_("Settings")), edge=(28, 20, 28, 12)))
        stack = column(head, rule(), gap=0)
        stack.addWidget(page, 1)
        self.setLayout(stack)

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
