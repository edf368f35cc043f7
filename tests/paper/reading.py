"""Read a PDF back the way a screen reader, a search and a printer would."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pikepdf
import pypdfium2

if TYPE_CHECKING:
    from collections.abc import Iterator

MM = 72 / 25.4
_SHOWING = {"Tj", "TJ", "'", '"'}
_PAINTING = {"f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "Do"}


@dataclass
class Tag:
    """A structure element as the file holds it: its type, its kids, the text of its marks."""

    kind: str
    kids: list[Tag | str] = field(default_factory=list)
    attributes: dict[str, Any] = field(default_factory=dict)
    alt: str = ""

    def text(self) -> str:
        return "".join(kid if isinstance(kid, str) else kid.text() for kid in self.kids)

    def walk(self) -> Iterator[Tag]:
        yield self
        for kid in self.kids:
            if isinstance(kid, Tag):
                yield from kid.walk()

    def find(self, *kinds: str) -> list[Tag]:
        return [tag for tag in self.walk() if tag.kind in kinds]


class Paper:
    """An open PDF."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.pdf = pikepdf.open(io.BytesIO(data))

    @cached_property
    def page_texts(self) -> list[str]:
        with pypdfium2.PdfDocument(self.data) as document:
            return [page.get_textpage().get_text_range() for page in document]

    @cached_property
    def text(self) -> str:
        """All text as a search would find it, white space made single."""
        return re.sub(r"\s+", " ", " ".join(self.page_texts))

    @cached_property
    def marks(self) -> list[dict[int, str]]:
        """Per page, the text of each marked content by its number."""
        return [_Stream(page).read() for page in self.pdf.pages]

    @cached_property
    def tree(self) -> Tag:
        root = self.pdf.Root.StructTreeRoot.K
        return self._tag(root)

    def _tag(self, element: pikepdf.Object) -> Tag:
        tag = Tag(str(element.S)[1:], alt=str(element.get("/Alt", "")))
        attributes = element.get("/A")
        if attributes is not None:
            tag.attributes = {key[1:]: value for key, value in attributes.items()}
        for kid in _kids(element):
            if isinstance(kid, int):
                tag.kids.append(self.marks[self._page(element.Pg)][kid])
            elif kid.get("/Type") == "/MCR":
                tag.kids.append(self.marks[self._page(kid.Pg)][int(kid.MCID)])
            elif "/S" in kid:
                assert kid.P.objgen == element.objgen
                tag.kids.append(self._tag(kid))
        return tag

    def _page(self, page: pikepdf.Object) -> int:
        return [p.obj.objgen for p in self.pdf.pages].index(page.objgen)

    def word_boxes(self) -> Iterator[tuple[int, float, float, float, float]]:
        """Yield page, left, bottom, right and top of every visible character."""
        with pypdfium2.PdfDocument(self.data) as document:
            for number, page in enumerate(document):
                text = page.get_textpage()
                for index in range(text.count_chars()):
                    if text.get_text_range(index, 1).strip():
                        yield (number, *text.get_charbox(index))


class _Stream:
    """Reads a page's content: which text stands in which mark."""

    def __init__(self, page: pikepdf.Page) -> None:
        self.page = page
        self.fonts = {
            name: _unicode(font) for name, font in page.resources.get("/Font", {}).items()
        }
        self.texts: dict[int, str] = {}
        self.open: list[tuple[int | None, str | None]] = []

    def read(self) -> dict[int, str]:
        for instruction in pikepdf.parse_content_stream(self.page):
            assert isinstance(instruction, pikepdf.ContentStreamInstruction)
            self._step(str(instruction.operator), instruction.operands)
        assert not self.open, "marked content is left open"
        return self.texts

    def _step(self, operator: str, operands: Any) -> None:
        if operator == "BMC":
            assert str(operands[0]) == "/Artifact"
            self.open.append((None, ""))
        elif operator == "BDC":
            self._begin(operands[1])
        elif operator == "EMC":
            self.open.pop()
        elif operator == "Tf":
            self.font = self.fonts[str(operands[0])]
        elif operator in _SHOWING:
            assert self.open, "text outside marked content"
            self._add("".join(self.font[byte] for byte in bytes(operands[0])))
        elif operator in _PAINTING:
            assert self.open, "a shape outside marked content"

    def _begin(self, properties: Any) -> None:
        actual = properties.get("/ActualText")
        number = properties.get("/MCID")
        if number is not None:
            assert all(mark is None for mark, _ in self.open), "a mark within a mark"
            assert int(number) not in self.texts
            self.texts[int(number)] = ""
        if actual is not None:
            self.open.append((None if number is None else int(number), None))
            self._add(str(actual))
            self.open[-1] = (self.open[-1][0], str(actual))
        else:
            self.open.append((None if number is None else int(number), None))

    def _add(self, text: str) -> None:
        if any(said is not None for _, said in self.open):
            return
        for number, _ in self.open:
            if number is not None:
                self.texts[number] += text


