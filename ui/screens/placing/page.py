"""The page Placing: the longest waiting first, and for whom is chosen the homes that fit."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QWidget

from desktop_app import codelists
from desktop_app.register import matching, waiting
from desktop_app.words import _, ngettext
from ui.desk import Desk, Place
from ui.parts.buttons import Button
from ui.parts.empty import EmptyState
from ui.parts.layouts import column, empty, holding, row, rule
from ui.parts.page_head import PageHead
from ui.parts.scroll_page import ScrollPage
from ui.parts.table import Column, Table, cells
from ui.parts.text import label
from ui.screens.placing import sheets
from ui.screens.placing.fit import FitCard

if TYPE_CHECKING:
    from desktop_app.register.matching import Fit
    from desktop_app.register.waiting import Waiting

NOUNS = (
    "client",
    "dwelling",
    "dwelling_status",
    "household_member",
    "housing_wish",
    "tenancy",
    "trajectory_step",
)
_LIST_WIDTH = 320
_MOST = 8


class PlacingScreen(QWidget):
    """Who waits, and which homes fit whom and why. The worker decides."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._only: UUID | None = None
        self._table = self._make_table()
        self._table.chosen.connect(self._show)
        self._count = label("", "heading")
        left = column(column(self._count, edge=(20, 18, 20, 6)), self._table, gap=4)
        held = holding(left)
        held.setFixedWidth(_LIST_WIDTH)
        self._head = PageHead("")
        self._wish = Button(_("Change wishes"), self._ask_wishes, icon="sliders-horizontal")
        self._fits = ScrollPage()
        top = row(self._head, self._wish, edge=(28, 18, 28, 10))
        top.setStretch(0, 1)
        self._right = holding(column(holding(top), self._fits, gap=0))
        self._nobody = EmptyState(
            "key-round",
            _("Nobody waits for a home"),
            _("Whoever waits for a home shows up here, the longest wait first."),
        )
        whole = row(held, rule(upright=True), self._right, self._nobody, gap=0)
        whole.setStretch(2, 1)
        whole.setStretch(3, 1)
        self.setLayout(whole)
        self.setFocusProxy(self._table)
        desk.changes.follow(self, NOUNS, self.reload)
        self.reload()

    def reload(self) -> None:
        """Read who waits again."""
        waits = waiting.waiting(self._desk.db, today=self._desk.today())
        self._table.show_rows(waits)
        said = ngettext("{n} waits", "{n} wait", len(waits)).format(n=len(waits))
        self._count.setText(said)
        self._right.setVisible(bool(waits))
        self._nobody.setVisible(not waits)
        if waits and self._table.current() is None:
            self._table.choose(waits[0].client_id)
        self._show(self._table.current())

    def show_place(self, place: Place) -> None:
        """Choose somebody, or show only one home."""
        self._only = UUID(place.part) if place.part else None
        if place.row is not None:
            self._table.choose(place.row)
        self._show(self._table.current())

    def _make_table(self) -> Table:
        today = self._desk.today
        return Table(
            [
                Column("who", _("Client"), _who),
                Column(
                    "days",
                    _("Waits"),
                    lambda w: cells.Text(
                        ngettext("{n} day", "{n} days", (today() - w.since).days).format(
                            n=(today() - w.since).days
                        ),
                        order=-(today() - w.since).days,
                    ),
                    112,
                ),
            ],
            name=_("Who waits for a home"),
            key=lambda w: w.client_id,
        )

    def _show(self, who: Waiting | None) -> None:
        empty(self._fits.page)
        if who is None:
            return
        self._head.say(
            _("Homes for {name}").format(name=who.name),
            _("First the needs, then the wishes. You decide; the program only lays out."),
        )
        found = matching.explain(self._desk.db, who.client_id, today=self._desk.today())
        if self._only is not None:
            found = [fit for fit in found if fit.dwelling.dwelling_id == self._only] or found
        for fit in found[:_MOST]:
            self._fits.page.addWidget(FitCard(fit, self._desk.today(), self._place, self._keep))
        if not found:
            words = _("No home is empty or comes free now.")
            self._fits.page.addWidget(label(words, "body", "text2"))
        if len(found) > _MOST:
            more = _("and {n} more that fit less").format(n=len(found) - _MOST)
            self._fits.page.addWidget(label(more, "small", "text2"))
        self._fits.page.addStretch(1)

    def _place(self, fit: Fit) -> None:
        who: Waiting | None = self._table.current()
        if who is not None:
            home = Place("client", who.client_id, "housing")
            sheets.place(self, self._desk, who, fit, lambda: self._desk.go(home))

    def _keep(self, fit: Fit) -> None:
        who: Waiting | None = self._table.current()
        if who is not None:
            sheets.keep(self, self._desk, who, fit)

    def _ask_wishes(self) -> None:
        who: Waiting | None = self._table.current()
        if who is not None:
            sheets.wish(self, self._desk, who)


def _who(who: Waiting) -> cells.Cell:
    heads = ngettext("{n} person", "{n} people", who.heads).format(n=who.heads)
    reason = codelists.label("wait_reason", who.wait_reason)
    under = " · ".join(part for part in (heads, reason) if part)
    return cells.Name(who.name, under, str(who.client_id))
