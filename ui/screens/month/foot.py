"""The foot of the month file's page: back, the months before, and the one thing to do next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from desktop_app import dates
from desktop_app.words import _
from ui.parts.buttons import Button
from ui.parts.layouts import column, row, rule
from ui.parts.text import Elided
from ui.screens.month.earlier import month_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop_app.summary.ledger import MonthCard
    from ui.screens.month.stages import Stage


class Foot(QFrame):
    """Buttons that stay in sight while the page scrolls.

    Attributes:
        next: the button of the step at hand, to show that it is busy.

    Signals:
        on(), back(), earlier(): the buttons were pressed.
    """

    on = Signal()
    back = Signal()
    earlier = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._back = Button(_("Back"), self.back.emit, icon="arrow-left")
        self._earlier = Button(
            _("Months before"), self.earlier.emit, kind="ghost", icon="history"
        )
        self._last = Elided("", "body", "text2")
        self.next = Button("", self.on.emit, kind="primary")
        line = row(self._back, self._earlier, ..., self._last, self.next)
        line.setContentsMargins(28, 10, 28, 10)
        self.setLayout(column(rule(), line, gap=0))

    def show_stage(self, stage: Stage, made: Iterable[MonthCard]) -> None:
        """Offer what can be done at a stage; `made` are the month files, the newest first."""
        self.setVisible(stage not in {"connect", "done"})
        words, icon = _next(stage)
        self.next.icon_name = icon
        self.next.say(words)
        self._back.setVisible(stage in {"preview", "make"})
        sent = next((one for one in made if one.sent_on is not None), None)
        said = ""
        if sent is not None and sent.sent_on is not None:
            said = _("{month}: sent on {day}").format(
                month=month_of(sent), day=dates.dutch(sent.sent_on)
            )
        self._last.setText(said)


def _next(stage: Stage) -> tuple[str, str]:
    """Return what the one primary button says at a stage, and its icon."""
    return {
        "check": (_("On to the preview"), "arrow-right"),
        "preview": (_("Agreed, on to the file"), "lock"),
        "make": (_("Make the file"), "lock"),
        "made": (_("On: note as sent"), "send"),
        "send": (_("Note as sent"), "send"),
    }.get(stage, ("", ""))
