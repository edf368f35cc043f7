"""What Today offers while the register is empty: a list to read in, or a first client."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.register import client_list
from desktop_app.register.importing.applying import may_read_in
from desktop_app.words import _
from ui.desk import Place
from ui.parts.buttons import Button
from ui.parts.card import Card
from ui.parts.empty import EmptyState

if TYPE_CHECKING:
    from ui.desk import Desk


class Beginning(Card):
    """The way to begin; it goes away with the first client."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        new = Button(_("New client"), lambda: desk.go(Place("client-form")), icon="user-plus")
        reading = Button(
            _("Read in from Excel"),
            lambda: desk.go(Place("import")),
            icon="file-spreadsheet",
        )
        may = desk.me is not None and may_read_in(desk.me.role)
        sentence = _("Read in the list that you have, or add the first client by hand.")
        self.add(
            EmptyState(
                "house", _("This register is empty"), sentence, *([reading] if may else []), new
            )
        )

    def reload(self) -> None:
        """Show itself while nobody is in the register."""
        nobody = not client_list.count_clients(self._desk.db, today=self._desk.today())
        self.setVisible(nobody)
