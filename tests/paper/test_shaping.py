"""Texts of any script become runs that show and say the right thing."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.paper import fonts, shaping

REGULAR = fonts.face("regular")
BOLD = fonts.face("bold")


def _said(text: str, *, rtl: bool = False) -> str:
    runs = shaping.runs(text, REGULAR, rtl=rtl)
    return "".join(
        run.said if run.said is not None else "".join(part.text for part in run.parts)
        for run in runs
    )


@pytest.mark.parametrize(
    "text", ["Łukasz Żak", "Çağrı", "Nguyễn Thị Ánh", "Оксана Їжак", "Ελένη", "☐ ✓ → ≈ €"]
)
def test_the_main_family_writes_europe_in_one_plain_run(text: str) -> None:
    (run,) = shaping.runs(text, REGULAR)
    assert run.said is None
    assert [part.text for part in run.parts] == [text]


def test_arabic_is_joined_and_ordered_from_the_right() -> None:
    (run,) = shaping.runs("سلام عليكم", REGULAR)
    assert run.said == "سلام عليكم"
    assert len(run.parts) == 3
    assert run.parts[1].text == " "
    assert run.parts[0].moves is not None
    apart = sum(shaping.width(char, REGULAR) for char in "سلام")
    assert shaping.width("سلام", REGULAR) < apart


def test_signs_between_two_right_to_left_words_go_with_them() -> None:
    runs = shaping.runs("van שלום (12) לוי af", REGULAR)
    assert [run.said for run in runs] == [None, "שלום (12) לוי", None]
    shown = [part.text for part in runs[1].parts]
    assert len(shown[0]) == 3
    assert shown[1] == " (12) "


def test_brackets_go_with_the_words_they_hold() -> None:
    after_hebrew = shaping.runs("שלום (לוי), 06", REGULAR)
    assert [run.said for run in after_hebrew] == ["שלום (לוי)", None]
    assert after_hebrew[0].parts[0].text == "("
    after_latin = shaping.runs("Jo (לוי), 06", REGULAR)
    assert [run.said for run in after_latin] == [None, "לוי", None]
    assert after_latin[0].parts[-1].text.endswith("(")


def test_a_right_to_left_line_reads_as_one() -> None:
    (run,) = shaping.runs("محمد, Utrecht", REGULAR, rtl=True)
    assert run.said == "محمد, Utrecht"
    assert run.parts[-1].moves is not None
    assert shaping.is_right_to_left("  12 محمد")
    assert not shaping.is_right_to_left("Jo محمد")


def test_a_loose_accent_is_set_upon_its_letter() -> None:
    (run,) = shaping.runs("x\u030c", REGULAR)
    assert run.said == "x\u030c"
    assert run.parts[0].moves is not None
    assert run.width == pytest.approx(shaping.width("x", REGULAR))


def test_bold_text_gets_bold_in_other_scripts_too() -> None:
    (plain,), (bold,) = shaping.runs("ተስፋይ", REGULAR), shaping.runs("ተስፋይ", BOLD)
    assert plain.parts[0].font.fontName == "ThuisbasisEthiopic-Regular"
    assert bold.parts[0].font.fontName == "ThuisbasisEthiopic-Bold"


def test_a_sign_without_a_font_shows_a_box_and_says_itself() -> None:
    (run,) = shaping.runs("汉", REGULAR)
    assert run.parts[0].text == "□"
    assert run.said == "汉"


def test_cleaning_composes_and_drops_what_paper_cannot_show() -> None:
    assert shaping.clean("Joe\u0308lle\u200b\u00ad\x07\tx\r\ny") == "Joëlle x\ny"


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=60), st.booleans())
def test_no_character_is_lost_in_any_script(text: str, rtl: bool) -> None:  # noqa: FBT001 - drawn
    text = shaping.clean(text).replace("\n", " ")
    assert _said(text, rtl=rtl) == text


@given(st.text(max_size=40))
def test_cleaning_twice_changes_nothing(text: str) -> None:
    once = shaping.clean(text)
    assert shaping.clean(once) == once
    assert unicodedata.is_normalized("NFC", once)
