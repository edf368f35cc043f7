"""Reading a spreadsheet in: which file, which columns, what becomes of it, and the result."""

from ui.screens.importing.page import ImportScreen

__all__ = ["ImportScreen"]
