"""Lines are broken to their width and lose nothing."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.paper import shaping, style, text
from desktop_app.paper.blocks import Room

KIT = style.kit()
WORDS = st.lists(
    st.text(alphabet="abcdefgijlmnoprstuw-.,éŁжα", min_size=1, max_size=14),
    min_size=1,
    max_size=40,
)


def _lines(*spans: text.Span, width: float) -> list[str]:
    return ["".join(part for part, _ in line) for line in text._lines(spans, width)]


def _wide(line: str) -> float:
    return shaping.width(line, KIT.body.face) * KIT.body.size


@given(WORDS, st.floats(90, 480))
def test_wrapping_keeps_every_word_and_the_width(words: list[str], width: float) -> None:
    lines = _lines((" ".join(words), KIT.body), width=width)
    assert "".join(lines) == " ".join(words)
    assert all(_wide(line.rstrip(" ")) <= width + 0.1 for line in lines)


@given(st.text(alphabet="abcdé", min_size=1, max_size=300), st.floats(20, 100))
def test_a_word_wider_than_the_line_breaks_inside(word: str, width: float) -> None:
    lines = _lines((word, KIT.body), width=width)
    assert "".join(lines) == word
    assert all(_wide(line) <= width + 0.1 for line in lines)


def test_words_of_two_types_without_a_space_stay_together() -> None:
    spans = (("Bij gevaar bel ik ", KIT.small), ("112", KIT.small_strong), (".", KIT.small))
    for width in range(30, 120, 3):
        lines = _lines(*spans, width=width)
        assert "".join(lines) == "Bij gevaar bel ik 112."
        assert any("112." in line for line in lines)


def test_a_new_line_stays_and_blank_lines_too() -> None:
    assert _lines(("een\n\ntwee", KIT.body), width=200) == ["een ", "", "twee"]


def test_a_line_that_goes_on_ends_with_a_space_for_the_reader() -> None:
    lines = _lines(("een twee drie vier", KIT.body), width=50)
    assert len(lines) > 1
    assert all(line.endswith(" ") for line in lines[:-1])
    assert not lines[-1].endswith(" ")


@settings(max_examples=40)
@given(st.integers(1, 30), st.floats(0, 400))
def test_a_broken_paragraph_leaves_two_lines_on_either_side(count: int, room: float) -> None:
    block = text.Text("P", ("\n".join("regel" for _ in range(count)), KIT.body))
    halves = block.split(200, Room(room, 700, fresh=False))
    if halves is None:
        assert count < 4 or room < 2 * KIT.body.leading
        return
    first, rest = (half.height(200) for half in halves)
    assert first <= room + 0.1
    assert first + rest == pytest.approx(block.height(200))
    assert min(first, rest) >= 2 * KIT.body.leading - 0.1


def test_both_halves_keep_the_paragraphs_node() -> None:
    block = text.Text("P", ("regel\n" * 20, KIT.body))
    halves = block.split(200, Room(100, 700, fresh=False))
    assert halves is not None
    assert list(halves[0].nodes) == list(halves[1].nodes) == list(block.nodes)
