"""Sends a PDF to a printer, page by page, from memory: no file is written on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter

from desktop_app.errors import UserError
from desktop_app.words import _
from ui import background

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

_MOST_DOTS = 300
"""Dots an inch; a page of text gains nothing from more, and takes four times the memory."""


def ask_printer(parent: QWidget, pages: int) -> QPrinter | None:
    """Have the user choose a printer and pages; None when they thought better of it."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setFullPage(True)
    printer.setDocName("Thuisbasis")  # no client's name in a printer's queue
    dialog = QPrintDialog(printer, parent)
    dialog.setMinMax(1, pages)
    return printer if dialog.exec() == QPrintDialog.DialogCode.Accepted else None


def print_pdf(
    owner: QWidget,
    data: bytes,
    printer: QPrinter,
    done: Callable[[int], object],
    failed: Callable[[UserError], object],
) -> None:
    """Print; each page is drawn on the worker in its turn. `done` gets how many there were."""

    def draw(job: _Job) -> None:
        dots = min(printer.resolution(), _MOST_DOTS)
        background.run(
            owner, lambda: _page(data, job.next, dots), lambda i: put(job, i), give_up
        )

    def put(job: _Job, image: QImage) -> None:
        try:
            job.put(image)
        except UserError as error:
            give_up(error)
            return
        if job.next in job.wanted:
            draw(job)
        else:
            job.painter.end()
            done(len(job.wanted))

    def give_up(error: UserError) -> None:
        printer.abort()
        failed(error)

    background.run(owner, lambda: _count(data), lambda n: draw(_Job(printer, n)), failed)


class _Job:
    """A print under way: its painter, the pages wanted (from 0) and the next of them."""

    def __init__(self, printer: QPrinter, count: int) -> None:
        first, last = printer.fromPage(), printer.toPage()
        self.printer = printer
        self.wanted = range(max(first, 1) - 1, min(last or count, count))
        self.next = self.wanted.start
        self.painter = QPainter()

    def put(self, image: QImage) -> None:
        """Put the next page on paper.

        Raises:
            UserError: the printer does not take it.
        """
        started = self.next > self.wanted.start
        if not (self.printer.newPage() if started else self.painter.begin(self.printer)):
            raise UserError(
                _("The printer does not answer. Check it and its paper, and print again.")
            )
        whole = self.printer.pageLayout().fullRectPixels(self.printer.resolution())
        self.painter.drawImage(QRectF(whole), image)
        self.next += 1


def _count(data: bytes) -> int:
    from ui.parts import pdf  # noqa: PLC0415 - pdfium loads on the worker, not at start

    return len(pdf.page_sizes(data))


def _page(data: bytes, number: int, dots: int) -> QImage:
    from ui.parts import pdf  # noqa: PLC0415 - as above

    return pdf.draw_for_printer(data, number, dots)
