"""The month file: mend, look at what leaves, make the file, note that it was sent."""

from ui.screens.month.page import MonthScreen

__all__ = ["MonthScreen"]
