"""One client: header, and tabs for overview, timeline, plan, housing and details."""

from ui.screens.client.page import ClientScreen

__all__ = ["ClientScreen"]
