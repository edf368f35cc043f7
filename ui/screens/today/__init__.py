"""Today: what asks for attention, how full the houses are, this week."""

from ui.screens.today.page import TodayScreen

__all__ = ["TodayScreen"]
