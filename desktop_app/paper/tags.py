"""The structure of a paper: what is a heading, a table, a list, in which order it is read.

Blocks make nodes, the canvas marks what it draws as their content, and `write` puts the tree
into the file in the form that PDF/UA-1 (ISO 14289-1) asks for. Elements are written as ready
text: as reportlab's own objects they would cost more than the rest of the paper.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from reportlab.pdfbase import pdfdoc

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(slots=True, eq=False)
class Node:
    """One structure element.

    Attributes:
        tag: a standard structure type ("P", "H2", "TH").
        kids: nodes, and content marks as (page index, number of the mark).
        attributes: the element's attribute dictionary as PDF text.
        alt: what a figure shows.
        said: what its content reads as, when that is not what it shows.
    """

    tag: str
    kids: list[Node | tuple[int, int]] = field(default_factory=list)
    attributes: str = ""
    alt: str = ""
    said: str | None = None

    def add(self, *nodes: Node) -> Node:
        """Append elements and return this one."""
        self.kids.extend(nodes)
        return self


def node(tag: str, *kids: Node, attributes: str = "") -> Node:
    """Return an element with its kids."""
    return Node(tag, list(kids), attributes)


def header(*, row: bool = False, span: int = 1) -> Node:
    """Return a table header cell of a column or a row."""
    scope = "Row" if row else "Column"
    columns = f"/ColSpan {span}" if span > 1 else ""
    return Node("TH", attributes=f"<</O/Table/Scope/{scope}{columns}>>")


def cell(*, span: int = 1) -> Node:
    """Return a table cell."""
    return Node("TD", attributes=f"<</O/Table/ColSpan {span}>>" if span > 1 else "")


def text_string(text: str) -> str:
    """Return a text as a PDF string that holds any character."""
    return "<FEFF" + text.encode("utf-16-be").hex().upper() + ">"


def write(root: Node, doc: Any, pages: list[list[Node]]) -> Any:
    """Put the tree below a root element into a document and return its reference.

    `pages` lists per page which node each mark belongs to, in the order of the marks.
    """
    objects = {id(one): _reserve(doc) for one in _all(root)}
    numbers = {key: _number(doc, raw) for key, raw in objects.items()}
    page_numbers = [_number(doc, page) for page in doc.Pages.pages]
    tree, parents = _reserve(doc), _reserve(doc)
    top = _number(doc, tree)

    def describe(one: Node, parent: int) -> None:
        own = numbers[id(one)]
        objects[id(one)].content = _element(one, parent, numbers, page_numbers)
        for kid in one.kids:
            if isinstance(kid, Node):
                describe(kid, own)

    describe(root, top)
    nums = " ".join(
        f"{index} [{' '.join(f'{numbers[id(one)]} 0 R' for one in marks)}]"
        for index, marks in enumerate(pages)
    )
    parents.content = f"<</Nums [{nums}]>>".encode()
    tree.content = (
        f"<</Type/StructTreeRoot/K {numbers[id(root)]} 0 R"
        f"/ParentTree {_number(doc, parents)} 0 R/ParentTreeNextKey {len(pages)}>>"
    ).encode()
    return doc.Reference(tree)


class Raw(pdfdoc.PDFObject):
    """An object whose text is ready."""

    def __init__(self, content: bytes = b"") -> None:
        self.content = content

    def format(self, _document: Any) -> bytes:
        """Return the object's text, as reportlab asks for it."""
        return self.content


def _all(one: Node) -> Iterator[Node]:
    yield one
    for kid in one.kids:
        if isinstance(kid, Node):
            yield from _all(kid)


def _reserve(doc: Any) -> Raw:
    raw = Raw()
    doc.Reference(raw)
    return raw


def _number(doc: Any, known: Any) -> int:
    return int(doc.idToObjectNumberAndVersion[known.__InternalName__][0])


def _element(one: Node, parent: int, numbers: dict[int, int], pages: list[int]) -> bytes:
    marks = [kid for kid in one.kids if not isinstance(kid, Node)]
    home = marks[0][0] if marks else -1
    kids = [
        f"{numbers[id(kid)]} 0 R" if isinstance(kid, Node)
        else str(kid[1]) if kid[0] == home
        else f"<</Type/MCR/Pg {pages[kid[0]]} 0 R/MCID {kid[1]}>>"
        for kid in one.kids
    ]  # fmt: skip
    parts = [f"<</Type/StructElem/S/{one.tag}/P {parent} 0 R"]
    if kids:
        parts.append(f"/K {kids[0]}" if len(kids) == 1 else f"/K [{' '.join(kids)}]")
    if marks:
        parts.append(f"/Pg {pages[home]} 0 R")
    if one.attributes:
        parts.append(f"/A {one.attributes}")
    if one.alt:
        parts.append(f"/Alt {text_string(one.alt)}")
    if one.said is not None:
        parts.append(f"/ActualText {text_string(one.said)}")
    parts.append(">>")
    return "".join(parts).encode()
