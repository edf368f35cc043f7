"""What is pictured: one line per screen. Whoever adds a screen adds its line here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ui.desk import Place
from ui.gallery import chart_sheets, desks, sheets, table_sheets

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
    Shot("parts-tables", table_sheets.tables),
    Shot("parts-forms", table_sheets.forms),
    Shot("parts-charts", chart_sheets.charts),
    Shot("parts-palette", table_sheets.palette),
    Shot("parts-sheet-and-dialog", table_sheets.sheet_and_dialog),
    Shot("clients", lambda: desks.window(Place("clients"))),
    Shot("help", lambda: desks.window(Place("help"))),
)
