"""Step 1: what is missing or wrong in the figures of the month, and where it is mended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop_app.register.findings import Kind
from desktop_app.register.findings import Place as Spot
from desktop_app.words import _, ngettext
from ui.desk import Place
from ui.parts.banner import Banner
from ui.parts.buttons import Button
from ui.parts.card import Card
from ui.parts.icon import IconTile
from ui.parts.layouts import column, empty, row, rule
from ui.parts.scroll_page import ScrollPage
from ui.parts.text import label

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop_app.register.findings import Finding

COUNTS = frozenset(
    {
        Kind.DIED,
        Kind.HOUSED_NOT_SAID,
        Kind.LIVED_IN,
        Kind.NOT_LIVED_IN,
        Kind.NO_BIRTH,
        Kind.NO_END_REASON,
        Kind.NO_ORIGIN,
        Kind.NO_STATUS,
        Kind.NO_SUPPORT,
        Kind.NO_WAIT_REASON,
        Kind.OVER_FULL,
        Kind.SAID_NOT_HOUSED,
        Kind.SUPPORT_AFTER_END,
        Kind.TWICE,
        Kind.TWO_HOMES,
    }
)
"""Findings that change a number of the month file; the others have their own places."""
_AT_ONCE = 30
_PARTS = {
    Spot.DETAILS: "details",
    Spot.REFERRAL: "details",
    Spot.SUPPORT: "details",
    Spot.DECISIONS: "details",
    Spot.TRAJECTORY: "housing",
    Spot.HOUSING: "housing",
    Spot.TIMELINE: "timeline",
}


class Checking(ScrollPage):
    """The findings, one under another.

    Args:
        go: goes to the place where one is mended.
    """

    def __init__(self, go: Callable[[Place], None]) -> None:
        super().__init__()
        self._go = go
        self._every = False
        self._found: list[Finding] = []

    def show_findings(self, found: Sequence[Finding]) -> None:
        """Show those that change a number."""
        self._found = [one for one in found if one.kind in COUNTS]
        self._fill()

    def _fill(self) -> None:
        empty(self.page)
        self.page.addWidget(_verdict(len(self._found)))
        shown = self._found if self._every else self._found[:_AT_ONCE]
        if shown:
            card = Card(_("To mend"))
            card.body.setSpacing(0)
            for number, one in enumerate(shown):
                if number:
                    card.add(rule())
                card.add(FindingRow(one, self._go))
            if len(shown) < len(self._found):
                card.add(row(Button(_("Show all"), self._show_all, kind="link"), ...))
            self.page.addWidget(card)
        self.page.addStretch(1)

    def _show_all(self) -> None:
        self._every = True
        self._fill()


class FindingRow(QWidget):
    """One finding, with the button that goes to where it is mended."""

    def __init__(self, found: Finding, go: Callable[[Place], None]) -> None:
        super().__init__()
        button = Button(_("Mend"), lambda: go(place_of(found)), icon="pen-line")
        button.setAccessibleName(
            _("Mend: {title}. {sentence}").format(title=found.title, sentence=found.sentence)
        )
        words = column(
            label(found.title, "strong"),
            label(found.sentence, "body", "text2", wrap=True),
            gap=2,
        )
        line = row(gap=12, edge=(0, 9, 0, 9))
        line.addWidget(IconTile("triangle-alert", "warn"), 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        line.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setLayout(line)


def place_of(found: Finding) -> Place:
    """Return where a finding is mended: the very field, where one field mends it."""
    field = found.field
    why = found.sentence if field else ""
    if found.place is Spot.DWELLING:
        return Place("dwelling-form", found.dwelling_id, field=field, why=why)
    if found.place is Spot.DETAILS and field:
        return Place("client-form", found.client_id, field=field, why=why)
    return Place("client", found.client_id, _PARTS[found.place], field, why)


def _verdict(count: int) -> Banner:
    if not count:
        return Banner(
            "ok",
            _("Nothing is missing"),
            _("All data that count in this month are filled in and agree with one another."),
        )
    title = ngettext(
        "{n} thing changes the figures", "{n} things change the figures", count
    ).format(n=count)
    sentence = _(
        "Mend what you can. None of this holds the file back: what is not known counts as "
        "unknown."
    )
    return Banner("info", title, sentence)
