"""Dwellings: the board over time, the table, the sheets that act on one, and the forms."""

from ui.screens.dwellings.complex_form import ComplexForm
from ui.screens.dwellings.dwelling_form import DwellingForm
from ui.screens.dwellings.page import DwellingsScreen

__all__ = ["ComplexForm", "DwellingForm", "DwellingsScreen"]