def _kids(element: pikepdf.Object) -> list[Any]:
    kids = element.get("/K")
    if kids is None:
        return []
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def _unicode(font: pikepdf.Object) -> dict[int, str]:
    """Return what a font's codes mean, by its ToUnicode table."""
    table = bytes(font.ToUnicode.read_bytes()).decode()
    body = table.split("beginbfchar")[1].split("endbfchar")[0]
    return {
        int(code, 16): chr(int(value, 16))
        for code, value in re.findall(r"<([0-9A-F]+)> <([0-9A-F]+)>", body)
    }


def check_accessible(paper: Paper) -> None:
    """Hold a paper to what a machine can see of PDF/UA-1, and to embedded fonts."""
    assert paper.pdf.check_pdf_syntax() == []
    root = paper.pdf.Root
    assert root.MarkInfo.Marked
    assert str(root.Lang) in {"nl-NL", "en-GB"}
    assert root.ViewerPreferences.DisplayDocTitle
    metadata = bytes(root.Metadata.read_bytes()).decode()
    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata
    assert str(paper.pdf.docinfo["/Title"]) in metadata
    _check_parents(paper)
    _check_tags(paper.tree)
    _check_fonts(paper)


def _check_parents(paper: Paper) -> None:
    numbers = list(paper.pdf.Root.StructTreeRoot.ParentTree.Nums)
    parents = {int(key): value for key, value in zip(numbers[::2], numbers[1::2], strict=True)}
    assert sorted(parents) == list(range(len(paper.pdf.pages)))
    for index, page in enumerate(paper.pdf.pages):
        assert int(page.obj.StructParents) == index
        assert str(page.obj.Tabs) == "/S"
        marks = paper.marks[index]
        assert sorted(marks) == list(range(len(parents[index])))
        for number, element in enumerate(parents[index]):
            assert number in list(_marks_of(element, page.obj))


def _marks_of(element: pikepdf.Object, page: pikepdf.Object) -> Iterator[int]:
    for kid in _kids(element):
        if isinstance(kid, int):
            if element.Pg.objgen == page.objgen:
                yield kid
        elif kid.get("/Type") == "/MCR" and kid.Pg.objgen == page.objgen:
            yield int(kid.MCID)


def _check_tags(tree: Tag) -> None:
    assert tree.kind == "Document"
    levels = [int(tag.kind[1]) for tag in tree.walk() if re.fullmatch(r"H\d", tag.kind)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    for table in tree.find("Table"):
        _check_table(table)
    for figure in tree.find("Figure"):
        assert figure.alt
        assert len(figure.attributes["BBox"]) == 4
    for items in tree.find("L"):
        assert items.kids
        assert all(isinstance(kid, Tag) and kid.kind == "LI" for kid in items.kids)
    for tag in tree.find("P", "H1", "H2", "LBody", "Lbl"):
        assert tag.kids, f"an empty {tag.kind}"


def _check_table(table: Tag) -> None:
    widths = set()
    for row in table.kids:
        assert isinstance(row, Tag)
        assert row.kind == "TR"
        cells = [kid for kid in row.kids if isinstance(kid, Tag)]
        assert {cell.kind for cell in cells} <= {"TH", "TD"}
        widths.add(sum(int(cell.attributes.get("ColSpan", 1)) for cell in cells))
        for cell in cells:
            if cell.kind == "TH":
                assert str(cell.attributes["Scope"]) in {"/Row", "/Column"}
    assert len(widths) == 1


def _check_fonts(paper: Paper) -> None:
    for page in paper.pdf.pages:
        for font in page.resources.Font.values():
            assert "/FontFile2" in font.FontDescriptor
            assert "+Thuisbasis" in str(font.BaseFont)


def check_margins(paper: Paper) -> None:
    """Nothing stands in the side margins, nor nearer to the paper's edge than 7 mm."""
    page = paper.pdf.pages[0].mediabox
    width, height = float(page[2]), float(page[3])
    for number, left, bottom, right, top in paper.word_boxes():
        where = (number + 1, round(left), round(bottom))
        assert left >= 20 * MM - 2, where
        assert right <= width - 20 * MM + 1.5, where
        assert bottom >= 7 * MM - 1, where
        assert top <= height - 6 * MM, where
