"""A packed file holds what it held, opens everywhere, and ends its streams as PDF/A asks."""

from __future__ import annotations

import io
import re
from typing import Any

import pikepdf
import pypdfium2
from reportlab.pdfgen.canvas import Canvas

from desktop_app.paper import packing


def _canvas(pages: int) -> tuple[bytes, bytes]:
    canvas = Canvas(io.BytesIO(), invariant=1, pageCompression=1)
    for number in range(pages):
        canvas.drawString(72, 720, f"Bladzijde {number}")
        canvas.bookmarkPage(f"b{number}")
        canvas.addOutlineEntry(f"Kop {number}", f"b{number}", 0)
        canvas.showPage()
    doc: Any = vars(canvas)["_doc"]
    data = doc.GetPDFData(canvas)
    return data, packing.pack(data, doc)


def test_a_packed_file_has_no_fault_and_the_same_objects() -> None:
    for pages in (1, 7, 150):
        data, packed = _canvas(pages)
        with (
            pikepdf.open(io.BytesIO(data)) as before,
            pikepdf.open(io.BytesIO(packed)) as after,
        ):
            assert after.check_pdf_syntax() == []
            assert len(after.pages) == len(before.pages) == pages
            assert after.trailer.Root.keys() == before.trailer.Root.keys()
            assert str(after.docinfo["/Title"]) == str(before.docinfo["/Title"])
            assert len(after.Root.Outlines.keys()) == len(before.Root.Outlines.keys())
        with pypdfium2.PdfDocument(packed) as document:
            assert (
                document[pages - 1].get_textpage().get_text_range() == f"Bladzijde {pages - 1}"
            )


def test_packing_makes_a_file_of_many_objects_small() -> None:
    data, packed = _canvas(150)
    assert len(packed) < len(data) / 2


def test_streams_end_on_a_line_of_their_own() -> None:
    _data, packed = _canvas(3)
    assert len(re.findall(rb"\nendstream\nendobj", packed)) == packed.count(b"endstream")


def test_same_objects_give_the_same_bytes() -> None:
    assert _canvas(4)[1] == _canvas(4)[1]
    assert _canvas(4)[1] != _canvas(5)[1]
