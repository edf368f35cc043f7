"""The line along the bottom of the window while no register is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

import desktop_app
from desktop_app.words import Language, _, language
from ui.parts.layouts import row
from ui.parts.text import label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QHBoxLayout, QWidget

NAMES: dict[Language, str] = {"nl": "Nederlands", "en": "English"}


def language_name() -> str:
    """Return the language of now, as who speaks it calls it."""
    return NAMES[language()]


def foot_line(tongue: QWidget) -> QHBoxLayout:
    """Lay out which program this is, that it works offline, and its language."""
    return row(
        label(f"Thuisbasis {desktop_app.__version__}", "small", "text2"),
        ...,
        label(_("Works without internet"), "small", "text2"),
        ...,
        tongue,
    )
