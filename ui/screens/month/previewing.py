"""Step 2 as a whole: the figures at the left, what one must know of them at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QWidget

from desktop_app.summary import connection, export
from desktop_app.words import _, ngettext
from ui.parts.banner import Banner, BannerPlace
from ui.parts.buttons import Button
from ui.parts.card import Card
from ui.parts.chip import Chip
from ui.parts.layouts import column, empty, holding, row
from ui.screens.month import beside, figures
from ui.screens.month.raw import RawFile
from ui.theme import look

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from desktop_app.summary.export import Draft
    from ui.desk import Desk

_BESIDE, _NARROW = 330, 1060
_BESIDE_NARROW, _STACKED = 264, 940
_UNDER, _LEAST = 150, 110
_ANY = 16_777_215  # Qt's own bound: no bound at all


class Previewing(QWidget):
    """A draft, to look at and to agree with.

    Signals:
        recount(): the figures have to be counted again.
        headlines(): somebody wants to agree to exact headlines, or to round them again.
        newer(): somebody has a newer profile of the region.
    """

    recount = Signal()
    headlines = Signal()
    newer = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._draft: Draft | None = None
        self._stale = BannerPlace()
        self._count = Chip("")
        self.table = figures.table()
        card = Card(_("Exactly this leaves"), self._count, edge=(1, 14, 1, 1))
        card.head.setContentsMargins(16, 0, 14, 0)
        card.at_right(Button(_("See the raw file"), self._raw, kind="link"))
        card.body.addWidget(self.table, 1)
        self._beside = column(gap=12)
        self._side = QScrollArea()
        self._side.setWidgetResizable(True)
        self._side.setFrameShape(QFrame.Shape.NoFrame)
        self._side.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._side.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._side.setWidget(holding(self._beside))
        halves = self._halves = row(gap=12)
        halves.addWidget(card, 1)
        halves.addWidget(self._side)
        stack = column(self._stale, gap=10, edge=(28, 12, 16, 12))
        stack.addLayout(halves, 1)
        self.setLayout(stack)

    def show_draft(self, draft: Draft) -> None:
        """Show what would leave."""
        self._draft = draft
        self._stale.clear()
        self.table.show_rows(figures.rows(draft))
        numbers = figures.count(draft)
        self._count.say(ngettext("{n} number", "{n} numbers", numbers).format(n=numbers))
        agreed = connection.exact_headlines(self._desk.db)
        empty(self._beside)
        self._beside.addWidget(beside.attack(draft))
        self._beside.addWidget(beside.never())
        self._beside.addWidget(beside.rules(draft, agreed, *self._choices(agreed is None)))
        self._beside.addWidget(beside.afterwards(draft))
        self._beside.addStretch(1)

    def tell_stale(self) -> None:
        """Say that the register changed since these figures were counted."""
        again = Button(_("Count again"), self.recount.emit, icon="refresh-cw")
        words = _("The register changed since these figures were counted.")
        self._stale.show_banner(Banner("info", words, "", again))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put what stands beside the figures under them where there is no room beside."""
        width = event.size().width()
        stacked, narrow = width < look.px(_STACKED), width < look.px(_NARROW)
        way = QBoxLayout.Direction
        self._halves.setDirection(way.TopToBottom if stacked else way.LeftToRight)
        across = look.px(_BESIDE_NARROW if narrow else _BESIDE)
        self._side.setMinimumWidth(0 if stacked else across)
        self._side.setMaximumWidth(_ANY if stacked else across)
        self._side.setMinimumHeight(look.px(_LEAST) if stacked else 0)
        self._side.setMaximumHeight(look.px(_UNDER) if stacked else _ANY)
        super().resizeEvent(event)

    def _choices(self, rounded: bool) -> list[QWidget]:  # noqa: FBT001 - private
        words = _("Agree to exact headlines") if rounded else _("Round the headlines too")
        return [
            Button(words, self.headlines.emit, kind="link"),
            Button(_("Read a newer profile"), self.newer.emit, kind="link"),
        ]

    def _raw(self) -> None:
        if self._draft is not None:
            shown = RawFile(self.window(), export.package_text(self._draft))
            shown.open(shown.tabs)
