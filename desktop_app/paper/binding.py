"""Several papers bound into one file: a bookmark for each, and still read aloud in order.

What a bound file says about itself it says anew; pages and tags are those of the parts.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pikepdf
from pikepdf import Array, Dictionary, Name, OutlineItem, String

from desktop_app.paper import file

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop_app.paper.file import Description


@dataclass(frozen=True, slots=True)
class Part:
    """A finished paper; its title stands in the list of bookmarks."""

    title: str
    pdf: bytes


def bind(parts: Iterable[Part], about: Description) -> bytes:
    """Return one file of all parts, in order; the same parts give the same bytes."""
    with pikepdf.new() as bound:
        whole = bound.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name.Document, K=Array())
        )
        numbers = Array()
        marks: list[OutlineItem] = []
        for part in parts:
            marks.append(OutlineItem(part.title, len(bound.pages), "Fit"))
            with pikepdf.open(io.BytesIO(part.pdf)) as source:
                _append(bound, source, whole, numbers)
        with bound.open_outline() as outline:
            outline.root.extend(marks)
        _describe(bound, whole, numbers, about)
        out = io.BytesIO()
        bound.save(
            out,
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )
    return out.getvalue()


def _append(
    bound: pikepdf.Pdf, source: pikepdf.Pdf, whole: pikepdf.Object, numbers: Array
) -> None:
    """Add the pages of a part, and its tags as a part of the whole."""
    first = len(bound.pages)
    bound.pages.extend(source.pages)
    # The tags point at pages: copied after them, they point at the pages of the bound file.
    tree = bound.copy_foreign(source.Root.StructTreeRoot)
    top = tree.K
    top.S = Name.Part
    top.P = whole
    top.Lang = String(str(source.Root.Lang))
    whole.K.append(top)
    found = list(tree.ParentTree.Nums)
    for number, of_page in zip(found[::2], found[1::2], strict=True):
        numbers.append(first + int(number))
        numbers.append(of_page)
    for place, page in enumerate(list(bound.pages)[first:], first):
        page.obj.StructParents = place
    if Name.OutputIntents not in bound.Root:
        colours = source.make_indirect(source.Root.OutputIntents)
        bound.Root.OutputIntents = bound.copy_foreign(colours)


def _describe(
    bound: pikepdf.Pdf, whole: pikepdf.Object, numbers: Array, about: Description
) -> None:
    root = bound.Root
    tree = bound.make_indirect(
        Dictionary(
            Type=Name.StructTreeRoot,
            K=whole,
            ParentTree=bound.make_indirect(Dictionary(Nums=numbers)),
            ParentTreeNextKey=len(bound.pages),
        )
    )
    whole.P = tree
    root.StructTreeRoot = tree
    root.MarkInfo = Dictionary(Marked=True)
    root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    root.PageMode = Name.UseOutlines
    root.Lang = String(file.LANGUAGES[about.language])
    root.Metadata = bound.make_stream(
        file.metadata(about).encode(), Type=Name.Metadata, Subtype=Name.XML
    )
    stamp = file.stamp(about)
    bound.docinfo = bound.make_indirect(
        Dictionary(
            Title=String(about.title),
            Subject=String(about.title),
            Author=String(about.author),
            Creator=String(file.PRODUCER),
            Producer=String(file.PRODUCER),
            CreationDate=String(stamp),
            ModDate=String(stamp),
        )
    )
