"""Two cards of the unlock window: which register, and who."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu

from desktop_app import dates
from desktop_app.words import _
from ui.parts.avatar import Avatar
from ui.parts.buttons import Button
from ui.parts.icon import Icon
from ui.screens.unlock.frame import TwoLines

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from uuid import UUID

    from desktop_app.store.opened import KeySlot


class RegisterCard(TwoLines):
    """Which register.

    Signals:
        other_asked(): another one is wanted.
    """

    other_asked = Signal()

    def __init__(self) -> None:
        other = Button(_("Other register"), kind="link")
        super().__init__(Icon("database", "primary", 20), other)
        other.clicked.connect(self.other_asked.emit)

    def show_folder(self, folder: Path) -> None:
        """Show a register by the name of its folder, and where that lies."""
        self.say(folder.name, str(folder))


class PersonCard(TwoLines):
    """Who opens it.

    Signals:
        chosen(): somebody else was chosen.
    """

    chosen = Signal()

    def __init__(self) -> None:
        avatar, other = Avatar("", size=34), Button(_("Somebody else"), kind="link")
        super().__init__(avatar, other)
        self._avatar, self._other = avatar, other
        self._people: list[KeySlot] = []
        self._now: KeySlot | None = None
        self._other.clicked.connect(self._open_menu)
        self._other.hide()

    def show_people(self, people: Sequence[KeySlot], first: str) -> None:
        """Show who can open the register; `first` is the slot id of last time."""
        self._people = list(people)
        self._other.setVisible(len(people) > 1)
        known = [slot for slot in people if str(slot.id) == first]
        if people:
            self._choose((known or self._people)[0])

    def person(self) -> KeySlot | None:
        """Return who was chosen; None while the key file is being read."""
        return self._now

    def menu(self) -> QMenu:
        """Return the menu of everybody else."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for slot in self._people:
            if slot != self._now:
                act = menu.addAction(slot.label)
                act.triggered.connect(lambda _on=False, id_=slot.id: self._choose_id(id_))
        return menu

    def _open_menu(self) -> None:
        below = self._other.rect().bottomLeft()
        self.menu().popup(self._other.mapToGlobal(below))

    def _choose_id(self, slot_id: UUID) -> None:
        self._choose(next(slot for slot in self._people if slot.id == slot_id))
        self.chosen.emit()

    def _choose(self, slot: KeySlot) -> None:
        self._now = slot
        self._avatar.show_name(slot.label, str(slot.id))
        since = _("Has access since {date}")
        self.say(slot.label, since.format(date=dates.dutch(slot.created_on)))
