"""Step 4: when and how the file was sent. And the page when all of that is done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal

from desktop_app import dates
from desktop_app.paper import days
from desktop_app.words import _
from ui.parts.banner import Banner
from ui.parts.buttons import Button
from ui.parts.card import Card
from ui.parts.layouts import empty, row
from ui.parts.scroll_page import ScrollPage
from ui.screens.month import earlier
from ui.screens.month.earlier import Earlier

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop_app.errors import UserError
    from desktop_app.summary.ledger import MonthCard
    from ui.desk import Desk
    from ui.parts.form import Form, Kept


class Sending(ScrollPage):
    """Asks about one file whether it was sent.

    Signals:
        noted(): it was written down.
    """

    noted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._card: MonthCard | None = None
        self.form: Form | None = None
        self._kept: Kept | None = None

    def ask(self, card: MonthCard) -> None:
        """Ask about a file; what was typed about the same file stays."""
        if self._card == card and self.form is not None:
            return
        self._card = card
        self.form, self._kept = earlier.sent_form(self._desk, card)
        self.form.submitted.connect(self.save)
        empty(self.page)
        box = Card(_("Was the file of {month} sent?").format(month=days.month(card.period)))
        box.add(self.form)
        self.page.addWidget(box)
        self.page.addStretch(1)

    def keep_drafts(self) -> Sequence[str]:
        """Keep when and how, as far as it was typed."""
        if self._kept is None or not self._kept.keep():
            return []
        return [_("How a month file was sent")]

    def save(self) -> None:
        """Write it down."""
        card, form = self._card, self.form
        if card is None or form is None:
            return

        def save(values: dict[str, Any]) -> None:
            earlier.save_sent(self._desk, card, values)

        def done(_none: object) -> None:
            self._card = None
            if self._kept is not None:
                self._kept.forget()
                self._kept = None
            self._desk.say(_("Noted as sent"))
            self.noted.emit()

        form.attempt(save, done)


class Done(ScrollPage):
    """Nothing to do now: what was sent last, what comes next, the months before.

    Signals:
        correct(): somebody wants to correct the last month.
        newer(): somebody has a newer profile of the region.
    """

    correct = Signal()
    newer = Signal()

    def __init__(self, desk: Desk, failed: Callable[[UserError], object]) -> None:
        super().__init__()
        self._last = row()
        months = Card(_("Months before"))
        months.add(Earlier(desk, failed))
        profile = row(Button(_("Read a newer profile"), self.newer.emit, kind="link"))
        profile.addStretch(1)
        self.page.addLayout(self._last)
        self.page.addWidget(months)
        self.page.addLayout(profile)
        self.page.addStretch(1)

    def tell(self, card: MonthCard) -> None:
        """Say which month is done."""
        empty(self._last)
        next_ = dates.add_months(card.period.replace(day=1), 2)
        sentence = _("The next month file can be made from {day} on.").format(
            day=dates.dutch(next_)
        )
        title = _("{month} is done").format(month=earlier.month_of(card))
        button = Button(_("Make a correction"), self.correct.emit, icon="pen-line")
        self._last.addWidget(
            Banner("ok", title, sentence, button if card.revision == 1 else None)
        )
