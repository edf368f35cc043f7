"""Step 4: what was read in, who is new, what was left out, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from desktop_app.register import client_list
from desktop_app.words import _, ngettext
from ui.desk import Place
from ui.parts.banner import Banner, BannerPlace
from ui.parts.buttons import Button
from ui.parts.card import Card
from ui.parts.empty import EmptyState
from ui.parts.scroll_page import ScrollPage
from ui.parts.table import Column, Table, cells
from ui.screens.importing.work import rows

if TYPE_CHECKING:
    from desktop_app.register.client_list import ClientRow
    from desktop_app.register.importing.applying import Imported
    from ui.desk import Desk


class Done(ScrollPage):
    """The result.

    Signals:
        save_asked(): save the rows that were left out.
        back_asked(): take the whole import back.

    Attributes:
        table: the new clients.
        undo: takes all back.
    """

    save_asked = Signal()
    back_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._done: Imported | None = None
        self._back = False
        self._told = BannerPlace()
        self._left = BannerPlace()
        self.undo = self._undo_button()
        self.table = self._make_table()
        card = Card(_("New clients"), edge=(1, 14, 1, 8))
        card.head.setContentsMargins(17, 0, 17, 0)
        card.at_right(Button(_("All clients"), lambda: desk.go(Place("clients")), kind="link"))
        card.add(self.table)
        self.page.addWidget(self._told)
        self.page.addWidget(self._left)
        self.page.addWidget(card, 1)

    def tell(self, done: Imported, left_out: int) -> None:
        """Show what was read in, and how many rows were not."""
        self._done, self._back = done, False
        self.undo = self._undo_button()
        told = ngettext("{rows} row became {things}.", "{rows} rows became {things}.",
                        done.counts.rows)  # fmt: skip
        title = told.format(rows=done.counts.rows, things=done.counts.things())
        sentence = _("If this is not what you meant, one click makes it undone.")
        self._told.show_banner(Banner("ok", title, sentence, self.undo))
        self._left.clear()
        if left_out:
            self._tell_left(left_out)
        self.reload()

    def tell_back(self) -> None:
        """Show that all was taken back."""
        self._back = True
        title = _("Everything was taken back.")
        self._told.show_banner(Banner("info", title, _("The register is as it was before.")))
        self._left.clear()
        self.reload()

    def is_back(self) -> bool:
        """Tell whether all was taken back."""
        return self._back

    def reload(self) -> None:
        """Read the new clients again."""
        new = set(self._done.clients) if self._done is not None and not self._back else set()
        found = client_list.client_rows(self._desk.db, today=self._desk.today()) if new else []
        self.table.show_rows([one for one in found if one.client_id in new])

    def _undo_button(self) -> Button:
        return Button(_("Take everything back"), self.back_asked.emit, icon="undo-2")

    def _tell_left(self, count: int) -> None:
        save = Button(_("Save these rows"), self.save_asked.emit, icon="file-down")
        title = ngettext("{rows} was left out.", "{rows} were left out.", count)
        sentence = _(
            "Save them as a list of their own, mend them, and read that list in. It holds "
            "personal data and is not encrypted: remove it afterwards."
        )
        self._left.show_banner(Banner("warn", title.format(rows=rows(count)), sentence, save))

    def _make_table(self) -> Table:
        nothing = EmptyState(
            "users",
            _("No new clients"),
            _("This import brought no clients who were not known."),
        )
        table = Table(
            [
                Column("name", _("Client"), _name),
                Column("dwelling", _("Dwelling"), _dwelling, 260),
                Column("number", _("Client number"), lambda one: cells.Text(one.number), 156),
            ],
            name=_("New clients"),
            key=lambda one: one.client_id,
            empty=nothing,
        )
        table.opened.connect(lambda one: self._desk.go(Place("client", one.client_id)))
        return table


def _name(one: ClientRow) -> cells.Cell:
    return cells.Name(one.name, "", str(one.client_id))


def _dwelling(one: ClientRow) -> cells.Cell:
    return cells.Text(one.dwelling or _("No dwelling"), soft=not one.dwelling)
