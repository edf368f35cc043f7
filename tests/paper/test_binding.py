"""Papers bound into one file: in order, with bookmarks, and as accessible as they were."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.paper import binding, file
from desktop_app.paper.binding import Part
from desktop_app.plans import printing
from tests.paper.reading import Paper, Tag
from tests.plans import sample

ABOUT = file.Description("Plannen", "Stichting Voordeur", "nl", date(2026, 11, 24))
NAMES = ("Joëlle Wiśniewska", "Ömer Yılmaz", "Саша Бондар")


@pytest.fixture(scope="module")
def parts() -> list[Part]:
    return [
        Part(
            f"Plan C-{n:04}",
            printing.print_plan(
                replace(
                    sample.PLAN,
                    cover=replace(sample.PLAN.cover, person=name, number=f"C-{n:04}"),
                ),
                large=n == 2,
            ),
        )
        for n, name in enumerate(NAMES, 1)
    ]


def test_every_page_is_there_in_order_with_a_bookmark_for_each_paper(
    parts: list[Part],
) -> None:
    bound = Paper(binding.bind(parts, ABOUT))
    assert bound.pdf.check_pdf_syntax() == []
    assert bound.page_texts == [text for part in parts for text in Paper(part.pdf).page_texts]
    with bound.pdf.open_outline() as outline:
        titles = [item.title for item in outline.root]
        pages = [
            [page.obj.objgen for page in bound.pdf.pages].index(item.destination[0].objgen)  # type: ignore[index]  # an array of page and fit
            for item in outline.root
        ]
    assert titles == ["Plan C-0001", "Plan C-0002", "Plan C-0003"]
    assert pages == [0, 2, 6]


def test_a_bound_file_is_read_aloud_part_by_part(parts: list[Part]) -> None:
    bound = Paper(binding.bind(parts, ABOUT))
    assert bound.tree.kind == "Document"
    kids = [kid for kid in bound.tree.kids if isinstance(kid, Tag)]
    assert [kid.kind for kid in kids] == ["Part"] * 3
    for kid, part in zip(kids, parts, strict=True):
        assert kid.text() == Paper(part.pdf).tree.text()


def test_every_mark_of_every_page_is_found_from_the_page(parts: list[Part]) -> None:
    bound = Paper(binding.bind(parts, ABOUT))
    numbers = list(bound.pdf.Root.StructTreeRoot.ParentTree.Nums)
    parents = {int(n): row for n, row in zip(numbers[::2], numbers[1::2], strict=True)}
    assert sorted(parents) == list(range(len(bound.pdf.pages)))
    for place, page in enumerate(bound.pdf.pages):
        assert int(page.obj.StructParents) == place
        assert sorted(bound.marks[place]) == list(range(len(parents[place])))
        for element in parents[place]:
            assert element.Pg.objgen in {one.obj.objgen for one in bound.pdf.pages}


def test_a_bound_file_says_what_it_is_and_names_nobody(parts: list[Part]) -> None:
    pdf = Paper(binding.bind(parts, ABOUT)).pdf
    root = pdf.Root
    assert root.MarkInfo.Marked
    assert str(root.Lang) == "nl-NL"
    assert root.ViewerPreferences.DisplayDocTitle
    metadata = bytes(root.Metadata.read_bytes()).decode()
    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata
    assert "Plannen" in metadata
    assert str(pdf.docinfo["/Title"]) == "Plannen"
    told = metadata + str(dict(pdf.docinfo))
    assert not any(name in told for name in NAMES)


def test_the_same_parts_give_the_same_bytes(parts: list[Part]) -> None:
    assert binding.bind(parts, ABOUT) == binding.bind(parts, ABOUT)
