"""The preview shows the very pages of the bytes, redraws without losing one's place, prints."""

import io
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from ui.parts import pdf, printing
from ui.parts.pdf_view import PdfView

if TYPE_CHECKING:
    from desktop_app.errors import UserError

A4 = (595.28, 841.89)


def document(*colours: str) -> bytes:
    """A PDF with a page per colour: a band of it across the top, and its name as text."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4)
    for colour in colours:
        canvas.setFillColor(colour)
        canvas.rect(0, A4[1] - 200, A4[0], 200, stroke=0, fill=1)
        canvas.drawString(72, 300, f"page in {colour}")
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


@pytest.fixture
def view(qtbot: QtBot) -> PdfView:
    made = PdfView("Preview of the plan")
    made.resize(500, 700)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def test_pages_are_drawn_as_wide_as_there_is_room(qtbot: QtBot, view: PdfView) -> None:
    with qtbot.waitSignal(view.pages_known) as signal:
        view.show_pdf(document("red", "blue"))
    assert signal.args == [2]
    qtbot.waitUntil(view.drawn)
    first = view._pages[0]
    assert view.viewport().width() - first.width() == 40
    assert abs(first.height() / first.width() - A4[1] / A4[0]) < 0.01
    assert first.grab().toImage().pixelColor(100, 40) == QColor("red")


def test_a_page_is_never_squeezed_into_less_room(qtbot: QtBot, view: PdfView) -> None:
    with qtbot.waitSignal(view.pages_known):
        view.show_pdf(document("red"))
    page = view._pages[0]
    view.resize(700, 200)
    page.setGeometry(0, 0, page.width(), 100)
    assert abs(page.height() / page.width() - A4[1] / A4[0]) < 0.01


def test_page_is_read_out(qtbot: QtBot, view: PdfView) -> None:
    with qtbot.waitSignal(view.pages_known):
        view.show_pdf(document("red"))
    assert view._pages[0].accessibleName() == "Page 1 of 1"
    assert "page in red" in view._pages[0].accessibleDescription()


def test_new_bytes_replace_the_old_without_moving(qtbot: QtBot, view: PdfView) -> None:
    with qtbot.waitSignal(view.pages_known):
        view.show_pdf(document("red", "red", "red"))
    qtbot.waitUntil(view.drawn)
    view.verticalScrollBar().setValue(400)
    kept = list(view._pages)
    with qtbot.waitSignal(view.pages_known):
        view.show_pdf(document("blue", "blue", "blue"))
    assert view._pages == kept
    assert view.verticalScrollBar().value() == 400
    qtbot.waitUntil(view.drawn)
    assert view._pages[0].grab().toImage().pixelColor(100, 40) == QColor("blue")


def test_zoom_by_keyboard_draws_sharper_pages(qtbot: QtBot, view: PdfView) -> None:
    with qtbot.waitSignal(view.pages_known):
        view.show_pdf(document("red"))
    qtbot.waitUntil(view.drawn)
    before = view._pages[0].width()
    qtbot.keyClick(view, Qt.Key.Key_Plus)
    assert view.zoom() == 1.25
    qtbot.waitUntil(lambda: view._pages[0].width() > before)
    qtbot.waitUntil(lambda: view._pages[0].drawn_at == view._pages[0].width_now())
    qtbot.keyClick(view, Qt.Key.Key_Minus)
    assert view.zoom() == 1.0


def test_page_as_drawn_for_paper_has_the_printer_s_density() -> None:
    image = pdf.draw_for_printer(document("green"), 0, 300)
    assert abs(image.width() - A4[0] / 72 * 300) <= 1
    assert image.pixelColor(500, 300) == QColor("green")


def test_printing_puts_the_chosen_pages_on_paper(qtbot: QtBot, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    printer.setFullPage(True)
    printer.setFromTo(2, 3)
    owner = QWidget()
    qtbot.addWidget(owner)
    printed: list[int] = []
    data = document("red", "blue", "green")
    printing.print_pdf(owner, data, printer, printed.append, lambda e: pytest.fail(str(e)))
    qtbot.waitUntil(lambda: printed == [2], timeout=10_000)
    paper = (tmp_path / "paper.pdf").read_bytes()
    assert len(pdf.page_sizes(paper)) == 2
    image: QImage = pdf.draw_page(paper, 0, 1.0)
    assert image.pixelColor(image.width() // 2, 60).hue() == QColor("blue").hue()


@pytest.mark.qt_log_ignore("QPainter::begin")  # what Qt says of a printer that is not there
def test_printer_that_does_not_answer_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "no such folder" / "paper.pdf"))
    owner = QWidget()
    qtbot.addWidget(owner)
    refused: list[UserError] = []
    printing.print_pdf(
        owner, document("red"), printer, lambda _: pytest.fail("printed"), refused.append
    )
    qtbot.waitUntil(lambda: bool(refused), timeout=10_000)
    assert "printer does not answer" in str(refused[0])
