"""What the program wears now: colour scheme, contrast, text size, motion.

Like the language in `desktop_app.words`, the look belongs to the whole program at once. Widgets
ask for a colour or a font while they paint, so `wear` needs only to repaint them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase

from desktop_app import assets
from ui.theme import sheet, tokens

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from ui.theme.tokens import Tokens

TEXT_SIZES = (100, 115, 130, 150)


@dataclass(frozen=True, slots=True)
class Look:
    """The user's choice.

    Args:
        scheme: "system" follows the desktop.
        high_contrast: None follows the desktop.
        text: per cent of the normal text size, one of TEXT_SIZES.
        still: no movement at all.
    """

    scheme: Literal["system", "light", "dark"] = "system"
    high_contrast: bool | None = None
    text: int = 100
    still: bool = False


@dataclass(frozen=True, slots=True)
class _Worn:
    look: Look
    tokens: Tokens
    dark: bool


_worn: list[_Worn] = [_Worn(Look(), tokens.read("light"), dark=False)]


def load_fonts() -> None:
    """Make the fonts known to Qt; once, before the first widget."""
    for name in assets.names("fonts/inter", ".ttf"):
        QFontDatabase.addApplicationFontFromData(assets.read_bytes(f"fonts/inter/{name}"))


def wear(app: QApplication, look: Look) -> None:
    """Dress the whole program; windows that are open change at once."""
    dark = _is_dark(app) if look.scheme == "system" else look.scheme == "dark"
    contrast = _wants_contrast(app) if look.high_contrast is None else look.high_contrast
    colours = tokens.read("dark" if dark else "light", high_contrast=contrast)
    _worn[0] = _Worn(look, colours, dark)
    font.cache_clear()
    colour.cache_clear()
    app.setPalette(sheet.palette(colours))
    app.setFont(font("body"))
    app.setStyleSheet(sheet.style_sheet(colours, look.text))


def now() -> Look:
    """Return the choice that is worn now."""
    return _worn[0].look


def is_dark() -> bool:
    """Tell whether light text stands on a dark ground now."""
    return _worn[0].dark


def colours() -> Tokens:
    """Return the colours of now."""
    return _worn[0].tokens


@cache
def colour(token: str) -> QColor:
    """Return a colour of now by its token: "primary"."""
    return QColor(getattr(_worn[0].tokens, token))


def px(size: float) -> int:
    """Return a length that grows with the text size, in pixels."""
    return round(size * _worn[0].look.text / 100)


@cache
def font(role: str) -> QFont:
    """Return a font of now by its role in the type scale: "title"."""
    wanted = tokens.type_roles()[role]
    made = QFont(sheet.FAMILIES[wanted.cut])
    made.setPixelSize(px(wanted.px))
    made.setWeight(QFont.Weight(wanted.weight))
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if wanted.tabular:
        made.setFeature(QFont.Tag("tnum"), 1)
    return made


def _is_dark(app: QApplication) -> bool:
    hints = app.styleHints()
    return hints.colorScheme() == Qt.ColorScheme.Dark


def _wants_contrast(app: QApplication) -> bool:
    hints = app.styleHints()  # kept: in one chain the object behind it is already gone
    accessibility = hints.accessibility()
    return accessibility.contrastPreference() == Qt.ContrastPreference.HighContrast
