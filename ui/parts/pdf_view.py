"""Shows a PDF as paper: pages under one another, as wide as there is room, made elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout

from desktop_app.words import _
from ui import background
from ui.parts import paint
from ui.parts.layouts import column, empty, holding
from ui.parts.painted import Painted
from ui.theme import look

if TYPE_CHECKING:
    from PySide6.QtGui import QImage, QKeyEvent, QPaintEvent, QResizeEvent, QWheelEvent

    from desktop_app.errors import UserError
    from ui.parts.pdf import PageSize

_EDGE = 20
_GAP = 16
_MOST_WIDE = 900
_SETTLE_MS = 150
ZOOMS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0)
"""1.0 fills the width."""


class PdfView(QScrollArea):
    """A preview. It keeps the pages it shows until the new ones are drawn.

    Signals:
        pages_known(int): how many pages the PDF has, once it is read.
        failed(object): the UserError that reading it gave.
    """

    pages_known = Signal(int)
    failed = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._data = b""
        self._zoom = 1.0
        self._pages: list[_Page] = []
        self._stack: QVBoxLayout = column(gap=_GAP, edge=(_EDGE, _EDGE, _EDGE, _EDGE))
        self._stack.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setWidget(holding(self._stack, "subtle"))
        self._settle = QTimer(self, interval=_SETTLE_MS, singleShot=True)
        self._settle.timeout.connect(self._draw_shown)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._settle.start())

    def show_pdf(self, data: bytes) -> None:
        """Show a PDF; where the reader was stays in sight."""
        self._data = data
        background.run(self, lambda: _sizes(data), self._lay_out, self._tell)

    def zoom(self) -> float:
        """Return the zoom; 1.0 fills the width."""
        return self._zoom

    def set_zoom(self, zoom: float) -> None:
        """Zoom in or out."""
        self._zoom = min(max(zoom, ZOOMS[0]), ZOOMS[-1])
        self._measure()
        self._settle.start()

    def step_zoom(self, by: int) -> None:
        """Go to the next larger (1) or smaller (-1) zoom."""
        nearest = min(range(len(ZOOMS)), key=lambda i: abs(ZOOMS[i] - self._zoom))
        self.set_zoom(ZOOMS[min(max(nearest + by, 0), len(ZOOMS) - 1)])

    def page_count(self) -> int:
        """Return how many pages are shown."""
        return len(self._pages)

    def drawn(self) -> bool:
        """Tell whether every page in sight shows the PDF of now."""
        return all(page.fresh for page in self._pages if self._in_sight(page))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()
        self._settle.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}
        if event.key() in steps:
            self.step_zoom(steps[Qt.Key(event.key())])
            return
        super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.step_zoom(1 if event.angleDelta().y() > 0 else -1)
            return
        super().wheelEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = paint.begin(self.viewport())
            paint.ring(painter, QRectF(self.viewport().rect()), 4)
            painter.end()

    def _lay_out(self, sizes: list[PageSize]) -> None:
        scrolled = self.verticalScrollBar().value()
        if [page.size_on_paper for page in self._pages] != [(s.width, s.height) for s in sizes]:
            empty(self._stack)
            self._pages = [_Page(size) for size in sizes]
            for page in self._pages:
                self._stack.addWidget(page, 0, Qt.AlignmentFlag.AlignHCenter)
            self._measure()
        for number, (page, size) in enumerate(zip(self._pages, sizes, strict=True), start=1):
            page.fresh = False
            page.setAccessibleName(
                _("Page {page} of {pages}").format(page=number, pages=len(sizes))
            )
            page.setAccessibleDescription(size.text)
        self.verticalScrollBar().setValue(scrolled)
        self.pages_known.emit(len(sizes))
        self._draw_shown()

    def _measure(self) -> None:
        room = self.viewport().width() - 2 * _EDGE
        wide = round(max(120, min(room, _MOST_WIDE)) * self._zoom)
        for page in self._pages:
            page.set_width(wide)

    def _draw_shown(self) -> None:
        density = self.devicePixelRatioF()
        for number, page in enumerate(self._pages):
            wide = page.width_now()
            if self._in_sight(page) and not (page.fresh and page.drawn_at == wide):
                self._draw(number, page, wide, density)

    def _draw(self, number: int, page: _Page, wide: int, density: float) -> None:
        data = self._data
        scale = wide * density / page.size_on_paper[0]

        def done(image: QImage) -> None:
            if data is self._data:
                image.setDevicePixelRatio(density)
                page.show_image(image, wide)

        background.run(page, lambda: _image(data, number, scale), done, self._tell)

    def _in_sight(self, page: _Page) -> bool:
        top = self.verticalScrollBar().value()
        shown = page.geometry()
        tall = self.viewport().height()
        return shown.bottom() >= top - tall and shown.top() <= top + 2 * tall

    def _tell(self, error: UserError) -> None:
        self.failed.emit(error)


class _Page(Painted):
    """One page of paper; white in the dark too, for that is what comes out of the printer."""

    def __init__(self, size: PageSize) -> None:
        super().__init__()
        self.size_on_paper = (size.width, size.height)
        self.fresh = False
        self.drawn_at = 0
        self._image: QImage | None = None
        self._wide = 300

    def width_now(self) -> int:
        return self._wide

    def set_width(self, wide: int) -> None:
        """Take this width, and the height that belongs to it: paper is never squeezed."""
        width, height = self.size_on_paper
        self._wide = wide
        self.setFixedSize(wide, round(wide * height / width))

    def show_image(self, image: QImage, wide: int) -> None:
        self._image, self.drawn_at, self.fresh = image, wide, True
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.begin(self)
        painter.fillRect(self.rect(), look.colour("paper"))
        if self._image is not None:
            painter.setRenderHint(painter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(QRectF(self.rect()), self._image)
        paint.rounded(painter, QRectF(self.rect()), 0, None, look.colour("border"))
        painter.end()


def _sizes(data: bytes) -> list[PageSize]:
    from ui.parts import pdf  # noqa: PLC0415 - pdfium loads on the worker, at the first preview

    return pdf.page_sizes(data)


def _image(data: bytes, number: int, scale: float) -> QImage:
    from ui.parts import pdf  # noqa: PLC0415 - as above

    return pdf.draw_page(data, number, scale)
