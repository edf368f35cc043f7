"""A plan: written at the left, the very paper beside it."""

from ui.screens.plan.page import PlanScreen

__all__ = ["PlanScreen"]
