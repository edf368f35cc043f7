"""Placing: who waits at the left, which homes fit and why at the right."""

from ui.screens.placing.page import PlacingScreen

__all__ = ["PlacingScreen"]
