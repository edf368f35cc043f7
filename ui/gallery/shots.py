"""What is pictured: one line per screen. Whoever adds a screen adds its line here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ui.gallery import sheets

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture: its file name, and what builds the widget."""

    name: str
    build: Callable[[], QWidget]


SHOTS: tuple[Shot, ...] = (
    Shot("parts-words-and-buttons", sheets.words_and_buttons),
    Shot("parts-empty-and-skyline", sheets.empty_and_skyline),
    Shot("parts-tables", sheets.tables),
    Shot("parts-forms", sheets.forms),
    Shot("parts-charts", sheets.charts),
    Shot("parts-palette", sheets.palette),
    Shot("parts-sheet-and-dialog", sheets.sheet_and_dialog),
)
