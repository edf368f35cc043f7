"""A paper with a secret: shown to be printed, covered when it must be read on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QStackedWidget, QWidget

from desktop_app.words import _
from ui.parts import printing
from ui.parts.banner import Banner, BannerPlace
from ui.parts.buttons import Button
from ui.parts.icon import Icon
from ui.parts.layouts import column, holding, row
from ui.parts.pdf_view import PdfView
from ui.parts.text import label

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from desktop_app.errors import UserError


class SecretPaper(QWidget):
    """The paper, with the button that prints it. It is never written to a file.

    Args:
        name: what paper it is, for a screen reader.

    Signals:
        out(bool): it is on paper now: printed (True), or copied by hand.
    """

    out = Signal(bool)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._data = b""
        self.view = PdfView(name)
        self.problems = BannerPlace()
        frame = QFrame()
        frame.setProperty("k", "inset")
        self._pages = QStackedWidget()
        self._pages.addWidget(self.view)
        self._pages.addWidget(self._cover())
        frame.setLayout(column(self._pages, gap=0, edge=(1, 1, 1, 1)))
        self.print_it = Button(_("Print"), self._print, kind="primary", icon="printer")
        self.copied = Button(
            _("I copied it by hand"), lambda: self.out.emit(False), icon="pen-line"
        )
        promise = row(
            Icon("shield-check", "text2", 15),
            label(_("This sheet never becomes a file."), "small", "text2"),
            ...,
        )
        whole = column(gap=10)
        whole.addWidget(frame, 1)
        whole.addWidget(self.problems)
        whole.addLayout(row(self.print_it, self.copied, ...))
        whole.addLayout(promise)
        self.setLayout(whole)

    def show_pdf(self, data: bytes) -> None:
        """Show the paper."""
        self._data = data
        self.view.show_pdf(data)

    def cover(self, *, on: bool) -> None:
        """Take the paper off the screen, or put it back."""
        self._pages.setCurrentIndex(1 if on else 0)

    def covered(self) -> bool:
        """Tell whether the paper is off the screen."""
        return self._pages.currentIndex() == 1

    def print_on(self, printer: QPrinter) -> None:
        """Print on a printer that was chosen."""
        self.problems.clear()
        self.print_it.busy(_("Printing…"))
        printing.print_pdf(self, self._data, printer, self._printed, self._refused)

    def _print(self) -> None:
        printer = printing.ask_printer(self, 1)
        if printer is not None:
            self.print_on(printer)

    def _printed(self, _pages: int) -> None:
        self.print_it.ready()
        self.out.emit(True)

    def _refused(self, error: UserError) -> None:
        self.print_it.ready()
        self.problems.show_error(error)

    def _cover(self) -> QWidget:
        centre = Qt.AlignmentFlag.AlignHCenter
        words = label(
            _("So that you read it on your paper, and not here."), "body", "text2", wrap=True
        )
        words.setAlignment(centre)
        stack = column(gap=8, edge=(24, 24, 24, 24))
        stack.addStretch(1)
        stack.addWidget(Icon("eye-off", "primary", 40), 0, centre)
        stack.addWidget(label(_("The code is off the screen"), "heading"), 0, centre)
        stack.addWidget(words)
        again = Button(_("Show it again"), lambda: self.cover(on=False))
        stack.addSpacing(4)
        stack.addWidget(again, 0, centre)
        stack.addStretch(1)
        return holding(stack)


def printed_banner() -> Banner:
    """Return what is said once the paper came out of the printer."""
    return Banner(
        "ok",
        _("Sent to the printer"),
        _("Print two: one sheet belongs at another address."),
        icon="check",
    )
