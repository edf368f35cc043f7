"""The look of paper: its data, its contrast, its fonts and their licences."""

from __future__ import annotations

import io
import re

import pytest
from fontTools.ttLib import TTFont

from desktop_app import assets
from desktop_app.paper import style

DATA = assets.read_json("paper/style.json")
FONTS = assets.names("fonts/paper", ".ttf")
SMALLEST = 9
SMALLEST_LARGE = 11


def test_style_follows_the_schema() -> None:
    assert set(DATA) == {"id", "version", "page", "colours", "types", "measures"}
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", DATA["version"])
    assert all(re.fullmatch(r"#[0-9A-F]{6}", value) for value in DATA["colours"].values())
    for item in DATA["types"].values():
        assert set(item) == {"font", "colour", "normal", "large"}
        assert item["colour"] in DATA["colours"]
        for size, leading in (item["normal"], item["large"]):
            assert size < leading <= 1.5 * size
        assert item["normal"][0] >= SMALLEST
        assert item["large"][0] >= SMALLEST_LARGE
    assert set(DATA["measures"]["normal"]) == set(DATA["measures"]["large"])
    for measures in DATA["measures"].values():
        for name, widths in measures["columns"].items():
            assert sum(widths) <= 170 or name == "shares"


def test_large_print_reads_at_fourteen_points() -> None:
    kit = style.kit(large=True)
    assert kit.body.size == kit.cell.size == 14
    assert kit.small.size == 12


def test_the_frame_is_that_of_the_design() -> None:
    page = style.kit().page
    assert page.measure == pytest.approx(170 * style.MM, abs=0.1)
    assert page.room == pytest.approx(734, abs=1)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    low, high = sorted(_luminance(DATA["colours"][name]) for name in (one, other))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("ground", ["white", "panel", "tint", "orange_tint"])
@pytest.mark.parametrize("text", ["ink", "grey", "teal"])
def test_text_stands_out_from_its_ground(text: str, ground: str) -> None:
    assert _contrast(text, ground) >= 4.5  # WCAG 2.1, 1.4.3


def test_warm_text_and_numbers_in_discs_stand_out() -> None:
    assert _contrast("warm", "panel") >= 4.5
    assert _contrast("white", "teal") >= 4.5


@pytest.mark.parametrize("name", FONTS)
def test_fonts_are_renamed_static_and_leave_private_use_free(name: str) -> None:
    font = TTFont(io.BytesIO(assets.read_bytes(f"fonts/paper/{name}")))
    assert font["name"].getDebugName(1).startswith("Thuisbasis ")
    assert "fvar" not in font
    assert "glyf" in font
    assert font["OS/2"].fsType == 0
    assert not any(0xE000 <= code <= 0xF8FF for code in font.getBestCmap())
    assert "Copyright" in font["name"].getDebugName(0) or "©" in font["name"].getDebugName(0)


def test_font_licences_travel_along() -> None:
    for name in ("OFL-SourceSans.txt", "OFL-Noto.txt"):
        text = assets.read_bytes(f"fonts/paper/{name}").decode()
        assert "SIL OPEN FONT LICENSE" in text
        assert text.startswith("Copyright")
