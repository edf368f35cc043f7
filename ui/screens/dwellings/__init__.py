"""Dwellings: the board over time, the table, and the sheets that act on one of them."""

from ui.screens.dwellings.page import DwellingsScreen

__all__ = ["DwellingsScreen"]
