"""Blocks fill pages: in order, within the frame, without loss."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.paper import flow, style
from desktop_app.paper.beside import Beside
from desktop_app.paper.blocks import Empty, Gapped, Indented, Lowered, Stack
from desktop_app.paper.headings import titled
from desktop_app.paper.panels import Panel
from desktop_app.paper.text import SetText, Text

KIT = style.kit()
WIDTH = 300.0
ROOM = 200.0

LINES = st.integers(1, 60)


def _text(lines: int) -> Text:
    return Text("P", ("\n".join(f"r{n}" for n in range(lines)), KIT.body))


def _count(block: object) -> int:
    """Return the lines of text in a block."""
    match block:
        case Text():
            return len(block._at(WIDTH).lines)
        case SetText():
            return len(block.lines)
        case Stack():
            return sum(_count(item.block) for item in block.items)
        case Beside():
            return _count(block.left) + _count(block.right)
        case Panel() | Indented() | Lowered():
            return _count(block.block)
        case _:
            return 0


BLOCKS = st.one_of(
    LINES.map(_text),
    LINES.map(lambda n: Panel(_text(n), KIT.colours.panel, 11, 9)),
    LINES.map(lambda n: titled("Kop", _text(n), KIT)),
    st.tuples(LINES, LINES).map(lambda n: Beside(_text(n[0]), _text(n[1]), share=(140, 10))),
    st.lists(LINES, min_size=1, max_size=5).map(
        lambda many: Stack([Gapped(_text(n), 4) for n in many], keep=1, tail=True)
    ),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(BLOCKS, min_size=1, max_size=8), st.floats(0, 20))
def test_pages_hold_everything_within_the_frame(blocks: list[Stack], gap: float) -> None:
    before = sum(_count(block) for block in blocks)
    pages = flow.paginate([flow.Item(block, gap) for block in blocks], WIDTH, ROOM)
    assert sum(_count(placed.block) for page in pages for placed in page) == before
    for page in pages:
        assert page
        end = 0.0
        for placed in page:
            assert placed.down >= end - 0.1
            end = placed.down + placed.height
            assert placed.height == pytest.approx(placed.block.height(WIDTH))
        assert end <= ROOM + 0.1


def test_a_heading_never_ends_a_page() -> None:
    for above in range(1, 14):
        items = [flow.Item(_text(above)), flow.Item(titled("Kop", _text(12), KIT), 10)]
        for page in flow.paginate(items, WIDTH, ROOM):
            last = page[-1].block
            assert not isinstance(last, Stack) or len(last.items) == 2 or _count(last) > 1


def test_what_starts_a_page_starts_one() -> None:
    items = [flow.Item(_text(1)), flow.Item(_text(1), starts_page=True)]
    assert [len(page) for page in flow.paginate(items, WIDTH, ROOM)] == [1, 1]


def test_what_cannot_break_and_is_too_high_is_a_bug() -> None:
    with pytest.raises(OverflowError, match="Empty"):
        flow.paginate([flow.Item(Empty(ROOM + 1))], WIDTH, ROOM)
