"""Every colour pair is readable, every icon is drawn, and the look changes live."""

import json

import pytest
from PySide6.QtGui import QColor, QFontDatabase, QFontInfo
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop_app import assets
from ui.theme import fonts, icons, look, sheet, source, tokens
from ui.theme.look import Look

PAIRS = source.data()["pairs"]
GROUNDS = [(s, c) for s in ("light", "dark") for c in (False, True)]


def luminance(colour: str) -> float:
    """WCAG 2.2, relative luminance."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (
        p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(("scheme", "high"), GROUNDS)
@pytest.mark.parametrize(("text", "ground"), PAIRS["text"])
def test_text_is_readable(scheme: tokens.Scheme, *, high: bool, text: str, ground: str) -> None:
    colours = tokens.as_dict(tokens.read(scheme, high_contrast=high))
    assert contrast(colours[text], colours[ground]) >= 4.5


@pytest.mark.parametrize(("scheme", "high"), GROUNDS)
@pytest.mark.parametrize(("shape", "ground"), PAIRS["shape"])
def test_shapes_stand_out(
    scheme: tokens.Scheme, *, high: bool, shape: str, ground: str
) -> None:
    colours = tokens.as_dict(tokens.read(scheme, high_contrast=high))
    assert contrast(colours[shape], colours[ground]) >= 3.0


def test_high_contrast_doubles_the_softest_text() -> None:
    for scheme in ("light", "dark"):
        usual = tokens.read(scheme)
        high = tokens.read(scheme, high_contrast=True)
        assert contrast(high.text3, high.surface) >= 2 * contrast(usual.text3, usual.surface)
        assert contrast(high.border, high.surface) >= 3.0


def test_both_schemes_name_the_same_colours() -> None:
    schemes = source.data()["schemes"]
    assert schemes["light"].keys() == schemes["dark"].keys()
    for extra in source.data()["high_contrast"].values():
        assert extra.keys() <= schemes["light"].keys()


@pytest.mark.parametrize("percent", look.TEXT_SIZES)
def test_style_sheet_is_filled_in_at_every_text_size(percent: int) -> None:
    made = sheet.style_sheet(tokens.read("light"), percent)
    assert "$" not in made
    assert f"font-size: {round(20 * percent / 100)}px" in made


def test_fonts_are_the_ones_that_travel_with_the_program(qapp: QApplication) -> None:
    fonts.load()
    look.wear(qapp, Look("light"))
    for role, wanted in tokens.type_roles().items():
        font = look.font(role)
        assert QFontInfo(font).family() == sheet.FAMILIES[wanted.cut]
        assert QFontInfo(font).weight() == wanted.weight, role
    systems = QFontDatabase.writingSystems("Inter TB")
    assert QFontDatabase.WritingSystem.Cyrillic in systems
    assert QFontDatabase.WritingSystem.Greek in systems


def test_every_icon_is_drawn_in_the_colour_asked_for(qapp: QApplication) -> None:
    look.wear(qapp, Look("light"))
    for name in assets.names("icons", ".svg"):
        picture = icons.pixmap(name.removesuffix(".svg"), "danger", 24, 2.0)
        assert picture.width() == 48
        image = picture.toImage()
        inked = [
            image.pixelColor(x, y)
            for x in range(48)
            for y in range(48)
            if image.pixelColor(x, y).alpha() == 255
        ]
        assert inked, name
        assert {c.name() for c in inked} == {QColor(look.colours().danger).name()}, name


def test_look_changes_live(qtbot: QtBot, qapp: QApplication) -> None:
    label = QLabel("Utrecht")
    label.setProperty("k", "title")
    qtbot.addWidget(label)
    look.wear(qapp, Look("light"))
    label.ensurePolished()
    assert (label.font().pixelSize(), look.is_dark()) == (20, False)
    before = icons.icon("house").pixmap(16, 16).toImage()
    kept = icons.icon("house")
    look.wear(qapp, Look("dark", text=150))
    label.ensurePolished()
    assert (label.font().pixelSize(), look.is_dark()) == (30, True)
    assert kept.pixmap(16, 16).toImage() != before
    assert label.palette().windowText().color() == QColor(look.colours().text)


def test_token_file_is_plain_json() -> None:
    assert json.loads(assets.read_bytes("ui/tokens.json")) == source.data()


def test_the_token_file_names_every_colour_once_and_no_other() -> None:
    for scheme in source.data()["schemes"].values():
        assert scheme.keys() == tokens.Tokens.__annotations__.keys()
    for more in source.data()["high_contrast"].values():
        assert more.keys() <= tokens.Tokens.__annotations__.keys()
