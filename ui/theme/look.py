"""What the program wears now: colour scheme, contrast, text size, motion.

Like the language in `desktop_app.words`, the look belongs to the whole program at once. Widgets
ask for a colour or a font while they paint, so `wear` needs only to repaint them.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from PySide6 import QtCore
from PySide6.QtGui import QColor, QFont

from ui.theme import sheet, tokens

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from desktop_app.settings import Settings
    from ui.theme.tokens import Scheme, Tokens

TEXT_SIZES = (100, 115, 130, 150)
_DARK_BELOW = 128


class Look(NamedTuple):
    """The user's choice.

    Attributes:
        scheme: "system" follows the desktop.
        high_contrast: None follows the desktop.
        text: per cent of the normal text size, one of TEXT_SIZES.
        still: no movement at all.
    """

    scheme: Literal["system", "light", "dark"] = "system"
    high_contrast: bool | None = None
    text: int = 100
    still: bool = False


class _Worn(NamedTuple):
    look: Look
    tokens: Tokens
    dark: bool


_worn: list[_Worn] = [_Worn(Look(), tokens.read("light"), dark=False)]


def chosen(settings: Settings) -> Look:
    """Return the look that the choices of this computer ask for."""
    return Look(settings.theme, text=settings.text_size, still=settings.still)


def at_first(app: QApplication, look: Look) -> Look:
    """Return a look for the first picture, with what the desktop wants guessed by its colours.

    What it really wants Qt can be asked only in its own constants: see `theme/source.py`.
    """
    if look.scheme != "system":
        return look._replace(high_contrast=False)
    ground = app.palette().window().color()
    scheme: Scheme = "light" if ground.lightness() >= _DARK_BELOW else "dark"
    return look._replace(scheme=scheme, high_contrast=False)


def wear(app: QApplication, look: Look) -> None:
    """Dress the whole program; windows that are open change at once."""
    dark = _is_dark(app) if look.scheme == "system" else look.scheme == "dark"
    contrast = _wants_contrast(app) if look.high_contrast is None else look.high_contrast
    colours = tokens.read("dark" if dark else "light", high_contrast=contrast)
    before = _worn[0]
    _worn[0] = _Worn(look, colours, dark)
    if (colours, look.text) == (before.tokens, before.look.text) and app.styleSheet():
        return
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
    return hints.colorScheme() == QtCore.Qt.ColorScheme.Dark


def _wants_contrast(app: QApplication) -> bool:
    hints = app.styleHints()  # kept: in one chain the object behind it is already gone
    accessibility = hints.accessibility()
    return accessibility.contrastPreference() == QtCore.Qt.ContrastPreference.HighContrast
