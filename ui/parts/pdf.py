"""Pages of a PDF as pictures: for the screen and for the printer, from memory alone.

Runs on the worker thread: pdfium is not told apart from other heavy libraries at start.
"""

from __future__ import annotations

from dataclasses import dataclass

import pypdfium2
from PySide6.QtGui import QImage

_POINTS_PER_INCH = 72


@dataclass(frozen=True, slots=True)
class PageSize:
    """A page's width and height in points, and its text for who cannot see it."""

    width: float
    height: float
    text: str


def page_sizes(data: bytes) -> list[PageSize]:
    """Return the size and text of every page."""
    document = pypdfium2.PdfDocument(data)
    try:
        sizes = []
        for page in document:
            words = page.get_textpage().get_text_range()
            sizes.append(PageSize(page.get_width(), page.get_height(), words))
        return sizes
    finally:
        document.close()


def draw_page(data: bytes, number: int, scale: float) -> QImage:
    """Return one page as a picture; scale 1 is 72 dots an inch."""
    document = pypdfium2.PdfDocument(data)
    try:
        bitmap = document[number].render(scale=scale, rev_byteorder=True)
        form = {
            1: QImage.Format.Format_Grayscale8,
            3: QImage.Format.Format_RGB888,
            4: QImage.Format.Format_RGBX8888,
        }[bitmap.n_channels]
        shared = QImage(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, form)
        return shared.copy()  # the bitmap's memory goes with the document
    finally:
        document.close()


def draw_for_printer(data: bytes, number: int, dots_per_inch: int) -> QImage:
    """Return one page at a printer's density."""
    return draw_page(data, number, dots_per_inch / _POINTS_PER_INCH)
