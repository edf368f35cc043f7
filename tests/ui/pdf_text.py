"""Reading a PDF back beside a window that may be drawing one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2

from ui import background

if TYPE_CHECKING:
    from pathlib import Path


def text_of(pdf: Path | bytes) -> str:
    """Return the text of every page, once the worker rests: pdfium bears one thread."""
    background.finish()
    with pypdfium2.PdfDocument(pdf) as printed:
        return "\n".join(page.get_textpage().get_text_bounded() for page in printed)
