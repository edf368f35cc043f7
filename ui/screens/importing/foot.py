"""The foot of the page: back, what is under way with its Stop, and the way on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.words import _
from ui.parts.buttons import Button
from ui.parts.charts.progress import ProgressBar
from ui.parts.layouts import column, holding, row, rule
from ui.parts.text import Elided
from ui.screens.importing.work import rows
from ui.theme import look

if TYPE_CHECKING:
    from ui.screens.importing.work import Read

_WIDE = 260


class Foot(QWidget):
    """The foot.

    Signals:
        back(), on(), stop(): what was pressed.

    Attributes:
        next: the primary button.
        stopping: the button that stops what is under way.
    """

    back = Signal()
    on = Signal()
    stop = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._back = Button(_("Back"), self.back.emit, icon="arrow-left")
        self._said = Elided("", "body", "text2")
        self._said.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._words = Elided("", "small", "text2")
        self._bar = ProgressBar("", 0)
        self._bar.setFixedWidth(look.px(_WIDE))
        self.stopping = Button(_("Stop"), self.stop.emit, icon="x")
        self._work = holding(row(column(self._words, self._bar, gap=5), self.stopping, gap=14))
        self.next = Button("", self.on.emit, kind="primary", keys="Ctrl+Return")
        line = row(self._back, self._work, gap=14, edge=(28, 10, 28, 10))
        line.addWidget(self._said, 1)
        line.addWidget(self.next)
        self.setLayout(column(rule(), line, gap=0))
        self.rest()

    def offer(self, stage: str, found: Read | None) -> None:
        """Show what can be done at a step with what was found in the file."""
        nothing = _("Nothing has been written yet.")
        match stage:
            case "choose" if found is not None:
                self._offer(_("On to the columns"), "arrow-right", back=False)
            case "columns":
                self._offer(_("On to the check"), "arrow-right", said=nothing)
            case "check" if found is not None:
                new = found.ready.counts.things_at_all
                known = _("This file brings nothing that is not known already.")
                said = nothing if new else known
                self._offer(_reading(found), "file-input", said=said, on=new > 0)
            case "done":
                self._offer(_("Read in another list"), "file-spreadsheet", back=False)
            case _:
                self._offer("", "", back=False)

    def _offer(
        self, words: str, icon: str, *, said: str = "", back: bool = True, on: bool = True
    ) -> None:
        """Show buttons; without words there is no way on."""
        self._back.setVisible(back)
        self._said.setText(said)
        self.next.setVisible(bool(words))
        self.next.setEnabled(on)
        self.next.icon_name = icon
        self.next.say(words)
        self.next.setToolTip(words)
        self.setVisible(back or bool(words))

    def work(self, words: str, *, stops: bool) -> None:
        """Show that work is under way, with how far it is where it `stops`."""
        self.next.busy(words)
        self._back.setEnabled(False)
        self._work.setVisible(stops)
        self.setVisible(True)
        self.progress(0, words)

    def progress(self, share: float, words: str) -> None:
        """Show how far it is."""
        self._words.setText(words)
        self._bar.show_share(words, share)

    def rest(self) -> None:
        """Show that nothing is under way."""
        self.next.ready()
        self._back.setEnabled(True)
        self._work.setVisible(False)


def _reading(found: Read) -> str:
    """Return what the button says that writes: how many rows, and how many not now."""
    read, out = rows(found.ready.counts.rows), len(found.left_out)
    if not out:
        return _("Read in {rows}").format(rows=read)
    return _("Read in {rows}, {n} later").format(rows=read, n=out)
